package generator_test

import (
	"bytes"
	"context"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator"
	"casusboek/generator/diag"
)

var update = flag.Bool("update", false, "accept the reports as they now come out")

// TestInvalid checks every casebook in testdata/invalid: each must be told off exactly as its want.txt says.
func TestInvalid(t *testing.T) {
	folders, err := filepath.Glob("testdata/invalid/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no casebooks in testdata/invalid", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			got := report(t, folder)
			wanted := filepath.Join(folder, "want.txt")
			if *update {
				if err := os.WriteFile(wanted, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(wanted)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

// report checks a casebook and gives what an author would see.
func report(t *testing.T, folder string) []byte {
	t.Helper()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	content, err := fs.Sub(root.FS(), "content")
	if err != nil {
		t.Fatal(err)
	}
	own, err := fs.Sub(root.FS(), "templates")
	if err != nil {
		t.Fatal(err)
	}
	result, err := generator.Check(context.Background(), generator.Input{Content: content, Templates: own, Today: benchDay})
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	err = diag.Fprint(&text, result.Problems, result.Words, func(file string, line int) string {
		data, _ := root.ReadFile(file)
		lines := strings.Split(strings.TrimPrefix(string(data), "\uFEFF"), "\n")
		return strings.TrimSuffix(lines[min(line, len(lines))-1], "\r")
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.Bytes()
}

// TestEveryRuleIsSeen holds the list of rules against the reports in testdata/invalid and the scripts of the command line: a rule that no author can
// run into there is dead, or untested.
func TestEveryRuleIsSeen(t *testing.T) {
	var seen []byte
	for _, pattern := range []string{"testdata/invalid/*/want.txt", "cli/testdata/script/*.txtar"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			seen = append(seen, data...)
		}
	}
	var missing []string
	for _, name := range []string{"diag/rules.go", "diag/privacy.go"} {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`Rule += "([a-z-]+)"`).FindAllSubmatch(source, -1) {
			shown := bytes.Contains(seen, append(append([]byte("["), m[1]...), ']')) || bytes.Contains(seen, []byte(`"rule": "`+string(m[1])+`"`))
			if !shown {
				missing = append(missing, string(m[1]))
			}
		}
	}
	slices.Sort(missing)
	if len(missing) > 0 {
		t.Errorf("no report shows %s; add a casebook to testdata/invalid", strings.Join(missing, ", "))
	}
}
