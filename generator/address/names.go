package address

import (
	"strconv"

	"casusboek/generator/casebook"
)

// Names gives the addresses of a site in one language.
type Names struct {
	cases, reflections, sessions, themes, organisations                                      string
	round, lifeMap, handout, cards, worksheet, guide, pack, runSheet, signals, blank, images string
	mapSheet, poster, quotes, large, whole, facilitatorPack                                  string
	testSheet, own, search                                                                   string
	pages                                                                                    string
	calendar                                                                                 string
	knowing, roles                                                                           string
	presenter                                                                                string
	sizes                                                                                    [5]string // of cards, by casebook.CardSize
}

var languages = map[string]Names{
	"nl": {
		"casussen", "reflecties", "sessies", "themas", "organisaties",
		"ronde-", "levenskaart", "handout", "kaarten", "werkblad", "gids", "pakket", "draaiboek", "signalen", "levenskaart", "beelden",
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
		"round-", "life-map", "handout", "cards", "worksheet", "guide", "pack", "run-sheet", "signals", "life-map", "images",
		"sheet", "poster", "quotes", "large", "whole", "facilitator-pack",
		"test-sheet", "own-reflection", "search",
		"pages",
		"session.ics",
		"who-knew-what", "roles",
		"present",
		[...]string{"a6", "a6-small", "a7", "poker", "large"},
	},
}

// In gives the addresses in a language of the catalogue: nl or en.
func In(language string) Names { return languages[language] }

// List is the list page of a kind, and the parent of its documents; Home for free pages, which have no list.
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

// Of is a document's main page.
func (n Names) Of(d *casebook.Doc) Path {
	if d.Kind == casebook.KindSite {
		return Home
	}
	return n.List(d.Kind) + folder(d.ID)
}

// Round is the page of a round of a case: round 0 is the case's own page.
func (n Names) Round(c *casebook.Case, round int) Path {
	if round == 0 {
		return n.Of(&c.Doc)
	}
	return n.Of(&c.Doc) + folder(n.round+strconv.Itoa(round))
}

// LifeMap is the page with the whole life of a case.
func (n Names) LifeMap(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.lifeMap) }

// Presenter is the page from which a case is shown to a table, step by step.
func (n Names) Presenter(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.presenter) }

// MapSheet is the whole life of a case on one sheet of paper.
func (n Names) MapSheet(c *casebook.Case) Path { return n.LifeMap(c) + folder(n.mapSheet) }

// Knowing is who knew what of the whole life of a case, and when.
func (n Names) Knowing(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.knowing) }

// Roles are the sheets of a case with what each role knew, and no more.
func (n Names) Roles(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.roles) }

// Handout is the sheet of a case that everybody reads first.
func (n Names) Handout(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.handout) }

// HandoutOf is the handout of a round of a case; that of round 0 is the one that everybody reads first.
func (n Names) HandoutOf(c *casebook.Case, round int) Path {
	if round == 0 {
		return n.Handout(c)
	}
	return n.Handout(c) + folder(n.round+strconv.Itoa(round))
}

// Cards is the deck of a case, in the first size that the site has.
func (n Names) Cards(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.cards) }

// CardsOf is the deck of a case in another size than the first.
func (n Names) CardsOf(c *casebook.Case, size casebook.CardSize) Path {
	return n.Cards(c) + folder(n.CardSize(size))
}

// RoleCards is the deck of a case in hands: for each role the cards that it knew.
func (n Names) RoleCards(c *casebook.Case) Path { return n.Cards(c) + folder(n.roles) }

// CardSize is what a size of cards is called in addresses and names of files.
func (n Names) CardSize(size casebook.CardSize) string { return n.sizes[size] }

// Worksheet is the sheet of a case that a participant keeps.
func (n Names) Worksheet(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.worksheet) }

// OwnReflection is the page of a case on which a reader writes a reflection.
func (n Names) OwnReflection(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.own) }

// Guide is what a facilitator knows of a case; it is there in the facilitator's edition alone.
func (n Names) Guide(c *casebook.Case) Path { return n.Of(&c.Doc) + folder(n.guide) }

// Pack is the paper of a session's participants.
func (n Names) Pack(s *casebook.Session) Path { return n.Of(&s.Doc) + folder(n.pack) }

// RunSheet is the session from minute to minute; it is there in the facilitator's edition alone.
func (n Names) RunSheet(s *casebook.Session) Path { return n.Of(&s.Doc) + folder(n.runSheet) }

// FacilitatorPack is all the paper of a session in one; it is there in the facilitator's edition alone.
func (n Names) FacilitatorPack(s *casebook.Session) Path {
	return n.Of(&s.Doc) + folder(n.facilitatorPack)
}

// Calendar is the file with the invitation to a session, for calendars.
func (n Names) Calendar(s *casebook.Session) string { return string(n.Of(&s.Doc)) + n.calendar }

// Poster is a reflection to hang on a wall.
func (n Names) Poster(r *casebook.Reflection) Path { return n.Of(&r.Doc) + folder(n.poster) }

// Quotes are the reflections of a session to hang on a wall.
func (n Names) Quotes(s *casebook.Session) Path { return n.Of(&s.Doc) + folder(n.quotes) }

// Large is what the names of files in large print end in.
func (n Names) Large() string { return n.large }

// Whole is what the names of files end in that hold also what gives a later round away.
func (n Names) Whole() string { return n.whole }

// Signals is the overview of all signals.
func (n Names) Signals() Path { return folder(n.signals) }

// Blank are the empty sheets to tell a life on by hand.
func (n Names) Blank() Path { return folder(n.blank) }

// TestSheet is the sheet that tells how far a printer's second side is off.
func (n Names) TestSheet() Path { return folder(n.testSheet) }

// Offline is what a reader without a connection gets for a page that was never opened.
func (n Names) Offline() Path { return folder("offline") }

// Search is the page to search on.
func (n Names) Search() Path { return folder(n.search) }

// Pages is the list of the author's own pages, for a site with more of them than the foot of a page names.
func (n Names) Pages() Path { return folder(n.pages) }

// SearchIndex is a file of what that page searches in.
func (n Names) SearchIndex(name string) string { return n.search + "/index/" + name }

// Fixed are the pages of every site that come from no document: no page of an author's can stand there. They are kept free also where a site has
// nothing to list, so that a first reflection does not push a page aside.
func (n Names) Fixed() []Path {
	return []Path{
		n.List(casebook.KindCase), n.List(casebook.KindReflection), n.List(casebook.KindSession), n.List(casebook.KindTheme),
		n.List(casebook.KindOrganisation), n.Signals(), n.Blank(), n.TestSheet(), n.Offline(), n.Search(), n.Pages(),
	}
}

// Cover is the file of the picture that stands beside a link to the site.
const Cover = "casusboek.png"

// Image is the file of an image, by its path in the content.
func (n Names) Image(path string) string { return n.images + "/" + path }

func folder(name string) Path { return Path(name + "/") }
