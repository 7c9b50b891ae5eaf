package guard

import (
	"strings"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// KnownNames is what the casebook itself says of the words in it: whose names are invented, which organisations there are, what never comes out. It is
// gathered before link, since it is about unpublished documents too, and link leaves those out.
type KnownNames struct {
	documents map[string]*about // by path
	site      *index            // organisations, places, titles and words of the whole site
	cases     map[string]*index // invented names, by id of the case
	named     []speaker         // participants who chose to show their name
	withheld  []speaker         // and those who chose not to
	declared  []casebook.Text   // all invented names
}

// about is what is known of one document.
type about struct {
	kind      casebook.Kind
	fictional bool
	gaps      bool       // not all of it could be read, so what explains its words may stand in it
	private   []diag.Pos // what never comes out
	cases     []string   // ids of the cases whose names may stand in it
}

// speaker is a participant and the file with what he or she said.
type speaker struct {
	casebook.Person
	file string
}

// CollectNames gathers what a book explains, as parse left it.
func CollectNames(book *casebook.Book) *KnownNames {
	k := &KnownNames{documents: map[string]*about{}, site: newIndex(), cases: map[string]*index{}}
	for document := range book.Documents() {
		doc := document.Document()
		a := &about{kind: doc.Kind, gaps: doc.Gaps}
		k.documents[doc.Pos.File] = a
		switch d := document.(type) {
		case *casebook.Site:
			k.ofSite(d)
		case *casebook.Case:
			k.ofCase(d, a)
		case *casebook.Reflection:
			k.ofReflection(d, a)
		case *casebook.Session:
			k.ofSession(d, a)
		case *casebook.Theme:
			k.site.add(asTitle, d.Title)
			k.site.add(asTitle, d.Poles...)
			k.site.add(asTitle, d.Synonyms...)
		case *casebook.Organisation:
			k.site.add(asOrganisation, d.Title)
			k.site.add(asPlace, d.Place)
		case *casebook.Page:
		}
		k.site.add(asHeading, casebook.Text{V: casebook.TitleOf(document)})
	}
	return k
}

func (k *KnownNames) ofSite(s *casebook.Site) {
	k.site.add(asTitle, s.Title)
	k.site.add(asOrganisation, s.Organiser)
	k.site.add(asWord, s.Roles...)
	for _, d := range s.Domains {
		k.site.add(asWord, d.Name)
	}
}

func (k *KnownNames) ofCase(c *casebook.Case, a *about) {
	a.fictional = c.Origin == casebook.Fictional
	a.cases = []string{c.ID}
	if k.cases[c.ID] == nil {
		k.cases[c.ID] = newIndex()
	}
	names := k.cases[c.ID]
	names.add(asPerson, c.Pseudonym)
	names.add(asPerson, c.Names...)
	k.declared = append(append(k.declared, c.Pseudonym), c.Names...)
	for _, name := range c.Names {
		a.private = append(a.private, name.Pos)
	}
	for _, round := range c.Rounds {
		names.add(asHeading, round.Name)
	}
	for _, event := range c.Events {
		names.add(asHeading, event.Title)
	}
	for _, theme := range c.Themes { // a theme may exist by being used
		k.site.add(asTitle, theme.ID)
	}
}

func (k *KnownNames) ofReflection(r *casebook.Reflection, a *about) {
	a.private = append(participantField(r), r.Consent.Given.Pos, r.Consent.Until.Pos, r.Consent.Withdrawn.Pos)
	if r.Display != casebook.ShowName && r.Display != casebook.ShowRole {
		a.private = append(a.private, r.Role.Pos)
	}
	if r.Display == casebook.ShowName || r.Display == casebook.ShowOrganisation {
		k.site.add(asOrganisation, r.Organisation.ID)
	} else {
		a.private = append(a.private, r.Organisation.ID.Pos)
	}
	who := speaker{r.Participant, r.Pos.File}
	switch {
	case r.Participant.IsZero():
	case r.Display == casebook.ShowName:
		k.named = append(k.named, who)
	default:
		k.withheld = append(k.withheld, who)
	}
	for _, ref := range r.Cases {
		a.cases = append(a.cases, casebook.Slug(ref.ID.V))
	}
	for _, ref := range r.Themes {
		k.site.add(asTitle, ref.ID)
	}
}

func (k *KnownNames) ofSession(s *casebook.Session, a *about) {
	a.private = []diag.Pos{s.Date.Pos} // public, and no secret: everybody was invited
	k.site.add(asDay, written(s.Date.Time)...)
	k.site.add(asHeading, s.Series)
	k.site.add(asOrganisation, s.Organiser)
	k.site.add(asPlace, s.Place)
	for _, ref := range s.Cases {
		a.cases = append(a.cases, casebook.Slug(ref.ID.V))
	}
	for _, group := range s.Groups {
		k.site.add(asHeading, group.Name)
		a.cases = append(a.cases, casebook.Slug(group.Case.ID.V))
	}
}

var months = [2]string{
	"januari februari maart april mei juni juli augustus september oktober november december",
	"January February March April May June July August September October November December",
}

// written gives the ways in which people write a day.
func written(day time.Time) []casebook.Text {
	if day.IsZero() {
		return nil
	}
	var forms []casebook.Text
	for _, names := range months {
		month := strings.Fields(names)[day.Month()-1]
		forms = append(forms,
			casebook.Text{V: day.Format("2 ") + month}, casebook.Text{V: day.Format("2 ") + month + day.Format(" 2006")},
			casebook.Text{V: month + day.Format(" 2")}, casebook.Text{V: month + day.Format(" 2, 2006")})
	}
	for _, layout := range []string{"2006-01-02", "02-01-2006", "2-1-2006", "02/01/2006", "2/1/2006", "02.01.2006"} {
		forms = append(forms, casebook.Text{V: day.Format(layout)})
	}
	return forms
}

// participantField is where the name of a reflection's participant is written.
func participantField(r *casebook.Reflection) []diag.Pos {
	return []diag.Pos{r.Participant.First.Pos, r.Participant.Infix.Pos, r.Participant.Last.Pos}
}

// inside reports whether a place lies in one of others.
func inside(p diag.Pos, others []diag.Pos) bool {
	for _, o := range others {
		if o.Line == 0 || o.File != p.File {
			continue
		}
		begins := p.Line > o.Line || p.Line == o.Line && p.Col >= o.Col
		ends := p.EndLine < o.EndLine || p.EndLine == o.EndLine && p.EndCol <= o.EndCol
		if begins && ends {
			return true
		}
	}
	return false
}
