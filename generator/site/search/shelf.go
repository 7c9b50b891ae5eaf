package search

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// call is the function that every file of the index calls, with its name and its data.
const call = "casusboekFound"

// How large a file may grow, in bytes; a single word that is in many entries can be larger.
const (
	wordsSize = 16_000
	casesSize = 2_000
	shownSize = 6_000
	mostText  = 3_000 // of one entry, from its beginning
)

// shelf makes the files and hands them on. It remembers the first of each, for the file that is loaded first, and the
// first error; after that it does nothing.
type shelf struct {
	at     address.Names
	emit   func(path string, data []byte) error
	begins struct {
		Words []string `json:"words"`
		Front []string `json:"front"`
		Back  []string `json:"back"`
		Cases []string `json:"cases"`
		Shown string   `json:"shown"` // numbers of first entries, as gaps
	}
	common []string // words so large that they are looked up only when nothing else is asked
	err    error
}

// put hands on one file. Its data are JSON, or several pieces of it.
func (s *shelf) put(name string, pieces ...string) {
	if s.err != nil {
		return
	}
	data := call + "(" + strconv.Quote(name) + "," + strings.Join(pieces, "") + ")\n"
	s.err = s.emit(s.at.SearchIndex(name+".js"), []byte(data))
}

// run cuts a sequence of JSON values into files of about a size, each between two brackets.
type run struct {
	shelf  *shelf
	name   string
	size   int
	around [2]string
	begins []string
	last   string
	out    []string
	length int
	files  int
}

// add puts the value of a key in the file that is open, or in a next one when it does not fit. Keys come in order.
func (r *run) add(key, value string) {
	if r.length > 0 && r.length+len(value) > r.size {
		r.close()
	}
	if r.length == 0 {
		r.begins = append(r.begins, border(r.last, key))
	} else {
		r.out = append(r.out, ",")
	}
	r.last = key
	r.out = append(r.out, value)
	r.length += len(value) + 1
}

// border is the shortest beginning of a key that comes after the one before it.
func border(before, key string) string {
	for i := range key {
		if i > 0 && key[:i] > before {
			return key[:i]
		}
	}
	return key
}

// close writes the file that is open, and gives where each of the files begins.
func (r *run) close() []string {
	if r.length > 0 {
		r.shelf.put(r.name+"-"+strconv.Itoa(r.files), slices.Concat([]string{r.around[0]}, r.out, []string{r.around[1]})...)
		r.files++
	}
	r.out, r.length = r.out[:0], 0
	return r.begins
}

func (s *shelf) object(name string, size int) *run {
	return &run{shelf: s, name: name, size: size, around: [2]string{"{", "}"}}
}

func (s *shelf) array(name string, size int) *run {
	return &run{shelf: s, name: name, size: size, around: [2]string{"[", "]"}}
}

// words writes the index, and the lists for what is mistyped.
func (s *shelf) words(x index, size int) {
	sorted := slices.Sorted(maps.Keys(x))
	files := s.object("words", wordsSize)
	for _, w := range sorted {
		lists := x[w].encode(size)
		if len(lists) > wordsSize {
			s.common = append(s.common, w)
		}
		files.add(w, `"`+w+`":"`+lists+`"`) // nothing in either has to be escaped
	}
	s.begins.Words = files.close()
	s.begins.Front = s.spelling("front", sorted, asItIs)
	for i, w := range sorted {
		sorted[i] = backwards(w)
	}
	slices.Sort(sorted)
	s.begins.Back = s.spelling("back", sorted, backwards)
}

func asItIs(word string) string { return word }

// shortestSpelled is one letter less than the shortest word that may be mistyped.
const shortestSpelled = 4

// spelling writes words in the order in which they are given; written makes of each the word itself.
func (s *shelf) spelling(name string, words []string, written func(string) string) []string {
	files := s.array(name, wordsSize)
	for _, w := range words {
		if len(w) >= shortestSpelled {
			files.add(w, `"`+written(w)+`"`)
		}
	}
	return files.close()
}

func backwards(word string) string {
	runes := []rune(word)
	slices.Reverse(runes)
	return string(runes)
}

// cases writes for each case which entries are found after which of its rounds: the first, then how many events and
// reflections each round adds, and those that give other cases away too, with all that must have been read.
func (s *shelf) cases(b *book) {
	locked := slices.Clone(b.locked)
	slices.SortFunc(locked, func(a, b lockedCase) int { return cmp.Compare(a.of.ID, b.of.ID) })
	files := s.object("cases", casesSize)
	for _, k := range locked {
		also := make([]any, len(k.also))
		for i, a := range k.also {
			ids := make([]string, len(a.cases))
			for j, c := range a.cases {
				ids[j] = c.ID
			}
			also[i] = []any{a.entry, a.round, ids}
		}
		files.add(k.of.ID, quoted(k.of.ID)+":"+quoted([]any{k.first, k.counts, also}))
	}
	s.begins.Cases = files.close()
}

// shown writes what is shown of each entry.
func (s *shelf) shown(b *book) {
	files := s.array("shown", shownSize)
	var firsts []int
	for i, e := range b.entries {
		files.add("", e.shown())
		if files.files == len(firsts) {
			firsts = append(firsts, i)
		}
	}
	files.close()
	s.begins.Shown = gaps(firsts)
}

// shown is kind, page, title, label and text of an entry, then its anchor and, of an event, its round.
func (e *entry) shown() string {
	values := []any{int(e.kind), e.page, e.title, e.label, clipped(join("\n", e.lead, e.body))}
	if e.anchor != "" {
		values = append(values, e.anchor)
	}
	if e.kind == events {
		values = append(values, e.round)
	}
	return quoted(values)
}

// clipped gives the beginning of a text: an excerpt from further on is not worth its weight in every query.
func clipped(text string) string {
	if len(text) <= mostText {
		return text
	}
	cut := strings.LastIndexAny(text[:mostText], " \n")
	return strings.ToValidUTF8(text[:max(cut, 0)], "") + " …"
}

// book writes the file that is loaded first.
func (s *shelf) book(b *book) {
	some := &casebook.Case{}
	home := string(b.at.Of(&some.Doc))
	s.put("book", quoted(map[string]any{
		"size": len(b.entries), "open": b.open, "begins": s.begins, "common": s.common,
		"round":   strings.TrimSuffix(strings.TrimPrefix(string(b.at.Round(some, 1)), home), "1/"),
		"lifeMap": strings.TrimPrefix(string(b.at.LifeMap(some)), home),
	}))
}

// quoted writes a value as JSON, with < and > as they are.
func quoted(value any) string {
	var out bytes.Buffer
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		panic("search: " + err.Error()) // texts and numbers can be written
	}
	return strings.TrimSuffix(out.String(), "\n")
}

func number(n int) string { return strconv.Itoa(n) }
