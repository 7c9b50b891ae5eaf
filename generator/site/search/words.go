package search

import (
	"maps"
	"runtime"
	"slices"
	"sync"
)

// field says where in an entry a word stands; the first is the weightiest.
type field uint8

const (
	inTitle field = iota
	inLead        // or among its names
	inBody
	fields
)

// posting is an entry that holds a word, by its number, and the weightiest field in which it does.
type posting uint32

func postingOf(entry int, f field) posting { return posting(entry)<<2 | posting(f) }
func (p posting) entry() int               { return int(p >> 2) }
func (p posting) field() field             { return field(p & 3) }

// word is where a word stands in the book, as a word of its own and as the tail of a longer one, by number of the entry.
type word struct{ whole, tail []posting }

// index is every word of a book.
type index map[string]*word

// indexOf reads all entries, in parallel stretches that are joined in order.
func indexOf(b *book) index {
	size := len(b.entries)/runtime.GOMAXPROCS(0) + 1
	var parts []index
	var work sync.WaitGroup
	for from := 0; from < len(b.entries); from += size {
		part := index{}
		parts = append(parts, part)
		work.Go(func() {
			for i, e := range b.entries[from:min(from+size, len(b.entries))] {
				part.read(from+i, e)
			}
		})
	}
	work.Wait()
	x := index{}
	for _, part := range parts {
		x.join(part)
	}
	x.addTails(b.lexicon)
	return x
}

// read takes in the words of an entry, the weightiest field first: what stands in two counts for that one.
func (x index) read(n int, e entry) {
	for f, texts := range [fields][]string{{e.title}, {e.names, e.lead}, {e.body}} {
		p := postingOf(n, field(f))
		for _, text := range texts {
			eachWord(text, func(s []byte, tails []string) {
				w := x.of(s)
				w.whole = addNew(w.whole, p)
				for _, tail := range tails {
					w := x.of([]byte(tail))
					w.tail = addNew(w.tail, p)
				}
			})
		}
	}
}

func (x index) of(s []byte) *word {
	w := x[string(s)]
	if w == nil {
		w = &word{}
		x[string(s)] = w
	}
	return w
}

// addNew adds a posting unless its entry is the last one already.
func addNew(all []posting, p posting) []posting {
	if n := len(all); n > 0 && all[n-1].entry() == p.entry() {
		return all
	}
	return append(all, p)
}

// join adds the words of entries that follow.
func (x index) join(next index) {
	for s, more := range next {
		w := x[s]
		if w == nil {
			x[s] = more
			continue
		}
		w.whole, w.tail = append(w.whole, more.whole...), append(w.tail, more.tail...)
	}
}

// addTails lets a compound be found by the words that it ends in.
func (x index) addTails(lexicon func(string) bool) {
	known := func(part string) bool { w := x[part]; return w != nil && len(w.whole) > 0 || lexicon(part) }
	tails := map[string][][]posting{}
	for _, s := range slices.Sorted(maps.Keys(x)) {
		if w := x[s]; len(w.whole) > 0 {
			for _, tail := range tailsOf(s, known) {
				tails[tail] = append(tails[tail], w.whole)
			}
		}
	}
	for tail, lists := range tails {
		w := x.of([]byte(tail))
		w.tail = merged(append(lists, w.tail))
	}
}

// merged joins lists into one by entry, each entry once with its weightiest field.
func merged(lists [][]posting) []posting {
	all := slices.Concat(lists...)
	slices.Sort(all)
	return slices.CompactFunc(all, func(a, b posting) bool { return a.entry() == b.entry() })
}
