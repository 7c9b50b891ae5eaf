package casebook

import (
	"slices"

	"casusboek/generator/diag"
)

// Origin is the way in which a case came to be (herkomst).
type Origin uint8

// The origins. OriginUnknown is the zero value of a case whose author did not say.
const (
	OriginUnknown Origin = iota
	Fictional            // fictief
	Composite            // samengesteld from several lives
	Anonymised           // geanonimiseerd
)

// String returns the English name, which is also the catalogue key under "origin".
func (o Origin) String() string {
	return [...]string{"unknown", "fictional", "composite", "anonymised"}[o]
}

// Case is the anonymised life of one resident, written to learn from. Its body is what
// participants read first, in round 0.
type Case struct {
	Doc
	Title        Text
	Pseudonym    Text // the name on the page, never the real one
	Origin       Origin
	Summary      Text // known before the first card; 60 words at most
	MainQuestion Text
	Goals        []Text
	Themes       []Ref[Theme]
	Rounds       []Round  // after resolve.References at least one, and Rounds[i].N == i
	Events       []*Event // in the order of the file; resolve.Order sorts them by time
	Network      []*Tie
	Dilemmas     []Dilemma
	Facilitation *Facilitation // nil in the public edition
	Names        []Text        // invented names that occur in the text
	Traits       []Text        // of the main person in the text, by the ids of guard/risk
	Rare         []Rare        // traits that guard/risk does not list
	Draft        bool

	Reviewed Date // set by guard: the date of the review that is valid now; zero without one

	Axis Axis // set by resolve.References: the axis of all its events

	// Set by resolve.Order.
	Deck        []*Event // the order of the cards: by round, then time
	Reflections []*Reflection
	Sessions    []*Session
	Related     []*Case // the cases that share most themes, best first, five at most
	Prev, Next  *Case
}

// Rare is a trait of the main person that few people have.
type Rare struct {
	Pos   diag.Pos
	What  Text
	OneIn int // one person in OneIn has it
}

// LastRound returns the highest round number.
func (c *Case) LastRound() int { return len(c.Rounds) - 1 }

// Minutes returns the sum of the rounds' minutes.
func (c *Case) Minutes() int {
	sum := 0
	for _, r := range c.Rounds {
		sum += r.Minutes
	}
	return sum
}

// CardsIn returns the events that become known in a round, in the order of the deck.
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
	Minutes   int  // 0: not given
	Intro     Text // one or two sentences at the top of the round's page
	Questions []Text
	Choices   []Text
}

// EventKind is the kind of an event (soort).
type EventKind uint8

// The kinds of event.
const (
	Happening EventKind = iota // gebeurtenis
	Signal                     // a sign on which someone could have acted
	Contact                    // a conversation that was held, or should have been
	Help                       // hulp
	Strength                   // kracht: what the person or the people around them did themselves
)

// String returns the English name, which is also the catalogue key under "event".
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

// Source is whose account an event is (bron).
type Source uint8

// The sources of an event's facts.
const (
	SourceUnsaid     Source = iota
	FromResident            // bewoner
	FromFile                // dossier
	FromFamily              // familie
	FromProfessional        // professional
)

// String returns the English name, which is also the catalogue key under "source".
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
	KnownBy []Text // roles that knew of it at the time
	Change  *Change
	LeadsTo []Ref[Event]

	PickedUp   Tri        // of a signal: whether it was acted on
	AnsweredBy Ref[Event] // of a signal: the contact that answered it
	Held       Tri        // of a contact: whether it took place

	Case *Case // set by resolve.References

	// Set by resolve.Order.
	CausedBy  []*Event      // the events that lead to this one (inverse of LeadsTo), in order of time
	Answers   []*Event      // of a contact: the signals that it answered
	TurnedFor []*Reflection // reflections with this event as their turning card (kantelkaart)
	Card      int           // its number in the deck, from 1
}

// AnchorPrefix returns the prefix of the footnote ids in the event's text. It holds the ids
// of the case and the event, so that the texts of several events can be on one page.
func (e *Event) AnchorPrefix() string { return e.Case.ID + "-" + e.ID.V + "-" }

// Missed reports whether the event is a conversation that was not held.
func (e *Event) Missed() bool { return e.Kind == Contact && e.Held == No }

// Change is a value that an event changed, such as the rent.
type Change struct {
	What, From, To, Unit Text // Unit as written: EUR/maand
}

// Tie is one person or organisation in the resident's network.
type Tie struct {
	Pos     diag.Pos
	Who     Text
	Circle  Circle
	Bond    Bond
	Support []Support
	Round   int
}

// Circle is a ring of the network picture (kring).
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

// String returns the English name, which is also the catalogue key under "circle".
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

// String returns the English name, which is also the catalogue key under "bond" and the
// class in the picture.
func (b Bond) String() string {
	return [...]string{"ordinary", "strong", "weak", "tense", "broken"}[b]
}

// Support is a kind of help that a tie offers (steun).
type Support uint8

// The kinds of support, after the letters P G A E of the ecogram.
const (
	Practical Support = iota // praktisch
	Company                  // gezelschap
	Advice                   // advies
	Emotional                // emotioneel
)

// String returns the English name, which is also the catalogue key under "support".
func (s Support) String() string {
	return [...]string{"practical", "company", "advice", "emotional"}[s]
}

// Dilemma is a question without a right answer, discussed in a round.
type Dilemma struct {
	Pos      diag.Pos
	Question Text
	Round    int
	Options  []Option
}

// Option is one answer to a dilemma, with the arguments for and against it.
type Option struct{ Text, For, Against Text }

// Facilitation holds what only the facilitator may read (begeleiding).
type Facilitation struct {
	Pos      diag.Pos
	Outcome  Text // what happened after the last event
	Insights []Text
	Pitfalls []Text
	Rounds   []Text // one remark per round
	Debrief  []Text // questions for the closing talk
}
