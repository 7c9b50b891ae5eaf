// Package fold reads a text as a person would, whatever it is disguised as, and keeps the way back to what was written.
//
//	t := fold.Of("mevr. J&#46;&nbsp;**Jan**sen")
//	t.Clean                    // "mevr. J. Jansen"
//	t.Source(t.Words[2].Span)  // where "**Jan**sen" stands in the source
package fold

// Span is a piece of a text, in bytes; To is exclusive.
type Span struct{ From, To int }

// Word is a run of letters and digits in a Clean text, with what joins its parts: an apostrophe, a hyphen.
type Word struct {
	Span
	Lower    string // case folded, look-alike letters and accents as they are read
	Capital  bool   // begins with a capital letter
	Sentence bool   // begins a sentence, a line of data, a heading, a quotation
}

// Text is a source and what a reader sees of it.
type Text struct {
	Source string // as written
	Clean  string // as read: NFKC, entities decoded, nothing invisible, no emphasis marks inside words
	Words  []Word // in order; their Spans are in Clean
}
