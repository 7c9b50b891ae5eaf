package casebook

import (
	"slices"

	"casusboek/generator/diag"
)

// Origin tells how a case came to be (herkomst).
type Origin uint8

// The origins. OriginUnknown is the zero value of a case whose author did not say.
const (
	OriginUnknown Origin = iota
	Fictional            // fictief
	Composite            // samengesteld from several lives
	Anonymised           // geanonimiseerd
)

// String gives the English name, which is also the catalogue key under "origin".
func (o Origin) String() string {
	return [...]string{"unknown", "fictional", "composite", "anonymised"}[o]
}

// Case is one anonymised life of a resident, told for learning. The body is what participants read first (round 0).
type Case struct {
	Doc
	Title        Text
	Pseudonym    Text // the name on the page, never the real one
	Origin       Origin
	Summary      Text // what everybody knows before the first card, 60 words at most
	MainQuestion Text
	Goals        []Text
	Themes       []Ref[Theme]
	Rounds       []Round  // at least one after link: Rounds[i].N == i
	Events       []*Event // in the order of the file; sorted by time by arrange
	Network      []*Tie
	Dilemmas     []Dilemma
	Facilitation *Facilitation // nil in the public edition
	Names        []Text        // invented names that occur in the text
	Traits       []Text        // what the story tells of its main person, by the ids of guard/risk
	Rare         []Rare        // and what that table does not have
	Draft        bool

	Reviewed Date // made by guard: when somebody read it for what could give anybody away; zero if not

	Axis Axis // made by link: the one axis of all its events

	// Made by arrange.
	Deck        []*Event // by round, then time: the order of the cards
	Reflections []*Reflection
	Sessions    []*Session
	Related     []*Case // cases that share most themes, best first, five at most
	Prev, Next  *Case
}

// Rare is a trait of the main person that few people have.
type Rare struct {
	Pos   diag.Pos
	What  Text
	OneIn int // one in so many people
}

// LastRound is the highest round number.
func (c *Case) LastRound() int { return len(c.Rounds) - 1 }

// Minutes is the sum of the rounds' minutes.
func (c *Case) Minutes() int {
	sum := 0
	for _, r := range c.Rounds {
		sum += r.Minutes
	}
	return sum
}

// CardsIn are the cards that come on the table in a round, in the order of the deck.
func (c *Case) CardsIn(round int) []*Event {
	var cards []*Event
	for _, e := range c.Deck {
		if e.Round == round {
			cards = append(cards, e)
		}
	}
	return cards
}

// HasSignal reports whether any event is a signal.
func (c *Case) HasSignal() bool {
	return slices.ContainsFunc(c.Events, func(e *Event) bool { return e.Kind == Signal })
}

// Round is a step of the session. Round 0 is the first impression.
type Round struct {
	Pos       diag.Pos
	N         int
	Name      Text
	Minutes   int  // 0: not said
	Intro     Text // one or two sentences at the top of the round's page
	Questions []Text
	Choices   []Text
}

// EventKind is the kind of an event (soort).
type EventKind uint8

// The kinds of event.
const (
	Happening EventKind = iota // gebeurtenis
	Signal                     // somebody could have acted on it
	Contact                    // a conversation that was held, or should have been
	Help                       // hulp
	Strength                   // kracht: what the person or the people around them did themselves
)

// String gives the English name, which is also the catalogue key under "event".
func (k EventKind) String() string {
	return [...]string{"happening", "signal", "contact", "help", "strength"}[k]
}

// Tri is an answer of yes, no or unknown.
type Tri uint8

// The answers; Unsaid is the zero value.
const (
	Unsaid Tri = iota
	Yes
	No
	Unknown
)

// Source tells whose account an event is (bron).
type Source uint8

// The sources of an event's facts.
const (
	SourceUnsaid     Source = iota
	FromResident            // bewoner
	FromFile                // dossier
	FromFamily              // familie
	FromProfessional        // professional
)

// String gives the English name, which is also the catalogue key under "source".
func (s Source) String() string {
	return [...]string{"unsaid", "resident", "file", "family", "professional"}[s]
}

// Event is one fact in a life; on paper one card of the deck.
type Event struct {
	Pos     diag.Pos
	ID      Text
	Round   int // the round in which it becomes known
	RoundAt diag.Pos
	When    When
	Title   Text
	Kind    EventKind
	Domains []Ref[Domain]
	Text    Prose
	Source  Source
	KnownBy []Text // roles that knew it at the time
	Change  *Change
	LeadsTo []Ref[Event]

	PickedUp   Tri        // a signal: was it acted on
	AnsweredBy Ref[Event] // a signal: the contact that answered it
	Held       Tri        // a contact: was the conversation held

	Case *Case // made by link

	// Made by arrange.
	CausedBy  []*Event      // the other end of LeadsTo, in order of time
	Answers   []*Event      // a contact: the signals that it answered
	TurnedFor []*Reflection // reflections whose kantelkaart this is
	Card      int           // 1, 2, 3 ... in the deck
}

// AnchorPrefix is what the ids of footnotes in the event's text begin with, so that the texts of a case can share a page.
func (e *Event) AnchorPrefix() string { return e.Case.ID + "-" + e.ID.V + "-" }

// Missed reports whether the event is a conversation that was not held.
func (e *Event) Missed() bool { return e.Kind == Contact && e.Held == No }

// Change is a value that an event changed, such as the rent.
type Change struct {
	What, From, To, Unit Text // Unit as written: EUR/maand
}

// Tie is one person or organisation in somebody's network.
type Tie struct {
	Pos     diag.Pos
	Who     Text
	Circle  Circle
	Bond    Bond
	Support []Support
	Round   int
}

// Circle is the ring of the network picture on which somebody stands (kring).
type Circle uint8

// The circles from near to far.
const (
	Household     Circle = iota // gezin
	Family                      // familie
	Friends                     // vrienden
	Neighbours                  // buren
	Acquaintances               // kennissen
	Professionals               // instanties, hulpverleners
)

// String gives the English name, which is also the catalogue key under "circle".
func (c Circle) String() string {
	return [...]string{"household", "family", "friends", "neighbours", "acquaintances", "professionals"}[c]
}

// Bond is the kind of a tie (band).
type Bond uint8

// The kinds of tie.
const (
	Ordinary Bond = iota // gewoon
	Strong               // sterk
	Weak                 // zwak
	Tense                // gespannen
	Broken               // verbroken
)

// String gives the English name, which is also the catalogue key under "bond" and the class in the picture.
func (b Bond) String() string {
	return [...]string{"ordinary", "strong", "weak", "tense", "broken"}[b]
}

// Support is what somebody in the network gives (steun).
type Support uint8

// The kinds of support, after the letters P G A E of the ecogram.
const (
	Practical Support = iota // praktisch
	Company                  // gezelschap
	Advice                   // advies
	Emotional                // emotioneel
)

// String gives the English name, which is also the catalogue key under "support".
func (s Support) String() string {
	return [...]string{"practical", "company", "advice", "emotional"}[s]
}

// Dilemma is a question without a right answer, put on the table in a round.
type Dilemma struct {
	Pos      diag.Pos
	Question Text
	Round    int
	Options  []Option
}

// Option is one way out of a dilemma, with what speaks for and against it.
type Option struct{ Text, For, Against Text }

// Facilitation is for the facilitator alone (begeleiding).
type Facilitation struct {
	Pos      diag.Pos
	Outcome  Text // how it went on
	Insights []Text
	Pitfalls []Text
	Rounds   []Text // a remark per round
	Debrief  []Text // questions for the closing talk
}
