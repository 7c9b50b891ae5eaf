// Package finished looks at what was made, before anybody can read it: does anything stand in it that should not? It is the last lock behind those of link, guard and
// render, and trusts none of them.
//
//	scan := leakcheck.New(leakcheck.Options{Withheld: withheld, Open: open})
//	add := scan.Watch(out.Add)         // instead of out.Add
//	problems.Join(scan.Problems())     // nothing may be swapped in while these hold an error
//
// Every file is read as a reader, a search engine or a program would (reader.go): the words of the text without the tags, those in attributes, of JSON, scripts, styles and
// drawings, with entities, escapes and percent signs decoded, without accents and case. In those words it looks for:
//
//   - texts that are withheld from the edition (index.go): six words in a row of a longer text, a whole value of twenty letters, a whole name. What an author says for everybody somewhere else is no
//     leak. What somebody said without valid consent may not stand in another text either: then eight words in a row are too many;
//   - names of the private register (passages.go): it is asked about each passage once;
//   - what is red by its shape (red.go): around digits and @ signs, a function of the caller's is asked.
//
// It promises that a withheld text of that length that came out whole is found, in whatever file and however it was escaped there. It does not find a text that was cut into pieces of fewer words, translated, or
// drawn in a picture; pictures are not read.
//
// The price is that of hashing each word once: hundreds of megabytes a second (BenchmarkScan).
package leakcheck

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"

	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/rules"
)

// Options are what is looked for.
type Options struct {
	Withheld []guard.Withheld
	Open     []string // texts that may come out: what authors wrote for everybody
	Own      []string // the program's own words, which may come out too

	// Register finds names, streets and the like that occur in no edition. nil: there is none.
	Register Register

	// Red finds what points at somebody in a short piece of text by its shape alone, and may not stand anywhere. nil finds nothing. It must be safe for concurrent use,
	// and give the same for the same text.
	Red func(text string) []rules.Finding
}

// Checker looks at the files of one build. It is safe for concurrent use.
type Checker struct {
	index *index
	red   *red
	names *names

	mu     sync.Mutex
	leaks  map[int32]*place   // by number of the secret
	shapes map[string]*shaped // by rule and value
}

// place is where something was found.
type place struct {
	file  string // the first by name
	files int
}

type shaped struct {
	place
	finding rules.Finding
}

// New prepares a scan.
func New(o Options) *Checker {
	return &Checker{index: newIndex(o), red: newRed(o.Red), names: newNames(o.Register, o.Own), leaks: map[int32]*place{}, shapes: map[string]*shaped{}}
}

// Watch gives a function that looks at a file and then hands it on.
func (s *Checker) Watch(add func(path string, data []byte) error) func(path string, data []byte) error {
	return func(path string, data []byte) error {
		s.Look(path, data)
		return add(path, data)
	}
}

// Look looks at one file and at its name.
func (s *Checker) Look(name string, data []byte) {
	r := s.index.reading(s.red)
	r.look(s.names, plain, []byte(name))
	shown := name
	if len(r.hits)+len(r.found) > 0 {
		shown = rules.Mask(name)
	}
	if how := kindOf(name); how != unread {
		r.look(s.names, how, data)
	}
	if len(r.hits)+len(r.found) > 0 {
		s.note(shown, r)
	}
}

// look reads a text for all that is looked for.
func (r *reading) look(n *names, how kind, data []byte) {
	r.read(how, data)
	if n != nil {
		r.found = append(r.found, n.look(how, data)...)
	}
}

// note keeps what was found in a file.
func (s *Checker) note(file string, r *reading) {
	s.mu.Lock()
	defer s.mu.Unlock()
	slices.Sort(r.hits)
	for _, secret := range slices.Compact(r.hits) {
		if s.leaks[secret] == nil {
			s.leaks[secret] = &place{file: file}
		}
		s.leaks[secret].add(file)
	}
	seen := map[string]bool{}
	for _, f := range r.found {
		key := string(f.Rule) + "\x00" + f.Value
		if seen[key] {
			continue
		}
		seen[key] = true
		if s.shapes[key] == nil {
			s.shapes[key] = &shaped{place: place{file: file}, finding: f}
		}
		s.shapes[key].add(file)
	}
}

func (p *place) add(file string) {
	p.file = min(p.file, file)
	p.files++
}

// Problems tells what was found so far: a privacy-output for each text, at the place where it was written, and for each thing that is red by its shape, at the first file that has
// it. None shows what it is about.
func (s *Checker) Problems() diag.List {
	s.mu.Lock()
	defer s.mu.Unlock()
	var problems diag.List
	add := func(variant string, at diag.Pos, p place, masked string) {
		args := []string{"file", p.file, "masked", masked}
		if variant == "" && p.files > 1 {
			variant, args = "also", append(args, "n", strconv.Itoa(p.files-1))
		}
		problems.AddVariant(diag.PrivacyOutput, variant, at, args...)
		problems[len(problems)-1].Level = diag.Red
	}
	for secret, p := range s.leaks {
		t := s.index.secrets[secret]
		add("", t.Pos, *p, masked(t.Text))
	}
	for _, f := range s.shapes {
		add("found", diag.Pos{File: f.file}, f.place, rules.Mask(f.finding.Value))
	}
	slices.SortFunc(problems, func(a, b diag.Problem) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Args[1].Value, b.Args[1].Value), cmp.Compare(a.Args[0].Value, b.Args[0].Value))
	})
	return problems
}

// masked shows the beginning of a text so that its author knows which it is, and nobody else.
func masked(text string) string {
	words := strings.Fields(text)
	mark := ""
	if len(words) > 3 {
		words, mark = words[:3], " …"
	}
	return rules.Mask(strings.Join(words, " ")) + mark
}

// kind is how a file is read.
type kind uint8

const (
	unread  kind = iota
	plain        // as it stands
	tagged       // HTML, XML, SVG: tags and entities
	escaped      // JSON, scripts, styles: backslashes
)

// kindOf tells how a file is read. What is not known is read as it stands: that finds less, but never nothing without a reason.
func kindOf(name string) kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".xml", ".svg", ".xhtml":
		return tagged
	case ".json", ".js", ".css", ".webmanifest":
		return escaped
	case ".jpg", ".jpeg", ".png", ".webp":
		return unread // package picture has put them together from pixels alone
	}
	return plain
}
