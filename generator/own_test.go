package generator_test

import (
	"context"
	"io/fs"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/templates"
)

// TestTemplatesAreNoFindings holds that who takes over a template of casusboek and changes a word is not stopped by the rest of it.
func TestTemplatesAreNoFindings(t *testing.T) {
	content := fstest.MapFS{"index.md": {Data: []byte("---\ntitel: Klein casusboek\n---\n")}}
	names, err := fs.Glob(templates.Files, "*.*")
	if err != nil || len(names) < 30 {
		t.Fatal(err, len(names))
	}
	for _, name := range names {
		data, err := templates.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		own := fstest.MapFS{name: {Data: append([]byte("\n"), data...)}}
		survey, err := generator.Analyze(context.Background(), generator.Input{Content: content, Templates: own, Today: benchDay})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range survey.Open {
			if o.Severity() == diag.Error {
				t.Errorf("%s: %s %s %q", o.Pos, o.Rule, o.Level, o.Value)
			}
		}
	}
}

// TestAPreviewShowsFindings holds that an author sees the page that a finding is about, and the finding.
func TestAPreviewShowsFindings(t *testing.T) {
	content := fstest.MapFS{
		"index.md":        {Data: []byte("---\ntitel: Klein casusboek\n---\n")},
		"paginas/over.md": {Data: []byte("---\ntitel: Over\n---\nBel 06-44556677.\n")},
	}
	desk := generator.NewWorkspace(generator.Input{Content: content, Today: benchDay})
	result, err := desk.Update(context.Background(), nil)
	if err != nil || !result.Failed() || result.Problems[0].Rule != diag.PrivacyPhone {
		t.Fatal(err, result.Problems)
	}
	if _, _, err := desk.File("over/index.html"); err != nil {
		t.Error(err)
	}
	content["paginas/over.md"] = &fstest.MapFile{Data: []byte("---\ntitel: Over\n---\nBel ons niet.\n")}
	if result, err = desk.Update(context.Background(), []string{"content/paginas/over.md"}); err != nil || len(result.Problems) > 0 {
		t.Error(err, result.Problems)
	}
}
