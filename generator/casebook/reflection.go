package casebook

import (
	"strings"
	"time"

	"casusboek/generator/diag"
)

// Date is a calendar day with its place; the zero Date was not written.
type Date struct {
	time.Time // at midnight UTC
	Pos       diag.Pos
}

// Display is how a participant wants to be shown (weergave).
type Display uint8

// From nothing to everything. Anonymous is the default.
const (
	ShowAnonymous Display = iota
	ShowOrganisation
	ShowRole
	ShowName
)

// Reflection is what a participant said afterwards. The body is the quote, verbatim.
type Reflection struct {
	Doc
	Headline        Text // editorial, so never marked up as a quotation
	Participant     Person
	Role            Text // functie
	Organisation    Ref[Organisation]
	Display         Display
	Consent         Consent
	Session         Ref[Session]
	Cases           []Ref[Case]
	Themes          []Ref[Theme]
	FirstImpression Text
	LaterJudgement  Text
	TurningCard     Ref[Event] // "event" or "case#event"
	Advice          Text
	NextStep        Text // volgende_stap: what the participant is going to do
	RepliesTo       Ref[Reflection]
	PullQuotes      []Text // each occurs word for word in the body
	AfterRound      int    // na_ronde: its text gives away facts up to this round; 0 gives nothing away
	AfterRoundAt    diag.Pos

	// Made by arrange.
	Replies    []*Reflection
	Prev, Next *Reflection // in the order of its session, or of all reflections without a session
}

// QuoteID is the id of the quote on a reflection's page. People link to it, and no heading of the reflection may take it.
const QuoteID = "citaat"

// Consent is a participant's permission to publish (toestemming).
type Consent struct {
	Given, Until, Withdrawn Date
}

// Valid reports whether the reflection may be published on the given day.
func (c Consent) Valid(today time.Time) bool {
	return !c.Given.IsZero() && !c.Given.After(today) && c.Withdrawn.IsZero() && (c.Until.IsZero() || !c.Until.Before(today))
}

// Person is a participant's name. Dutch names sort without their infix: van der Veld stands under V of Veld.
type Person struct {
	First, Infix, Last Text
}

// IsZero reports whether no name was written.
func (p Person) IsZero() bool { return p.First.IsZero() && p.Last.IsZero() }

// Name gives the name in reading order: Kim van der Veld.
func (p Person) Name() string {
	return strings.Join(strings.Fields(p.First.V+" "+p.Infix.V+" "+p.Last.V), " ")
}

// Session is the day on which cases were discussed: a congress, a training, a table.
type Session struct {
	Doc
	Title      Text
	Headline   Text // kop: above the article; the title when empty
	Date       Date
	Begin      Clock
	Place      Text
	Organiser  Text
	Series     Text
	Cases      []Ref[Case]
	Groups     []Group
	Programme  []Item
	Statements []Text
	Tallies    []Tally
	Results    []Text // opbrengst
	Order      []Ref[Reflection]

	OrganisedBy *Organisation // made by link, when Organiser names one

	// Made by arrange.
	Reflections []*Reflection // published, in Order, then by sorted name
	Themes      []*Theme      // of its cases and reflections
	Prev, Next  *Session      // by date
}

// Heading is the line above the session's article: its headline, or its title when it has none.
func (s *Session) Heading() string {
	if s.Headline.IsZero() {
		return s.Title.V
	}
	return s.Headline.V
}

// Clock is a time of day in minutes after midnight, -1 when not said.
type Clock int

// Group is one table of a session with its own case.
type Group struct {
	Pos  diag.Pos
	Name Text
	Case Ref[Case]
}

// Item is one line of a session's programme.
type Item struct {
	Pos     diag.Pos
	Minutes int
	Round   int  // -1: no round
	Part    Text // onderdeel
	Method  Text // werkvorm
}

// Tally is a table's paper votes after a round, typed in afterwards.
type Tally struct {
	Pos    diag.Pos
	Group  Text // empty: the whole room
	Round  int
	Counts []Count
}

// Count is the number of votes for one choice.
type Count struct {
	Choice Text
	N      int
}
