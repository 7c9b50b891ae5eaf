package leakcheck

import (
	"cmp"
	"slices"

	"casusboek/generator/guard"
)

// How many words in a row give a text away. Of a longer text every third run of six is kept, and its last, so that any eight words of it are enough to know it.
const (
	run        = 6
	stride     = 3
	revokedRun = 8  // the same thought in the same six words occurs; in the same eight hardly ever
	letters    = 20 // a shorter value of few words is no secret but an ordinary phrase
	longest    = 8
)

// index holds the runs of words that are looked for, by a hash of each.
type index struct {
	secrets []guard.Withheld
	runs    map[uint64]int32 // to the number of the secret
	filter  []uint64         // one bit for each hash: most words are in no run, and this is quicker than the map
	shift   uint8
	lengths []int // of the runs, in words
}

func newIndex(o Options) *index {
	x := &index{secrets: o.Withheld, runs: map[uint64]int32{}}
	words := make([][]uint64, len(o.Withheld))
	sizes := make([]int, len(o.Withheld))
	long := func(i int) bool { return o.Withheld[i].Revoked && len(words[i]) >= revokedRun }
	for i, s := range o.Withheld {
		words[i], sizes[i] = wordsOf(s.Text)
		if !long(i) {
			x.add(int32(i), words[i], sizes[i], run)
		}
	}
	x.finish()
	x.forget(o.Open)
	x.forget(o.Own)
	for i := range o.Withheld {
		if long(i) {
			x.add(int32(i), words[i], sizes[i], revokedRun)
		}
	}
	x.finish()
	return x
}

// add keeps runs of n words of a text, or all of it when it is short and yet a secret.
func (x *index) add(secret int32, words []uint64, size, n int) {
	switch {
	case len(words) >= n:
		for i := 0; i+n < len(words); i += stride {
			x.keep(words[i:i+n], secret)
		}
		x.keep(words[len(words)-n:], secret)
	case size >= letters, len(words) >= 2 && x.secrets[secret].Name:
		x.keep(words, secret)
	}
}

func (x *index) keep(words []uint64, secret int32) {
	key := keyOf(words)
	if _, taken := x.runs[key]; !taken { // the same text stands in several places: the first is named
		x.runs[key] = secret
	}
	if !slices.Contains(x.lengths, len(words)) {
		x.lengths = append(x.lengths, len(words))
	}
}

// finish makes the filter, of sixteen bits a run.
func (x *index) finish() {
	slices.SortFunc(x.lengths, cmp.Compare[int])
	bits := uint8(12)
	for 1<<bits < 16*len(x.runs) {
		bits++
	}
	x.shift = 64 - bits
	x.filter = make([]uint64, 1<<(bits-6))
	for key := range x.runs {
		x.filter[key>>x.shift>>6] |= 1 << (key >> x.shift & 63)
	}
}

// forget drops the runs that stand in open texts.
func (x *index) forget(open []string) {
	r := x.reading(nil)
	r.each = func(key uint64) { delete(x.runs, key) }
	for _, text := range open {
		r.read(plain, []byte(text))
	}
}

// wordsOf gives the hashes of the words of a text, and the number of their letters.
func wordsOf(text string) (words []uint64, letters int) {
	r := &reading{index: &index{}, words: []uint64{}}
	r.read(plain, []byte(text))
	for _, c := range text {
		if folded[min(c, 255)] != 0 || c > 255 {
			letters++
		}
	}
	return r.words, letters
}
