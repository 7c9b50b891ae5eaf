package generator_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator"
)

// TestReadmeCasebookHasNoProblems types in what README.md says that a first casebook is.
func TestReadmeCasebookHasNoProblems(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var files []string
	for _, m := range regexp.MustCompile("(?s) {3}```yaml\n(.*?) {3}```").FindAllStringSubmatch(string(readme), -1) {
		files = append(files, strings.ReplaceAll("\n"+m[1], "\n   ", "\n")[1:])
	}
	if len(files) != 2 {
		t.Fatalf("%d files in README.md, want index.md and a case", len(files))
	}
	content := fstest.MapFS{"index.md": {Data: []byte(files[0])}, "casussen/anna.md": {Data: []byte(files[1])}}
	var out counter
	result, err := generator.Build(t.Context(), generator.Input{Content: content, Today: benchDay}, &out)
	if err != nil || len(result.Problems) > 0 || result.Cases != 1 {
		t.Errorf("%d cases, problems %v, error %v", result.Cases, result.Problems, err)
	}
}
