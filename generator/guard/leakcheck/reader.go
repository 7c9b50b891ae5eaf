package leakcheck

import (
	"bytes"
	"html"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/guard/rules"
)

// reading goes through one file, byte by byte, and hashes its words. Words follow each other in lanes: one of the text, and one of what stands inside tags, so that a tag in the middle of a sentence does not
// tear it apart.
type reading struct {
	index *index
	red   *red
	kind  kind
	data  []byte

	text, tag lane
	each      func(key uint64) // instead of noting hits
	words     []uint64         // not nil: the hashes are wanted
	hits      []int32
	found     []rules.Finding

	value int // where the value of an attribute that people read begins; 0 outside of one
	quiet int // up to where what is red has been looked for
}

// lane is a sequence of words: the hashes of the last eight, and for each length that is looked for one of that many.
type lane struct {
	ring   [longest]uint64
	rolled [longest]uint64 // as the index's lengths
	at     uint8
	digits [4]uint8 // of the last words
}

const (
	seed  = 14695981039346656037 // FNV-1a
	prime = 1099511628211
	base  = 0x9e3779b97f4a7c15 // of the rolling hash; odd
)

// powers of base.
var powers = func() (p [longest + 1]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = p[i-1] * base
	}
	return p
}()

// keyOf is the hash of a run of words.
func keyOf(words []uint64) uint64 {
	var sum uint64
	for _, w := range words {
		sum = sum*base + w
	}
	return key(sum, len(words))
}

func key(sum uint64, n int) uint64 {
	sum += uint64(n) * prime
	sum ^= sum >> 31
	return sum * base
}

func (x *index) reading(red *red) *reading { return &reading{index: x, red: red} }

// word takes the hash of a word, with the number of its digits, into a lane.
func (r *reading) word(l *lane, hash uint64, digits uint64, at int) {
	hash ^= hash >> 29
	hash *= base
	if r.words != nil {
		r.words = append(r.words, hash)
		return
	}
	for i, n := range r.index.lengths {
		sum := l.rolled[i]*base + hash - l.ring[(int(l.at)-n)&(longest-1)]*powers[n]
		l.rolled[i] = sum
		k := key(sum, n)
		if bit := k >> r.index.shift; r.index.filter[bit>>6]>>(bit&63)&1 != 0 {
			r.hit(k)
		}
	}
	l.ring[l.at] = hash
	l.digits[l.at&3] = uint8(min(digits, 40))
	l.at = (l.at + 1) & (longest - 1)
	if digits > 0 && r.red != nil && (l == &r.text || r.value > 0) && l.digits[0]+l.digits[1]+l.digits[2]+l.digits[3] >= manyDigits {
		r.suspect(at)
	}
}

func (r *reading) hit(key uint64) {
	if r.each != nil {
		r.each(key)
	} else if secret, is := r.index.runs[key]; is {
		r.hits = append(r.hits, secret)
	}
}

// read goes through a text or file.
func (r *reading) read(how kind, data []byte) {
	r.kind, r.data, r.text, r.tag, r.value, r.quiet = how, data, lane{}, lane{}, 0, 0
	var hash, digits uint64 = seed, 0
	l := &r.text
	var outer, outerDigits uint64 // the word of the text that a tag stands in
	for i := 0; i < len(data); {
		if f := folded[data[i]]; f != 0 {
			hash, digits = (hash^f)*prime, digits+f>>32
			i++
			continue
		}
		c := data[i]
		switch {
		case c >= utf8.RuneSelf:
			char, size := utf8.DecodeRune(data[i:])
			i += size
			if more, part := letter(char); part {
				hash, digits = more.into(hash), digits+more.digits
				continue
			}
		case c == '<' && r.kind == tagged && l == &r.text:
			outer, outerDigits, l = hash, digits, &r.tag
			if hash != seed && !inline(data[i+1:]) {
				r.word(&r.text, hash, digits, i)
				outer, outerDigits = seed, 0
			}
			hash, digits, i = seed, 0, i+1
			continue
		case c == '>' && l == &r.tag:
			if hash != seed {
				r.word(l, hash, digits, i)
			}
			hash, digits, l, i, r.value = outer, outerDigits, &r.text, i+1, 0
			continue
		case c == '&' && r.kind == tagged, c == '\\' && r.kind == escaped, c == '%' && (l == &r.tag || r.kind != tagged):
			chars, size := decoded(data[i:])
			i += size
			if more, part := lettersOf(chars); part {
				hash, digits = more.into(hash), digits+more.digits
				continue
			}
			if strings.Contains(chars, "@") {
				r.suspect(i - size)
			}
		case c == '"' && (l == &r.tag || r.kind == escaped):
			if hash != seed { // it belongs to what ends here
				r.word(l, hash, digits, i)
				hash, digits = seed, 0
			}
			r.quote(i)
			i++
		case c == '@':
			r.suspect(i)
			i++
		default:
			i++
		}
		if hash != seed {
			r.word(l, hash, digits, i)
			hash, digits = seed, 0
		}
	}
	if l == &r.tag && outer != seed {
		r.word(&r.text, outer, outerDigits, len(data))
	}
	if hash != seed {
		r.word(l, hash, digits, len(data))
	}
}

// quote begins or ends the value of an attribute, or a string of JSON or a script. Of attributes only those that people and programs read hold what can be red; the rest is numbers of drawings.
func (r *reading) quote(at int) {
	if r.value > 0 {
		r.value = 0
		return
	}
	if r.kind == escaped || isReadable(r.data[max(0, at-12):at]) {
		r.value = at + 1
	}
}

// inline reports whether a tag that begins after its < may stand inside a word, as emphasis does.
func inline(tag []byte) bool {
	switch string(tagName(tag)) {
	case "a", "b", "i", "u", "s", "em", "strong", "span", "mark", "abbr", "small", "del", "ins", "sub", "wbr":
		return true
	}
	return len(tag) > 0 && tag[0] == '!' // a comment
}

// tagName gives the name of a tag that begins after its <, of the opening or the closing one.
func tagName(tag []byte) []byte {
	if len(tag) > 0 && tag[0] == '/' {
		tag = tag[1:]
	}
	n := 0
	for n < len(tag) && n < 8 && (tag[n]|0x20 >= 'a' && tag[n]|0x20 <= 'z') {
		n++
	}
	return tag[:n]
}

// decoded reads an entity, an escape or a run of percent signs: what it stands for, and how many bytes it takes. What is none of them stands for itself.
func decoded(data []byte) (text string, size int) {
	switch data[0] {
	case '&':
		end := bytes.IndexByte(data[:min(len(data), 12)], ';')
		if end < 2 {
			return "&", 1
		}
		return html.UnescapeString(string(data[:end+1])), end + 1
	case '%':
		var out []byte
		for size+2 < len(data) && data[size] == '%' {
			v, err := strconv.ParseUint(string(data[size+1:size+3]), 16, 8)
			if err != nil {
				break
			}
			out, size = append(out, byte(v)), size+3
		}
		return string(out), max(size, 1)
	}
	return unescaped(data)
}

// unescaped reads a backslash of JSON, JavaScript (\u00e9, \xe9, \n) or CSS (\e9 and a space).
func unescaped(data []byte) (string, int) {
	if len(data) < 2 {
		return "", 1
	}
	from, most := 1, 6
	switch data[1] {
	case 'u':
		from, most = 2, 4
	case 'x':
		from, most = 2, 2
	case 'n', 'r', 't', 'b', 'f', 'v':
		if isHex(data, 2) { // \b1 of CSS is no backspace; in JSON nothing is lost by that
			break
		}
		return " ", 2
	}
	end := from
	for end < len(data) && end < from+most && isHex(data, end) {
		end++
	}
	v, err := strconv.ParseUint(string(data[from:end]), 16, 32)
	if err != nil {
		return " ", min(2, len(data))
	}
	if from == 1 && end < len(data) && data[end] == ' ' {
		end++
	}
	return string(rune(v)), end
}

func isHex(data []byte, i int) bool {
	return i < len(data) && (data[i] >= '0' && data[i] <= '9' || data[i]|0x20 >= 'a' && data[i]|0x20 <= 'f')
}

// part is what a character adds to a word: up to three letters without accents, or its number.
type part struct {
	bytes  [4]byte
	n      uint8
	digits uint64
}

func (p part) into(hash uint64) uint64 {
	for _, b := range p.bytes[:p.n] {
		f := folded[b]
		if f == 0 {
			f = uint64(b)
		}
		hash = (hash ^ f) * prime
	}
	return hash
}

// lettersOf gives what decoded characters add to a word; false where one of them ends it. Of several only the first three bytes count, which are the same wherever they are
// decoded.
func lettersOf(text string) (all part, is bool) {
	for _, c := range text {
		p, ok := letter(c)
		if !ok {
			return part{}, false
		}
		n := copy(all.bytes[all.n:], p.bytes[:p.n])
		all.n, all.digits = all.n+uint8(n), all.digits+p.digits
	}
	return all, text != ""
}

// letter gives what a character adds to a word: nothing for what nobody sees; false for what stands between words.
func letter(c rune) (part, bool) {
	switch {
	case c < utf8.RuneSelf:
		f := folded[byte(c)]
		return part{bytes: [4]byte{byte(c)}, n: 1, digits: f >> 32}, f != 0
	case int(c) < len(bare):
		if s := bare[c]; s != "" {
			p := part{n: uint8(len(s))}
			copy(p.bytes[:], s)
			return p, true
		}
		return part{}, c == 0xad // a soft hyphen
	case c >= 0x300 && c <= 0x36f, c >= 0x200b && c <= 0x200f, c >= 0x202a && c <= 0x202e, c == 0x2060, c == 0xfeff:
		return part{}, true
	case c >= 0xff01 && c <= 0xff5e: // fullwidth
		return letter(c - 0xfee0)
	case unicode.IsLetter(c) || unicode.IsDigit(c):
		c = unicode.ToLower(c)
		return part{bytes: [4]byte{byte(c >> 16), byte(c >> 8), byte(c), 0xff}, n: 4}, true
	}
	return part{}, false
}
