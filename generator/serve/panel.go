package serve

import (
	"bytes"
	"embed"
	"html/template"
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

//go:embed preview.css preview.js panel.html
var files embed.FS

var panelTemplate = template.Must(template.ParseFS(files, "panel.html"))

// bare is the page that stands behind the panel as long as no book could be made.
var bare = []byte(`<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>casusboek</title></head><body></body></html>`)

// panelView is what the panel says of a page.
type panelView struct {
	Title    string
	Old      string // that the page is the last good one
	Failure  string
	Errors   bool
	Problems []panelProblem
	Mild     string // how many yellow findings there are, which are harmless by themselves
	Yellow   []panelProblem
}

type panelProblem struct{ Kind, Place, Message, Rule, Line, Carets, Hint string }

// most is how many problems a panel shows: more is no help.
const most = 20

// panel is what is wrong, as HTML: all errors, and the warnings about the file that the page shows. It is empty when nothing is wrong.
func (s *Server) panel(now state, file string) []byte {
	v := panelView{}
	if now.failure != nil {
		v.Failure = now.failure.Error()
	}
	words := now.words
	var line func(file string, line int) string
	if s.Lines != nil {
		line = s.Lines()
	}
	shown, yellow := 0, 0
	for _, p := range now.problems {
		isError := p.Severity() == diag.Error
		if !isError && p.Pos.File != file {
			continue
		}
		if p.Level == diag.Yellow {
			if yellow++; yellow <= most {
				v.Yellow = append(v.Yellow, wording(p, words, line))
			}
			continue
		}
		v.Errors = v.Errors || isError && p.Level == diag.None // what the guard finds holds no page up here
		if shown++; shown <= most {
			v.Problems = append(v.Problems, wording(p, words, line))
		}
	}
	if shown+yellow == 0 && v.Failure == "" {
		return nil
	}
	if words != nil {
		if v.Title = words.N("preview.problems", shown); yellow > 0 {
			v.Mild = words.N("preview.yellow", yellow)
		}
		if shown == 0 {
			v.Title, v.Mild = v.Mild, ""
		}
		if v.Errors {
			v.Old = words.T("preview.old")
		}
	}
	var b bytes.Buffer
	if err := panelTemplate.Execute(&b, v); err != nil {
		return []byte(template.HTMLEscapeString(err.Error()))
	}
	return b.Bytes()
}

// wording says a problem as the terminal does, cut in its parts.
func wording(p diag.Problem, words *lang.Catalogue, line func(file string, line int) string) panelProblem {
	v := panelProblem{
		Kind: p.Severity().String(), Place: p.Pos.String(), Rule: string(p.Rule),
		Message: p.Message(words), Hint: p.Hint(words),
	}
	var b bytes.Buffer
	if err := diag.Fprint(&b, diag.List{p}, words, line); err != nil {
		return v
	}
	for _, line := range strings.Split(b.String(), "\n") {
		if text, ok := strings.CutPrefix(line, "        "); ok && v.Line == "" {
			v.Line = text
		} else if ok {
			v.Carets = text
		}
	}
	return v
}

// versionMark stands in a page where the version that it shows comes.
const versionMark = `data-version=""`

// dressed puts the preview's style and script in a page's head, lets it listen, and adds the panel at its end.
func dressed(html, panel []byte) []byte {
	html = bytes.Replace(html, []byte("default-src 'none';"), []byte("default-src 'none'; connect-src 'self';"), 1)
	html = bytes.Replace(html, []byte("</head>"), []byte(`<link rel="stylesheet" href="`+own+`preview.css"><script src="`+own+`preview.js" defer `+versionMark+`></script></head>`), 1)
	if i := bytes.LastIndex(html, []byte("</body>")); i >= 0 && len(panel) > 0 {
		html = append(append(html[:i:i], panel...), html[i:]...)
	}
	return html
}
