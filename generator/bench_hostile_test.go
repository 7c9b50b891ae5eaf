package generator_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/checks/sample"
)

// BenchmarkHostile checks a casebook of one page of a hostile shape. What is over a limit is refused, and must be so quickly: from 256 kB on every shape is.
// docs/performance.md has what it said.
func BenchmarkHostile(b *testing.B) {
	for _, size := range []int{100_000, 250_000, 1_000_000, 8_000_000} {
		for _, name := range slices.Sorted(maps.Keys(sample.Hostile)) {
			b.Run(fmt.Sprintf("%s/%dkB", name, size/1000), func(b *testing.B) {
				text := sample.Paragraphs(sample.Hostile[name](size), 9_900)
				content := fstest.MapFS{
					"index.md":     {Data: []byte("---\ntitel: Een boek\n---\n")},
					"paginas/x.md": {Data: []byte("---\ntitel: Iets\n---\n\n" + text[:min(len(text), size)])},
				}
				b.ReportAllocs()
				for b.Loop() {
					if _, err := generator.Check(b.Context(), generator.Input{Content: content, Today: benchDay}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
