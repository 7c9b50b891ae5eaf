package render

import (
	"os"
	"path/filepath"
	"testing"

	"casusboek/generator/guard"
)

func TestTryout(t *testing.T) {
	dir := os.Getenv("TRYOUT")
	if dir == "" {
		t.Skip()
	}
	for path, data := range made(t, testBook("nl"), guard.Public) {
		os.MkdirAll(filepath.Dir(filepath.Join(dir, path)), 0o755)
		os.WriteFile(filepath.Join(dir, path), []byte(data), 0o644)
	}
	for _, f := range []string{"casusboek.css", "casusboek.js"} {
		data, _ := os.ReadFile("../../templates/" + f)
		os.WriteFile(filepath.Join(dir, f), data, 0o644)
	}
}
