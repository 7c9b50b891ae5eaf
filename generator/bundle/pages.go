package bundle

import "text/template"

// page is what the files that belong to no chapter are made of.
type page struct {
	EPUB
	ID       string
	Foot     string
	Sections []section
	Pictures []string
}

// Modified is when the book was last changed, as EPUB wants it.
func (p page) Modified() string { return p.Updated.UTC().Format("2006-01-02T15:04:05Z") }

// Date is the day of the book.
func (p page) Date() string { return p.Updated.UTC().Format("2006-01-02") }

const container = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

// xml makes a template in which everything is escaped by hand: html/template does not know XML.
func xml(text string) *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"x": template.HTMLEscapeString, "kind": kindOf}).Parse(text))
}

var titlePage = xml(`<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="{{.Lang}}" xml:lang="{{.Lang}}">
<head>
<title>{{x .Title}}</title>
<link rel="stylesheet" href="casusboek.css"/>
<link rel="stylesheet" href="book.css"/>
</head>
<body>
<main class="page title-page">
<h1>{{x .Title}}</h1>
{{with .Subtitle}}<p class="lead">{{x .}}</p>
{{end}}{{with .By}}<p>{{x .}}</p>
{{end}}{{with .Foot}}<p class="label">{{x .}}</p>
{{end}}</main>
</body>
</html>
`)

var contentsPage = xml(`<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{{.Lang}}" xml:lang="{{.Lang}}">
<head>
<title>{{x .Contents}}</title>
<link rel="stylesheet" href="casusboek.css"/>
<link rel="stylesheet" href="book.css"/>
</head>
<body>
<main class="page">
<nav epub:type="toc" id="toc">
<h1>{{x .Contents}}</h1>
<ol>
{{range .Sections}}<li><a href="{{x .File}}">{{x .Title}}</a>{{with .Under}}
<ol>
{{range .}}<li><a href="{{x .File}}">{{x .Title}}</a></li>
{{end}}</ol>
{{end}}</li>
{{end}}</ol>
</nav>
</main>
</body>
</html>
`)

var packageFile = xml(`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{{.Lang}}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">{{x .ID}}</dc:identifier>
    <dc:title>{{x .Title}}</dc:title>
    <dc:language>{{.Lang}}</dc:language>
    <dc:date>{{.Date}}</dc:date>
{{with .Subtitle}}    <dc:description>{{x .}}</dc:description>
{{end}}{{with .By}}    <dc:publisher>{{x .}}</dc:publisher>
{{end}}{{with .Licence}}    <dc:rights>{{x .}}</dc:rights>
{{end}}    <meta property="dcterms:modified">{{.Modified}}</meta>
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessMode">visual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <meta property="schema:accessibilityFeature">structuralNavigation</meta>
    <meta property="schema:accessibilityFeature">tableOfContents</meta>
    <meta property="schema:accessibilityFeature">alternativeText</meta>
    <meta property="schema:accessibilityHazard">none</meta>
  </metadata>
  <manifest>
    <item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
    <item id="css" href="casusboek.css" media-type="text/css"/>
    <item id="book-css" href="book.css" media-type="text/css"/>
    <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
    <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
{{range $i, $name := .Pictures}}    <item id="p{{$i}}" href="{{x $name}}" media-type="{{kind $name}}"/>
{{end}}{{range .Sections}}    <item id="{{.ID}}" href="{{x .File}}" media-type="application/xhtml+xml"{{if .Drawing}} properties="svg"{{end}}/>
{{end}}  </manifest>
  <spine>
    <itemref idref="title"/>
    <itemref idref="contents"/>
{{range .Sections}}    <itemref idref="{{.ID}}"/>
{{end}}  </spine>
</package>
`)
