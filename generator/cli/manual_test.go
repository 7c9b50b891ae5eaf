package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestTheManualTellsOfEveryCommand compares the manual with the commands that there are.
func TestTheManualTellsOfEveryCommand(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "docs", "handleiding.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range commands() {
		if !strings.Contains(string(text), "casusboek "+c.name) {
			t.Errorf("docs/handleiding.md does not tell of casusboek %s", c.name)
		}
	}
	for _, m := range regexp.MustCompile("(?m)(?:`|^ *)casusboek ([a-z]+)").FindAllStringSubmatch(string(text), -1) {
		if !slices.ContainsFunc(commands(), func(c command) bool { return c.name == m[1] }) {
			t.Errorf("docs/handleiding.md tells of casusboek %s, which is no command", m[1])
		}
	}
}

// TestDocumentsLeadSomewhere opens whatever the documents link to or show.
func TestDocumentsLeadSomewhere(t *testing.T) {
	root := filepath.Join("..", "..")
	documents, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(documents) < 5 {
		t.Fatal(documents, err)
	}
	for _, name := range []string{"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"} {
		documents = append(documents, filepath.Join(root, name))
	}
	link := regexp.MustCompile(`\]\(([^)#\s]+)(#[^)]*)?\)`)
	links := 0
	for _, document := range documents {
		text, err := os.ReadFile(document)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			links++
			if _, err := os.Stat(filepath.Join(filepath.Dir(document), m[1])); err != nil {
				t.Errorf("%s leads to %s, which is not there", filepath.Base(document), m[1])
			}
		}
	}
	if links < 20 {
		t.Errorf("only %d links were found", links)
	}
}
