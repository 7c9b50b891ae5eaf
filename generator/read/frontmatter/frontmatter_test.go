package frontmatter_test

import (
	"slices"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/diag"
	"casusboek/generator/read/frontmatter"
)

const path = "content/paginas/p.md"

func read(text string) (*frontmatter.File, diag.List) {
	return frontmatter.Read(path, text, func(key string) bool { return key == "titel" })
}

// cut gives what stands in a text at a place within one line.
func cut(text string, pos diag.Pos) string {
	line := []rune(strings.Split(text, "\n")[pos.Line-1])
	return string(line[pos.Col-1 : pos.EndCol-1])
}

func TestFieldsAndMarkdownAreToldApart(t *testing.T) {
	cases := []struct{ name, text, keys, body string }{
		{"a file", "---\ntitel: x\nconcept: nee\n---\nTekst.\n", "titel concept", "Tekst.\n"},
		{"empty lines above and between", "\n\n---\ntitel: x\n---\n\n\n Tekst.", "titel", " Tekst."},
		{"no fields", "---\n---\nTekst.", "", "Tekst."},
		{"a comment alone", "---\n# niets\n---\nTekst.", "", "Tekst."},
		{"no text", "---\ntitel: x\n---", "titel", ""},
		{"an indented fence in a block text", "---\ntitel: |\n  a\n  ---\n  b\nx: y\n---\nTekst.", "titel x", "Tekst."},
		{"a rule in the text", "---\ntitel: x\n---\nlet op: dit\n\n---\n", "titel", "let op: dit\n\n---\n"},
	}
	for _, c := range cases {
		f, problems := read(c.text)
		if len(problems) > 0 || f.Fields == nil || f.Fields.Kind != yaml.MappingNode {
			t.Errorf("%s: %v, %v", c.name, f.Fields, problems)
			continue
		}
		var keys []string
		for i := 0; i < len(f.Fields.Content); i += 2 {
			keys = append(keys, f.Fields.Content[i].Value)
		}
		if strings.Join(keys, " ") != c.keys || f.Text[f.Body:] != c.body {
			t.Errorf("%s: keys %v and text %q", c.name, keys, f.Text[f.Body:])
		}
	}
}

func TestWhatCannotBeReadIsReportedAndGivesNoFields(t *testing.T) {
	cases := []struct {
		text, want string
		body       string
	}{
		{"", "0 file-empty", ""},
		{" \n", "0 file-empty", ""},
		{"# Over\n", "1 front-missing", ""},
		{"---\ntitel: x\n", "1 front-unclosed", ""},
		{"---\ntitel: [x\n---\nTekst", "2 yaml-syntax.bracket", "Tekst"},
		{"---\n\ttitel: x\n\ty: z\n---\nTekst", "2 yaml-syntax.tab, 3 yaml-syntax.tab", "Tekst"},
		{"---\ntitel: &a x\ny: *a\n---\nTekst", "2 yaml-refused.anchor, 3 yaml-refused.alias", "Tekst"},
		{"---\n- x\n---\nTekst", "2 yaml-syntax.fields", "Tekst"},
		{"---\na: b\n---\ntitel: x\n---\nTekst", "4 yaml-second", ""},
	}
	for _, c := range cases {
		f, problems := read(c.text)
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimSuffix(string('0'+rune(p.Pos.Line))+" "+string(p.Rule)+"."+p.Variant, "."))
		}
		if strings.Join(got, ", ") != c.want || f.Text[f.Body:] != c.body || f.Path != path {
			t.Errorf("%q: %q, text %q", c.text, got, f.Text[f.Body:])
		}
		if second := c.want == "4 yaml-second"; (f.Fields != nil) != second {
			t.Errorf("%q: fields %v", c.text, f.Fields)
		}
	}
}

func TestEveryNodeHasItsPlace(t *testing.T) {
	text := "\n---\nïd: één # noot\n'q': \"a \\\"b\\\" c\"\nlijst: [x, 'y''z']\nblok:\n  k: w\n---\n"
	f, problems := read(text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var got []string
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		got = append(got, cut(text, f.Span(n)))
		for _, child := range n.Content {
			walk(child)
		}
	}
	walk(f.Fields)
	want := []string{
		"ïd: één # noot", // a mapping stands where its first key does, up to the end of the line
		"ïd", "één", "'q'", `"a \"b\" c"`, "lijst", "[x, 'y''z']", "x", "'y''z'", "blok", "k: w", "k", "w",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if pos := f.Fence(); pos.Line != 2 || cut(text, pos) != "---" {
		t.Errorf("fence at %+v", pos)
	}
}

func TestAlignLeadsFromAValueToWhatWasTyped(t *testing.T) {
	for _, text := range []string{
		"---\na: een *twee* drie\n---\n",
		"---\na: 'een ''oude'' *twee*'\n---\n",
		"---\na: \"een *twee*\"\n---\n",
		"---\na: |\n  een\n\n    *twee*\n---\n",
		"---\na: >-\n  een\n  één\n  *twee*\n---\n",
		"---\na:\n  een\n  *twee*\n---\n",
	} {
		f, problems := read(text)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		value := f.Fields.Content[1]
		got := f.Align(value)(strings.Index(value.Value, "*"))
		if want := strings.Index(text, "*"); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestPlacesAreKeptWithinTheFile(t *testing.T) {
	f, _ := read("---\né\n---\nab")
	want := diag.Pos{File: path, Line: 4, Col: 2, EndLine: 4, EndCol: 3}
	if got := f.At(len(f.Text)-1, len(f.Text)+9); got != want {
		t.Errorf("got %+v", got)
	}
	if got := f.At(-1, -5); got != (diag.Pos{File: path, Line: 1, Col: 1, EndLine: 1, EndCol: 1}) {
		t.Errorf("got %+v", got)
	}
}
