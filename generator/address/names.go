package address

import (
	"strconv"

	"casusboek/generator/casebook"
)

// Names makes the addresses of a site in one language.
type Names struct {
	cases, reflections, sessions, themes, organisations                                      string
	round, lifeMap, handout, cards, worksheet, guide, pack, runSheet, signals, blank, images string
	mapSheet, poster, quotes, large, whole, facilitatorPack                                  string
	testSheet, own, search                                                                   string
	pages                                                                                    string
	calendar                                                                                 string
	knowing, roles                                                                           string
	presenter                                                                                string

	// sizes are indexed by casebook.CardSize.
	sizes [5]string
}

var languages = map[string]Names{
	"nl": {
		"casussen", "reflecties", "sessies", "themas", "organisaties",
		"ronde-", "levenskaart", "handout", "kaarten", "werkblad", "gids", "pakket",
		"draaiboek", "signalen", "levenskaart", "beelden",
		"vel", "poster", "citaten", "groot", "volledig", "pakket-begeleider",
		"proefvel", "eigen-reflectie", "zoeken",
		"paginas",
		"sessie.ics",
		"wie-wist-wat", "rollen",
		"presenteren",
		[...]string{"a6", "a6-klein", "a7", "poker", "groot"},
	},
	"en": {
		"cases", "reflections", "sessions", "themes", "organisations",
		"round-", "life-map", "handout", "cards", "worksheet", "guide", "pack",
		"run-sheet", "signals", "life-map", "images",
		"sheet", "poster", "quotes", "large", "whole", "facilitator-pack",
		"test-sheet", "own-reflection", "search",
		"pages",
		"session.ics",
		"who-knew-what", "roles",
		"present",
		[...]string{"a6", "a6-small", "a7", "poker", "large"},
	},
}

// In returns the addresses in a language of the catalogue: nl or en.
func In(language string) Names { return languages[language] }

// List returns the list page of a kind, which is the parent of its documents; Home for free
// pages, which have no such parent.
func (n Names) List(kind casebook.Kind) Path {
	switch kind {
	case casebook.KindCase:
		return folder(n.cases)
	case casebook.KindReflection:
		return folder(n.reflections)
	case casebook.KindSession:
		return folder(n.sessions)
	case casebook.KindTheme:
		return folder(n.themes)
	case casebook.KindOrganisation:
		return folder(n.organisations)
	}
	return Home
}

// Of returns a document's main page.
func (n Names) Of(d *casebook.Doc) Path {
	if d.Kind == casebook.KindSite {
		return Home
	}
	return n.List(d.Kind) + folder(d.ID)
}

// Round returns the page of a round of a case. For round 0 that is the case's own page.
func (n Names) Round(c *casebook.Case, round int) Path {
	if round == 0 {
		return n.Of(&c.Doc)
	}
	return n.Of(&c.Doc) + folder(n.round+strconv.Itoa(round))
}

// LifeMap returns the page with the whole life of a case.
func (n Names) LifeMap(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.lifeMap) }

// Presenter returns the page that shows a case to a group, step by step.
func (n Names) Presenter(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.presenter) }

// MapSheet returns the page that prints the whole life of a case on one sheet.
func (n Names) MapSheet(c *casebook.Case) Path { return n.LifeMap(c) + folder(n.mapSheet) }

// Knowing returns the page that shows who knew what of a case, and when.
func (n Names) Knowing(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.knowing) }

// Roles returns the sheets of a case that hold what each role knew.
func (n Names) Roles(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.roles) }

// Handout returns the sheet of a case that everyone reads first.
func (n Names) Handout(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.handout) }

// HandoutOf returns the handout of a round of a case. For round 0 that is Handout.
func (n Names) HandoutOf(c *casebook.Case, round int) Path {
	if round == 0 {
		return n.Handout(c)
	}
	return n.Handout(c) + folder(n.round+strconv.Itoa(round))
}

// Cards returns the deck of a case, in the site's first card size.
func (n Names) Cards(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.cards) }

// CardsOf returns the deck of a case in another card size.
func (n Names) CardsOf(c *casebook.Case, size casebook.CardSize) Path {
	return n.Cards(c) + folder(n.CardSize(size))
}

// RoleCards returns the deck of a case divided by role: for each role the cards that it
// knew.
func (n Names) RoleCards(c *casebook.Case) Path { return n.Cards(c) + folder(n.roles) }

// CardSize returns the name of a card size in addresses and file names.
func (n Names) CardSize(size casebook.CardSize) string { return n.sizes[size] }

// Worksheet returns the sheet of a case that a participant keeps.
func (n Names) Worksheet(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.worksheet) }

// OwnReflection returns the page of a case on which a reader can write a reflection.
func (n Names) OwnReflection(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.own) }

// Guide returns the facilitator's guide to a case, which only the facilitator's edition
// has.
func (n Names) Guide(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.guide) }

// Pack returns the page with everything to print for a session's participants.
func (n Names) Pack(s *casebook.Session) Path { return n.Of(&s.Doc) + folder(n.pack) }

// RunSheet returns the programme of a session by the minute, which only the facilitator's
// edition has.
func (n Names) RunSheet(s *casebook.Session) Path { return n.Of(&s.Doc) + folder(n.runSheet) }

// FacilitatorPack returns the page with everything to print for a session, which only the
// facilitator's edition has.
func (n Names) FacilitatorPack(s *casebook.Session) Path {
	return n.Of(&s.Doc) + folder(n.facilitatorPack)
}

// Calendar returns the iCalendar file of a session.
func (n Names) Calendar(s *casebook.Session) string { return string(n.Of(&s.Doc)) + n.calendar }

// Poster returns the poster of a reflection.
func (n Names) Poster(r *casebook.Reflection) Path { return n.Of(&r.Doc) + folder(n.poster) }

// Quotes returns the posters of a session's reflections.
func (n Names) Quotes(s *casebook.Session) Path { return n.Of(&s.Doc) + folder(n.quotes) }

// Large returns the suffix of the names of files in large print.
func (n Names) Large() string { return n.large }

// Whole returns the suffix of the names of files that reveal later rounds.
func (n Names) Whole() string { return n.whole }

// Signals returns the overview of all signals.
func (n Names) Signals() Path { return folder(n.signals) }

// Blank returns the empty sheets on which a life is drawn by hand.
func (n Names) Blank() Path { return folder(n.blank) }

// TestSheet returns the sheet that measures how far a printer shifts the second side.
func (n Names) TestSheet() Path { return folder(n.testSheet) }

// Offline returns the page that is shown without a connection for a page that was never
// opened.
func (n Names) Offline() Path { return folder("offline") }

// Search returns the search page.
func (n Names) Search() Path { return folder(n.search) }

// Pages returns the list of all free pages, for sites with more of them than the foot of a
// page lists.
func (n Names) Pages() Path { return folder(n.pages) }

// SearchIndex returns a file of the search index.
func (n Names) SearchIndex(name string) string { return n.search + "/index/" + name }

// Fixed returns the pages of every site that belong to no document, so no free page may
// have one of these addresses. Lists that are still empty are included, so that a first
// reflection does not conflict with an existing page.
func (n Names) Fixed() []Path {
	return []Path{
		n.List(casebook.KindCase), n.List(casebook.KindReflection), n.List(casebook.KindSession), n.List(casebook.KindTheme),
		n.List(casebook.KindOrganisation), n.Signals(), n.Blank(), n.TestSheet(), n.Offline(), n.Search(), n.Pages(),
	}
}

// Cover is the file of the picture in previews of links to the site.
const Cover = "casusboek.png"

// Image returns the file of an image, by its path in the content.
func (n Names) Image(path string) string { return n.images + "/" + path }

func folder(name string) Path { return Path(name + "/") }
