package cli

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestEveryCommandFinishesAnOutput holds that no command of a casebook leaves an output of old and new pages as it is, whatever else comes of it.
// What a killed build leaves behind, and how it is finished, is tested in package write.
func TestEveryCommandFinishesAnOutput(t *testing.T) {
	lines := map[string][]string{
		"new": {"casus", "Nog een sleutel"}, "build": nil, "check": nil, "serve": {"--addr", "127.0.0.1:0"}, "pdf": {"--browser", "none"}, "zip": nil, "epub": nil, "scorm": {"anna"},
		"explain": {"Kastanjehof", "--as", "plaats"}, "allow": {"content/index.md:1", "--rule", "privacy-phone", "--reason", "Verzonnen nummer van een loket.", "--until", "2026-12-31"},
		"review": {"anna"}, "withdraw": {"mo"}, "import": {"rijen.csv", "--as", "reflections"}, "fmt": nil,
	}
	without := []string{"init", "register", "schema", "completion", "version", "help"} // these read no casebook
	for _, c := range commands() {
		line, known := lines[c.name]
		if !known {
			if !slices.Contains(without, c.name) {
				t.Errorf("%s: say here whether it works on a casebook", c.name)
			}
			continue
		}
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			t.Chdir(dir)
			for name, text := range map[string]string{
				"content/index.md":                            "---\ntitel: Boek\n---\n",
				"content/casussen/anna.md":                    "---\ntitel: De sleutel\nherkomst: fictief\n---\nZe staat in het portiek.\n",
				"rijen.csv":                                   "organisatie;tekst\n",
				"elders/public/.casusboek-manifest":           "casusboek-manifest 1: 2 files made by casusboek; every other file here is left alone\na/index.html\nb/index.html\n",
				"elders/public/a/index.html":                  "new",
				"elders/public/b/index.html":                  "old",
				"elders/.public.casusboek-patch/b/index.html": "new",
				cacheFolder + "/0123456789abcdef.unfinished":  "../elders/public",
			} {
				if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var said strings.Builder
			ctx, stop := context.WithCancel(t.Context())
			if c.name == "serve" {
				stop() // it would go on until then
			}
			defer stop()
			Run(ctx, append([]string{c.name}, line...), Env{
				Stdin: strings.NewReader(""), Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Now: time.Now,
			})
			if text, err := os.ReadFile("elders/public/b/index.html"); err != nil || string(text) != "new" {
				t.Errorf("the page is %q (%v); it said:\n%s", text, err, &said)
			}
			if !strings.Contains(said.String(), "halverwege gestopt") {
				t.Errorf("nobody is told:\n%s", &said)
			}
		})
	}
}
