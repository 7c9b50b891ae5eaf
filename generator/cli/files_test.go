package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// TestCommandsAtOnceLoseNothing lets commands explain a word each, all at once: each reads privacy.yaml and writes it.
func TestCommandsAtOnceLoseNothing(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "content", "index.md"), "---\ntitel: Boek\n---\n")
	var all sync.WaitGroup
	for i := range 6 {
		all.Go(func() {
			var said strings.Builder
			code := Run(t.Context(), []string{"explain", fmt.Sprintf("Woord%c", 'a'+i), "--as", "woord", dir},
				Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Now: time.Now})
			if code != exitDone {
				t.Errorf("exit code %d: %s", code, &said)
			}
		})
	}
	all.Wait()
	text, err := os.ReadFile(filepath.Join(dir, "content", answersFile))
	for i := range 6 {
		if word := fmt.Sprintf("Woord%c", 'a'+i); err != nil || !strings.Contains(string(text), word) {
			t.Errorf("%s is lost: %v\n%s", word, err, text)
		}
	}
	for folder, want := range map[string]int{dir: 1, filepath.Join(dir, "content"): 2} {
		if left, err := os.ReadDir(folder); err != nil || len(left) != want {
			t.Errorf("left in %s: %v, %v", folder, left, err)
		}
	}
}
