package skeleton_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"
	"casusboek/generator/author/format"
	"casusboek/generator/author/skeleton"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/lang/langtest"
	"casusboek/generator/read/parse"
)

var today = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

// content is the casebook that init makes, as check reads it.
func content(t *testing.T, language string) fstest.MapFS {
	t.Helper()
	files, err := skeleton.Casebook(language)
	if err != nil {
		t.Fatal(err)
	}
	book := fstest.MapFS{}
	for _, f := range files {
		if name, ok := strings.CutPrefix(f.Path, "content/"); ok {
			book[name] = &fstest.MapFile{Data: []byte(f.Text)}
		}
	}
	return book
}

// checked wants a casebook without any problem.
func checked(t *testing.T, book fstest.MapFS, edition guard.Edition, drafts bool) generator.Result {
	t.Helper()
	result, err := generator.Check(t.Context(), generator.Input{Content: book, Edition: edition, Drafts: drafts, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range result.Problems {
		t.Errorf("%s %s %s: %s", p.Pos, p.Rule, p.Variant, p.Message(result.Words))
	}
	return result
}

func TestTheFirstCasebookHasNoProblems(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		checked(t, content(t, language), guard.Public, false)
		result := checked(t, content(t, language), guard.Facilitator, false)
		if result.Words.Lang != language || result.Cases != 1 || result.Reflections != 1 || result.Sessions != 1 || result.Unconsented != 0 {
			t.Errorf("%s: %+v", language, result)
		}
	}
}

// TestTheFirstCasebookIsFormatted holds what people learn from to the order of the tables, with its comments.
func TestTheFirstCasebookIsFormatted(t *testing.T) {
	kinds := map[string]casebook.Kind{"index.md": casebook.KindSite}
	for _, k := range skeleton.Kinds {
		kinds[k.Folders[0]], kinds[k.Folders[1]] = k.Of, k.Of
	}
	for _, language := range []string{"nl", "en"} {
		for name, file := range content(t, language) {
			folder, _, _ := strings.Cut(name, "/")
			got, problems, err := format.Document(kinds[folder], name, string(file.Data), format.Options{Keys: language})
			if err != nil || len(problems) > 0 || got != string(file.Data) {
				t.Errorf("%s: %v, %v; fmt makes of it\n%s", name, problems, err, got)
			}
		}
	}
}

// TestANewFileHasNoProblems makes one of each kind, in each pair of languages, and puts it in the first casebook.
func TestANewFileHasNoProblems(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		for _, keys := range []string{"nl", "en"} {
			book := content(t, language)
			for _, k := range skeleton.Kinds {
				text := skeleton.Document(k.Of, skeleton.Options{Title: "Nieuw: 't begin #1 \"hier\"", Words: langtest.Words(language), Keys: keys, Today: today})
				book[k.Folders[0]+"/nieuw.md"] = &fstest.MapFile{Data: []byte(text)}
			}
			result := checked(t, book, guard.Facilitator, keys != language)
			if result.Drafts+result.Cases != 2 || result.Unconsented != 1 || result.Sessions != 2 {
				t.Errorf("%+v", result)
			}
		}
	}
}

// code is what a line is when its first # has been taken away: a key at the start of its line, or something further in.
var code = regexp.MustCompile(`(?m)^#([a-z_]+:|  )`)

// TestEveryFieldOfANewFileCanBeSwitchedOn takes away the first # of every line that is no explanation, and holds that the file has every field then, and each says what it should.
func TestEveryFieldOfANewFileCanBeSwitchedOn(t *testing.T) {
	for _, keys := range []string{"nl", "en"} {
		for _, k := range skeleton.Kinds {
			text := skeleton.Document(k.Of, skeleton.Options{Title: "Nieuw", Words: langtest.Words(keys), Keys: keys, Today: today})
			on := code.ReplaceAllString(text, "$1")
			_, problems := parse.Document(k.Of, "nieuw", "content/nieuw.md", on)
			for _, p := range problems {
				if p.Rule == diag.RoundUnknown || p.Rule == diag.PickedUpKind || p.Rule == diag.HeldKind || p.Rule == diag.PullQuoteGone {
					continue // no case has all fields at once
				}
				t.Errorf("%s %s: %s in\n%s", keys, p.Pos, p.Message(langtest.Words("en")), on)
			}
			for _, f := range parse.Fields()[k.Of].Fields {
				wantField(t, on, keys, f)
			}
			if got, _, err := format.Document(k.Of, "x", on, format.Options{Keys: keys}); got != on || err != nil {
				t.Errorf("%s: fmt makes of it (%v)\n%s", k.Block, err, got)
			}
		}
	}
}

func wantField(t *testing.T, text, keys string, f parse.FieldDoc) {
	t.Helper()
	name, explain := f.Names.NL, f.Explain.NL
	if keys == "en" {
		name, explain = f.Names.EN, f.Explain.EN
	}
	flat := strings.Join(strings.Fields(strings.ReplaceAll(text, "#", "")), " ")
	if !regexp.MustCompile(`(?m)^ *(- )?`+name+`:`).MatchString(text) || !strings.Contains(flat, explain) {
		t.Errorf("%s: the field is not there, or not explained:\n%s", name, text)
	}
	if f.Type.Block != nil {
		for _, sub := range f.Type.Block.Fields {
			wantField(t, text, keys, sub)
		}
	}
}

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{
		"Één sleutel":                    "een-sleutel",
		"CON":                            "con-1",
		"Wat nu? Zorg/welzijn: een 'a'":  "wat-nu-zorg-welzijn-een-a",
		"…":                              "",
		strings.Repeat("lang ", 30):      "lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang-lang",
		strings.Repeat("x", 200):         strings.Repeat("x", 60),
		strings.Repeat("x", 56) + " con": strings.Repeat("x", 56) + "-con",
	} {
		if got := skeleton.FileName(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestTheLanguageOfKeysIsThatOfTheSite(t *testing.T) {
	for index, want := range map[string]string{
		"---\nmenu: [a]\ntitel: x\nlanguage: en\n---\n": "nl",
		"---\nsubtitle: x\n---\n":                       "en",
		"---\nmenu: []\n---\n":                          "other",
		"niets":                                         "other",
	} {
		if got := skeleton.Keys(index, "other"); got != want {
			t.Errorf("%q: %q, want %q", index, got, want)
		}
	}
}
