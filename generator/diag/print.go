package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/lang"
)

// Message gives the problem in words. A variant's own words stand under "rules.<rule>.<variant>.message" in the catalogue; a variant
// without any takes those of its rule.
func (p Problem) Message(c *lang.Catalogue) string { return p.text(c, "message") }

// Hint says what to do, or is empty where the message says enough. It is found like Message.
func (p Problem) Hint(c *lang.Catalogue) string { return p.text(c, "hint") }

func (p Problem) text(c *lang.Catalogue, what string) string {
	key := "rules." + string(p.Rule) + "."
	if special := key + p.Variant + "." + what; p.Variant != "" && c.Has(special) {
		return c.T(special, p.pairs()...)
	}
	if what == "hint" && !c.Has(key+what) {
		return ""
	}
	return c.T(key+what, p.pairs()...)
}

func (p Problem) pairs() []string {
	pairs := make([]string, 0, 2*len(p.Args))
	for _, a := range p.Args {
		pairs = append(pairs, a.Name, a.Value)
	}
	return pairs
}

// Fprint writes the list for a terminal, in the order in which it is:
//
//	content/casussen/nadira.md:12:5: fout: onbekend veld "wanner" [field-unknown]
//	        wanner: 41 jaar
//	        ^^^^^^
//	    hint: bedoelde je "wanneer"?
//
// source gives the text of a line of a file, for the two lines in the middle; nil or an empty answer leaves them out. Control characters
// in what an author wrote come out as �, so that no file can steer a terminal. Where a finding of the guard, but a yellow one, lies in such a line, its letters and digits come out as •,
// also when the line is shown for another problem. A value that was found more often in a file is shown once, with how often. Yellow findings, of which
// there are many, come last as a count for each file.
func Fprint(w io.Writer, list List, c *lang.Catalogue, source func(file string, line int) string) error {
	var b bytes.Buffer
	hide := veilOf(list)
	yellow, times, told := map[string]int{}, map[same]int{}, map[same]bool{}
	shown := shownLine{source: source, hide: hide}
	for _, p := range list {
		times[same{p.Pos.File, p.Same}]++
	}
	for _, p := range list {
		of := same{p.Pos.File, p.Same}
		switch {
		case p.Level == Yellow:
			yellow[p.Pos.File]++
			continue
		case p.Same != 0 && told[of]:
			continue
		}
		told[of] = true
		message := harmless(p.Message(c))
		if p.Level != None && p.Pos.Line == 0 && p.Rule != PrivacyImage && p.Rule != PrivacyOutput {
			message += " " + c.T("report.in-name")
		}
		if p.Same != 0 && times[of] > 1 {
			message += " " + c.T("report.times", "n", strconv.Itoa(times[of]))
		}
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", harmless(p.Pos.String()), heading(p, c), message, p.Rule)
		if source != nil && p.Pos.Line > 0 {
			excerpt(&b, p.Pos, shown.of(p.Pos.File, p.Pos.Line))
		}
		if hint := p.Hint(c); hint != "" {
			fmt.Fprintf(&b, "    %s: %s\n", c.T("report.hint"), harmless(hint))
		}
	}
	for _, file := range slices.Sorted(maps.Keys(yellow)) {
		fmt.Fprintf(&b, "%s: %s\n", harmless(file), c.N("report.yellow", yellow[file]))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// heading is the severity, and of a finding its level.
func heading(p Problem, c *lang.Catalogue) string {
	severity := c.T("report." + p.Severity().String())
	if p.Level == None {
		return severity
	}
	return severity + " (" + c.T("report.level."+p.Level.String()) + ")"
}

// shownLine is the line that was shown last: problems come by place, and a line with many of them is made ready once.
type shownLine struct {
	source func(file string, line int) string
	hide   veil
	at     veiled
	line   []rune
}

// of returns a line as it may be shown; empty when it is blank.
func (s *shownLine) of(file string, line int32) []rune {
	if at := (veiled{file, line}); at != s.at {
		text := strings.ReplaceAll(harmless(s.hide.line(file, line, s.source(file, int(line)))), "\t", " ")
		s.at, s.line = at, []rune(text)
		if strings.TrimSpace(text) == "" {
			s.line = nil
		}
	}
	return s.line
}

// margin and width frame the excerpt of a long line.
const margin, width = "        ", 100

// excerpt writes a line and a second one of carets under the place. Of a long line it shows the part around the place.
func excerpt(b *bytes.Buffer, p Pos, line []rune) {
	col := int(p.Col) - 1
	if len(line) == 0 || col < 0 || col > len(line) {
		return
	}
	end := len(line)
	if p.EndLine == p.Line {
		end = min(end, int(p.EndCol)-1)
	}
	end = max(end, col+1)
	from := 0
	for from < len(line) && line[from] == ' ' && from < col {
		from++
	}
	if col-from > width-20 {
		from = col - 20
	}
	to := min(len(line), from+width)
	fmt.Fprintf(b, "%s%s\n%s%s%s\n", margin, string(line[from:to]), margin,
		strings.Repeat(" ", col-from), strings.Repeat("^", max(1, min(end, to)-col)))
}

func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (r < ' ' || r >= 0x7f && r < 0xa0) {
			return '�'
		}
		return r
	}, text)
}

// report is a problem as it stands in JSON. The names are part of the product: editors read them.
type report struct {
	File     string `json:"file"`
	Line     int32  `json:"line"`
	Col      int32  `json:"col"`
	EndLine  int32  `json:"end_line"`
	EndCol   int32  `json:"end_col"`
	Severity string `json:"severity"`
	Level    string `json:"level"`
	Rule     Rule   `json:"rule"`
	Message  string `json:"message"`
	Hint     string `json:"hint"`
}

// JSON gives the list as a JSON array, one object per problem, [] when there is none. Lines and columns count from 1, columns in characters, the end is
// exclusive; all four are 0 for the file as a whole. level is red, orange, yellow or blue for a finding of the guard, and empty for any other problem. No value that
// the guard found is among them, but masked.
func JSON(list List, c *lang.Catalogue) ([]byte, error) {
	reports := make([]report, 0, len(list))
	for _, p := range list {
		reports = append(reports, report{
			p.Pos.File, p.Pos.Line, p.Pos.Col, p.Pos.EndLine, p.Pos.EndCol,
			p.Severity().String(), p.Level.String(), p.Rule, p.Message(c), p.Hint(c),
		})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(reports); err != nil {
		return nil, fmt.Errorf("problems as JSON: %w", err)
	}
	return b.Bytes(), nil
}
