package checks_test

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/checks"
	"casusboek/generator/guard"
)

// TestOddCasebooks builds casebooks made by chance, in both editions, and wants what every site promises: no fault in any page, and no page but
// those that have an address.
func TestOddCasebooks(t *testing.T) {
	books := uint64(40)
	if testing.Short() {
		books = 8
	}
	for seed := range books {
		for _, edition := range []guard.Edition{guard.Public, guard.Facilitator} {
			book := oddBook(seed)
			answered(t, book.files)
			files, err := build(book.files, edition)
			if err != nil {
				t.Errorf("seed %d, edition %d: %v", seed, edition, err)
				continue
			}
			for i, f := range checks.NewSite(files).Faults() {
				if i == 5 {
					t.Errorf("seed %d, edition %d: and more", seed, edition)
					break
				}
				t.Errorf("seed %d, edition %d: %s", seed, edition, f)
			}
			addressed(t, seed, files)
			if edition == guard.Public {
				unspoilt(t, seed, book, files)
			}
		}
	}
}

// unspoilt holds that the title of a card stands on no page but those of its own case, from its round on.
func unspoilt(t *testing.T, seed uint64, book *odd, files map[string][]byte) {
	t.Helper()
	late := regexp.MustCompile(`^(?:cases|casussen)/(leven-\d)/(?:(?:handout/)?(?:ronde|round)-(\d)|levenskaart|life-map|kaarten|cards|wie-wist-wat|who-knew-what|rollen|roles|presenteren|present|eigen-reflectie|own-reflection)/`)
	for _, c := range book.cases {
		for _, e := range c.events {
			for name, data := range files {
				if !strings.HasSuffix(name, ".html") || e.round == 0 || !bytes.Contains(data, []byte(e.mark)) {
					continue
				}
				m := late.FindStringSubmatch(name)
				if m == nil || m[1] != c.id || m[2] != "" && m[2] < strconv.Itoa(e.round) {
					t.Errorf("seed %d: %s shows the card %q of round %d", seed, name, e.title, e.round)
				}
			}
		}
	}
}

// addressed holds that every page at the top is a fixed one or an author's: a page of casusboek's own that address.Fixed does not name could be lost
// under an author's page of the same name.
func addressed(t *testing.T, seed uint64, files map[string][]byte) {
	t.Helper()
	for name := range files {
		folder, rest, _ := strings.Cut(name, "/")
		fixed := slices.Contains(slices.Concat(address.In("nl").Fixed(), address.In("en").Fixed()), address.Path(folder+"/"))
		if rest == "index.html" && !fixed && !strings.HasPrefix(folder, "blad-") {
			t.Errorf("seed %d: %s is a page that address.Fixed does not know", seed, name)
		}
	}
}
