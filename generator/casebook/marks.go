package casebook

// Marker is how an event looks in every picture.
type Marker uint8

// The marks: a disc for what happened, and one of its own for what readers look for.
const (
	Disc     Marker = iota
	Pennant         // a signal
	Missed          // a conversation that was not held
	Doubtful        // nobody knows whether it was held
	Held            // a conversation that was
	Triangle        // strength
	Square          // help
)

// MarkerOf gives the mark of an event.
func MarkerOf(e *Event) Marker {
	switch e.Kind {
	case Signal:
		return Pennant
	case Strength:
		return Triangle
	case Help:
		return Square
	case Contact:
		switch e.Held {
		case No:
			return Missed
		case Unknown:
			return Doubtful
		}
		return Held
	}
	return Disc
}

// OnLifeMap reports whether the mark stands on the person's own line instead of in a lane.
func (m Marker) OnLife() bool { return m.Gap() || m == Held }

// Gap reports whether the mark is a hole in the person's line.
func (m Marker) Gap() bool { return m == Missed || m == Doubtful }

// UncertainEnds tells on which sides of a mark dots say that the time is not known: before it, behind it.
func UncertainEnds(w When) (before, behind bool) {
	both := w.About || w.Uncertain || w.Precision == Decade
	return both || w.OpenStart, both || w.OpenEnd
}

// HasDuration reports whether an event has a bar: it took a while, and its end is known.
func HasDuration(w When) bool { return w.Stretch && !w.OpenEnd }

// Ignored reports whether an event is a signal on which, as far as that is known after the round, nobody acted.
func Ignored(e *Event, round int) bool {
	return MarkerOf(e) == Pennant && stateOf(e, round) == ignored
}

// state is the end of the catalogue key that says what became of a signal.
type state string

const (
	unsaid   state = "signal"
	late     state = "signal-late"
	answered state = "signal-answered"
	ignored  state = "signal-ignored"
)

// patience is the time in years from which an answer to a signal counts as late.
const patience = .5

// stateOf tells what became of a signal. One that is answered by a contact of a later round says nothing yet.
func stateOf(e *Event, round int) state {
	switch answer := e.AnsweredBy.To; {
	case e.AnsweredBy.ID.V != "" && (answer == nil || answer.Round > round):
		return unsaid
	case answer != nil && answer.When.Start-e.When.End >= patience:
		return late
	case answer != nil, e.PickedUp == Yes:
		return answered
	case e.PickedUp == No:
		return ignored
	}
	return unsaid
}
