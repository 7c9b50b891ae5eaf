package sample_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"
	"casusboek/generator/checks/sample"
)

// What is measured is a casebook that is published whole, of texts that differ.
func TestCasebook(t *testing.T) {
	const cases = 60
	content := fstest.MapFS{}
	sentences := map[string]int{}
	all := 0
	for path, text := range sample.LargeCasebook(cases) {
		content[path] = &fstest.MapFile{Data: []byte(text)}
		for line := range strings.Lines(text) {
			if line = strings.TrimSpace(line); strings.HasSuffix(line, ".") && !strings.Contains(line, ": ") {
				sentences[line]++
				all++
			}
		}
	}
	if len(sentences)*10 < all*6 {
		t.Errorf("%d sentences of which only %d differ", all, len(sentences))
	}
	result, err := generator.Check(context.Background(), generator.Input{Content: content, Today: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	if errs, warnings, _ := result.Problems.Count(); errs+warnings > 0 {
		t.Errorf("%d errors and %d warnings: %v", errs, warnings, result.Problems[0])
	}
	if result.Cases != cases || result.Reflections != cases*sample.Reflections || result.Sessions != 2 || result.Unconsented != 0 {
		t.Errorf("%d cases, %d reflections, %d sessions, %d without consent", result.Cases, result.Reflections, result.Sessions, result.Unconsented)
	}
	if !strings.Contains(string(content[sample.LargeCase(59)].Data), "casus-0|") {
		t.Error("the last case does not lead to the first")
	}
}
