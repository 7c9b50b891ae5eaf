package address_test

import (
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

var (
	life = &casebook.Case{Doc: casebook.Doc{Kind: casebook.KindCase, ID: "nadira"}}
	day  = &casebook.Session{Doc: casebook.Doc{Kind: casebook.KindSession, ID: "congres"}}
	said = &casebook.Reflection{Doc: casebook.Doc{Kind: casebook.KindReflection, ID: "vlieger"}}
)

// TestAddressesStay holds every address: they stand in print and in other people's links.
func TestAddressesStay(t *testing.T) {
	for language, want := range map[string][]address.Path{
		"nl": {
			"casussen/", "reflecties/", "sessies/", "themas/", "organisaties/", "casussen/nadira/", "casussen/nadira/ronde-2/",
			"casussen/nadira/levenskaart/", "casussen/nadira/handout/", "casussen/nadira/kaarten/", "casussen/nadira/werkblad/",
			"casussen/nadira/kaarten/a6/", "casussen/nadira/kaarten/a6-klein/", "casussen/nadira/kaarten/a7/", "casussen/nadira/kaarten/poker/",
			"casussen/nadira/kaarten/groot/", "proefvel/", "zoeken/", "zoeken/index/book.js",
			"casussen/nadira/gids/", "sessies/congres/pakket/", "sessies/congres/draaiboek/", "signalen/", "levenskaart/", "beelden/flat.png",
			"casussen/nadira/handout/", "casussen/nadira/handout/ronde-2/", "casussen/nadira/levenskaart/vel/", "casussen/nadira/eigen-reflectie/", "offline/", "reflecties/vlieger/poster/", "sessies/congres/citaten/", "sessies/congres/pakket-begeleider/", "sessies/congres/sessie.ics",
		},
		"en": {
			"cases/", "reflections/", "sessions/", "themes/", "organisations/", "cases/nadira/", "cases/nadira/round-2/",
			"cases/nadira/life-map/", "cases/nadira/handout/", "cases/nadira/cards/", "cases/nadira/worksheet/",
			"cases/nadira/cards/a6/", "cases/nadira/cards/a6-small/", "cases/nadira/cards/a7/", "cases/nadira/cards/poker/",
			"cases/nadira/cards/large/", "test-sheet/", "search/", "search/index/book.js",
			"cases/nadira/guide/", "sessions/congres/pack/", "sessions/congres/run-sheet/", "signals/", "life-map/", "images/flat.png",
			"cases/nadira/handout/", "cases/nadira/handout/round-2/", "cases/nadira/life-map/sheet/", "cases/nadira/own-reflection/", "offline/", "reflections/vlieger/poster/", "sessions/congres/quotes/", "sessions/congres/facilitator-pack/", "sessions/congres/session.ics",
		},
	} {
		at := address.In(language)
		got := []address.Path{
			at.List(casebook.KindCase), at.List(casebook.KindReflection), at.List(casebook.KindSession), at.List(casebook.KindTheme),
			at.List(casebook.KindOrganisation), at.Round(life, 0), at.Round(life, 2), at.LifeMap(life), at.Handout(life), at.Cards(life),
			at.Worksheet(life), at.CardsOf(life, casebook.A6), at.CardsOf(life, casebook.A6Small), at.CardsOf(life, casebook.A7),
			at.CardsOf(life, casebook.Poker), at.CardsOf(life, casebook.Large), at.TestSheet(), at.Search(), address.Path(at.SearchIndex("book.js")), at.Guide(life), at.Pack(day), at.RunSheet(day), at.Signals(), at.Blank(), address.Path(at.Image("flat.png")),
			at.HandoutOf(life, 0), at.HandoutOf(life, 2), at.MapSheet(life), at.OwnReflection(life), at.Offline(), at.Poster(said), at.Quotes(day), at.FacilitatorPack(day), address.Path(at.Calendar(day)),
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: %q, want %q", language, got[i], want[i])
			}
		}
		if at.Of(&casebook.Doc{Kind: casebook.KindSite, ID: "index"}) != address.Home || at.Of(&casebook.Doc{Kind: casebook.KindPage, ID: "over"}) != "over/" {
			t.Errorf("%s: the home page and free pages stand at the top", language)
		}
	}
}

func TestLinksAreRelativeAndNameTheirFile(t *testing.T) {
	at := address.In("nl")
	for _, link := range []struct {
		from, to address.Path
		want     string
	}{
		{address.Home, at.Signals(), "signalen/index.html"},
		{at.Round(life, 2), address.Home, "../../../index.html"},
		{at.Signals(), address.Missing, "../404.html"},
		{address.Missing, at.Signals(), "signalen/index.html"},
	} {
		if got := link.from.To(link.to.File()); got != link.want {
			t.Errorf("from %q to %q: %s, want %s", link.from, link.to, got, link.want)
		}
	}
}

func TestPublicAddressEndsInASlash(t *testing.T) {
	for written, want := range map[string][2]string{
		"":                            {"", ""},
		"https://voorbeeld.nl":        {"https://voorbeeld.nl/", "/"},
		"https://voorbeeld.nl/boek/":  {"https://voorbeeld.nl/boek/", "/boek/"},
		"https://voorbeeld.nl/een be": {"https://voorbeeld.nl/een be/", "/een%20be/"},
	} {
		site := &casebook.Site{Base: casebook.Text{V: written}}
		if base, root := address.Base(site), address.Root(site); base != want[0] || root != want[1] {
			t.Errorf("%q: %q and %q, want %q", written, base, root, want)
		}
	}
}
