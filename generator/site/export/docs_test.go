package export

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"reflect"
	"strings"
	"testing"
)

// The reference of casusboek.json is made from the types in data.go and their comments, so that it cannot differ from
// what a program gets: the test fails when it does, and `go test ./generator/export -run Documents -update` writes it
// anew.

const dataIntro = `# casusboek.json

Every site has a file ` + "`casusboek.json`" + ` with all that the edition publishes, for other programs: statistics, an archive, another presentation. The public edition
holds the whole life of every case, all rounds included, so do not show it to participants before the last round. It never holds what is for the
facilitator alone or private: that is only in the facilitator edition, or nowhere.

The encoding is UTF-8. Keys are English, in a fixed order, and the same content gives the same bytes. ` + "`version`" + ` is 1; within a version keys are only added, so
ignore those that you do not know. Empty values and empty lists are left out unless "always there" is said. Prose is plain text, with paragraphs separated by a newline.
Addresses are relative to the site and end in a slash.

` + "```sh" + `
jq -r '.cases[] | .title as $t | .events[] | select(.held == "no") | [$t, .when.label, .title] | @tsv' public/casusboek.json
` + "```" + `

This page is made from the code.
`

func TestDataDocuments(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "data.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString(dataIntro)
	for _, d := range file.Decls {
		decl, ok := d.(*ast.GenDecl)
		if !ok || decl.Tok != token.TYPE {
			continue
		}
		spec := decl.Specs[0].(*ast.TypeSpec)
		name, what := strings.TrimPrefix(spec.Name.Name, "data"), strings.TrimPrefix(oneLine(decl.Doc), "data")
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n| key | type | what |\n|---|---|---|\n", name, what)
		for _, f := range spec.Type.(*ast.StructType).Fields.List {
			key, _, _ := strings.Cut(reflect.StructTag(strings.Trim(f.Tag.Value, "`")).Get("json"), ",")
			if f.Comment == nil {
				t.Errorf("%s has a key %q without a comment", spec.Name.Name, key)
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", key, strings.ReplaceAll(jsonType(f.Type), "data", ""), oneLine(f.Comment))
		}
	}
	golden(t, "../../../docs/casusboek-json.md", b.String())
}

// jsonType words a Go type for readers of JSON.
func jsonType(of ast.Expr) string {
	switch of := of.(type) {
	case *ast.StarExpr:
		return jsonType(of.X)
	case *ast.ArrayType:
		return "list of " + jsonType(of.Elt)
	}
	var b strings.Builder
	_ = printer.Fprint(&b, token.NewFileSet(), of)
	switch b.String() {
	case "int", "float64":
		return "number"
	case "bool":
		return "true or absent"
	}
	return b.String()
}

// oneLine is a comment for a cell of a table in Markdown.
func oneLine(c *ast.CommentGroup) string {
	return strings.NewReplacer("<", "&lt;", "|", "\\|").Replace(strings.Join(strings.Fields(c.Text()), " "))
}
