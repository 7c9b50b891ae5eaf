package draw

import (
	"math/rand/v2"
	"testing"
)

func BenchmarkLifeMap14(b *testing.B) { benchmarkLifeMap(b, 14) }
func BenchmarkLifeMap24(b *testing.B) { benchmarkLifeMap(b, 24) }

func benchmarkLifeMap(b *testing.B, events int) {
	w, s := words(b, "nl"), sixDomains()
	c := randomLife(rand.New(rand.NewPCG(1, 2)), s, events)
	b.ReportAllocs()
	for b.Loop() {
		LifeMap(c, s, 3, w)
	}
}

func BenchmarkRail14(b *testing.B) {
	w, s := words(b, "nl"), sixDomains()
	c := randomLife(rand.New(rand.NewPCG(1, 2)), s, 14)
	b.ReportAllocs()
	for b.Loop() {
		Rail(c, s, 3, w)
	}
}

func BenchmarkNetwork(b *testing.B) {
	w, s := words(b, "nl"), sixDomains()
	c := nadira(s)
	b.ReportAllocs()
	for b.Loop() {
		Network(c, s, 3, w)
	}
}
