package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// waitNotice is closed when something is written to it.
type waitNotice chan struct{}

func (h waitNotice) Write(text []byte) (int, error) {
	if strings.Contains(string(text), "Een ander commando schrijft in ") {
		close(h)
	}
	return len(text), nil
}

// TestACommandReadsWhatTheOneBeforeItWrote lets explain wait for another command that changes privacy.yaml meanwhile.
func TestACommandReadsWhatTheOneBeforeItWrote(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "content", "index.md"), "---\ntitel: Boek\n---\n")
	explain := func(word string, said waitNotice) int {
		return Run(t.Context(), []string{"explain", word, "--as", "woord", dir},
			Env{Stdout: said, Stderr: said, Getenv: func(string) string { return "" }, Now: time.Now})
	}
	if code := explain("Eerste", nil); code != exitDone {
		t.Fatal(code)
	}
	file := filepath.Join(dir, "content", answersFile)
	one, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}

	e := &env{}
	s, err := e.open(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.hold(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	waits, done := make(waitNotice), make(chan int)
	go func() { done <- explain("Derde", waits) }()
	select {
	case <-waits:
	case code := <-done:
		t.Fatalf("it did not wait: exit code %d", code)
	}
	if err := s.files.Replace(answersFile, []byte(strings.ReplaceAll(string(one), "Eerste", "Tweede")), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := s.close(); err != nil {
		t.Fatal(err)
	}
	if code := <-done; code != exitDone {
		t.Errorf("exit code %d", code)
	}
	both, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(both), "Tweede") || !strings.Contains(string(both), "Derde") {
		t.Errorf("%v: a word is lost:\n%s", err, both)
	}
	for folder, want := range map[string]int{dir: 1, filepath.Join(dir, "content"): 2} {
		if left, err := os.ReadDir(folder); err != nil || len(left) != want {
			t.Errorf("left in %s: %v, %v", folder, left, err)
		}
	}
}
