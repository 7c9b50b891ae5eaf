// Package fold normalises a text to what a reader sees, so that disguised words are found,
// and maps positions back to the source.
//
//	t := rules.Fold("mevr. J&#46;&nbsp;**Jan**sen")
//	t.Clean                    // "mevr. J. Jansen"
//	t.Source(t.Words[2].FoldSpan)  // the position of "Jan**sen" in the source
//
// Clean does not contain what a reader does not see: soft hyphens, zero-width and bidi
// characters, emphasis marks, the backslash of an escape, marks drawn over a letter. What
// looks the same to a reader becomes the same: compatibility forms (NFKC), all kinds of
// space, fullwidth and Arabic digits, Greek and Cyrillic look-alikes in a Latin word, HTML
// entities, YAML escapes, percent-encoding. Runs of spaces become one space.
//
// Line breaks: inside a paragraph or a folded YAML block, a line break becomes a space.
// Where a new block begins (after an empty line, at a list item, heading, YAML key, table
// row or fence), Clean has a single "\n", so that a rule does not match across it.
//
// Folding takes time linear in the length of the text and never fails: bytes that are not
// UTF-8 become U+FFFD.
package rules

import "sort"

// FoldSpan is a range of bytes in a text; To is exclusive.
type FoldSpan struct{ From, To int }

// FoldedWord is a run of letters and digits in a Clean text, including apostrophes and hyphens
// between them.
type FoldedWord struct {
	FoldSpan
	Lower    string // in lower case, with look-alikes and accents folded
	Capital  bool   // whether it begins with a capital letter
	Sentence bool   // whether it is first in a sentence, line of data, heading, table cell or quotation
}

// FoldedText is a source text with its folded form.
type FoldedText struct {
	Raw   string       // the source
	Clean string       // folded: NFKC, entities decoded, without invisible characters and emphasis marks
	Lower string       // Clean in lower case, with the same byte offsets
	Words []FoldedWord // in order; their spans are in Clean

	offsetMaps []offsetMap // from Clean back to the source, last step first
}

// Fold folds a source text.
func Fold(source string) *FoldedText {
	t := &FoldedText{Raw: source}
	r := reader{src: source, out: make([]byte, 0, len(source)+8)}
	r.read()
	t.Clean = string(r.out)
	t.offsetMaps = []offsetMap{r.offsets}
	if r.maybeLookalikes {
		clean, w := foldLookalikes(t.Clean)
		t.Clean, t.offsetMaps = clean, []offsetMap{w, r.offsets}
	}
	t.Lower = lowerCase(t.Clean)
	t.Words = splitWords(t.Clean, t.Lower)
	return t
}

// Source returns the span in the source of a span in Clean: from the first byte of its
// first character as written to the last byte of its last. The result for an empty span is
// empty. Offsets outside Clean are limited to its ends.
func (t *FoldedText) SourceSpan(s FoldSpan) FoldSpan {
	s.From = max(0, min(s.From, len(t.Clean)))
	s.To = max(s.From, min(s.To, len(t.Clean)))
	for _, w := range t.offsetMaps {
		s = w.inputSpan(s)
	}
	return FoldSpan{min(s.From, len(t.Raw)), min(s.To, len(t.Raw))}
}

// segment maps a part of an output to the input, from offset out until the next segment. A
// copied segment maps byte by byte; any other one maps as a whole to width bytes of the
// input.
type segment struct {
	out, in, width int // offsets; width is 0 for a copied segment
}

// offsetMap is the list of all segments of an output, in order.
type offsetMap []segment

// segmentAt returns the segment that contains an offset of the output.
func (w offsetMap) segmentAt(offset int) segment {
	i := sort.Search(len(w), func(i int) bool { return w[i].out > offset })
	if i == 0 {
		return segment{}
	}
	return w[i-1]
}

// inputSpan returns the span in the input of a span in the output.
func (w offsetMap) inputSpan(s FoldSpan) FoldSpan {
	first := w.segmentAt(s.From)
	from := first.in
	if first.width == 0 {
		from += s.From - first.out
	}
	if s.To <= s.From {
		return FoldSpan{from, from}
	}
	last := w.segmentAt(s.To - 1)
	if last.width > 0 {
		return FoldSpan{from, last.in + last.width}
	}
	return FoldSpan{from, last.in + s.To - last.out}
}

// FoldEdit is a replacement of a span of a Clean text.
type FoldEdit struct {
	FoldSpan
	Text string
}

// With returns the text with some spans of Clean replaced; edits must be in order and must
// not overlap. Its Source returns positions in the same source.
func (t *FoldedText) Replace(edits []FoldEdit) *FoldedText {
	r := reader{src: t.Clean, out: make([]byte, 0, len(t.Clean)+8)}
	at := 0
	for _, e := range edits {
		if e.From > at {
			r.copySource(at, e.From)
		}
		r.write(e.Text, e.From, e.To)
		at = e.To
	}
	if at < len(t.Clean) {
		r.copySource(at, len(t.Clean))
	}
	other := &FoldedText{Raw: t.Raw, Clean: string(r.out), offsetMaps: append([]offsetMap{r.offsets}, t.offsetMaps...)}
	other.Lower = lowerCase(other.Clean)
	other.Words = splitWords(other.Clean, other.Lower)
	return other
}
