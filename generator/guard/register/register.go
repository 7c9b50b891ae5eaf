// Package register holds the private list of what really occurred in the stories: names of people, streets, complexes.
// It lies outside content/, is never published and never printed; what it finds in a text is red and cannot be allowed.
//
//	register, err := register.Parse(file)               // register.txt, or register.age opened
//	findings := register.Find(rules.Fold(text))
//
// The file is plain text, one entry a line:
//
//	# Wie er in de echte verhalen voorkwamen
//	Fatima el Amrani
//	alias: Fatje
//	straat: Kastanjehof
//	complex: De Vier Winden
//
// A line without a word before the colon is a person. Each name of a person counts alone, since a given name, or initials with a
// surname, tell as much at a table where people know each other; a street or complex counts as a whole.
//
// A name is found exactly, folded (É as E, ij as y), in any case, with a possessive s, before a compound's second half
// (Amranihuis), over the end of a line, and from five letters on with one typing mistake: a letter too many, missing,
// another, or two the wrong way round. A name that is also an ordinary word (Roos, De Vries) must have its capital in
// the middle of a sentence, or stand with another name of the same person.
//
// Where the names themselves may not be, as on a build server, an [Index] does the same with HMAC-SHA256 values under a
// secret key. Plain hashes would not do: all Dutch surnames can be tried in a second.
package register

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"casusboek/generator/guard/rules"
)

// Register is the private list, ready to be looked for in texts. It is safe for concurrent use.
type Register struct {
	key   keyer
	names map[string][]int // the entries that a name belongs to, under the name's key
	typos map[string][]int // the same under the key of each name with one letter left out
	whole []int            // per entry, how many of its names must stand together: 1 for people

	seen  sync.Map // a word -> sense
	words atomic.Int64
}

// Len is the number of entries.
func (r *Register) Len() int { return len(r.whole) }

// kinds are the words that may stand before a colon; true means that the entry counts as a whole.
var kinds = map[string]bool{
	"persoon": false, "person": false, "naam": false, "name": false, "alias": false,
	"straat": true, "street": true, "complex": true, "plaats": true, "place": true, "organisatie": true, "organisation": true,
}

// Error is a line that cannot be read. It does not repeat the line.
type Error struct {
	Line int
	Why  string // "kind" when the word before the colon is unknown, "short" when a name has fewer than two letters
}

func (e *Error) Error() string { return fmt.Sprintf("register: line %d: %s", e.Line, e.Why) }

// Parse reads a register. A line that cannot be read is an *Error: a register that is half read would miss what it is there for.
func Parse(r io.Reader) (*Register, error) {
	entries, err := parse(r)
	if err != nil {
		return nil, err
	}
	return build(entries, func(name string) string { return name }), nil
}

// entry is one line of the file.
type entry struct {
	names []string // folded, without the small words between them
	whole bool
}

func parse(r io.Reader) ([]entry, error) {
	var entries []entry
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\ufeff"))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		e := entry{}
		if kind, rest, ok := strings.Cut(line, ":"); ok {
			if e.whole, ok = kinds[strings.ToLower(strings.TrimSpace(kind))]; !ok {
				return nil, &Error{n, "kind"}
			}
			line = rest
		}
		for _, w := range rules.Fold(line).Words {
			if name := plain(w.Lower); utf8.RuneCountInString(name) >= 2 && !small[name] {
				e.names = append(e.names, name)
			}
		}
		if len(e.names) == 0 {
			return nil, &Error{n, "short"}
		}
		entries = append(entries, e)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("register: %w", err)
	}
	return entries, nil
}

// small words stand between names and tell nothing.
var small = map[string]bool{
	"van": true, "de": true, "den": true, "der": true, "het": true, "ten": true, "ter": true, "te": true, "in": true, "op": true, "aan": true,
	"el": true, "al": true, "von": true, "da": true, "di": true, "la": true, "le": true, "en": true, "of": true, "bij": true, "over": true,
}

// keyer turns a folded name into what is kept of it: the name itself, or its HMAC.
type keyer func(name string) string

func build(entries []entry, key keyer) *Register {
	r := &Register{key: key, names: map[string][]int{}, typos: map[string][]int{}}
	for i, e := range entries {
		need := 1
		if e.whole {
			need = len(e.names)
		}
		r.whole = append(r.whole, need)
		for _, name := range e.names {
			put(r.names, key(name), i)
			for _, less := range lessOne(name) {
				put(r.typos, key(less), i)
			}
		}
	}
	return r
}

func put(index map[string][]int, key string, entry int) {
	if list := index[key]; len(list) == 0 || list[len(list)-1] != entry {
		index[key] = append(list, entry)
	}
}

// Size is how many entries the register has.
func (r *Register) Size() int { return len(r.whole) }

// ordinary reports whether a folded word is an everyday word.
func ordinary(word string) bool { return rules.DutchLexicon().KindOf(word)&rules.Ordinary != 0 }
