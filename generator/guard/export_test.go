package guard

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/guard/rules"
)

// Fields gives the fields that the table decides about, by type.
func Fields() map[string][]string {
	all := map[string][]string{}
	for name, lists := range fields {
		all[name] = strings.Fields(lists.public + " " + lists.facilitator + " " + lists.private)
	}
	return all
}

// Rules puts in rules for one test: each text in values is found wherever it stands, as its finding says.
func Rules(t *testing.T, values map[string]rules.Finding) {
	t.Helper()
	before := find
	t.Cleanup(func() { find = before })
	find = func(text *rules.FoldedText) []rules.Finding {
		var all []rules.Finding
		for value, f := range values {
			for at := 0; ; {
				i := strings.Index(text.Clean[at:], value)
				if i < 0 {
					break
				}
				span := rules.FoldSpan{From: at + i, To: at + i + len(value)}
				f.Value, f.At = value, text.SourceSpan(span)
				all = append(all, f)
				at = span.To
			}
		}
		slices.SortFunc(all, func(a, b rules.Finding) int { return cmp.Or(a.At.From-b.At.From, strings.Compare(a.Value, b.Value)) })
		return all
	}
}
