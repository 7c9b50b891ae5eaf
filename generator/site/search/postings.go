package search

import "strings"

// Numbers of entries are written in signs that are neither letters nor digits. Whoever reads the finished files for names
// and numbers of people (guard/finished) so finds none by chance; and nothing in them has to be escaped.
//
// There are two sets of thirteen signs. A number in base thirteen is written with signs of the second set but for its last,
// which is of the first. So small numbers take one sign, and none needs a mark between it and the next.
const (
	signs   = "!#$&'()*+,-./:;<=>?[]^_`{|"
	base    = len(signs) / 2
	mapSign = "~" // begins a list that is a map of bits
	bits    = 4   // of each sign of a map, the lowest the first entry
	between = " "
)

// gaps writes rising numbers, each by how far it is from the one before it; the first from -1.
func gaps(numbers []int) string {
	var b strings.Builder
	last := -1
	for _, n := range numbers {
		writeNumber(&b, n-last-1)
		last = n
	}
	return b.String()
}

func writeNumber(b *strings.Builder, n int) {
	var digits [16]byte
	i := len(digits) - 1
	digits[i] = signs[n%base]
	for n /= base; n > 0; n /= base {
		i--
		digits[i] = signs[base+n%base]
	}
	b.Write(digits[i:])
}

// bitmap writes rising numbers below size, as one bit for each number.
func bitmap(numbers []int, size int) string {
	out := make([]byte, (size+bits-1)/bits)
	for _, n := range numbers {
		out[n/bits] |= 1 << (n % bits)
	}
	for i := range out {
		out[i] = signs[out[i]]
	}
	return mapSign + string(out)
}

// list writes rising numbers below size in the shorter way.
func list(numbers []int, size int) string {
	s := gaps(numbers)
	if len(s) > size/bits {
		s = bitmap(numbers, size)
	}
	return s
}

// encode writes where a word stands: in bodies, leads and titles as a word, then the same as a tail. Lists that are
// empty at the end are left out.
func (w *word) encode(size int) string {
	var lists [2 * fields]string
	for i, all := range [2][]posting{w.whole, w.tail} {
		var numbers [fields][]int
		for _, p := range all {
			numbers[p.field()] = append(numbers[p.field()], p.entry())
		}
		for f := range numbers {
			lists[i*int(fields)+int(inBody)-f] = list(numbers[f], size)
		}
	}
	return strings.TrimRight(strings.Join(lists[:], between), between)
}
