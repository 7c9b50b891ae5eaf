package importing

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/read/parse"
)

// FuzzAnswer takes any text all the way from a csv file: the file that comes out has no problem and says the same.
func FuzzAnswer(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	o := options(f)
	f.Fuzz(func(t *testing.T, text string) {
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		if err := w.WriteAll([][]string{{"Reactie", "Eerste indruk", "Thema"}, {text, text, "a"}, {"x", "y", "b"}}); err != nil {
			t.Skip()
		}
		table, err := ReadTable(b.Bytes(), TableOptions{})
		if err != nil || len(table.Rows) < 2 || table.Rows[1].Cell(0) == "" {
			return
		}
		for i, file := range Reflections(MatchColumns(table, ReflectionFields), o).Files {
			document, problems := parse.Document(casebook.KindReflection, "x", "content/reflecties/x.md", file.Text)
			if len(problems) > 0 {
				t.Fatalf("%q: %v\n%s", text, problems, file.Text)
			}
			r, said := document.(*casebook.Reflection), table.Rows[i+1]
			if got, want := r.FirstImpression.V, strings.Join(strings.Fields(said.Cell(1)), " "); got != want {
				t.Fatalf("%q became %q", want, got)
			}
			for _, p := range r.Body.Parts {
				if p.Link != nil || p.Image != nil {
					t.Fatalf("%q: a link %+v", text, p)
				}
			}
		}
	})
}
