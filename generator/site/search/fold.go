package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Words are cut and folded here and in templates/script/_fold.js in the same way; testdata/words.json holds both to it.
// What a reader types is folded as what was written: small letters without accents, hyphens and apostrophes gone.

// The bounds of a word that is indexed: one letter says nothing, and nobody types what is longer than the longest word.
// More digits than a year or an amount of money has are a number of somebody or something.
const (
	shortest   = 2
	longest    = 48
	mostDigits = 5
)

// eachWord gives the words of a text, folded: "Vroeg-signalering" is vroegsignalering. Of a word with hyphens, tails are
// its ends after each of them: signalering. word is good until yield returns.
func eachWord(text string, yield func(word []byte, tails []string)) {
	var w wordMaker
	for len(text) > 0 {
		from := strings.IndexFunc(text, isPart)
		if from < 0 {
			return
		}
		text = text[from:]
		end := endOfWord(text)
		for piece := range strings.FieldsSeq(w.splitDigits(text[:end])) {
			tails := w.tails(piece)
			if word := w.fold(piece); fits(word) {
				yield(word, tails)
			}
		}
		text = text[end:]
	}
}

func isPart(r rune) bool {
	return r == softHyphen || unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

const softHyphen = '\u00ad'

// joins are what stands inside a word.
func isHyphen(r rune) bool     { return r == '-' || r == '\u2010' || r == '\u2011' }
func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// endOfWord is where the word at the start of a text ends: a hyphen or apostrophe between letters is inside it.
func endOfWord(text string) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isPart(r) {
			next, _ := utf8.DecodeRuneInString(text[i+size:])
			if !(isHyphen(r) || isApostrophe(r)) || !isPart(next) {
				return i
			}
		}
		i += size
	}
	return len(text)
}

// wordMaker folds words one after another.
type wordMaker struct{ out []byte }

// splitDigits puts a space where a hyphen stands between digits: 2014-2016 is two years.
func (w *wordMaker) splitDigits(word string) string {
	i := strings.IndexAny(word, "-\u2010\u2011")
	if i <= 0 {
		return word
	}
	runes := []rune(word)
	for i := 1; i+1 < len(runes); i++ {
		if isHyphen(runes[i]) && unicode.IsDigit(runes[i-1]) && unicode.IsDigit(runes[i+1]) {
			runes[i] = ' '
		}
	}
	return string(runes)
}

// fold gives a word as it is looked up.
func (w *wordMaker) fold(word string) []byte {
	w.out = w.out[:0]
	for i := range len(word) {
		c := word[i]
		switch {
		case c >= utf8.RuneSelf:
			w.out = foldAny(w.out[:0], word)
			return w.out
		case 'A' <= c && c <= 'Z':
			w.out = append(w.out, c+'a'-'A')
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			w.out = append(w.out, c)
		}
	}
	return w.out
}

// spelled are letters that Unicode does not take apart.
var spelled = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'ł': "l", 'þ': "th", 'ı': "i", 'ς': "σ"}

func foldAny(out []byte, word string) []byte {
	for _, r := range norm.NFKD.String(word) {
		r = unicode.ToLower(r)
		switch {
		case spelled[r] != "":
			out = append(out, spelled[r]...)
		case r != 'ʼ' && (unicode.IsLetter(r) || unicode.IsNumber(r)):
			out = utf8.AppendRune(out, r)
		}
	}
	return out
}

// tails are the ends of a word after its hyphens.
func (w *wordMaker) tails(word string) []string {
	if !strings.ContainsAny(word, "-\u2010\u2011") {
		return nil
	}
	var tails []string
	for i, r := range word {
		if isHyphen(r) && len(word)-i <= longestTail {
			if tail := w.fold(word[i:]); fits(tail) {
				tails = append(tails, string(tail))
			}
		}
	}
	return tails
}

// longestTail is more than the bytes of any end of a word that can be looked up.
const longestTail = 8 * longest

// fits reports whether a folded word is one to look up.
func fits(word []byte) bool {
	letters, digits := 0, 0
	for _, r := range string(word) {
		letters++
		if r < utf8.RuneSelf && '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsDigit(r) {
			digits++
		}
	}
	return letters >= shortest && letters <= longest && digits <= mostDigits
}
