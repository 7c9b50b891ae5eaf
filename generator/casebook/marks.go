package casebook

// Marker is the shape of an event in every picture.
type Marker uint8

// The markers.
const (
	Disc     Marker = iota
	Pennant         // a signal
	Missed          // a conversation that did not take place
	Doubtful        // a conversation that may or may not have taken place
	Held            // a conversation that took place
	Triangle        // strength
	Square          // help
)

// MarkerOf returns the marker of an event.
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

// OnLife reports whether the marker is drawn on the person's own line instead of in a lane.
func (m Marker) OnLife() bool { return m.Gap() || m == Held }

// Gap reports whether the marker is a gap in the person's line.
func (m Marker) Gap() bool { return m == Missed || m == Doubtful }

// UncertainEnds reports on which sides of a marker dots show that the time is not exactly
// known.
func UncertainEnds(w When) (before, behind bool) {
	both := w.About || w.Uncertain || w.Precision == Decade
	return both || w.OpenStart, both || w.OpenEnd
}

// HasDuration reports whether an event is drawn as a bar: it has a duration and its end is
// known.
func HasDuration(w When) bool { return w.Stretch && !w.OpenEnd }

// Ignored reports whether an event is a signal on which nobody acted, as far as known after
// the round.
func Ignored(e *Event, round int) bool {
	return MarkerOf(e) == Pennant && signalStateOf(e, round) == ignored
}

// signalState is what became of a signal. Its value is the last part of a catalogue key.
type signalState string

const (
	unsaid   signalState = "signal"
	late     signalState = "signal-late"
	answered signalState = "signal-answered"
	ignored  signalState = "signal-ignored"
)

// lateAfter is the time in years after which an answer to a signal counts as late.
const lateAfter = .5

// signalStateOf returns what became of a signal, as far as known after the round: unsaid
// when a contact of a later round answers it.
func signalStateOf(e *Event, round int) signalState {
	switch answer := e.AnsweredBy.To; {
	case e.AnsweredBy.ID.V != "" && (answer == nil || answer.Round > round):
		return unsaid
	case answer != nil && answer.When.Start-e.When.End >= lateAfter:
		return late
	case answer != nil, e.PickedUp == Yes:
		return answered
	case e.PickedUp == No:
		return ignored
	}
	return unsaid
}
