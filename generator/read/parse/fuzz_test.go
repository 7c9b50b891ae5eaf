package parse_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/parse"
)

// FuzzDocument holds that whatever a file contains, parsing it does not panic, every place lies in the file, and no raw HTML comes out.
func FuzzDocument(f *testing.F) {
	f.Add(uint8(casebook.KindCase), nadira)
	f.Add(uint8(casebook.KindReflection), "---\nkop: x\nstreamers: [\"a\", b]\ndeelnemer: 'Els ''van'' Veld'\n---\na <b>[x](y 'z') ![](q)\n")
	f.Add(uint8(casebook.KindSession), "---\ntitel: x\ndatum: 2026-03-12\ntellingen: [{ronde: 0, a: 3}]\n---\n[^1]\n\n[^1]: [[n]]\n")
	f.Add(uint8(casebook.KindSite), "---\ntitel: &a x\ndomeinen: [*a, !!str b]\n<<: {}\n---\n<!-- x -->\n")
	f.Add(uint8(casebook.KindCase), "---\ngebeurtenissen:\n  - tekst: >-\n      [a](b:c)\n\n      <i>\n    tekst: \"\\u263a [[x]]\"\n  -\n    - !!000000\n---\n")
	f.Add(uint8(casebook.KindPage), "\n---\n\ttitel: 's\u2028\n...\n---\n")
	f.Fuzz(func(t *testing.T, kind uint8, text string) {
		if !utf8.ValidString(text) {
			return // source lets no such text through
		}
		doc, problems := parse.Document(casebook.Kind(kind%7), "x", "content/x.md", text)
		if doc == nil || doc.Document().ID != "x" {
			t.Fatalf("document %+v", doc)
		}
		lines := strings.Split(text, "\n")
		within := func(p diag.Pos) {
			if p.Line == 0 && p.File == "content/x.md" {
				return
			}
			if p.File != "content/x.md" || p.Line < 1 || int(p.Line) > len(lines) || int(p.EndLine) > len(lines) || p.Col < 1 ||
				int(p.Col) > utf8.RuneCountInString(lines[p.Line-1])+1 || int(p.EndCol) > utf8.RuneCountInString(lines[p.EndLine-1])+1 ||
				p.EndLine < p.Line || p.EndLine == p.Line && p.EndCol < p.Col {
				t.Fatalf("place %+v is not in the file", p)
			}
		}
		for _, p := range problems {
			within(p.Pos)
		}
		texts := []casebook.Prose{doc.Document().Body}
		if c, ok := doc.(*casebook.Case); ok {
			for _, e := range c.Events {
				texts = append(texts, e.Text)
			}
		}
		for _, prose := range texts {
			for _, l := range prose.Links() {
				within(l.Pos)
			}
			for _, part := range prose.Parts {
				if strings.Contains(part.HTML, "raw HTML omitted") || strings.Contains(part.HTML, "\x00") || strings.Contains(part.HTML, "<script") {
					t.Fatalf("comes out: %s", part.HTML)
				}
			}
		}
	})
}
