package draw_test

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"
	"casusboek/generator/draw"

	"casusboek/generator/checks/sample"
	"casusboek/generator/draw/lifemap"
)

// Nothing of a later round is in any byte of an earlier round's pictures. It is told twice: a word that only the later round has is
// nowhere, and taking the later events out of the case changes nothing.
func TestNoLaterRoundInAnyByte(t *testing.T) {
	s, w := sample.SixDomains(), langtest.Words("nl")
	for round := range 3 {
		c, early := sample.NadiraLife(s), sample.NadiraLife(s)
		early.Events, early.Network = nil, nil
		for i, e := range c.Events {
			if e.Round > round {
				e.Title.V, e.ID.V, e.Text.Plain = "KANARIE", "kanarie", "kanarie"
			} else {
				e := sample.NadiraLife(s).Events[i]
				e.LeadsTo = nil
				early.Events = append(early.Events, e)
			}
		}
		for _, e := range early.Events {
			for _, full := range c.Events {
				if full.ID.V == e.ID.V {
					for _, to := range full.LeadsTo {
						if to.To.Round <= round {
							sample.LeadLine(early, e.ID.V, to.To.ID.V)
						}
					}
				}
			}
			e.AnsweredBy = casebook.Ref[casebook.Event]{ID: e.AnsweredBy.ID}
		}
		for _, tie := range c.Network {
			if tie.Round > round {
				tie.Who.V = "KANARIE"
			} else {
				early.Network = append(early.Network, tie)
			}
		}
		got, want := allPictures(c, s, round), allPictures(early, s, round)
		if strings.Contains(strings.ToLower(got), "kanarie") {
			t.Errorf("round %d gives a later round away", round)
		}
		if got != want {
			t.Errorf("round %d is not drawn the same without the later rounds", round)
		}
	}
	if !strings.Contains(casebook.KindText(sample.NadiraLife(s).Events[12], 3, w), "laat opgepakt") || casebook.KindText(sample.NadiraLife(s).Events[12], 2, w) != "Signaal" {
		t.Error("an answer is told before its round, or not at all")
	}
}

func allPictures(c *casebook.Case, s *casebook.Site, round int) string {
	w := langtest.Words("nl")
	out := lifemap.Draw(c, s, round, w) + lifemap.Legend(c, s, round, w) + draw.Network(c, round, w)
	for _, item := range draw.Rail(c, s, round, w) {
		out += item.SVG + item.Pause + casebook.KindText(item.Event, round, w) + draw.CardLane(item.Event)
	}
	return out
}

func TestSameLifeSameBytes(t *testing.T) {
	a, b := "", ""
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) { a += allPictures(c, s, 2) })
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) { b += allPictures(c, s, 2) })
	if a != b {
		t.Error("two drawings of the same lives differ")
	}
}

func TestWellFormedWhateverTheWords(t *testing.T) {
	hostile := "<b>&amp;\"'</b> 👩‍👧 \x00\x0b أهلا @ -- ]]> \uFFFE" + strings.Repeat("é\u0301", 30)
	s := sample.DomainSite(hostile, hostile)
	c := sample.NadiraLife(sample.SixDomains())
	c.Pseudonym.V = hostile
	for _, e := range c.Events {
		e.Title.V = hostile
		e.Change = &casebook.Change{From: e.Title, To: e.Title, Unit: e.Title}
	}
	for _, tie := range c.Network {
		tie.Who.V = hostile
	}
	vote := draw.Votes("v", []draw.Vote{{hostile, 1, 2}}, hostile, hostile, langtest.Words("nl"))
	for _, svg := range []string{
		allPictures(c, s, 3), lifemap.Blank(s, langtest.Words("en")), draw.BlankNetwork(langtest.Words("nl")), vote, draw.Stops(4, 1), draw.Masthead(),
		draw.Sprite(s, "i-d1", "i-d2", "w-1", "i-missed"),
	} {
		wellFormed(t, svg)
		if strings.Contains(svg, "style=") || strings.Contains(svg, "?draw.") || strings.Contains(svg, "NaN") || strings.Contains(svg, "Inf") {
			t.Errorf("a style, a missing word or no number in %.300s", svg)
		}
	}
	sample.EachLife(func(c *casebook.Case, s *casebook.Site) { wellFormed(t, allPictures(c, s, 3)) })
}

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader("<x>" + svg + "</x>"))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%v in %.400s", err, svg)
		}
	}
}

func TestEveryPictureFindsItsSymbols(t *testing.T) {
	s := sample.SixDomains()
	all := allPictures(sample.NadiraLife(s), s, 3) + draw.Masthead()
	sprite := draw.Sprite(s, draw.Uses([]byte(all))...)
	for _, id := range draw.Uses([]byte(all)) {
		if !strings.Contains(sprite, `id="`+id+`"`) {
			t.Errorf("the sprite lacks %s", id)
		}
	}
}

func TestASiteWithoutDomainsDoesNotPanic(t *testing.T) {
	c := sample.NadiraLife(sample.SixDomains())
	if allPictures(c, &casebook.Site{}, 3) == "" {
		t.Error("no picture")
	}
}
