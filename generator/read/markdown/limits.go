package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	gmtext "github.com/yuin/goldmark/text"

	"casusboek/generator/diag"
)

// What a text may hold. Goldmark reads a paragraph in time that grows with the square of its length for some characters ([, ", '), looks through all notes for each
// reference to one, and goes through all lists and quotations that are open for each line. No real text comes near these numbers; up to them each costs well under a second.
const (
	maxParagraph = 10_000 // characters; a long paragraph has 2,000
	maxDepth     = 50     // lists and quotations inside each other, opened by one line
	maxNotes     = 1_000
)

// parsable reports whether the blocks of a text may be read, and what is too much if not.
func (m *conversion) parsable() bool {
	if all := defined.FindAllStringIndex(m.Source, maxNotes*100); len(all) > maxNotes {
		m.problems.AddVariant(diag.TextLimit, "notes", m.Pos(all[maxNotes][0], all[maxNotes][1]), "max", strconv.Itoa(maxNotes), "n", strconv.Itoa(len(all)))
		return false
	}
	from := 0
	for line := range strings.Lines(m.Source) {
		if openers(line) > maxDepth {
			m.problems.AddVariant(diag.TextLimit, "depth", m.Pos(from, from+len(strings.TrimRight(line, "\n"))), "max", strconv.Itoa(maxDepth))
			return false
		}
		from += len(line)
	}
	return true
}

// openers counts the marks of quotations and list items with which a line begins.
func openers(line string) int {
	if strings.Trim(line, "- \t\r\n") == "" || strings.Trim(line, "* \t\r\n") == "" { // a rule between two parts
		return 0
	}
	n := 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
			i++
		case c == '>':
			n, i = n+1, i+1
		case (c == '-' || c == '*' || c == '+') && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n, i = n+1, i+2
		case c >= '0' && c <= '9':
			digits := len(line[i:]) - len(strings.TrimLeft(line[i:], "0123456789"))
			rest := line[i+digits:]
			if len(rest) < 2 || rest[0] != '.' && rest[0] != ')' || rest[1] != ' ' && rest[1] != '\t' {
				return n
			}
			n, i = n+1, i+digits+2
		default:
			return n
		}
	}
	return n
}

// long is a paragraph that is too long: where it begins and ends in the text, and its characters.
type long struct{ from, to, characters int }

var longKey = parser.NewContextKey()

// limiter takes paragraphs that are too long out of the tree, before goldmark reads what is in them.
type limiter struct{}

func (limiter) Transform(node *ast.Paragraph, reader gmtext.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() == 0 {
		return
	}
	from, to, n := lines.At(0).Start, lines.At(lines.Len()-1).Stop, 0
	if to-from <= maxParagraph {
		return
	}
	for i := range lines.Len() {
		s := lines.At(i)
		n += utf8.RuneCount(s.Value(reader.Source()))
	}
	if n <= maxParagraph {
		return
	}
	all, _ := pc.Get(longKey).([]long)
	pc.Set(longKey, append(all, long{from, to, n}))
	node.SetLines(gmtext.NewSegments())
}

// parse reads the text, and reports the paragraphs that are too long.
func (m *conversion) parse() ast.Node {
	pc := parser.NewContext()
	root := converter.Parser().Parse(gmtext.NewReader(m.source), parser.WithContext(pc))
	all, _ := pc.Get(longKey).([]long)
	for _, l := range all {
		m.problems.Add(diag.TextLimit, m.Pos(l.from, l.to), "max", strconv.Itoa(maxParagraph), "n", strconv.Itoa(l.characters))
	}
	return root
}

// longRow is how many quotation marks in a row are still read as such.
const longRow = 64

// rowParser takes a long row of quotation marks as it is: the typographer would count what is left of the row for each of its marks.
type rowParser struct{}

func (rowParser) Trigger() []byte { return []byte{'"', '\''} }

func (rowParser) Parse(_ ast.Node, block gmtext.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	n := 1
	for n < len(line) && line[n] == line[0] {
		n++
	}
	if n <= longRow {
		return nil
	}
	block.Advance(n)
	return ast.NewTextSegment(gmtext.NewSegment(segment.Start, segment.Start+n))
}
