package generator_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"casusboek/generator"
	"casusboek/generator/diag"
)

// planted are what stands in testdata/invalid/who_it_is and gives somebody away, in pieces that a masked value does not have.
var planted = []string{
	"111222333", "ABNA", "0417", "terpstra", "Terpstra", "Hollander", "kpnmail", "44556677", "Dorpsstraat", "1234 AB", "andvoort", "GBB", "maart", "1971", "3 mei", "waantje", "93",
	"52.37", "88969", "20160012345", "NXK4", "ijsbertha", "ramer", "Wim", "wim", "RBAMS",
}

// TestNothingFoundIsPrinted holds that no message, excerpt or JSON holds what the guard found, in whatever problem it is told.
func TestNothingFoundIsPrinted(t *testing.T) {
	const folder = "testdata/invalid/who_it_is"
	for _, drafts := range []bool{false, true} {
		result, err := generator.Check(context.Background(), generator.Input{Content: os.DirFS(folder + "/content"), Today: benchDay, Drafts: drafts})
		if err != nil || len(result.Problems) < 20 {
			t.Fatal(err, result.Problems)
		}
		var out bytes.Buffer
		err = diag.Fprint(&out, result.Problems, result.Words, func(file string, line int) string {
			data, _ := os.ReadFile(folder + "/" + file)
			return strings.Split(string(data)+strings.Repeat("\n", line), "\n")[line-1]
		})
		if err != nil {
			t.Fatal(err)
		}
		data, err := diag.JSON(result.Problems, result.Words)
		if err != nil {
			t.Fatal(err)
		}
		for _, value := range planted {
			for name, text := range map[string]string{"the terminal": out.String(), "JSON": string(data)} {
				for line := range strings.Lines(text) {
					if strings.Contains(line, value) && !strings.Contains(line, `"line"`) && !strings.Contains(line, `col"`) && !strings.Contains(line, "bijvoorbeeld") {
						t.Errorf("%s shows %q: %s", name, value, line)
					}
				}
			}
		}
	}
}
