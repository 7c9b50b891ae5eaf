package casebook

import (
	"strings"
	"time"

	"casusboek/generator/diag"
)

// Date is a calendar day with its position in the file. The zero Date means not given.
type Date struct {
	time.Time // at midnight UTC
	Pos       diag.Pos
}

// Display is how a participant wants to be shown (weergave).
type Display uint8

// From least to most. ShowAnonymous is the default.
const (
	ShowAnonymous Display = iota
	ShowOrganisation
	ShowRole
	ShowName
)

// Reflection is what a participant wrote afterwards. The body is the quote, verbatim.
type Reflection struct {
	Doc
	Headline        Text // written by the editor, so never marked up as a quotation
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
	NextStep        Text // volgende_stap: what the participant intends to do
	RepliesTo       Ref[Reflection]
	PullQuotes      []Text // each occurs word for word in the body
	AfterRound      int    // na_ronde: the text reveals facts up to this round; 0: none
	AfterRoundAt    diag.Pos

	// Set by resolve.Order.
	Replies    []*Reflection
	Prev, Next *Reflection // in its session, or among all reflections without a session
}

// QuoteID is the id of the quote on a reflection's page. Others link to it, so no heading
// of a reflection may have this id.
const QuoteID = "citaat"

// Consent is a participant's permission to publish (toestemming).
type Consent struct {
	Given, Until, Withdrawn Date
}

// Valid reports whether the reflection may be published on the given day.
func (c Consent) Valid(today time.Time) bool {
	return !c.Given.IsZero() && !c.Given.After(today) && c.Withdrawn.IsZero() &&
		(c.Until.IsZero() || !c.Until.Before(today))
}

// Person is a participant's name. Dutch names sort without their infix: van der Veld under
// V of Veld.
type Person struct {
	First, Infix, Last Text
}

// IsZero reports whether there is no name.
func (p Person) IsZero() bool { return p.First.IsZero() && p.Last.IsZero() }

// Name returns the name in reading order: Kim van der Veld.
func (p Person) Name() string {
	return strings.Join(strings.Fields(p.First.V+" "+p.Infix.V+" "+p.Last.V), " ")
}

// Session is the day on which cases were discussed, such as a congress or a training.
type Session struct {
	Doc
	Title      Text
	Headline   Text // kop: above the article; the title is used when empty
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

	OrganisedBy *Organisation // set by resolve.References when Organiser is the name of one

	// Set by resolve.Order.
	Reflections []*Reflection // published; in Order, then by name
	Themes      []*Theme      // of its cases and reflections
	Prev, Next  *Session      // by date
}

// Heading returns the line above the session's article: its headline, or else its title.
func (s *Session) Heading() string {
	if s.Headline.IsZero() {
		return s.Title.V
	}
	return s.Headline.V
}

// Clock is a time of day in minutes after midnight; -1: not given.
type Clock int

// Group is one table of a session, with its own case.
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

// Tally is the count of a group's paper votes after a round.
type Tally struct {
	Pos    diag.Pos
	Group  Text // empty: all groups
	Round  int
	Counts []Count
}

// Count is the number of votes for one choice.
type Count struct {
	Choice Text
	N      int
}
