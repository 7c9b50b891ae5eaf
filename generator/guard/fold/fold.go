// Package fold reads a text as a person would, whatever it is disguised as, and keeps the way back to what was written.
//
//	t := fold.Of("mevr. J&#46;&nbsp;**Jan**sen")
//	t.Clean                    // "mevr. J. Jansen"
//	t.Source(t.Words[2].Span)  // where "Jan**sen" stands in the source
//
// What a reader does not see is gone from Clean: soft hyphens, zero-width and bidi characters, marks of emphasis, the
// backslash of an escape, marks laid over a letter. What a reader sees as the same is the same: compatibility forms
// (NFKC), every kind of space, fullwidth and Arabic digits, Greek and Cyrillic look-alikes in a Latin word, HTML
// entities, YAML escapes, percent-encoding. Spaces come singly.
//
// Line breaks: inside a paragraph or a folded block of YAML a line break reads as a space. Where something new begins
// (an empty line, a list item, a heading, a key of YAML, a table row, a fence) Clean has a single "\n", so a rule can
// tell that nothing runs on.
//
// Reading is linear in the length of the text and never fails: bytes that are no UTF-8 come out as U+FFFD.
package fold

import "sort"

// Span is a piece of a text, in bytes; To is exclusive.
type Span struct{ From, To int }

// Word is a run of letters and digits in a Clean text, with what joins its parts: an apostrophe, a hyphen.
type Word struct {
	Span
	Lower    string // case folded, look-alike letters and accents as they are read
	Capital  bool   // begins with a capital letter
	Sentence bool   // begins a sentence, a line of data, a heading, a table cell, a quotation at such a place
}

// Text is a source and what a reader sees of it.
type Text struct {
	Written string // the source
	Clean   string // as read: NFKC, entities decoded, nothing invisible, no emphasis marks
	Lower   string // Clean in lower case, byte for byte at the same places
	Words   []Word // in order; their Spans are in Clean

	ways []way // from Clean back to the source, last step first
}

// Of reads a source.
func Of(source string) *Text {
	t := &Text{Written: source}
	r := reader{src: source, out: make([]byte, 0, len(source)+8)}
	r.read()
	t.Clean = string(r.out)
	t.ways = []way{r.way}
	if r.foreign {
		clean, w := alike(t.Clean)
		t.Clean, t.ways = clean, []way{w, r.way}
	}
	t.Lower = lower(t.Clean)
	t.Words = words(t.Clean, t.Lower)
	return t
}

// Source gives the place in the source of a piece of Clean: from the first byte of its first character as written to
// the last byte of its last. An empty piece gives an empty place. Offsets outside Clean are taken as its ends.
func (t *Text) Source(s Span) Span {
	s.From = max(0, min(s.From, len(t.Clean)))
	s.To = max(s.From, min(s.To, len(t.Clean)))
	for _, w := range t.ways {
		s = w.back(s)
	}
	return Span{min(s.From, len(t.Written)), min(s.To, len(t.Written))}
}

// piece says where a part of the output comes from. A copied piece goes on byte for byte until the next one; any other
// stands as a whole for width bytes of the input.
type piece struct {
	out, in, width int // width is 0 for a copied piece
}

// way is the list of all pieces of an output, in order.
type way []piece

// at gives the piece that holds the output's byte at offset.
func (w way) at(offset int) piece {
	i := sort.Search(len(w), func(i int) bool { return w[i].out > offset })
	if i == 0 {
		return piece{}
	}
	return w[i-1]
}

// back gives the place in the input of a piece of the output.
func (w way) back(s Span) Span {
	first := w.at(s.From)
	from := first.in
	if first.width == 0 {
		from += s.From - first.out
	}
	if s.To <= s.From {
		return Span{from, from}
	}
	last := w.at(s.To - 1)
	if last.width > 0 {
		return Span{from, last.in + last.width}
	}
	return Span{from, last.in + s.To - last.out}
}

// Edit is another reading of a piece of a Clean text.
type Edit struct {
	Span
	Text string
}

// With gives the text as it reads with other words in some places; edits are in order and do not overlap. Source still
// leads to what was written.
func (t *Text) With(edits []Edit) *Text {
	r := reader{src: t.Clean, out: make([]byte, 0, len(t.Clean)+8)}
	at := 0
	for _, e := range edits {
		if e.From > at {
			r.copied(at, e.From)
		}
		r.as(e.Text, e.From, e.To)
		at = e.To
	}
	if at < len(t.Clean) {
		r.copied(at, len(t.Clean))
	}
	other := &Text{Written: t.Written, Clean: string(r.out), ways: append([]way{r.way}, t.ways...)}
	other.Lower = lower(other.Clean)
	other.Words = words(other.Clean, other.Lower)
	return other
}
