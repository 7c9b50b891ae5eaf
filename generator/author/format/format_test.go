package format_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"casusboek/generator/author/format"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/parse"
)

func formatted(t *testing.T, kind casebook.Kind, text, keys string) string {
	t.Helper()
	got, problems, err := format.Document(kind, "content/x.md", text, format.Options{Keys: keys})
	if err != nil || len(problems) > 0 {
		t.Fatalf("%q: %v, %v", text, problems, err)
	}
	return got
}

// TestFormat tells, case by case, what comes out. Each file in testdata is what is typed, a line of =====, and what comes of it; its name begins with the kind and ends with the language
// of the keys, if one is asked.
func TestFormat(t *testing.T) {
	names, err := filepath.Glob("testdata/*.md")
	if err != nil || len(names) < 10 {
		t.Fatal(len(names), err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text, want, ok := strings.Cut(string(data), "=====\n")
			if !ok {
				t.Fatal("no line of =====")
			}
			got := formatted(t, kindOf(name), text, keysOf(name))
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			_ = hold(t, kindOf(name), text, keysOf(name))
			for _, end := range []string{"\r\n", "\r"} {
				if got := formatted(t, kindOf(name), "\uFEFF"+strings.ReplaceAll(text, "\n", end), keysOf(name)); got != "\uFEFF"+strings.ReplaceAll(want, "\n", end) {
					t.Errorf("with lines that end in %q: %q", end, got)
				}
			}
		})
	}
}

func kindOf(name string) casebook.Kind {
	word, _, _ := strings.Cut(filepath.Base(name), "-")
	return casebook.Kind(slices.IndexFunc(parse.Fields(), func(b *parse.BlockDoc) bool { return b.Name == word }))
}

func keysOf(name string) string {
	for _, keys := range []string{"nl", "en"} {
		if strings.HasSuffix(name, "-"+keys+".md") {
			return keys
		}
	}
	return ""
}

// hold checks what is promised of every file: it says the same, its body and its comments are all there, and again changes nothing. A file that was refused must come back as it was; the
// error is ErrUnsure.
func hold(t *testing.T, kind casebook.Kind, text, keys string) error {
	t.Helper()
	got, problems, err := format.Document(kind, "content/x.md", text, format.Options{Keys: keys})
	if err != nil || len(problems) > 0 {
		if got != text {
			t.Fatalf("a file that was refused came back as\n%q\nand was\n%q", got, text)
		}
		return err
	}
	again, problems, err := format.Document(kind, "content/x.md", got, format.Options{Keys: keys})
	if again != got || err != nil || len(problems) > 0 {
		t.Errorf("formatted again %q\nbecomes %q (%v, %v); it was %q", got, again, problems, err, text)
	}
	if below(got) != below(text) {
		t.Errorf("body %q, want %q", below(got), below(text))
	}
	if a, b := remarks(text), remarks(got); !slices.Equal(a, b) {
		t.Errorf("comments %q, want %q", b, a)
	}
	if a, b := meaning(t, kind, text), meaning(t, kind, got); a != b {
		t.Errorf("%s\nfrom %q\nto %q", difference(a, b), text, got)
	}
	return nil
}

// below is the second fence and all behind it.
func below(text string) string {
	even := strings.NewReplacer("\r\n", "\n\x00", "\r", "\n\x01").Replace(text)
	lines := strings.SplitAfter(even, "\n")
	fences := 0
	for i, line := range lines {
		if trimmed := strings.Trim(line, "\x00\x01\uFEFF"); strings.HasPrefix(trimmed, "---") && strings.TrimSpace(trimmed) == "---" {
			if fences++; fences == 2 {
				return strings.Join(lines[i:], "")
			}
		}
	}
	return even
}

// remarks are the lines that begin with #, and what follows a # on a line without quotation marks, in which one is no remark.
func remarks(text string) []string {
	var all []string
	for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' }) {
		if i := strings.Index(" "+line, " #"); i >= 0 && (strings.HasPrefix(strings.TrimSpace(line), "#") || !strings.ContainsAny(line, "'\"")) {
			all = append(all, line[i:])
		}
	}
	slices.Sort(all)
	return all
}

// meaning is what parse makes of a file, without the places of things, and in which words a mistake is told.
func meaning(t *testing.T, kind casebook.Kind, text string) string {
	t.Helper()
	even := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\uFEFF"))
	doc, problems := parse.Document(kind, "x", "content/x.md", even)
	clean(reflect.ValueOf(doc))
	data, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	var rules []string
	for _, p := range problems {
		rules = append(rules, string(p.Rule))
	}
	slices.Sort(rules)
	// An event of whose title no id can be made is called by the word for card, in the language of the keys.
	return strings.ReplaceAll(string(data), `"V":"card`, `"V":"kaart`) + strings.Join(rules, " ")
}

// difference shows where two long texts begin to differ.
func difference(a, b string) string {
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	part := func(s string) string { return s[max(0, i-60):min(len(s), i+60)] }
	return "said ..." + part(a) + "...\nand says ..." + part(b) + "..."
}

// clean makes all places zero.
func clean(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			clean(v.Elem())
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			clean(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[diag.Pos]() {
			if v.CanSet() {
				v.SetZero()
			}
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				clean(v.Field(i))
			}
		}
	}
}

// TestAllFixturesKeepWhatTheySay formats every document of the repository, with the keys as they are, all Dutch and all English, and as Windows writes files.
func TestAllFixturesKeepWhatTheySay(t *testing.T) {
	n := 0
	for _, f := range fixtures(t) {
		for _, x := range []struct{ text, keys string }{
			{f.text, ""},
			{f.text, "nl"},
			{f.text, "en"},
			{"\uFEFF" + strings.ReplaceAll(f.text, "\n", "\r\n"), ""},
			{strings.TrimRight(f.text, "\n"), ""},
		} {
			n++
			if err := hold(t, f.kind, x.text, x.keys); err != nil {
				t.Errorf("%s: %v", f.name, err)
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d were looked at", n)
	}
}

type fixture struct {
	name, text string
	kind       casebook.Kind
}

// folders are what a folder of content says of its files.
var folders = map[string]casebook.Kind{
	"casussen": casebook.KindCase, "cases": casebook.KindCase, "reflecties": casebook.KindReflection, "reflections": casebook.KindReflection,
	"sessies": casebook.KindSession, "sessions": casebook.KindSession, "themas": casebook.KindTheme, "themes": casebook.KindTheme,
	"organisaties": casebook.KindOrganisation, "organisations": casebook.KindOrganisation, "paginas": casebook.KindPage, "pages": casebook.KindPage, "content": casebook.KindSite,
}

func fixtures(t testing.TB) []fixture {
	t.Helper()
	var all []fixture
	for _, root := range []string{"../../../content", "../../testdata"} {
		err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
			kind, known := folders[filepath.Base(filepath.Dir(name))]
			if err != nil || d.IsDir() || !known || filepath.Ext(name) != ".md" {
				return err
			}
			data, err := os.ReadFile(name)
			text := string(bytes.TrimPrefix(data, []byte("\uFEFF")))
			if utf8.ValidString(text) {
				all = append(all, fixture{name, strings.ReplaceAll(text, "\r\n", "\n"), kind})
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// TestSpacesWithinATextStay holds lines of nothing but spaces, which count in a text as far as they stand further in than it.
func TestSpacesWithinATextStay(t *testing.T) {
	text := "---\nsamenvatting: |\n     a\n       \n  \n     b\n---\n"
	want := "---\nsamenvatting: |\n  a\n    \n  \n  b\n---\n"
	if got := formatted(t, casebook.KindCase, text, ""); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestWhatIsInDoubtIsLeftAlone(t *testing.T) {
	for text, rule := range map[string]diag.Rule{
		"":                                  diag.FileEmpty,
		"Geen velden.\n":                    diag.FrontMissing,
		"---\ntitel: x\n":                   diag.FrontUnclosed,
		"---\ntitel: \"x\n---\n":            diag.YAMLSyntax,
		"---\ntitel: &a x\n---\n":           diag.YAMLRefused,
		"---\ntitel: x\ntitel: y\n---\n":    diag.KeyDuplicate,
		"---\ntitel: x\ntitle: y\n---\n":    diag.FieldTwice,
		"---\n- titel\n---\n":               diag.YAMLSyntax,
		"---\ntitel: x\n---\ntitel: y\n---": diag.YAMLSecond,
	} {
		got, problems, err := format.Document(casebook.KindPage, "content/x.md", text, format.Options{Keys: "en"})
		if got != text || err != nil || len(problems) == 0 || problems[0].Rule != rule {
			t.Errorf("%q becomes %q: %v, %v", text, got, problems, err)
		}
	}
}

// FuzzFormat holds what is promised for whatever a file contains.
func FuzzFormat(f *testing.F) {
	for _, x := range fixtures(f) {
		f.Add(uint8(x.kind), uint8(0), x.text)
	}
	names, err := filepath.Glob("testdata/*.md")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		text, _, _ := strings.Cut(string(data), "=====\n")
		f.Add(uint8(kindOf(name)), uint8(2), text)
	}
	f.Fuzz(func(t *testing.T, kind, keys uint8, text string) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\x00") {
			return // source lets no such text through
		}
		_ = hold(t, casebook.Kind(kind%7), text, []string{"", "nl", "en"}[keys%3])
	})
}
