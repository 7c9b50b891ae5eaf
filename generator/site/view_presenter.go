package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/draw"

	"casusboek/generator/page"
)

// presenterView is what present.html gets: a whole case cut into slides, for a table to look at together. Its script shows them one at a
// time; without it they stand below each other, each round folded away.
type presenterView struct {
	*page.Page
	Case  page.Link
	Acts  []act    // one for each round, and the closing
	Beads []moment // all events by time: the line that grows along the foot of the screen
	Tally *tally   // of all rounds; nil when no round has choices
}

// act are the slides of a round, or of the closing.
type act struct {
	*page.Page
	N           int
	Label, Name string // "Ronde 2", and the author's name for it
	Minutes     int    // for the clock; 0 when the author does not say
	Slides      []slide
	Notes       []note
}

// slide is one thing to look at. Which of its parts are filled depends on its kind.
type slide struct {
	*page.Page
	ID, Kind string // kind: title, round, text, question, card, life, asks, dilemma, vote, map, people, back, close
	Place    string // "ronde 2 · kaart 3 van 5"
	What     string // the last part of it; empty for what a round begins with
	Round    int
	Card     int // how many cards of the deck are on the table
	Name     string
	Lead     string
	More     []string // facts about a round; people who become known
	Text     template.HTML
	Asks     []string
	Dilemma  *dilemmaView
	Life     []moment
	Ties     []tieView
	Vote     *tally
	Legend   template.HTML
}

// note is one thing that only the facilitator reads.
type note struct {
	Name  string
	Texts []string
}

// moment is an event in short, as _moments.html shows it and as a bead on the line.
type moment struct {
	Mark, When, Title, Kind string
	New                     bool
	Card                    int
}

// tally is the place for the votes of a round, or at the end for those of all rounds.
type tally struct {
	Round   int
	Choices []tallyChoice
	Rounds  []int         // whose votes it compares, the first one first
	Chart   template.HTML // of no votes yet: the script moves its bars
}

// tallyChoice is one choice as the author wrote it, and as a label.
type tallyChoice struct {
	Choice, Name string
	In           []bool // whether it can be chosen in each of the tally's rounds
}

func (p maker) presenterView(c *casebook.Case) *presenterView {
	p.Section, p.BodyClass = "cases", "p-present"
	p.SpeakFor(c)
	p.Title = p.T("page.presenter.title", "case", c.Title.V)
	p.Description = p.T("page.presenter.description", "case", c.Title.V)
	v := &presenterView{Page: p.Page, Case: page.Link{Href: p.Href(c), Text: c.Title.V}, Beads: p.moments(c, c.LastRound())}
	for n := range c.Rounds {
		v.Acts = append(v.Acts, p.actOf(c, n))
	}
	v.Acts = append(v.Acts, p.closing(c))
	v.Tally = p.tallyOf(c, c.LastRound(), -1)
	return v
}

// presented cuts an act into slides.
type presented struct {
	maker
	act   act
	place string // what the slides' places begin with
	cards int    // on the table so far
}

// add adds a slide, and returns it to be filled.
func (a *presented) add(kind, what, name string) *slide {
	a.act.Slides = append(a.act.Slides, slide{
		Page: a.Page, Kind: kind, ID: "_" + strconv.Itoa(a.act.N) + "-" + strconv.Itoa(len(a.act.Slides)), Round: a.act.N, Card: a.cards, Name: name,
		Place: strings.TrimSuffix(a.place+" · "+what, " · "), What: what,
	})
	return &a.act.Slides[len(a.act.Slides)-1]
}

// actOf are the slides of a round: what it is, its cards, the life so far, and what to talk and vote about.
func (p maker) actOf(c *casebook.Case, n int) act {
	r := &c.Rounds[n]
	cards := c.CardsIn(n)
	a := presented{maker: p, act: act{Page: p.Page, N: n, Label: p.T("page.round.n", "n", n), Name: p.roundName(r), Minutes: r.Minutes}, place: p.T("page.round.n-low", "n", n)}
	for round := range n {
		a.cards += len(c.CardsIn(round))
	}
	if n == 0 {
		a.opening(c)
	} else {
		s := a.add("round", "", a.act.Name)
		s.Lead = r.Intro.V
		if len(cards) > 0 {
			s.More = append(s.More, p.N("page.count.cards", len(cards)))
		}
		if r.Minutes > 0 {
			s.More = append(s.More, p.N("page.count.minutes", r.Minutes))
		}
	}
	html := p.cards(c)
	for i, e := range cards {
		a.cards++
		s := a.add("card", p.T("page.presenter.card", "i", i+1, "n", len(cards)), e.Title.V)
		s.ID, s.Text = e.ID.V, html[e] // links in prose lead to it
	}
	a.soFar(c)
	a.talk(c)
	a.act.Notes = p.notesOf(c, n)
	return a.act
}

// opening shows what everybody knows before the first card.
func (a *presented) opening(c *casebook.Case) {
	s := a.add("title", a.T("page.presenter.start"), c.Title.V)
	s.Lead = c.Summary.V
	if body := page.ProseAt(a.Page, c.Body, 0, c); body != "" {
		a.add("text", a.T("page.presenter.story"), a.T("page.presenter.story-name")).Text = body
	}
	if !c.MainQuestion.IsZero() {
		a.add("question", a.T("page.presenter.question"), c.MainQuestion.V)
	}
}

// soFar shows the life as far as it is known, where the round has added to it.
func (a *presented) soFar(c *casebook.Case) {
	people := a.newPeople(c)
	if len(c.CardsIn(a.act.N)) == 0 && len(people) == 0 {
		return
	}
	s := a.add("life", a.T("page.presenter.life"), a.T("page.presenter.life-name", "name", a.nameOf(c)))
	s.Life, s.More = a.moments(c, a.act.N), people
}

// newPeople are those of the network who become known in the round: "zus (familie, sterk)".
func (a *presented) newPeople(c *casebook.Case) []string {
	var people []string
	for _, t := range nearToFar(c.Network) {
		if t.Round == a.act.N {
			people = append(people, a.T("paper.guide.tie", "who", t.Who.V, "circle", a.T("circle."+t.Circle.String()), "bond", a.T("bond."+t.Bond.String())))
		}
	}
	return people
}

// talk shows what the table talks about, and takes its votes.
func (a *presented) talk(c *casebook.Case) {
	r := &c.Rounds[a.act.N]
	if len(r.Questions) > 0 {
		a.add("asks", a.T("page.presenter.asks"), a.T("page.presenter.asks-name")).Asks = casebook.Strings(r.Questions)
	}
	for i := range c.Dilemmas {
		if d := &c.Dilemmas[i]; d.Round == a.act.N {
			v := a.dilemma(d)
			a.add("dilemma", a.T("page.presenter.dilemma"), v.Question).Dilemma = &v
		}
	}
	if len(r.Choices) > 0 {
		a.add("vote", a.T("page.presenter.vote"), a.T("page.presenter.vote-name")).Vote = a.tallyOf(c, a.act.N, a.act.N)
	}
}

// closing shows the whole life, how the table's judgement moved, and what comes of it.
func (p maker) closing(c *casebook.Case) act {
	last := c.LastRound()
	a := presented{maker: p, act: act{Page: p.Page, N: last + 1, Label: p.T("page.presenter.close"), Name: p.T("page.presenter.close-name")}, place: p.T("page.presenter.close-low"), cards: len(c.Deck)}
	pictures := p.picturesOf(c, last)
	if len(c.Events) > 0 {
		s := a.add("map", p.T("page.presenter.map"), p.T("page.presenter.map-name", "name", p.nameOf(c)))
		s.Text, s.Legend, s.Life = pictures.Map, pictures.Legend, p.moments(c, -1)
	}
	if len(c.Network) > 0 {
		s := a.add("people", p.T("page.presenter.people"), p.T("page.network.title", "name", p.nameOf(c)))
		s.Text, s.Ties = pictures.Ecogram, p.ties(c, last)
	}
	s := a.add("back", p.T("page.presenter.back"), p.T("page.presenter.back-name"))
	s.Asks, s.Vote = []string{p.T("page.presenter.back-first"), p.T("page.presenter.back-turn")}, p.tallyOf(c, last, -1)
	a.add("close", p.T("page.presenter.monday"), p.T("page.presenter.monday-name")).Lead = p.T("page.presenter.monday-lead")
	a.act.Notes = p.notesOf(c, a.act.N)
	return a.act
}

// notesOf are what the facilitator keeps in mind in a round, or at the closing; none in the public edition.
func (p maker) notesOf(c *casebook.Case, n int) []note {
	f := c.Facilitation
	if f == nil || !p.Facilitator() {
		return nil
	}
	var notes []note
	add := func(key string, texts ...casebook.Text) {
		if said := casebook.Strings(texts); len(said) > 0 && said[0] != "" {
			notes = append(notes, note{p.T("paper.guide." + key), said})
		}
	}
	if n < len(f.Rounds) && n <= c.LastRound() {
		add("you", f.Rounds[n])
	}
	if n == 0 {
		add("pitfalls", f.Pitfalls...)
	}
	if n > c.LastRound() {
		add("insights", f.Insights...)
		add("outcome", f.Outcome)
		add("debrief", f.Debrief...)
	}
	return notes
}

// moments lists the events that are known after a round by time; a negative round is the whole life, in which nothing is new.
func (p maker) moments(c *casebook.Case, round int) []moment {
	after := round
	if round < 0 {
		after = c.LastRound()
	}
	var life []moment
	for _, e := range casebook.KnownAfter(c, after).Events {
		m := moment{
			Mark: e.Kind.String(), When: e.When.Label(p.Words), Title: e.Title.V, Kind: casebook.KindText(e, after, p.Words), New: e.Round == round, Card: e.Card,
		}
		if casebook.MarkerOf(e).Gap() {
			m.Mark = "missed"
		}
		life = append(life, m)
	}
	return life
}

// tallyOf is the place for the votes on the choices of a round, compared with those before it. round -1 compares all rounds up to last. It
// is nil when there is nothing to choose. Choices of later rounds are not in it.
func (p maker) tallyOf(c *casebook.Case, last, round int) *tally {
	t := &tally{Round: round}
	for n := range last + 1 {
		choices := c.Rounds[n].Choices
		if len(choices) > 0 {
			t.Rounds = append(t.Rounds, n)
		}
		for _, choice := range choices {
			if !slices.ContainsFunc(t.Choices, func(known tallyChoice) bool { return known.Choice == choice.V }) {
				t.Choices = append(t.Choices, tallyChoice{Choice: choice.V, Name: casebook.Capitalize(choice.V)})
			}
		}
	}
	if len(t.Rounds) == 0 {
		return nil
	}
	for i := range t.Choices {
		for _, n := range t.Rounds {
			t.Choices[i].In = append(t.Choices[i].In, slices.Contains(casebook.Strings(c.Rounds[n].Choices), t.Choices[i].Choice))
		}
	}
	t.Chart = p.emptyChart(t)
	return t
}

// Own are the choices of the tally's own round, the last that it compares.
func (t *tally) Own() []tallyChoice {
	return slices.DeleteFunc(slices.Clone(t.Choices), func(c tallyChoice) bool { return !c.In[len(c.In)-1] })
}

// emptyChart draws a chart of no votes yet.
func (p maker) emptyChart(t *tally) template.HTML {
	votes := make([]draw.Vote, len(t.Choices))
	for i, choice := range t.Choices {
		votes[i].Choice = choice.Choice
	}
	name := func(round int) string { return p.T("page.votes.after", "n", round) }
	before, after := "", name(t.Rounds[len(t.Rounds)-1])
	if len(t.Rounds) > 1 {
		before = name(t.Rounds[0])
	}
	id := "chart"
	if t.Round >= 0 {
		id += strconv.Itoa(t.Round)
	}
	return p.voteBars(id, votes, before, after)
}
