package theme

import (
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator/lang"
)

// speaker is data of a template that counts how often it is asked for a word.
type speaker struct {
	words *lang.Catalogue
	asked int
}

func (s *speaker) T(key string, args ...string) string { s.asked++; return s.words.T(key, args...) }

func (s *speaker) Same(text string) string { return text }

// Words that are put in when templates are read come out as those that are asked for, byte by byte, wherever they stand.
func TestFixedWordsComeOutTheSame(t *testing.T) {
	words, err := lang.Load("nl", []byte("odd: a & \"b\" + 'c' <d> é\nvalue: \"{n} kaarten\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	const page = `{{define "piece"}}[{{.}}]{{end}}<title>{{.T "odd"}}</title><p title="{{.T "odd"}}">{{$.T "odd"}}` +
		`{{with .Same (.T "odd")}}{{.}}{{$.T "odd"}}{{end}}{{if true}}{{.T "odd"}}{{else}}{{.T "odd"}}{{end}}{{template "piece" (.Same ($.T "odd"))}}{{.T "value" "n" "3"}}</p>`
	builtin := fstest.MapFS{"base.html": {Data: []byte(page)}, "case.html": {Data: []byte(`{{define "head"}}{{end}}`)}}
	made := func(override fstest.MapFS, fold *lang.Catalogue) (string, int) {
		set, problems, err := loadTemplates(builtin, override, fold)
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		var b strings.Builder
		data := &speaker{words: words}
		if err := set.Page(&b, "case.html", data); err != nil {
			t.Fatal(err)
		}
		return b.String(), data.asked
	}
	asked, n := made(nil, nil)
	folded, few := made(nil, words)
	if folded != asked {
		t.Errorf("folded:\n%s\nasked:\n%s", folded, asked)
	}
	if n != 8 || few != 1 {
		t.Errorf("asked %d and %d times; want 8, and 1 for the word with a value", n, few)
	}
	own := fstest.MapFS{"base.html": {Data: append([]byte("<!-- own -->"), builtin["base.html"].Data...)}}
	if _, n := made(own, words); n != 8 {
		t.Errorf("a template of the site's own was asked %d times, want 8", n)
	}
}
