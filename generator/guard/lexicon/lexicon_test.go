package lexicon

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for word, want := range map[string]Kind{
		"huurachterstand": Ordinary, "sloopwoning": Ordinary | Compound, "vroegsignalering": Ordinary, "bewonersbegeleider": Ordinary | Compound, "één": Ordinary, "vóór": Ordinary,
		"nederland": Place, "wmo": Proper, "wmo-consulent": Proper, "marokkaanse": Proper, "noord-brabant": Place, "buurman's": Ordinary,
		"yıldırım": 0, "khatib": 0, "wojciechowski": 0, "tesfay": 0, "nguyen": 0, "haddad": 0, "jansen": 0, "stein": Place | Weak,
	} {
		if got := Dutch().Of(word) &^ (Name | Acronym); got != want {
			t.Errorf("%s is %b, want %b", word, got, want)
		}
	}
	for word, want := range map[string]Kind{"tenancy": Ordinary, "monday": Proper, "neighbour": Ordinary, "organised": Ordinary, "nadira": 0} {
		if got := English().Of(word) &^ (Name | Acronym); got != want {
			t.Errorf("English: %s is %b, want %b", word, got, want)
		}
	}
}

func BenchmarkOf(b *testing.B) {
	nl := Dutch()
	words := strings.Fields("de huurachterstand sloopwoning nederland khatib wmo-consulent bewonersbegeleider yıldırım een woning met het gezin jansen")
	for i := 0; b.Loop(); i++ {
		nl.Of(words[i%len(words)])
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		mustOpen(dutchFST, "nl", true)
	}
}
