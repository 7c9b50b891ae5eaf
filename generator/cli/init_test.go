package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestInitAsksWhoeverIsThere holds that the language is asked at a terminal, again after a slip, and not where nobody is.
func TestInitAsksWhoeverIsThere(t *testing.T) {
	somebody := func(string) (string, error) { return "", nil }
	for _, c := range []struct {
		typed    string
		password func(string) (string, error)
		want     string
		asked    int
	}{
		{"en\n", somebody, "title: Our casebook", 1},
		{"engels\nEN\n", somebody, "title: Our casebook", 2},
		{"\n", somebody, "titel: Ons casusboek", 1},
		{"en\n", nil, "titel: Ons casusboek", 0},
	} {
		dir := filepath.Join(t.TempDir(), "boek")
		var said strings.Builder
		code := Run(t.Context(), []string{"init", dir}, Env{
			Stdin: strings.NewReader(c.typed), Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Now: time.Now, Password: c.password,
		})
		index, err := os.ReadFile(filepath.Join(dir, "content", "index.md"))
		if code != exitDone || err != nil || !strings.Contains(string(index), c.want) {
			t.Errorf("%q: exit code %d, %v: %s", c.typed, code, err, &said)
		}
		if asked := strings.Count(said.String(), "In welke taal"); asked != c.asked {
			t.Errorf("%q: asked %d times: %s", c.typed, asked, &said)
		}
	}
}
