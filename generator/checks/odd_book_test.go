package checks_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"
)

// odd writes a casebook by chance: all that authors may write, in combinations that nobody would think of, and nothing that they may not. The same
// seed gives the same casebook.
type odd struct {
	*rand.Rand
	files    fstest.MapFS
	english  bool
	cases    []*oddCase
	names    []string // of links that are there: thema:rust, dag-1
	pages    []string // ids
	sessions []string
	domains  []string
	roles    []string
	titles   int
}

type oddCase struct {
	id      string
	rounds  int
	choices [][]string // per round
	events  []oddEvent
}

type oddEvent struct {
	id    string
	round int
	title string
	mark  string // in the title, and nowhere else
}

// oddBook makes the casebook of a seed.
func oddBook(seed uint64) *odd {
	o := &odd{Rand: rand.New(rand.NewPCG(seed, 1)), files: fstest.MapFS{}}
	o.english = o.chance(3)
	o.plan()
	o.site()
	for _, c := range o.cases {
		o.file("casussen", "cases", c.id, o.life(c), o.body(c, 0))
	}
	for i, id := range o.sessions {
		o.file("sessies", "sessions", id, o.session(i), o.body(nil, 0))
	}
	o.reflections()
	o.others()
	return o
}

func (o *odd) chance(n int) bool { return o.IntN(n) == 0 }

func pick[T any](o *odd, from ...T) T { return from[o.IntN(len(from))] }

// some gives up to max of the values, each once.
func some[T any](o *odd, max int, from []T) []T {
	var out []T
	for _, i := range o.Perm(len(from)) {
		if len(out) < o.IntN(max+1) {
			out = append(out, from[i])
		}
	}
	return out
}

// key is a field under one of its names.
func (o *odd) key(nl, en string) string {
	if o.english {
		return en
	}
	return nl
}

// title is a text that no other title of the book is equal to, in many scripts and with what markup is made of.
func (o *odd) title() string {
	o.titles++
	form := pick(o, "Een huis %d", "Wie belt er %d?", "%d < 5 & meer", "’s Avonds, kamer %d", "“Nee” nr. %d", "بيت %d", "🏠 Thuis %d 🎉", "%d: *sterren* en _strepen_",
		"Verhuurdersheffingsvrijstellingsregeling %d", "A – b — c … %d", "<b>%d</b>", "É́én {n} café %d")
	form = strings.ReplaceAll(form, "{n} ", "")
	form = strings.NewReplacer("<b>", "<", "</b>", ">").Replace(form) // what looks like a tag would be taken for a double escape
	return fmt.Sprintf(form, o.titles)
}

// quoted is a text as YAML takes it whatever is in it.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

func list(items []string) string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = quoted(item)
	}
	return "[" + strings.Join(all, ", ") + "]"
}

// plan decides what there is, so that anything may name anything.
func (o *odd) plan() {
	for i := range o.IntN(6) {
		c := &oddCase{id: fmt.Sprintf("leven-%d", i), rounds: 1 + o.IntN(6)}
		for range c.rounds {
			c.choices = append(c.choices, some(o, 4, []string{"praten", "wachten", "Niets doen", "ingrijpen & bellen", "één brief"}))
		}
		for j := range pick(o, 0, 1, 3, 8, 30) {
			id := pick(o, fmt.Sprintf("feit-%d", j), fmt.Sprintf("citaat-%d", j), fmt.Sprintf("fn-%d", j), fmt.Sprintf("kop-%d", j))
			e := oddEvent{id: id, round: o.IntN(c.rounds), mark: fmt.Sprintf("(%s %s)", c.id, id)}
			e.title = o.title() + " " + e.mark
			c.events = append(c.events, e)
		}
		o.cases = append(o.cases, c)
		o.names = append(o.names, "casus:"+c.id)
	}
	for i := range o.IntN(4) {
		o.sessions = append(o.sessions, fmt.Sprintf("dag-%d", i))
		o.names = append(o.names, fmt.Sprintf("sessie:dag-%d", i))
	}
	for i := range o.IntN(4) {
		o.pages = append(o.pages, fmt.Sprintf("blad-%d", i))
		o.names = append(o.names, fmt.Sprintf("pagina:blad-%d", i))
	}
	o.names = append(o.names, "thema:rust") // others makes it
	if o.chance(2) {
		o.roles = []string{"corporatie", "gemeente", "de buren & co"}
	}
}

func (o *odd) file(nl, en, name, front, body string) {
	path := o.key(nl, en)
	if name != "" {
		path += "/" + name
	}
	o.files[path+".md"] = &fstest.MapFile{Data: []byte("---\n" + front + "---\n" + body)}
}

func (o *odd) site() {
	front := o.key("titel: ", "title: ") + quoted(o.title()) + "\n"
	if o.english {
		front += "language: en\n"
	}
	if o.chance(2) {
		front += o.key("basis", "base") + ": https://voorbeeld.nl/" + pick(o, "", "boek/", "een/boek") + "\n"
	}
	if o.chance(2) {
		front += o.key("ondertitel: ", "subtitle: ") + quoted(o.title()) + "\n" + o.key("organisator: ", "organiser: ") + pick(o, "Kring", "Organisatie 1") + "\n"
		front += o.key("licentie: ", "licence: ") + pick(o, "CC-BY-4.0", "Eigen & wijze") + "\n"
	}
	if len(o.roles) > 0 {
		front += o.key("rollen: ", "roles: ") + list(o.roles) + "\n"
	}
	switch o.IntN(3) {
	case 0:
		o.domains = []string{"thuis", "geld & goed"}
		front += o.key("domeinen: ", "domains: ") + "[thuis, {id: geld-goed, " + o.key("naam", "name") + ": geld & goed}]\n"
	case 1:
		o.domains = []string{"wonen", "zorg", "werk", "onderwijs", "pensioen"}
	default:
		o.domains = []string{"huisvesting"}
		front += o.key("domeinen", "domains") + ": zrm-2017\n"
	}
	if o.chance(2) {
		front += "menu: " + list(append(some(o, 3, []string{"casussen", "sessions", "themas"}), some(o, 2, o.pages)...)) + "\n"
	}
	o.files["index.md"] = &fstest.MapFile{Data: []byte("---\n" + front + "---\n" + o.body(nil, 0))}
}

// life is the front matter of a case.
func (o *odd) life(c *oddCase) string {
	var b strings.Builder
	field := func(nl, en, value string) { fmt.Fprintf(&b, "%s: %s\n", o.key(nl, en), value) }
	field("titel", "title", quoted(o.title()))
	if o.chance(2) {
		field("pseudoniem", "pseudonym", quoted(c.id+pick(o, "Jo", " & N.", " Ünal")))
		field("herkomst", "origin", pick(o, "fictief", "composite", "geanonimiseerd"))
	}
	if o.chance(2) {
		field("samenvatting", "summary", quoted("Iemand & "+o.title()))
		field("hoofdvraag", "main_question", quoted(o.title()))
		field("leerdoelen", "goals", list([]string{"Kijken", "Vragen & zwijgen"}))
	}
	field("themas", "themes", list(some(o, 3, []string{"rust", "Eigen regie!", "zomaar & zo", "blad-1", "leven-0"})))
	b.WriteString(o.key("rondes:\n", "rounds:\n"))
	for i, choices := range c.choices {
		fmt.Fprintf(&b, "  - %s: %s\n", o.key("naam", "name"), quoted(fmt.Sprint(pick(o, "Ronde ", "Meer & meer ", "<slot> "), i)))
		if o.chance(2) {
			fmt.Fprintf(&b, "    %s: %d\n    %s: %s\n", o.key("minuten", "minutes"), o.IntN(30), o.key("vragen", "questions"), list([]string{"Wat nu?", o.title()}))
		}
		if len(choices) > 0 {
			fmt.Fprintf(&b, "    %s: %s\n", o.key("keuzes", "choices"), list(choices))
		}
		if i > 0 && o.chance(3) {
			fmt.Fprintf(&b, "    %s: %s\n", o.key("inleiding", "intro"), quoted(o.title()))
		}
	}
	o.events(&b, c)
	o.around(&b, c)
	return b.String()
}

// events writes the events of a case, all on one axis.
func (o *odd) events(b *strings.Builder, c *oddCase) {
	if len(c.events) == 0 {
		return
	}
	b.WriteString(o.key("gebeurtenissen:\n", "events:\n"))
	axis := o.IntN(3)
	contacts := []string{}
	for i, e := range c.events {
		field := func(nl, en, value string) { fmt.Fprintf(b, "    %s: %s\n", o.key(nl, en), value) }
		fmt.Fprintf(b, "  - id: %s\n", e.id)
		field("ronde", "round", fmt.Sprint(e.round))
		field("wanneer", "when", o.when(axis, i, c))
		field("titel", "title", quoted(e.title))
		if o.chance(4) {
			field("domein", "domain", quoted(pick(o, o.domains...)))
		} else {
			field("domein", "domain", list(some(o, 3, o.domains)))
		}
		switch o.IntN(5) {
		case 0:
			field("soort", "kind", "signaal")
			if o.chance(2) {
				field("opgepakt", "picked_up", pick(o, append(contacts, "ja", "no")...))
			}
		case 1:
			field("soort", "kind", "contact")
			if o.chance(2) {
				field("gehouden", "held", pick(o, "ja", "nee", "unknown"))
			}
			contacts = append(contacts, e.id)
		case 2:
			field("soort", "kind", pick(o, "hulp", "strength"))
		}
		if o.chance(2) {
			field("leidt_tot", "leads_to", list(some(o, 3, o.otherEvents(c, i))))
			field("bron", "source", pick(o, "bewoner", "file", "familie", "professional"))
		}
		if len(o.roles) > 0 {
			field("bekend_bij", "known_by", list(some(o, 3, o.roles)))
		}
		if o.chance(3) {
			field("waarde", "change", "{"+o.key("wat: ", "what: ")+"huur, "+o.key("naar: ", "to: ")+"690, "+o.key("eenheid: ", "unit: ")+pick(o, "EUR/maand", "'%'", "EUR/year", "kg & meer")+"}")
		}
		if !o.chance(3) {
			fmt.Fprintf(b, "    %s: |\n%s", o.key("tekst", "text"), indented(o.body(c, e.round)))
		}
	}
}

func (o *odd) otherEvents(c *oddCase, self int) []string {
	var ids []string
	for i, e := range c.events {
		if i != self {
			ids = append(ids, e.id)
		}
	}
	return ids
}

func (o *odd) when(axis, i int, c *oddCase) string {
	n := o.IntN(60)
	if i > 0 && o.chance(5) {
		return fmt.Sprintf("%d %s %s", 1+n, pick(o, "maanden na", "jaar na", "weeks after", "dagen voor"), c.events[o.IntN(i)].id)
	}
	switch axis {
	case 0:
		return pick(o, fmt.Sprintf("%d jaar", n), fmt.Sprintf("%d-%d jaar", n, n+1+o.IntN(9)), fmt.Sprintf("rond %d jaar", n), fmt.Sprintf("%d months", n))
	case 1:
		return pick(o, fmt.Sprintf("jaar %d", n), fmt.Sprintf("year %d-%d", n, n+2))
	}
	y := 1950 + n
	return pick(o, fmt.Sprint(y), fmt.Sprintf("%d-05", y), fmt.Sprintf("%d-21", y), fmt.Sprintf("%d~", y), fmt.Sprintf("%d?", y), "199X",
		fmt.Sprintf("%d/%d", y, y+3), fmt.Sprintf("%d/..", y), fmt.Sprintf("../%d", y), fmt.Sprintf("%d-12-31", y))
}

// around writes who stand around the main person, the dilemmas and what the facilitator reads.
func (o *odd) around(b *strings.Builder, c *oddCase) {
	if n := pick(o, 0, 0, 1, 12); n > 0 {
		b.WriteString(o.key("netwerk:\n", "network:\n"))
		for range n {
			fmt.Fprintf(b, "  - {%s: %s, %s: %s, %s: %s, %s: %s, %s: %d}\n", o.key("wie", "who"), quoted(o.title()),
				o.key("kring", "circle"), pick(o, "gezin", "family", "buren", "instanties", "kennissen"), o.key("band", "bond"), pick(o, "sterk", "weak", "gespannen", "verbroken"),
				o.key("steun", "support"), list(some(o, 4, []string{"praktisch", "company", "advies", "emotional"})), o.key("ronde", "round"), o.IntN(c.rounds))
		}
	}
	if o.chance(2) {
		fmt.Fprintf(b, "dilemmas:\n  - %s: %s\n    %s: %d\n    %s: [{%s: %s}]\n", o.key("vraag", "question"), quoted(o.title()), o.key("ronde", "round"), o.IntN(c.rounds),
			o.key("opties", "options"), o.key("tekst", "text"), quoted(o.title()))
	}
	if o.chance(2) {
		fmt.Fprintf(b, "%s:\n  %s: %s\n  %s: %s\n", o.key("begeleiding", "facilitation"), o.key("afloop", "outcome"), quoted(o.title()), o.key("inzichten", "insights"), list([]string{o.title(), o.title()}))
	}
	if o.chance(6) {
		b.WriteString(o.key("concept: ja\n", "draft: yes\n"))
	}
}

func indented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		b.WriteString("      " + line)
	}
	return b.String()
}
