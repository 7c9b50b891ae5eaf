package theme

import (
	"testing"

	"casusboek/generator/diag"
)

// Words and templates of a site's own come out in e-books and calendars too.
func TestControlCharactersOfAnOwnTheme(t *testing.T) {
	for name, c := range map[string]struct {
		file, text string
		line       int32
	}{
		"escaped word": {"nl.yaml", "round:\n  of: \"ronde {n} \\x07 van {total}\"\n", 2},
		"template":     {"_parts.html", "{{define \"name\"}}\n<i>\x1b</i>{{end}}", 2},
		"style":        {"casusboek.css", "p{}\n\n\x0c", 3},
	} {
		_, problems, err := loadTemplates(tinyTemplates(), files(c.file, c.text), nil)
		if c.file == "nl.yaml" {
			_, _, problems, err = Load(tinyTemplates(), files(c.file, c.text), "nl")
		}
		if err != nil || len(problems) != 1 || problems[0].Rule != diag.FileEncoding || problems[0].Pos.Line != c.line {
			t.Errorf("%s: %v %v, want %s in line %d", name, problems, err, diag.FileEncoding, c.line)
		}
	}
}
