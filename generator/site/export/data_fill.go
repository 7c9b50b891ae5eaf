package export

import (
	"errors"
	"fmt"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/guard"
)

// dataFile is casusboek.json: two spaces a level, text as it is (no \u003c), a newline at the end. The lists are written item by item, since all of a large
// casebook at once, encoded and then indented, took more memory than the rest of the build.
func (s *site) dataFile() ([]byte, error) {
	w := dataWriter{}
	if err := w.open(s.data()); err != nil {
		return nil, err
	}
	b := s.book
	err := errors.Join(
		list(&w, "cases", b.Cases, s.dataCase), list(&w, "reflections", b.Reflections, s.dataReflection), list(&w, "sessions", b.Sessions, s.dataSession),
		list(&w, "themes", b.Themes, s.dataTheme), list(&w, "organisations", b.Organisations, s.dataOrganisation), list(&w, "pages", b.Pages, s.dataPage),
	)
	w.out.Write(w.rest)
	return w.out.Bytes(), err
}

// data lists every field that comes out by name: a field added to the model stays in until somebody lets it out here. Its lists are
// empty; dataFile fills them.
func (s *site) data() dataBook {
	in := &s.book.Site
	b := dataBook{
		Version: dataVersion, Generator: strings.TrimSpace("casusboek " + s.Version), Edition: "public",
		Title: in.Title.V, Subtitle: in.Subtitle.V, Language: s.Words.Lang, Base: s.base(), Organiser: in.Organiser.V, Licence: in.Licence.V,
		Text:    in.Body.Plain,
		Domains: []dataDomain{}, Cases: []dataCase{}, Reflections: []dataReflection{}, Sessions: []dataSession{},
		Themes: []dataTheme{}, Organisations: []dataOrganisation{}, Pages: []dataPage{},
	}
	if s.edition == guard.Facilitator {
		b.Edition = "facilitator"
	}
	if !s.Updated.IsZero() {
		b.Updated = s.Updated.UTC().Format("2006-01-02")
	}
	for _, d := range in.Domains {
		b.Domains = append(b.Domains, dataDomain{ID: d.ID, Name: d.Name.V})
	}
	return b
}

func (s *site) dataTheme(t *casebook.Theme) dataTheme {
	return dataTheme{
		ID: t.ID, Address: s.address(&t.Doc), Title: t.Title.V, Poles: casebook.Strings(t.Poles), Text: t.Body.Plain,
		SeeAlso: refIDs(t.SeeAlso), Synonyms: casebook.Strings(t.Synonyms),
	}
}

func (s *site) dataOrganisation(o *casebook.Organisation) dataOrganisation {
	return dataOrganisation{
		ID: o.ID, Address: s.address(&o.Doc), Title: o.Title.V, Type: o.Type.V, Place: o.Place.V, Text: o.Body.Plain, Successor: refID(o.Successor),
	}
}

func (s *site) dataPage(p *casebook.Page) dataPage {
	return dataPage{ID: p.ID, Address: s.address(&p.Doc), Title: p.Title.V, Text: p.Body.Plain}
}

func (s *site) address(d *casebook.Doc) string { return string(s.at.Of(d)) }

func (s *site) dataCase(c *casebook.Case) dataCase {
	d := dataCase{
		ID: c.ID, Address: s.address(&c.Doc), Title: c.Title.V, Pseudonym: c.Pseudonym.V, Origin: c.Origin.String(), Summary: c.Summary.V,
		Text: c.Body.Plain, MainQuestion: c.MainQuestion.V, Goals: casebook.Strings(c.Goals), Themes: refIDs(c.Themes), Minutes: c.Minutes(),
		Rounds: []dataRound{}, Events: []dataEvent{},
	}
	for _, r := range c.Rounds {
		d.Rounds = append(d.Rounds, dataRound{
			Number: r.N, Name: r.Name.V, Minutes: r.Minutes, Intro: r.Intro.V, Questions: casebook.Strings(r.Questions), Choices: casebook.Strings(r.Choices),
		})
	}
	for _, e := range c.Events {
		d.Events = append(d.Events, s.dataEvent(e))
	}
	for _, t := range c.Network {
		tie := dataTie{Who: t.Who.V, Circle: t.Circle.String(), Bond: t.Bond.String(), Round: t.Round}
		for _, g := range t.Support {
			tie.Support = append(tie.Support, g.String())
		}
		d.Network = append(d.Network, tie)
	}
	for _, q := range c.Dilemmas {
		dilemma := dataDilemma{Round: q.Round, Question: q.Question.V}
		for _, o := range q.Options {
			dilemma.Options = append(dilemma.Options, dataOption{Text: o.Text.V, For: o.For.V, Against: o.Against.V})
		}
		d.Dilemmas = append(d.Dilemmas, dilemma)
	}
	if f := c.Facilitation; f != nil && s.edition == guard.Facilitator {
		d.Facilitation = &dataFacilitation{
			Outcome: f.Outcome.V, Insights: casebook.Strings(f.Insights), Pitfalls: casebook.Strings(f.Pitfalls),
			Rounds: casebook.Strings(f.Rounds), Debrief: casebook.Strings(f.Debrief),
		}
	}
	return d
}

func (s *site) dataEvent(e *casebook.Event) dataEvent {
	w := e.When
	d := dataEvent{
		ID: e.ID.V, Card: e.Card, Round: e.Round, Kind: e.Kind.String(), Title: e.Title.V, Text: e.Text.Plain, KnownBy: casebook.Strings(e.KnownBy),
		LeadsTo: eventIDs(e.LeadsTo), PickedUp: triNames[e.PickedUp], Held: triNames[e.Held],
		When: dataWhen{
			Written: w.Written, Label: w.Label(s.Words), Axis: w.Axis.String(), Start: w.Start, End: w.End, Precision: precisionNames[w.Precision],
			Stretch: w.Stretch, About: w.About, Uncertain: w.Uncertain, OpenStart: w.OpenStart, OpenEnd: w.OpenEnd,
		},
	}
	for _, r := range e.Domains {
		if r.To != nil {
			d.Domains = append(d.Domains, r.To.ID)
		}
	}
	if e.Source != casebook.SourceUnsaid {
		d.Source = e.Source.String()
	}
	if e.AnsweredBy.To != nil {
		d.AnsweredBy = e.AnsweredBy.To.ID.V
	}
	if c := e.Change; c != nil {
		d.Change = &dataChange{What: c.What.V, From: c.From.V, To: c.To.V, Unit: c.Unit.V}
	}
	return d
}

var (
	triNames       = [...]string{"", "yes", "no", "unknown"}
	precisionNames = [...]string{"day", "month", "season", "year", "decade"}
)

func (s *site) dataReflection(r *casebook.Reflection) dataReflection {
	d := dataReflection{
		ID: r.ID, Address: s.address(&r.Doc), Headline: r.Headline.V, Text: r.Body.Plain, Person: dataPersonOf(r),
		Session: refID(r.Session), Cases: refIDs(r.Cases), Themes: refIDs(r.Themes), AfterRound: r.AfterRound,
		FirstImpression: r.FirstImpression.V, LaterJudgement: r.LaterJudgement.V, Advice: r.Advice.V, NextStep: r.NextStep.V,
		RepliesTo: refID(r.RepliesTo), PullQuotes: casebook.Strings(r.PullQuotes),
	}
	if e := r.TurningCard.To; e != nil && e.Case != nil {
		d.TurningCard = &dataCard{Case: e.Case.ID, Event: e.ID.V}
	}
	return d
}

// dataPersonOf shows no more of a participant than the consent covers: name, role and organisation, or one of the last
// two alone.
func dataPersonOf(r *casebook.Reflection) *dataPerson {
	var p dataPerson
	named := r.Display == casebook.ShowName
	if named || r.Display == casebook.ShowOrganisation {
		p.Organisation = refID(r.Organisation)
	}
	if named || r.Display == casebook.ShowRole {
		p.Role = r.Role.V
	}
	if named {
		p.Name = r.Participant.Name()
	}
	if p == (dataPerson{}) {
		return nil
	}
	return &p
}

func (s *site) dataSession(x *casebook.Session) dataSession {
	d := dataSession{
		ID: x.ID, Address: s.address(&x.Doc), Title: x.Title.V, Headline: x.Headline.V, Date: x.Date.Format("2006-01-02"), Begin: clockText(x.Begin),
		Place: x.Place.V, Organiser: x.Organiser.V, Series: x.Series.V, Text: x.Body.Plain, Cases: refIDs(x.Cases),
		Statements: casebook.Strings(x.Statements), Results: casebook.Strings(x.Results),
	}
	for _, t := range x.Themes {
		d.Themes = append(d.Themes, t.ID)
	}
	for _, r := range x.Reflections {
		d.Reflections = append(d.Reflections, r.ID)
	}
	for _, g := range x.Groups {
		d.Groups = append(d.Groups, dataGroup{Name: g.Name.V, Case: refID(g.Case)})
	}
	for _, i := range x.Programme {
		item := dataItem{Minutes: i.Minutes, Part: i.Part.V, Method: i.Method.V}
		if i.Round >= 0 {
			item.Round = &i.Round
		}
		d.Programme = append(d.Programme, item)
	}
	for _, t := range x.Tallies {
		tally := dataTally{Group: t.Group.V, Round: t.Round, Counts: []dataCount{}}
		for _, c := range t.Counts {
			tally.Counts = append(tally.Counts, dataCount{Choice: c.Choice.V, Votes: c.N})
		}
		d.Votes = append(d.Votes, tally)
	}
	return d
}

// clockText is a time of day as 13:30, or nothing when not said. After midnight it starts again at 0:00.
func clockText(c casebook.Clock) string {
	if c < 0 {
		return ""
	}
	return fmt.Sprintf("%d:%02d", c/60%24, c%60)
}

// refID is the id of a document that is published, else nothing: the id of a draft or a withdrawn reflection is not
// public either.
func refID[T any](r casebook.Ref[T]) string {
	if d, ok := any(r.To).(casebook.Document); ok && r.To != nil {
		return d.Document().ID
	}
	return ""
}

func refIDs[T any](refs []casebook.Ref[T]) []string {
	var all []string
	for _, r := range refs {
		if id := refID(r); id != "" {
			all = append(all, id)
		}
	}
	return all
}

func eventIDs(refs []casebook.Ref[casebook.Event]) []string {
	var all []string
	for _, r := range refs {
		if r.To != nil {
			all = append(all, r.To.ID.V)
		}
	}
	return all
}
