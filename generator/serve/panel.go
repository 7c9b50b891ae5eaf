package serve

import (
	"bytes"
	"embed"
	"html/template"
	"slices"
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

//go:embed preview.css preview.js stream.js panel.html margin.html
var files embed.FS

var own = template.Must(template.ParseFS(files, "*.html"))

// bare is the page that stands behind the panel as long as no book could be made.
var bare = []byte(`<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>casusboek</title></head><body></body></html>`)

// panelView is what the panel says of a page.
type panelView struct {
	Title     string
	Old       string // that the page is the last good one
	Failure   string
	Errors    bool
	Problems  []panelProblem
	Stopped   string  // how many findings of the guard stop a build, on other pages than this
	Elsewhere []place // of them
}

// place is a page with a finding on it; without an address the file has no page.
type place struct{ Address, File string }

type panelProblem struct{ Kind, Place, Message, Rule, Line, Carets, Hint string }

// most is how many problems a panel shows: more is no help.
const most = 20

// mostElsewhere is how many other pages it names.
const mostElsewhere = 5

// panel is what is wrong, as HTML: all mistakes, the warnings about the file that the page shows, and where else the guard found something that stops a
// build. It is empty when nothing is wrong.
func (s *Server) panel(now state, file string) []byte {
	v := panelView{}
	if now.failure != nil {
		v.Failure = now.failure.Error()
	}
	var line func(file string, line int) string
	if s.Lines != nil {
		line = s.Lines()
	}
	shown := 0
	for _, p := range now.problems {
		isError := p.Severity() == diag.Error
		if p.Level != diag.None || !isError && p.Pos.File != file {
			continue
		}
		v.Errors = v.Errors || isError
		if shown++; shown <= most {
			v.Problems = append(v.Problems, wording(p, now.words, line))
		}
	}
	stops := 0
	stops, v.Elsewhere = s.elsewhere(now, file)
	if shown+stops == 0 && v.Failure == "" {
		return nil
	}
	if now.words != nil {
		if shown > 0 {
			v.Title = now.words.N("preview.problems", shown)
		}
		if stops > 0 {
			v.Stopped = now.words.N("preview.elsewhere", stops)
		}
		if v.Errors {
			v.Old = now.words.T("preview.old")
		}
	}
	return filled("panel.html", v)
}

// elsewhere counts the findings of the guard in other files that stop a build, and says where the first of them are.
func (s *Server) elsewhere(now state, file string) (stops int, places []place) {
	last := ""
	for _, p := range now.problems {
		if p.Level == diag.None || p.Severity() != diag.Error || p.Pos.File == file {
			continue
		}
		stops++
		if p.Pos.File != last && len(places) < mostElsewhere {
			places = append(places, place{strings.TrimSuffix(s.desk.PageOf(p.Pos.File), "index.html"), p.Pos.File})
		}
		last = p.Pos.File
	}
	return stops, places
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

// dressed puts the preview's style and script in a page's head, lets it listen, and adds the margin before its content and the panel at its end.
func dressed(html, margin, panel []byte) []byte {
	html = bytes.Replace(html, []byte("default-src 'none';"), []byte("default-src 'none'; connect-src 'self';"), 1)
	html = bytes.Replace(html, []byte("</head>"), []byte(`<link rel="stylesheet" href="`+ours+`preview.css"><script src="`+ours+`preview.js" defer `+versionMark+`></script></head>`), 1)
	html = inserted(html, bytes.LastIndex(html, []byte("</body>")), panel)
	at := bytes.Index(html, []byte("<main"))
	if at < 0 { // a template of the site's own may do without
		at = bytes.LastIndex(html, []byte("</body>"))
	}
	return inserted(html, at, margin)
}

func inserted(html []byte, at int, part []byte) []byte {
	if at < 0 || len(part) == 0 {
		return html
	}
	return slices.Concat(html[:at], part, html[at:])
}
