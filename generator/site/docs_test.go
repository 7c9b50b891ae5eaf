package site

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
	"casusboek/templates"
)

// The reference of templates is made from the types and their comments, so that it cannot differ from what a template
// gets: the test fails when it does, and `go test ./generator/render -run Documents -update` writes it anew.

const templatesIntro = `# Templates

A site may have a folder ` + "`templates/`" + ` beside its ` + "`content/`" + `. Any file in it takes the place of casusboek's own file of the same name; all others stay as
they are. Copy a file from casusboek's ` + "`templates/`" + ` and change it. ` + "`nl.yaml`" + ` and ` + "`en.yaml`" + ` are different: they lay single words over the catalogue, so
write only the keys that you want to change.

` + "```yaml" + `
# templates/nl.yaml
paper:
  handout:
    first: Eerst jij
` + "```" + `

Templates are Go's [html/template](https://pkg.go.dev/html/template). ` + "`base.html`" + ` is the frame of every page; a page template fills its blocks ` + "`main`" + ` (or
` + "`body`" + ` for the whole of it) and ` + "`head`" + `. Files that begin with an underscore are pieces that several pages use. Every view embeds ` + "`Page`" + `, so that its
fields and methods are there in each template: ` + "`{{.Title}}`" + `, ` + "`{{.T \"page.skip\"}}`" + `. What goes wrong is reported with file, line and column, as mistakes in content are.

This page is made from the code. Types of the model (` + "`casebook.Case`" + ` and others) are described in ` + "`generator/casebook`" + `.
`

func TestTemplatesDocuments(t *testing.T) {
	src := readSource(t)
	var b strings.Builder
	b.WriteString(templatesIntro)
	views, inner := src.views(t)
	b.WriteString("\n## Page\n\n" + src.docs["Page"] + "\n\n")
	src.table(&b, "Page")
	pages, pieces := templateFiles(t)
	b.WriteString("\n## Page templates\n")
	for _, name := range pages {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n", name, leading(t, name))
		view, ok := views[name]
		if !ok {
			t.Errorf("no page of the test sites is made with %s: its data are not documented", name)
		}
		if view == "Page" {
			b.WriteString("Data: `Page`.\n")
			continue
		}
		fmt.Fprintf(&b, "Data: `%s`. %s\n\n", view, src.docs[view])
		src.table(&b, view)
	}
	b.WriteString("\n## Pieces\n\n")
	for _, name := range pieces {
		fmt.Fprintf(&b, "- `%s`: %s\n", name, leading(t, name))
	}
	b.WriteString("\n## Types in the data\n")
	for _, name := range inner {
		fmt.Fprintf(&b, "\n### %s\n\n%s\n\n", name, src.docs[name])
		src.table(&b, name)
	}
	document(t, "../../docs/templates.md", b.String())
}

func document(t *testing.T, path, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(path)
	if err != nil || string(have) != text {
		t.Errorf("%s differs from the code; go test ./generator/render -run Documents -update writes it anew (%v)", path, err)
	}
}

// templateFiles lists the templates of pages, and those that pages share, by name.
func templateFiles(t *testing.T) (pages, pieces []string) {
	names, err := fs.Glob(templates.Files, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if name == "base.html" || strings.HasPrefix(name, "_") {
			pieces = append(pieces, name)
		} else {
			pages = append(pages, name)
		}
	}
	return pages, pieces
}

// comment is the note at the top of a template.
var comment = regexp.MustCompile(`(?s)^\{\{-? ?/\*(.*?)\*/`)

func leading(t *testing.T, name string) string {
	text, err := templates.Files.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m := comment.FindSubmatch(text)
	if m == nil {
		return ""
	}
	return strings.Join(strings.Fields(string(m[1])), " ")
}

// field is an exported field or method of a type.
type field struct{ name, kind, what string }

// viewPackages are the packages with the types that templates get.
var viewPackages = []string{"site", "printing/sheets", "printing/cards", "printing", "page"}

// sourceCode is what the Go files of these packages say about their types.
type sourceCode struct {
	docs   map[string]string
	fields map[string][]field
}

func readSource(t *testing.T) sourceCode {
	t.Helper()
	src := sourceCode{map[string]string{}, map[string][]field{}}
	var names []string
	for _, room := range viewPackages {
		found, err := filepath.Glob("../" + room + "/*.go")
		if err != nil || len(found) == 0 {
			t.Fatal(room, err)
		}
		names = append(names, found...)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			src.read(d)
		}
	}
	for name := range src.fields {
		slices.SortStableFunc(src.fields[name], func(a, b field) int { return strings.Compare(methodLast(a), methodLast(b)) })
	}
	return src
}

// methodLast keeps fields in the order of the code, and puts methods behind them by name.
func methodLast(f field) string {
	if strings.HasPrefix(f.kind, "method") {
		return f.name
	}
	return ""
}

func (src sourceCode) read(d ast.Decl) {
	switch d := d.(type) {
	case *ast.GenDecl:
		for _, s := range d.Specs {
			if s, ok := s.(*ast.TypeSpec); ok {
				doc := s.Doc
				if doc == nil {
					doc = d.Doc
				}
				src.docs[s.Name.Name] = oneLine(doc)
				if st, ok := s.Type.(*ast.StructType); ok {
					src.readFields(s.Name.Name, st)
				}
			}
		}
	case *ast.FuncDecl:
		if d.Recv == nil || !d.Name.IsExported() || d.Type.Results == nil {
			return // no method, or none that a template can call
		}
		on := strings.TrimPrefix(code(d.Recv.List[0].Type), "*")
		call := strings.TrimPrefix(code(d.Type), "func")
		src.fields[on] = append(src.fields[on], field{name: d.Name.Name, kind: "method " + call, what: oneLine(d.Doc)})
	}
}

func (src sourceCode) readFields(on string, st *ast.StructType) {
	for _, f := range st.Fields.List {
		what := oneLine(f.Comment)
		if what == "" {
			what = oneLine(f.Doc)
		}
		for _, n := range f.Names {
			if n.IsExported() {
				src.fields[on] = append(src.fields[on], field{n.Name, code(f.Type), what})
			}
		}
	}
}

var roomNames = strings.NewReplacer("page.", "", "sheet.", "", "table.", "", "deck.", "", "session.", "")

func code(n ast.Node) string {
	var b strings.Builder
	_ = printer.Fprint(&b, token.NewFileSet(), n)
	return roomNames.Replace(b.String()) // the reader of the document sees one house
}

// oneLine is a comment for a cell of a table in Markdown.
func oneLine(c *ast.CommentGroup) string {
	return strings.NewReplacer("<", "&lt;", "|", "\\|").Replace(strings.Join(strings.Fields(c.Text()), " "))
}

func (src sourceCode) table(b *strings.Builder, name string) {
	if len(src.fields[name]) == 0 {
		return
	}
	b.WriteString("| name | type | what |\n|---|---|---|\n")
	for _, f := range src.fields[name] {
		fmt.Fprintf(b, "| `%s` | `%s` | %s |\n", f.name, f.kind, f.what)
	}
}

// views finds, by making the pages of test sites, which type each template gets, and all types of these packages
// inside those.
func (src sourceCode) views(t *testing.T) (map[string]string, []string) {
	views := map[string]string{}
	var inner []string
	for _, b := range []*site{siteOf(t, testBook("nl"), guard.Facilitator), offlineSite(t), siteOf(t, sample.Book(3), guard.Facilitator), siteOf(t, manyPages("nl", 40), guard.Public)} {
		for p := range b.pages() {
			of := reflect.TypeOf(p.View(b.Page(p.Address, p.Template)))
			for of.Kind() == reflect.Pointer {
				of = of.Elem()
			}
			views[p.Template] = of.Name()
			for i := range of.NumField() {
				reach(of.Field(i).Type, &inner)
			}
		}
	}
	slices.Sort(inner)
	return views, slices.DeleteFunc(slices.Compact(inner), func(name string) bool { return name == "Page" || name == "Run" })
}

// reach lists the struct types of these packages inside a type.
func reach(of reflect.Type, names *[]string) {
	switch of.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		reach(of.Elem(), names)
	case reflect.Struct:
		if !slices.Contains(viewPackages, strings.TrimPrefix(of.PkgPath(), "casusboek/generator/")) || slices.Contains(*names, of.Name()) || of.Name() == "Page" || of.Name() == "" {
			return
		}
		*names = append(*names, of.Name())
		for i := range of.NumField() {
			if f := of.Field(i); f.IsExported() || f.Anonymous {
				reach(f.Type, names)
			}
		}
	}
}

// offlineSite has the page that only a site has that browsers keep.
func offlineSite(t *testing.T) *site {
	s := siteOf(t, testBook("nl"), guard.Public)
	s.Offline = true
	return s
}
