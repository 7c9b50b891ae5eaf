// Package lives holds lives to test pictures with: one that was told by a person, and as many random ones as a test asks for. It is for
// tests only.
//
//	s := sample.SixDomains()
//	c := sample.NadiraLife(s)
//	sample.LifeEvent(s, "a", 0, "41 jaar", "Verhuisd", 1)   // one event: round 0, in the first domain
package sample

import (
	"fmt"
	"math/rand/v2"
	"strconv"

	"casusboek/generator/casebook"
)

// DomainSite makes a site with the given domains.
func DomainSite(names ...string) *casebook.Site {
	s := &casebook.Site{}
	for i, name := range names {
		s.Domains = append(s.Domains, casebook.Domain{ID: name, Name: casebook.Text{V: name}, N: i + 1})
	}
	return s
}

// SixDomains makes a site with the domains of the design study.
func SixDomains() *casebook.Site {
	return DomainSite("Wonen", "Zorg", "Werk", "Onderwijs", "Sociale zekerheid", "Pensioen")
}

// TwelveDomains makes a site with domains of long names.
func TwelveDomains() *casebook.Site {
	return DomainSite("Financiën", "Werk en opleiding", "Tijdsbesteding", "Huisvesting", "Huiselijke relaties", "Geestelijke gezondheid",
		"Lichamelijke gezondheid", "Middelengebruik", "Basale dagelijkse vaardigheden", "Sociaal netwerk", "Maatschappelijke participatie", "Justitie")
}

// LifeEvent makes an event: its round, when, title, domain (from 1) and whatever change says.
func LifeEvent(site *casebook.Site, id string, round int, when, title string, domain int, change ...func(*casebook.Event)) *casebook.Event {
	w, err := casebook.ParseWhen(when)
	if err != nil {
		panic(fmt.Sprint(when, err))
	}
	d := &site.Domains[domain-1]
	e := &casebook.Event{ID: casebook.Text{V: id}, Round: round, When: w, Title: casebook.Text{V: title}}
	e.Domains = []casebook.Ref[casebook.Domain]{{ID: casebook.Text{V: d.ID}, To: d}}
	for _, c := range change {
		c(e)
	}
	return e
}

func kind(k casebook.EventKind) func(*casebook.Event) { return func(e *casebook.Event) { e.Kind = k } }

func talk(held casebook.Tri) func(*casebook.Event) {
	return func(e *casebook.Event) { e.Kind, e.Held = casebook.Contact, held }
}

func warning(picked casebook.Tri) func(*casebook.Event) {
	return func(e *casebook.Event) { e.Kind, e.PickedUp = casebook.Signal, picked }
}

// LeadLine links events by id.
func LeadLine(c *casebook.Case, pairs ...string) {
	byID := map[string]*casebook.Event{}
	for _, e := range c.Events {
		byID[e.ID.V] = e
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		to := byID[pairs[i+1]]
		byID[pairs[i]].LeadsTo = append(byID[pairs[i]].LeadsTo, casebook.Ref[casebook.Event]{ID: to.ID, To: to})
	}
}

// NadiraLife is the life of the design study: seventeen events over three rounds in six domains.
func NadiraLife(s *casebook.Site) *casebook.Case {
	c := &casebook.Case{Pseudonym: casebook.Text{V: "Nadira"}, Rounds: make([]casebook.Round, 4)}
	for i := range c.Rounds {
		c.Rounds[i].N = i
	}
	c.Events = []*casebook.Event{
		LifeEvent(s, "school", 3, "rond 17 jaar", "Van school zonder diploma", 4),
		LifeEvent(s, "bakkerij", 3, "18-26 jaar", "Werkt in een bakkerij", 3),
		LifeEvent(s, "flat", 1, "24 jaar", "Betrekt een portiekflat", 1),
		LifeEvent(s, "kinderen", 3, "25-36 jaar", "Krijgt zes kinderen", 2),
		LifeEvent(s, "overlijden", 2, "39 jaar", "Haar man overlijdt", 2),
		LifeEvent(s, "pensioen", 2, "39 jaar", "Een klein nabestaanden\u00ADpensioen", 6),
		LifeEvent(s, "sloopbrief", 1, "40 jaar", "Brief: de flat wordt gesloopt", 1),
		LifeEvent(s, "gemist", 3, "40 jaar", "Niemand rekent met haar", 1, talk(casebook.No)),
		LifeEvent(s, "verhuizing", 1, "41 jaar", "Verhuisd uit de sloopwoning", 1, func(e *casebook.Event) {
			e.Change = &casebook.Change{From: casebook.Text{V: "520"}, To: casebook.Text{V: "690"}, Unit: casebook.Text{V: "EUR/maand"}}
		}),
		LifeEvent(s, "schoonmaak", 3, "42 jaar", "Gaat kantoren schoonmaken", 3, kind(casebook.Strength)),
		LifeEvent(s, "verzuim", 2, "42-43 jaar", "Haar oudste zoon komt te laat", 4, warning(casebook.No)),
		LifeEvent(s, "terugvordering", 2, "rond 43 jaar", "Moet huurtoeslag terugbetalen", 5),
		LifeEvent(s, "aanmaning", 1, "43 jaar", "Tweede aanmaning voor de huur", 1, warning(casebook.Yes)),
		LifeEvent(s, "gesprek-school", 3, "43 jaar", "Niemand vraagt haar iets", 4, talk(casebook.No)),
		LifeEvent(s, "familie", 3, "44 jaar", "De familie legt elke maand bij", 5, kind(casebook.Strength)),
		LifeEvent(s, "huisbezoek", 3, "45 jaar", "De huismeester belt aan", 1, talk(casebook.Yes)),
		LifeEvent(s, "opleiding", 3, "46 jaar", "Begint aan een opleiding", 4, kind(casebook.Strength)),
	}
	LeadLine(c, "overlijden", "pensioen", "overlijden", "terugvordering", "sloopbrief", "verhuizing", "verhuizing", "schoonmaak",
		"verhuizing", "aanmaning", "schoonmaak", "verzuim", "terugvordering", "aanmaning", "terugvordering", "familie", "aanmaning", "huisbezoek")
	c.Events[12].AnsweredBy = casebook.Ref[casebook.Event]{ID: c.Events[15].ID, To: c.Events[15]}
	for _, tie := range []casebook.Tie{
		{Who: casebook.Text{V: "zes kinderen"}, Circle: casebook.Household, Bond: casebook.Strong, Round: 1, Support: []casebook.Support{casebook.Practical, casebook.Emotional}},
		{Who: casebook.Text{V: "zussen"}, Circle: casebook.Family, Bond: casebook.Strong, Round: 2, Support: []casebook.Support{casebook.Practical, casebook.Emotional, casebook.Company}},
		{Who: casebook.Text{V: "oude buurvrouw"}, Circle: casebook.Neighbours, Bond: casebook.Weak, Round: 3, Support: []casebook.Support{casebook.Company}},
		{Who: casebook.Text{V: "huisarts"}, Circle: casebook.Professionals, Bond: casebook.Weak, Round: 2, Support: []casebook.Support{casebook.Advice}},
		{Who: casebook.Text{V: "mentor"}, Circle: casebook.Professionals, Bond: casebook.Ordinary, Round: 2},
		{Who: casebook.Text{V: "verhuurder"}, Circle: casebook.Professionals, Bond: casebook.Tense, Round: 1},
		{Who: casebook.Text{V: "toeslagkantoor"}, Circle: casebook.Professionals, Bond: casebook.Broken, Round: 2},
	} {
		c.Network = append(c.Network, &tie)
	}
	return c
}

var parts = []string{
	"Verhuist", "naar", "een", "kleinere", "woning", "Verliest", "werk", "bij", "de", "gemeente", "krijgt", "schulden",
	"zoekt", "hulp", "in", "wijkteam", "Nabestaandenpensioen", "brief", "over", "huurtoeslag", "zoon", "schuldhulpverlening", "stopt", "na", "jaren",
}

// RandomLife makes a life of n events: all kinds, durations, uncertain and open times, several domains, causes over all distances.
func RandomLife(r *rand.Rand, s *casebook.Site, n int) *casebook.Case {
	c := &casebook.Case{Pseudonym: casebook.Text{V: "Willemien"}, Rounds: make([]casebook.Round, 4)}
	for i := range n {
		year := 18 + i*40/n + r.IntN(1+40/n)
		when := strconv.Itoa(year) + " jaar"
		switch r.IntN(8) {
		case 0:
			when = "rond " + when
		case 1:
			when = fmt.Sprintf("%d-%d jaar", year, year+1+r.IntN(5))
		}
		title := parts[r.IntN(len(parts))]
		for words := r.IntN(6); words > 0; words-- {
			title += " " + parts[r.IntN(len(parts))]
		}
		e := LifeEvent(s, "e"+strconv.Itoa(i), r.IntN(4), when, title, 1+r.IntN(len(s.Domains)))
		switch r.IntN(10) {
		case 0, 1:
			warning(casebook.Tri(r.IntN(4)))(e)
		case 2:
			talk(casebook.No)(e)
		case 3:
			talk(casebook.Tri(r.IntN(4)))(e)
		case 4:
			kind(casebook.Strength)(e)
		case 5:
			kind(casebook.Help)(e)
		case 6:
			d := &s.Domains[r.IntN(len(s.Domains))]
			e.Domains = append(e.Domains, casebook.Ref[casebook.Domain]{ID: casebook.Text{V: d.ID}, To: d})
		}
		e.When.OpenEnd = e.When.Stretch && r.IntN(6) == 0
		c.Events = append(c.Events, e)
	}
	c.Events = casebook.KnownAfter(c, 9).Events
	for i := range c.Events {
		if j := i + 1 + r.IntN(4); j < n && r.IntN(2) == 0 {
			LeadLine(c, c.Events[i].ID.V, c.Events[j].ID.V)
		}
	}
	return c
}

// EachLife makes 200 lives of 1 to 24 events over sites of one, six and twelve domains; the same every time.
func EachLife(do func(c *casebook.Case, s *casebook.Site)) {
	r := rand.New(rand.NewPCG(2026, 11))
	sites := []*casebook.Site{SixDomains(), TwelveDomains(), SixDomains(), DomainSite("Wonen")}
	for i := range 200 {
		s := sites[i%len(sites)]
		do(RandomLife(r, s, 1+i%24), s)
	}
}
