package rules

import (
	"strings"
	"testing"
)

func TestOf(t *testing.T) {
	for word, want := range map[string]WordKind{
		"huurachterstand": Ordinary, "sloopwoning": Ordinary | Compound, "vroegsignalering": Ordinary, "bewonersbegeleider": Ordinary | Compound, "één": Ordinary, "vóór": Ordinary,
		"nederland": Place, "wmo": Proper, "wmo-consulent": Proper, "marokkaanse": Proper, "noord-brabant": Place, "buurman's": Ordinary,
		"yıldırım": 0, "khatib": 0, "wojciechowski": 0, "tesfay": 0, "nguyen": 0, "haddad": 0, "jansen": 0, "stein": Place | Weak,
	} {
		if got := DutchLexicon().KindOf(word) &^ (Name | Acronym); got != want {
			t.Errorf("%s is %b, want %b", word, got, want)
		}
	}
	for word, want := range map[string]WordKind{"tenancy": Ordinary, "monday": Proper, "neighbour": Ordinary, "organised": Ordinary, "nadira": 0} {
		if got := EnglishLexicon().KindOf(word) &^ (Name | Acronym); got != want {
			t.Errorf("English: %s is %b, want %b", word, got, want)
		}
	}
}

func BenchmarkLexiconOf(b *testing.B) {
	nl := DutchLexicon()
	words := strings.Fields("de huurachterstand sloopwoning nederland khatib wmo-consulent bewonersbegeleider yıldırım een woning met het gezin jansen")
	for i := 0; b.Loop(); i++ {
		nl.KindOf(words[i%len(words)])
	}
}

func BenchmarkOpen(b *testing.B) {
	for b.Loop() {
		mustOpen(dutchFST, "nl", true)
	}
}
