package format_test

import (
	"fmt"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/author/format"
	"casusboek/generator/read/frontmatter"
)

// TestRemarksStayWithTheirKeys puts a remark above every key of every fixture, and one behind every key that has room for it, turns the keys of the file around, and looks where the
// remarks are when it has been formatted.
func TestRemarksStayWithTheirKeys(t *testing.T) {
	n := 0
	for _, f := range fixtures(t) {
		text := remarked(f.text)
		got, problems, err := format.Document(f.kind, "content/x.md", text, format.Options{})
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
		}
		if len(problems) > 0 || err != nil {
			continue
		}
		lines := strings.Split(got, "\n")
		for i, line := range lines {
			if key, ok := strings.CutPrefix(strings.TrimSpace(line), "# above "); ok {
				n++
				if below := strings.TrimLeft(lines[i+1], " -"); !strings.HasPrefix(below, key) {
					t.Fatalf("%s: the remark of %s stands above %q in\n%s", f.name, key, lines[i+1], got)
				}
			}
			if before, key, ok := strings.Cut(line, " # behind "); ok && !strings.HasPrefix(strings.TrimLeft(before, " -"), key) {
				t.Fatalf("%s: the remark of %s stands behind %q", f.name, key, before)
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d remarks were looked at", n)
	}
}

// remarked writes remarks at the keys of a file, and its top-level fields from the last to the first.
func remarked(text string) string {
	file, problems := frontmatter.Read("x", text, func(string) bool { return false })
	if problems.HasErrors() || file.Fields == nil || len(file.Fields.Content) == 0 {
		return text
	}
	first, after := file.YAML()
	lines := strings.Split(text, "\n")
	above := map[int]string{}
	var walk func(*yaml.Node)
	walk = func(node *yaml.Node) {
		for i, child := range node.Content {
			if node.Kind == yaml.MappingNode && node.Style&yaml.FlowStyle == 0 && i%2 == 0 {
				at := first + child.Line - 1
				if before := lines[at][:child.Column-1]; strings.TrimSpace(before) == "" {
					above[at] = before + "# above " + child.Value
				}
				if value := node.Content[i+1]; value.Kind == yaml.ScalarNode && value.Style == 0 && strings.HasSuffix(lines[at], ": "+value.Value) {
					lines[at] += fmt.Sprintf("   # behind %s", child.Value)
				}
			}
			walk(child)
		}
	}
	walk(file.Fields)
	var fields [][]string // each with its remark
	for i := first; i < after; i++ {
		if above[i] != "" && !strings.HasPrefix(above[i], " ") || len(fields) == 0 {
			fields = append([][]string{nil}, fields...)
		}
		if above[i] != "" {
			fields[0] = append(fields[0], above[i])
		}
		fields[0] = append(fields[0], lines[i])
	}
	all := append([]string{}, lines[:first]...)
	for _, field := range fields {
		all = append(all, field...)
	}
	return strings.Join(append(all, lines[after:]...), "\n")
}
