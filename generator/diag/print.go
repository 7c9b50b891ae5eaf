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

// Message returns the message in words. That of a variant has the key
// "rules.<rule>.<variant>.message" in the catalogue, or else that of its rule.
func (p Problem) Message(c *lang.Catalogue) string { return p.text(c, "message") }

// Hint returns what to do, or "" where the message is enough. Its key is like that of
// Message.
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

// Fprint writes the list for a terminal, in its order:
//
//	content/casussen/nadira.md:12:5: fout: onbekend veld "wanner" [field-unknown]
//	        wanner: 41 jaar
//	        ^^^^^^
//	    hint: bedoelde je "wanneer"?
//
// source returns a line of a file, for the two lines in the middle. They are left out when
// source is nil or the line is blank.
//
// Control characters are printed as �, so that no file can control the terminal. The text
// of findings of the guard, except yellow ones, is masked with •, also where the line is
// shown for another problem. A value found several times in one file is printed once, with
// the number. Yellow findings, of which there are many, are printed last, as a number per
// file.
func Fprint(w io.Writer, list List, c *lang.Catalogue, source func(file string, line int) string) error {
	var b bytes.Buffer
	hide := maskOf(list)
	yellow, times, printed := map[string]int{}, map[valueID]int{}, map[valueID]bool{}
	lines := lineCache{source: source, hide: hide}
	for _, p := range list {
		times[valueID{p.Pos.File, p.Same}]++
	}
	for _, p := range list {
		id := valueID{p.Pos.File, p.Same}
		switch {
		case p.Level == Yellow:
			yellow[p.Pos.File]++
			continue
		case p.Same != 0 && printed[id]:
			continue
		}
		printed[id] = true
		message := replaceControls(p.Message(c))
		if p.Level != None && p.Pos.Line == 0 && p.Rule != PrivacyImage && p.Rule != PrivacyOutput {
			message += " " + c.T("report.in-name")
		}
		if p.Same != 0 && times[id] > 1 {
			message += " " + c.T("report.times", "n", strconv.Itoa(times[id]))
		}
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", replaceControls(p.Pos.String()), heading(p, c), message, p.Rule)
		if source != nil && p.Pos.Line > 0 {
			excerpt(&b, p.Pos, lines.get(p.Pos.File, p.Pos.Line))
		}
		if hint := p.Hint(c); hint != "" {
			fmt.Fprintf(&b, "    %s: %s\n", c.T("report.hint"), replaceControls(hint))
		}
	}
	for _, file := range slices.Sorted(maps.Keys(yellow)) {
		fmt.Fprintf(&b, "%s: %s\n", replaceControls(file), c.N("report.yellow", yellow[file]))
	}
	_, err := w.Write(b.Bytes())
	return err
}

// heading returns the severity, and for findings of the guard the level.
func heading(p Problem, c *lang.Catalogue) string {
	severity := c.T("report." + p.Severity().String())
	if p.Level == None {
		return severity
	}
	return severity + " (" + c.T("report.level."+p.Level.String()) + ")"
}

// lineCache holds the last line shown, since problems are sorted and one line can have
// many.
type lineCache struct {
	source func(file string, line int) string
	hide   mask
	at     fileLine
	line   []rune
}

// get returns a line as it may be shown, or nil when it is blank.
func (s *lineCache) get(file string, line int32) []rune {
	if at := (fileLine{file, line}); at != s.at {
		text := strings.ReplaceAll(replaceControls(s.hide.apply(file, line, s.source(file, int(line)))), "\t", " ")
		s.at, s.line = at, []rune(text)
		if strings.TrimSpace(text) == "" {
			s.line = nil
		}
	}
	return s.line
}

// margin and width are the indentation of an excerpt and its maximum length.
const margin, width = "        ", 100

// excerpt writes a line and below it carets under the position. Of a long line it shows the
// part around the position.
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

func replaceControls(text string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && (r < ' ' || r >= 0x7f && r < 0xa0) {
			return '�'
		}
		return r
	}, text)
}

// report is a problem in JSON. Editors read these names, so they must not change.
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

// JSON returns the list as a JSON array with one object per problem; [] for none. Lines and
// columns are as in Pos; all four are 0 for the file as a whole. level is red, orange,
// yellow or blue for a finding of the guard, else empty. Values that the guard found are
// masked.
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
