package lang

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestNearestFindsWhatWasMeant(t *testing.T) {
	cases := []struct{ name, written, names, want string }{
		{"a letter dropped", "wanner", "titel wanneer", "wanneer"},
		{"a letter added", "ttitel", "titel wanneer", "titel"},
		{"a letter changed", "tital", "wanneer titel", "titel"},
		{"two letters swapped", "dossire", "bewoner dossier", "dossier"},
		{"three slips in ten letters", "leevnzkart", "levenskaart", "levenskaart"},
		{"four slips in twelve letters", "paginas.html", "page.html", "page.html"},
		{"five slips are too many, however long the word", "kebuurtenizzem-enzovoort", "gebeurtenissen-enzovoort", ""},
		{"two slips in five letters", "tteil", "titels", ""},
		{"two slips in six letters", "onrust", "rust", "rust"},
		{"one slip in two letters", "ud", "id", ""},
		{"capitals, hyphens, underscores and spaces", "Bekend-Bij", "bron bekend_bij", "bekend_bij"},
		{"accents, composed", "financien", "werk financi\u00ebn", "financi\u00ebn"},
		{"accents, decomposed", "financie\u0308n", "financi\u00ebn", "financi\u00ebn"},
		{"a short word in other capitals", "ID", "id", "id"},
		{"the nearest, not the first", "gesprek", "gesprel gesprek", "gesprek"},
		{"the first of equals", "titl", "titel title", "titel"},
		{"the first of equals, turned round", "titl", "title titel", "title"},
		{"another word", "zomer", "titel wanneer", ""},
		{"nothing but hyphens", "---", "-- titel", ""},
		{"nothing", "", "titel", ""},
		{"letters of any script", "Ελλαδα", "Ελλάδα", "Ελλάδα"},
	}
	for _, c := range cases {
		names := strings.Fields(c.names)
		got := ""
		if i := Nearest(c.written, names); i >= 0 {
			got = names[i]
		}
		if got != c.want {
			t.Errorf("%s: %q among %v gives %q, want %q", c.name, c.written, names, got, c.want)
		}
	}
}

func TestWithinTakesTextsAsTheyStand(t *testing.T) {
	cases := []struct {
		a, b  string
		slips int
		want  bool
	}{
		{"wonen", "wonen", 0, true},
		{"wonen", "Wonen", 0, false},
		{"eigen-regie", "eigenregie", 1, true},
		{"eigen-regie", "eigenregi", 1, false},
		{"café", "cafe", 1, true},
		{"ab", "ba", 1, true},
		{"", "ab", 1, false},
		{"", "ab", 2, true},
	}
	for _, c := range cases {
		if got := WithinEdits(c.a, c.b, c.slips); got != c.want || WithinEdits(c.b, c.a, c.slips) != c.want {
			t.Errorf("%q and %q within %d: %v, want %v", c.a, c.b, c.slips, got, c.want)
		}
	}
}

// plainDistance fills the whole table, as the textbooks do.
func plainDistance(a, b string) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = d[i-1][j-1]
			default:
				d[i][j] = 1 + min(d[i-1][j], d[i][j-1], d[i-1][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func TestTheBandGivesWhatTheWholeTableGives(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	word := func() string {
		letters := make([]byte, random.IntN(9))
		for i := range letters {
			letters[i] = "abc"[random.IntN(3)]
		}
		return string(letters)
	}
	for range 20000 {
		a, b := word(), word()
		most := random.IntN(5)
		if got, want := distance([]rune(a), []rune(b), most), min(plainDistance(a, b), most+1); got != want {
			t.Fatalf("%q and %q, at most %d: %d, want %d", a, b, most, got, want)
		}
	}
}

// A file of 2 MB may hold one word of 2 MB. With a table of all pairs this test would not end.
func TestALongWordCostsNoMoreThanItsLength(t *testing.T) {
	long := strings.Repeat("gebeurtenis", 100_000)
	if i := Nearest(long, []string{long[1:]}); i != 0 {
		t.Errorf("one slip in %d letters gives %d", utf8.RuneCountInString(long), i)
	}
}

func BenchmarkNearestOfTenThousand(b *testing.B) {
	names := make([]string, 10_000)
	for i := range names {
		names[i] = strings.Repeat("casus-", i%3+1) + string(rune('a'+i%26)) + string(rune('a'+i/26%26))
	}
	b.ReportAllocs()
	for b.Loop() {
		Nearest("kasus-casus-zq", names)
	}
}
