package browser

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

var errNoAxe = errors.New("axe-core is not there: run make needs, which fetches it into .cache/")

// ReadAxe reads the axe-core that install.sh has put into the cache of the repository at root.
func ReadAxe(root string) (script string, err error) {
	found, err := filepath.Glob(filepath.Join(root, ".cache", "axe-core-*", "axe.min.js"))
	if err != nil || len(found) == 0 {
		return "", errors.Join(errNoAxe, err)
	}
	data, err := os.ReadFile(found[len(found)-1])
	return string(data), err
}

// axeTags are the rules that a page has to meet: WCAG 2.0, 2.1 and 2.2 at A and AA, and axe's own best practices.
var axeTags = []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"}

// Axe runs axe-core on the open page, or on the parts of it that selectors name, and gives one line per rule that it breaks.
func (t *Tab) Axe(script string, parts ...string) ([]string, error) {
	loaded, err := Eval[bool](t, `typeof axe === "object"`)
	if err != nil {
		return nil, err
	}
	if !loaded {
		if err := t.evalVoid(script); err != nil {
			return nil, fmt.Errorf("loading axe-core: %w", err)
		}
	}
	tags, err := json.Marshal(axeTags)
	if err != nil {
		return nil, err
	}
	in := "document"
	if len(parts) > 0 {
		in = fmt.Sprintf("[...document.querySelectorAll(%q)].filter(e => e.checkVisibility())", strings.Join(parts, ", "))
	}
	// preload: axe would fetch style sheets, which a browser refuses from disk.
	type node struct {
		Target         []any
		HTML           string
		FailureSummary string
	}
	type rule struct {
		ID, Help string
		Nodes    []node
	}
	broken, err := Eval[[]rule](t, `axe.run(`+in+`, {preload: false, resultTypes: ["violations"], runOnly: {type: "tag", values: `+string(tags)+`}})
		.then(r => r.violations.map(v => ({ID: v.id, Help: v.help, Nodes: v.nodes.map(n => ({Target: n.target, HTML: n.html, FailureSummary: n.failureSummary}))})))`)
	if err != nil {
		return nil, fmt.Errorf("axe-core: %w", err)
	}
	var lines []string
	for _, r := range broken {
		n := r.Nodes[0]
		lines = append(lines, fmt.Sprintf("%s (%s), %d times, first %v: %.160s: %s", r.ID, r.Help, len(r.Nodes), n.Target, n.HTML,
			strings.Join(strings.Fields(n.FailureSummary), " ")))
	}
	return lines, nil
}

// evalVoid runs a script for what it does.
func (t *Tab) evalVoid(script string) error {
	_, err := Eval[bool](t, script+"\n;true")
	return err
}
