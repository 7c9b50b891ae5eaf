package guard_test

import (
	"fmt"
	"strings"
	"testing"

	"casusboek/generator/diag"
	"casusboek/generator/guard"
)

// links gives what ties which file to which story.
func links(j guard.Result) []string {
	var all []string
	for _, p := range j.Problems {
		if p.Rule == diag.PrivacyLinked {
			all = append(all, p.Pos.File[len("content/casussen/"):]+" "+p.Variant+" "+p.Args[0].Value)
		}
	}
	return all
}

const (
	shared = `Op een ochtend in het najaar lag er een brief op de mat die niemand durfde open te maken. De oudste dochter legde
hem onder de stapel kranten, waar hij bleef liggen tot de deurwaarder aanbelde en vroeg of hij even binnen mocht komen om te praten.
`
	other = `In de kelder stond het water tot aan de tweede tree. Wie er woonde, tilde elke avond de fietsen naar boven en belde
de volgende dag weer met dezelfde afdeling, die steeds beloofde dat er voor het weekend iemand zou komen kijken naar de pomp.
`
)

func life(origin, fields, text string) string {
	return "---\ntitel: " + fields + "herkomst: " + origin + "\n---\n" + text
}

func wantLinks(t *testing.T, f folder, want ...string) {
	t.Helper()
	if got := links(f.judge(t, nil)); strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("links: got %q, want %q", got, want)
	}
}

func TestStoriesThatShareAParagraphAreTied(t *testing.T) {
	wantLinks(t, folder{
		"casussen/een.md":  life("geanonimiseerd", "Een\n", "Zo begint het.\n\n"+shared),
		"casussen/twee.md": life("samengesteld", "Twee\n", other+"\n"+strings.ReplaceAll(shared, "een brief", "een **brief**")),
		"casussen/drie.md": life("geanonimiseerd", "Drie\n", other[:60]+" Verder liep het goed af.\n"),
	}, "twee.md text content/casussen/een.md")
}

func TestInventedLivesAreTiedToNothing(t *testing.T) {
	wantLinks(t, folder{
		"casussen/een.md":  life("fictief", "Een\npseudoniem: Nadira\n", shared),
		"casussen/twee.md": life("geanonimiseerd", "Twee\npseudoniem: Nadira\n", shared),
	})
}

// The same rounds with the same questions stand in every case of a casebook, and say nothing of who it is about.
func TestRoundsTieNothing(t *testing.T) {
	rounds := "rondes:\n  - naam: Eerste indruk\n    vragen: [" + strings.NewReplacer("\n", " ", ",", "").Replace(shared) + "]\n"
	wantLinks(t, folder{
		"casussen/een.md":  life("geanonimiseerd", "Een\n"+rounds, "Zo begint het.\n"),
		"casussen/twee.md": life("geanonimiseerd", "Twee\n"+rounds, "En zo eindigt het.\n"),
	})
}

func TestAnInventedNameTiesTwoStories(t *testing.T) {
	wantLinks(t, folder{
		"casussen/een.md":  life("geanonimiseerd", "Een\npseudoniem: Nadira\nnamen: [Oom Bram]\n", "Nadira belt.\n"),
		"casussen/twee.md": life("geanonimiseerd", "Twee\npseudoniem: Marcel\nnamen: [nadira, Oom  Bram, Nadira]\n", "Marcel belt.\n"),
		"casussen/vier.md": life("geanonimiseerd", "Vier\npseudoniem: Els\n", "Els belt.\n"),
	}, "twee.md name content/casussen/een.md", "twee.md name content/casussen/een.md")
}

// A name that ties two stories may be told because it is invented; one of the register is not.
func TestARealNameThatTiesTwoStoriesIsNotTold(t *testing.T) {
	j := folder{
		"casussen/een.md":  life("geanonimiseerd", "Een\nnamen: [Toos Werkelijk]\n", ""),
		"casussen/twee.md": life("geanonimiseerd", "Twee\nnamen: [Toos Werkelijk]\n", ""),
	}.judge(t, bookOfNames{"Toos Werkelijk"})
	if len(links(j)) != 1 || strings.Contains(fmt.Sprint(j.Problems), "Werkelijk") {
		t.Errorf("%v", j.Problems)
	}
}
