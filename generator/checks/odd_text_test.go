package checks_test

import (
	"fmt"
	"strings"
)

// body is a Markdown text. It stands in a case from a round on, or in no case; what it says of events in its own words is known there.
func (o *odd) body(c *oddCase, round int) string {
	var b strings.Builder
	b.WriteString(pick(o, "Op de mat ligt een brief.", "“Nee”, zegt ze, ’s avonds & altijd.", "**Vet** en *schuin* en `code [x]`."))
	for range o.IntN(3) {
		b.WriteString(" Zie " + o.link(c, round) + " en verder.")
	}
	b.WriteString("\n")
	note := ""
	for range o.IntN(3) {
		switch o.IntN(7) {
		case 0:
			b.WriteString("\n" + pick(o, "#", "##", "####") + " " + pick(o, "Citaat", "Fn:1", "Casussen", "main", "Feit 1", "🎉", "Kop "+o.link(c, round)) + "\n\nTekst.\n")
		case 1:
			b.WriteString("\n| een | twee |\n|---|--:|\n| a & b | " + o.cell(c, round) + " |\n")
		case 2:
			b.WriteString("\n- een " + o.link(c, round) + "\n- twee\n  - drie\n\n1. x\n2. y\n")
		case 3:
			if note == "" {
				note = "\n[^n]: Een noot met " + o.link(c, round) + ".\n"
				b.WriteString("\nMet een noot[^n], en nog eens[^n].\n")
			}
		case 4:
			b.WriteString("\n> Een aanhaling van " + o.link(c, round) + ".\n")
		case 5:
			b.WriteString("\nRegel een  \nregel twee, " + pick(o, "https://voorbeeld.nl/?a=1&b=2", "a \\< b", "\\[[geen link]]"[:1]+"*") + "\n")
		default:
			b.WriteString("\n---\n\nשלום " + strings.Repeat("lang", 20) + "\n")
		}
	}
	return b.String() + note
}

// cell is a link without a bar in it, which would end the cell of a table.
func (o *odd) cell(c *oddCase, round int) string {
	if link := o.link(c, round); !strings.Contains(link, "|") {
		return link
	}
	return "leeg"
}

// link leads to anything that is there, written in any way.
func (o *odd) link(c *oddCase, round int) string {
	if c != nil && len(c.events) > 0 && o.chance(2) {
		e := pick(o, c.events...)
		if e.round <= round {
			return pick(o, "[[#"+e.id+"]]", "[["+c.id+"#"+e.id+"|wat er *toen* was]]", "[["+c.id+"#"+e.id+"]]")
		}
		return pick(o, "[[#"+e.id+"]]", "[["+c.id+"#"+e.id+"]]")
	}
	if len(o.cases) > 0 && o.chance(3) {
		if other := pick(o, o.cases...); len(other.events) > 0 {
			return "[[" + other.id + "#" + pick(o, other.events...).id + "]]"
		}
	}
	name := pick(o, o.names...)
	return pick(o, "[["+name+"]]", "[["+name+"|eigen & woorden]]", "[buiten](https://voorbeeld.nl/?a=1&b=2)", "[post](mailto:a@voorbeeld.nl)")
}

// session is the front matter of the i-th session.
func (o *odd) session(i int) string {
	var b strings.Builder
	field := func(nl, en, value string) { fmt.Fprintf(&b, "%s: %s\n", o.key(nl, en), value) }
	field("titel", "title", quoted(o.title()))
	field("datum", "date", fmt.Sprintf("2026-%02d-%02d", 1+o.IntN(12), 1+i))
	if o.chance(2) {
		field("kop", "headline", quoted(o.title()))
		field("begin", "start", pick(o, "13.30", "23:55", "0:00"))
		field("plaats", "place", quoted("'s-Hertogenbosch & omstreken"))
		field("organisator", "organiser", pick(o, "Kring", "Organisatie 2"))
		field("reeks", "series", quoted(o.title()))
	}
	if len(o.cases) == 0 || o.chance(3) {
		return b.String()
	}
	c := pick(o, o.cases...)
	field("casussen", "cases", "["+c.id+"]")
	if o.chance(2) {
		fmt.Fprintf(&b, "%s:\n  - {%s: Tafel 1, %s: %s}\n  - {%s: 'Tafel & twee'}\n", o.key("groepen", "groups"), o.key("naam", "name"), o.key("casus", "case"), c.id, o.key("naam", "name"))
	}
	fmt.Fprintf(&b, "%s:\n", o.key("programma", "programme"))
	for range o.IntN(5) {
		fmt.Fprintf(&b, "  - {%s: %s%s}\n", o.key("onderdeel", "part"), quoted(o.title()),
			pick(o, "", ", "+o.key("minuten", "minutes")+": 90", ", "+o.key("ronde", "round")+": "+fmt.Sprint(o.IntN(c.rounds))))
	}
	fmt.Fprintf(&b, "%s:\n", o.key("tellingen", "tallies"))
	for round, choices := range c.choices {
		for _, choice := range choices {
			if o.chance(2) {
				fmt.Fprintf(&b, "  - {%s: %d, %s: %d}\n", o.key("ronde", "round"), round, quoted(choice), o.IntN(40))
			}
		}
	}
	field("stellingen", "statements", list(some(o, 2, []string{"Bellen & schrijven", "Nooit <meer>"})))
	field("opbrengst", "results", list(some(o, 2, []string{"Eén nummer", "Niets"})))
	return b.String()
}

// reflections writes what people said, shown and hidden in all ways.
func (o *odd) reflections() {
	for i := range o.IntN(9) {
		var b strings.Builder
		field := func(nl, en, value string) { fmt.Fprintf(&b, "%s: %s\n", o.key(nl, en), value) }
		field("kop", "headline", quoted(o.title()))
		consent := pick(o, "2026-01-01", "2026-11-30", "2026-01-01, "+o.key("tot", "until")+": 2026-02-01", "2026-01-01, "+o.key("ingetrokken", "withdrawn")+": 2026-01-01")
		field("toestemming", "consent", "{"+o.key("gegeven", "given")+": "+consent+"}")
		if o.chance(2) {
			field("deelnemer", "participant", pick(o, "Els van der Veld", "Ünal", "{"+o.key("achternaam", "last_name")+": \"'t Hooft\"}"))
			field("functie", "role", "wijkconsulent & meer")
		}
		if o.chance(2) {
			field("organisatie", "organisation", pick(o, "Kring", "Organisatie 1", "Zorg & Zo", "rust"))
			field("weergave", "display", pick(o, "naam", "role", "organisatie", "anonymous"))
		}
		if len(o.sessions) > 0 && o.chance(2) {
			field("sessie", "session", pick(o, o.sessions...))
		}
		if len(o.cases) > 0 && !o.chance(3) {
			c := pick(o, o.cases...)
			field("casussen", "cases", "["+c.id+"]")
			if len(c.events) > 0 {
				field("kantelkaart", "turning_card", quoted(c.id+"#"+pick(o, c.events...).id))
			}
			field("na_ronde", "after_round", fmt.Sprint(o.IntN(c.rounds)))
		}
		if i > 0 && o.chance(3) {
			field("reageert_op", "replies_to", fmt.Sprintf("stem-%d", o.IntN(i)))
		}
		if o.chance(2) {
			field("themas", "themes", list(some(o, 2, []string{"rust", "zomaar & zo", "Eigen Regie"})))
			field("eerste_indruk", "first_impression", quoted(o.title()))
			field("later_oordeel", "later_judgement", quoted(o.title()))
			field("advies", "advice", quoted(o.title()))
			field("volgende_stap", "next_step", quoted("bel < 5 & *vraag*"))
			field("streamers", "pull_quotes", "[Ik had gebeld]")
		}
		body := "Ik had gebeld. " + o.body(nil, 0)
		if consent != "2026-01-01" { // said again by somebody else, it would rightly be found in what came out
			body = "Ik had gebeld" + strings.Repeat(fmt.Sprintf(", zegt stem%d tegen kamer%d", i, i), 4) + "."
		}
		o.file("reflecties", "reflections", fmt.Sprintf("stem-%d", i), b.String(), body)
	}
}

// others writes the theme that links name, an organisation and the free pages.
func (o *odd) others() {
	title := o.key("titel: ", "title: ")
	front := title + "Rust\n"
	if o.chance(2) {
		front += o.key("polen", "poles") + ": [\"rust & stilte\", <lawaai]\n" + o.key("synoniemen", "synonyms") + ": [kalmte]\n"
	}
	o.file("themas", "themes", "rust", front, o.body(nil, 0))
	if o.chance(2) {
		o.file("organisaties", "organisations", "kring", title+"Kring\n"+o.key("plaats", "place")+": Oeverdam\n"+o.key("opvolger", "successor")+": leerkring\n", o.body(nil, 0))
		o.file("organisaties", "organisations", "leerkring", title+"Leerkring\n", "")
	}
	for _, id := range o.pages {
		o.file("paginas", "pages", id, title+quoted(o.title())+"\n", o.body(nil, 0))
	}
}
