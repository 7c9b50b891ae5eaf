package site

import (
	"context"
	"iter"
	"slices"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/page"
)

// Part is the part of a casebook that is read from front to back: one case, one session with its cases and reflections, or all of it when both are nil.
type Part struct {
	Case    *casebook.Case
	Session *casebook.Session
}

// Chapter is a page of such a part.
type Chapter struct {
	Address address.Path
	Level   int // 1 for what opens something, 2 for what belongs to it
}

// Chapters makes the pages of the part that choose names, with the styles and pictures of the site, and lists them in the order in which they are read:
// a case by its rounds, and only then the whole life. It promises what Render does, for those pages. Without a part to choose (ok false) it makes none.
func Chapters(ctx context.Context, cleared guard.Cleared, o Options, choose func(*casebook.Book) (p Part, ok bool), emit Emit) ([]Chapter, diag.List, error) {
	if cleared.IsZero() {
		return nil, nil, errNotCleared
	}
	s := newSite(cleared.Book(), cleared.Edition(), o)
	part, ok := choose(s.Book)
	if !ok {
		return nil, nil, nil
	}
	var listed []Chapter
	problems, err := s.makeAll(ctx, func(yield func(page.Spec) bool) {
		for _, c := range s.chapters(part) {
			listed = append(listed, Chapter{c.spec.Address, c.level})
			if !yield(c.spec) {
				return
			}
		}
	}, emit)
	if err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	return listed, nil, s.copies(ctx, emit)
}

// chapter is a page to be made, and its level.
type chapter struct {
	spec  page.Spec
	level int
}

func (s *site) chapters(p Part) []chapter {
	var book contents
	switch {
	case p.Case != nil:
		book.addCases(s, []*casebook.Case{p.Case})
	case p.Session != nil:
		is := func(spec page.Spec) bool { return spec.Address == s.At.Of(&p.Session.Doc) }
		book.add(1, 1, filtered(s.sessionPages(), is))
		book.addCases(s, casesOf(p.Session))
		said := func(spec page.Spec) bool {
			return slices.ContainsFunc(p.Session.Reflections, func(r *casebook.Reflection) bool { return spec.Address == s.At.Of(&r.Doc) })
		}
		book.add(1, 1, filtered(s.reflectionPages(), said))
	default:
		book.add(1, 1, s.homePages())
		book.addCases(s, s.Book.Cases)
		for _, pages := range []iter.Seq[page.Spec]{s.sessionPages(), s.reflectionPages(), s.themePages()} {
			book.add(1, 2, pages)
		}
		missing := func(spec page.Spec) bool { return !spec.Address.IsFile() }
		book.add(1, 1, filtered(s.freePages(), missing))
	}
	return book
}

func casesOf(x *casebook.Session) []*casebook.Case {
	var cases []*casebook.Case
	for _, r := range x.Cases {
		if r.To != nil {
			cases = append(cases, r.To)
		}
	}
	return cases
}

func filtered(pages iter.Seq[page.Spec], keep func(page.Spec) bool) iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		for spec := range pages {
			if keep(spec) && !yield(spec) {
				return
			}
		}
	}
}

// contents are chapters in the making.
type contents []chapter

// add adds pages: the first at one level, the others at another.
func (book *contents) add(first, then int, pages iter.Seq[page.Spec]) {
	level := first
	for spec := range pages {
		*book = append(*book, chapter{spec, level})
		level = then
	}
}

// addCases adds the rounds of cases, and what is known in the end.
func (book *contents) addCases(s *site, cases []*casebook.Case) {
	for _, c := range cases {
		book.add(1, 2, slices.Values(s.toRead(c, &shared{})))
	}
}
