package guard

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Checker is a judgement that stands, in which one file at a time can be judged again: for who changes a text and does not want to wait for all others.
type Checker struct {
	b      *checks
	tied   []Unanswered // cases that share something, allowed to or not
	veiled bool         // the name of a file gives somebody away, so that problems of other files are not shown as written
}

// Again judges one file of a book whose other files stay as they are. was and is are what parse made of it before and now, and must be the same to
// others (casebook.SameToOthers). ok is false when the change touches what is found in other files or what answers
// were of use: then the whole book must be judged.
func (s *Checker) Recheck(was, is casebook.Document, scan FileFindings) (j Result, ok bool) {
	file := is.Document().Pos.File
	at := slices.IndexFunc(s.b.Scans, func(other FileFindings) bool { return other.path == file })
	if at < 0 || s.veiled || s.isTied(file) || s.ties(file, s.b.Scans[at].runs, scan.runs) {
		return Result{}, false
	}
	before := s.b.again()
	before.of(was, s.b.Scans[at])

	book := &casebook.Book{}
	book.Add(is)
	known := CollectNames(book)
	s.b.Known.documents[file] = known.documents[file]
	s.b.Scans[at] = scan
	if id := is.Document().ID; is.Document().Kind == casebook.KindCase && !s.explain(id, known.cases[id], file) {
		return Result{}, false
	}
	now := s.b.again()
	j = now.of(is, scan)
	j.Problems.Join(now.declared(known.declared))
	return j, len(j.paths) == 0 && before.usedAs(now)
}

// Own judges the site's own templates and styles again, when no other file has changed. ok is as for Again.
func (s *Checker) RecheckOverrides(scans []FileFindings) (j Result, ok bool) {
	before, now := s.b.again(), s.b.again()
	s.b.Scans = slices.DeleteFunc(slices.Clone(s.b.Scans), func(scan FileFindings) bool {
		old := strings.HasPrefix(scan.path, "templates/")
		if old {
			before.judge(scan)
		}
		return old
	})
	s.b.Scans = append(s.b.Scans, scans...)
	for _, scan := range scans {
		for _, open := range now.judge(scan) {
			j.Open, j.Problems = append(j.Open, open), append(j.Problems, open.Problem)
		}
	}
	return j, !s.veiled && !slices.ContainsFunc(j.Open, Unanswered.givesAway) && before.usedAs(now)
}

// explain takes the names and headings of a case anew. false when that is something to another file in which they may stand.
func (s *Checker) explain(id string, names *index, file string) bool {
	before := s.b.Known.cases[id]
	s.b.Known.cases[id] = names
	kind := func(x, y *explanation) bool { return x.as == y.as }
	if maps.EqualFunc(before.phrases, names.phrases, func(x, y []*explanation) bool { return slices.EqualFunc(x, y, kind) }) {
		return true
	}
	was, now := s.b.again(), s.b.again()
	known := *s.b.Known
	was.Known, known.cases = &known, maps.Clone(known.cases)
	known.cases[id] = before
	for _, scan := range s.b.Scans {
		about := s.b.Known.documents[scan.path]
		told := about != nil && slices.Contains(about.cases, id) || slices.Contains(s.b.mentions[scan.path], id)
		if told && scan.path != file && !reflect.DeepEqual(was.judge(scan), now.judge(scan)) {
			return false
		}
	}
	return was.usedAs(now)
}

// again is the same bench before any answer was of use.
func (b *checks) again() *checks {
	fresh := *b
	fresh.hear()
	return &fresh
}

// of judges one file by itself.
func (b *checks) of(document casebook.Document, scan FileFindings) Result {
	j := Result{Open: b.judge(scan)}
	if c, ok := document.(*casebook.Case); ok {
		_, about := b.story(c, scan.special())
		j.Open = append(j.Open, about...)
	}
	for _, open := range j.Open {
		if open.givesAway() {
			j.paths = append(j.paths, open.Document)
		}
		j.Problems = append(j.Problems, open.Problem)
	}
	return j
}

// usedAs reports whether the same answers were of use to both.
func (b *checks) usedAs(other *checks) bool {
	if !slices.EqualFunc(b.answers, other.answers, func(x, y *explanation) bool { return x.used == y.used }) {
		return false
	}
	place := func(x, y diag.Problem) bool { return x.Pos == y.Pos }
	return slices.EqualFunc(b.given.Unused(), other.given.Unused(), place)
}

// isTied reports whether a file shares something with another.
func (s *Checker) isTied(file string) bool {
	return slices.ContainsFunc(s.tied, func(o Unanswered) bool {
		return o.Document == file || slices.ContainsFunc(o.Args, func(a diag.Arg) bool { return a.Name == "other" && a.Value == file })
	})
}

// ties reports whether runs of words that a case lost or got are also another's.
func (s *Checker) ties(file string, before, now []uint64) bool {
	var changed []uint64
	for _, n := range before {
		if _, still := slices.BinarySearch(now, n); !still {
			changed = append(changed, n)
		}
	}
	for _, n := range now {
		if _, already := slices.BinarySearch(before, n); !already {
			changed = append(changed, n)
		}
	}
	return slices.ContainsFunc(s.b.Scans, func(scan FileFindings) bool {
		return scan.path != file && slices.ContainsFunc(changed, func(n uint64) bool {
			_, there := slices.BinarySearch(scan.runs, n)
			return there
		})
	})
}
