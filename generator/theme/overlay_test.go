package theme

import (
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator/diag"
	"casusboek/templates"
)

// tinyTemplates is a whole set of templates in a few lines, so that these tests hold the rules and not the pages.
func tinyTemplates() fstest.MapFS {
	return fstest.MapFS{
		"base.html":     {Data: []byte(`<title>{{.Title}}</title>{{template "main" .}}`)},
		"_parts.html":   {Data: []byte(`{{define "name"}}<b>{{.Site.Title}}</b>{{end}}`)},
		"home.html":     {Data: []byte(`{{define "main"}}{{template "name" .}}{{end}}`)},
		"casusboek.css": {Data: []byte("body{}")},
		"nl.yaml":       {Data: []byte("round:\n  of: ronde {n} van {total}\n  name: ronde\n")},
	}
}

func files(pairs ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i+1 < len(pairs); i += 2 {
		m[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return m
}

// front and book are data like those of a page: fields, and a method that gives the model.
type front struct{ Title string }

type book struct{ Title, Licence string }

func (*front) Site() *book { return &book{Title: "Wie belt er aan?"} }

// home loads the tiny templates with an override and makes the home page: its HTML, or the problems of either step.
func home(t *testing.T, override fstest.MapFS) (string, diag.List) {
	t.Helper()
	set, problems, err := loadTemplates(tinyTemplates(), override, nil)
	if err != nil {
		t.Fatal(err)
	}
	if problems.HasErrors() {
		return "", problems
	}
	var html strings.Builder
	var faults Faults
	if err := faults.Keep(set.Page(&html, "home.html", &front{})); err != nil {
		t.Fatal(err)
	}
	problems.Join(faults.Problems())
	return html.String(), problems
}

func TestOverrideTakesThePlaceOfOneFile(t *testing.T) {
	html, problems := home(t, files("_parts.html", `{{define "name"}}<i>{{.Site.Title}}</i>{{end}}`, "casusboek.css", "p{}"))
	if len(problems) > 0 || html != "<title></title><i>Wie belt er aan?</i>" {
		t.Errorf("%q %v", html, problems)
	}
}

func TestBrokenOverrideIsAProblemWithItsPlace(t *testing.T) {
	for name, test := range map[string]struct {
		override fstest.MapFS
		want     string // place rule variant args
	}{
		"no end":           {files("home.html", "{{define \"main\"}}\n  {{if .Title}}x\n"), `templates/home.html:3:1 template-broken end []`},
		"bad syntax":       {files("home.html", "{{define \"main\"}}\n  {{ . ) }}{{end}}"), `templates/home.html:2:3 template-broken  [{detail unexpected right paren}]`},
		"unknown function": {files("home.html", "{{define \"main\"}}\n{{prntf 1}}{{end}}"), `templates/home.html:2:1 template-function near [{name prntf} {near printf}]`},
		"unknown variable": {files("home.html", "{{define \"main\"}}\n{{$x}}{{end}}"), `templates/home.html:2:1 template-broken variable [{name $x}]`},
		"unknown field":    {files("home.html", "{{define \"main\"}}\n  <p>é {{.Titel}}</p>{{end}}"), `templates/home.html:2:10 template-field near [{name Titel} {near Title}]`},
		"field of a model": {files("home.html", "{{define \"main\"}}{{.Site.Licens}}{{end}}"), `templates/home.html:1:25 template-field near [{name Licens} {near Licence}]`},
		"far from a field": {files("home.html", "{{define \"main\"}}{{.Xyzzy}}{{end}}"), `templates/home.html:1:20 template-field  [{name Xyzzy}]`},
		"unknown piece":    {files("home.html", "{{define \"main\"}}{{template \"nam\" .}}{{end}}"), `templates/home.html:1:29 template-piece  [{name nam}]`},
		"piece left out":   {files("_parts.html", "{{define \"other\"}}{{end}}"), `templates/_parts.html template-piece gone [{name name}]`},
		"wrong thing":      {files("home.html", "{{define \"main\"}}{{template \"name\" .Title}}{{end}}"), `templates/home.html template-piece given [{name _parts.html}]`},
		"unclosed html":    {files("home.html", "{{define \"main\"}}<a href=\"{{.Title}}{{end}}"), `templates/home.html template-broken html [{detail ends in a non-text context`},
		"no such file":     {files("hoem.html", "x"), `templates/hoem.html template-unknown near [{name hoem.html} {near home.html}]`},
		"far from a file":  {files("logo.svg", "x"), `templates/logo.svg template-unknown  [{name logo.svg}]`},
	} {
		_, problems := home(t, test.override)
		if len(problems) != 1 {
			t.Errorf("%s: %v", name, problems)
			continue
		}
		p := problems[0]
		got := strings.Join([]string{p.Pos.String(), string(p.Rule), p.Variant}, " ") + " " + argText(p)
		if !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: got  %s\nwant %s", name, got, test.want)
		}
		if wantWarning := p.Rule == diag.TemplateUnknown; wantWarning != (p.Severity() == diag.Warning) {
			t.Errorf("%s: severity %v", name, p.Severity())
		}
	}
}

func argText(p diag.Problem) string {
	var all []string
	for _, a := range p.Args {
		all = append(all, "{"+a.Name+" "+a.Value+"}")
	}
	return "[" + strings.Join(all, " ") + "]"
}

func TestBuiltInTemplatesAreNobodysProblem(t *testing.T) {
	builtin := tinyTemplates()
	builtin["home.html"] = &fstest.MapFile{Data: []byte("{{define \"main\"}}{{nope}}{{end}}")}
	if _, problems, err := loadTemplates(builtin, files("casusboek.css", "p{}"), nil); err == nil || len(problems) > 0 {
		t.Errorf("a broken built-in template is an error, not a problem: %v %v", problems, err)
	}
}

func TestOwnWords(t *testing.T) {
	words, problems, err := loadWords("nl", tinyTemplates(), files("nl.yaml", "# eigen woorden\nround:\n  name: stap\n"))
	if err != nil || len(problems) > 0 || words.T("round.name") != "stap" || words.T("round.of", "n", "1", "total", "3") != "ronde 1 van 3" {
		t.Errorf("%v %v %v", words, problems, err)
	}
	for name, test := range map[string]struct{ yaml, want string }{
		"bad yaml":      {"round:\n  name: stap: twee\n", "templates/nl.yaml:2:1 words-broken "},
		"a tab":         {"round:\n\tname: stap\n", "templates/nl.yaml:2:1 words-broken "},
		"unknown":       {"round:\n  nam: stap\n", "templates/nl.yaml:2:3 word-unknown near [{name round.nam} {near round.name}]"},
		"a number":      {"round:\n  name: 3\n", "templates/nl.yaml:2:9 words-broken text [{name round.name}]"},
		"a list":        {"- stap\n", "templates/nl.yaml:1:1 words-broken list []"},
		"twice":         {"round:\n  name: stap\n  name: ronde\n", "templates/nl.yaml:3:3 words-broken twice [{name round.name}]"},
		"unknown place": {"round:\n  of: stap {nummer}\n", "templates/nl.yaml:2:7 word-place  [{name round.of} {place {nummer}}]"},
		"no text":       {"round:\n  name:\n", "templates/nl.yaml:2:8 words-broken text"},
	} {
		words, problems, err := loadWords("nl", tinyTemplates(), files("nl.yaml", test.yaml))
		if err != nil || len(problems) != 1 {
			t.Errorf("%s: %v %v", name, problems, err)
			continue
		}
		if words.T("round.name") != "ronde" {
			t.Errorf("%s: the built-in words must stay to tell the problem in", name)
		}
		p := problems[0]
		if got := strings.Join([]string{p.Pos.String(), string(p.Rule), p.Variant}, " ") + " " + argText(p); !strings.HasPrefix(got, test.want) {
			t.Errorf("%s: got  %s\nwant %s", name, got, test.want)
		}
	}
	if _, problems, err := loadWords("nl", tinyTemplates(), files("nl.yaml", "# niets\n")); err != nil || len(problems) > 0 {
		t.Errorf("a file of nothing changes nothing: %v %v", problems, err)
	}
}

// TestRulesHaveWords holds every rule and wording of this package against both catalogues.
func TestRulesHaveWords(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		words, _, _, err := Load(templates.Files, nil, language)
		if err != nil {
			t.Fatal(err)
		}
		for _, rule := range []string{
			"template-unknown", "template-unknown.near", "template-broken", "template-broken.end", "template-broken.html", "template-broken.variable", "template-function",
			"template-function.near", "template-field", "template-field.near", "template-piece", "template-piece.gone", "template-piece.given",
			"words-broken", "words-broken.list", "words-broken.text", "words-broken.twice", "word-unknown", "word-unknown.near", "word-place",
		} {
			for _, part := range []string{"message", "hint"} {
				if key := "rules." + rule + "." + part; !words.Has(key) {
					t.Errorf("%s.yaml has no %s", language, key)
				}
			}
		}
	}
}
