package site

import (
	"html/template"
	"strconv"

	"casusboek/generator/casebook"
	"casusboek/generator/draw"
	"casusboek/generator/draw/lifemap"
)

// The pictures of generator/draw, as HTML: draw escapes every word of an author itself.

// pictures are those of a life after a round.
type pictures struct{ Map, Legend, Ecogram template.HTML }

// picturesOf draws a life. The page of the last round and the life map have the same pictures, so they are drawn once.
func (p maker) picturesOf(c *casebook.Case, round int) pictures {
	if p.shared == nil || round != c.LastRound() {
		return p.drawn(c, round)
	}
	p.shared.drawOnce.Do(func() { p.shared.last = p.drawn(c, round) })
	return p.shared.last
}

func (s *site) drawn(c *casebook.Case, round int) pictures {
	return pictures{s.lifeMap(c, round), s.legend(c, round), s.network(c, round)}
}

func (s *site) lifeMap(c *casebook.Case, round int) template.HTML {
	return template.HTML(lifemap.Draw(c, &s.Book.Site, round, s.Words)) // draw escapes
}

func (s *site) legend(c *casebook.Case, round int) template.HTML {
	return template.HTML(lifemap.Legend(c, &s.Book.Site, round, s.Words)) // draw escapes
}

func (s *site) network(c *casebook.Case, round int) template.HTML {
	return template.HTML(draw.Network(c, round, s.Words)) // draw escapes
}

func (s *site) lane(e *casebook.Event) template.HTML {
	return template.HTML(draw.CardLane(e)) // draw escapes
}

func (s *site) rail(c *casebook.Case, round int) []draw.RailItem {
	return draw.Rail(c, &s.Book.Site, round, s.Words)
}

func (s *site) stops(rounds int) template.HTML {
	return template.HTML(draw.Stops(rounds, -1)) // draw escapes
}

// votes draws how choices moved from the first moment to the last, or how they stood at the only one.
func (s *site) votes(v *voteView, n int) template.HTML {
	last := len(v.Rounds) - 1
	var moves []draw.Vote
	for _, row := range v.Rows {
		moves = append(moves, draw.Vote{Choice: row.Choice, Before: row.Counts[0], After: row.Counts[last]})
	}
	before := ""
	if last > 0 {
		before = v.Rounds[0]
	}
	return s.voteBars("votes"+strconv.Itoa(n), moves, before, v.Rounds[last])
}

func (s *site) voteBars(id string, votes []draw.Vote, before, after string) template.HTML {
	return template.HTML(draw.Votes(id, votes, before, after, s.Words)) // draw escapes
}
