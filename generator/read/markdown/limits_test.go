package markdown_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"casusboek/generator/checks/sample"
	"casusboek/generator/diag"
	"casusboek/generator/read/markdown"
)

func repeat(unit string, n int) string { return strings.Repeat(unit, n) }

// TestWhatNoTextHoldsIsRefusedAtItsPlace holds the limits on both sides.
func TestWhatNoTextHoldsIsRefusedAtItsPlace(t *testing.T) {
	notes := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "Een[^%d]\n\n[^%d]: noot\n\n", i, i)
		}
		return b.String()
	}
	for name, c := range map[string]struct{ source, want string }{
		"a paragraph at the limit":       {"x\n\n" + repeat("a", 10_000), ""},
		"letters of two bytes":           {repeat("é", 10_000), ""},
		"a paragraph over the limit":     {"Kort.\n\n" + repeat("a", 10_001), "text-limit 7 n=10001"},
		"over many lines":                {"Kort.\n\n" + repeat("een regel\n", 1_001), "text-limit 7 n=10010"},
		"in a list":                      {"- Kort.\n- " + repeat("a", 10_001), "text-limit 10 n=10001"},
		"a long list of short items":     {repeat("- een punt\n", 2_000), ""},
		"a long table":                   {"|a|b|\n|-|-|\n" + repeat("|een|twee|\n", 2_000), ""},
		"quotations inside each other":   {"Kort.\n\n" + repeat(">", 50) + " a", ""},
		"too many quotations":            {"Kort.\n\n" + repeat(">", 51) + " a", "text-limit.depth 7 max=50"},
		"too many lists":                 {"Kort.\n\n" + repeat("- ", 51) + "a", "text-limit.depth 7 max=50"},
		"too many numbered lists":        {"Kort.\n\n" + repeat("1. ", 51) + "a", "text-limit.depth 7 max=50"},
		"a rule of many dashes":          {"Kort.\n\n" + repeat("- ", 60) + "\n\nen verder", ""},
		"notes at the limit":             {notes(1_000), ""},
		"too many notes":                 {notes(1_002), fmt.Sprintf("text-limit.notes %d n=1002", strings.Index(notes(1_001), "[^1000]:"))},
		"many paragraphs near the limit": {repeat(repeat("a", 9_999)+"\n\n", 20), ""},
	} {
		_, problems := read(c.source)
		if got := limits(problems); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func limits(problems diag.List) string {
	var all []string
	for _, p := range problems {
		if p.Rule != diag.TextLimit {
			continue
		}
		name, last := string(p.Rule), p.Args[len(p.Args)-1]
		if p.Variant != "" {
			name += "." + p.Variant
		}
		all = append(all, fmt.Sprintf("%s %d %s=%s", name, p.Pos.Col-1, last.Name, last.Value))
	}
	return strings.Join(all, ", ")
}

// TestTwiceTheTextIsTwiceTheWork counts the bytes that a conversion allocates: a shape for which they grow with the square has four times as many for twice the text.
func TestTwiceTheTextIsTwiceTheWork(t *testing.T) {
	for name, shape := range sample.Hostile {
		spent := func(n int) uint64 {
			source := sample.Paragraphs(shape(n), 9_000)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			markdown.Prose(markdown.Text{Source: source, Pos: at, Top: 2, IDs: map[string]int{}})
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		once, twice := spent(15_000), spent(30_000)
		if twice > 3*once {
			t.Errorf("%s: %d bytes for a text, %d for one of twice its length", name, once, twice)
		}
	}
}

// TestLinksOfAParagraphShareItsSentences holds that a paragraph of links is read once, and not once for each of them.
func TestLinksOfAParagraphShareItsSentences(t *testing.T) {
	spent := func(n int) float64 {
		source := repeat("[[a]] b ", n)
		return testing.AllocsPerRun(3, func() { markdown.Prose(markdown.Text{Source: source, Pos: at, Top: 2}) })
	}
	if once, twice := spent(500), spent(1_000); twice > 3*once {
		t.Errorf("%.0f allocations for 500 links, %.0f for 1,000", once, twice)
	}
}

func TestManyEqualHeadingsAreNumbered(t *testing.T) {
	ids := map[string]int{"a-3": 1}
	prose, _ := markdown.Prose(markdown.Text{Source: repeat("# a\n\n", 4), Top: 2, IDs: ids})
	for _, want := range []string{`id="a"`, `id="a-2"`, `id="a-4"`, `id="a-5"`} {
		if strings.Count(prose.Parts[0].HTML, want) != 1 {
			t.Errorf("not one %s in %s", want, prose.Parts[0].HTML)
		}
	}
}
