package generator

import (
	"context"
	"slices"
	"strings"

	"casusboek/generator/arrange"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/link"
	"casusboek/generator/paper"
	"casusboek/generator/render"
	"casusboek/generator/source"
)

// Most that an author saves is a few words in one text. Then nothing else in the book changes, and to go through all of it again would take the longer the
// larger it is. So that one document is put anew in the book that stands, by the same steps as the whole book. Whenever the change might touch more
// than its own document, the whole book is made again: what comes out is the same either way, only later.

// standing is a book that has been through all stages, and what it takes to put one document of it anew.
type standing struct {
	cleared guard.Cleared
	options render.Options
	linked  *link.Linked
	bench   *guard.Bench
	reviews []casebook.Review
	privacy casebook.Privacy // of the site, before guard took it out
}

// again is Update for a change that stays within one document; false when it does not, or when that is not certain, and then nothing has changed.
func (d *Desk) again(ctx context.Context, changed []string) bool {
	if d.stands == nil || len(changed) != 1 {
		return false
	}
	path := changed[0]
	file, known := d.files[path]
	if !known || !file.There() || concern(d.problems, path) {
		return false
	}
	readings, err := readAll(ctx, d.in, []source.File{file})
	if err != nil {
		return false // Update finds out
	}
	is := readings[0]
	problems, ok := d.stands.again(d.in, d.readings[path], is)
	if ok {
		d.readings[path] = is
		d.result.Problems = replaced(d.result.Problems, path, problems)
	}
	return ok
}

// again puts one document anew, and gives all that is wrong with it.
func (s *standing) again(in Input, was, is reading) (diag.List, bool) {
	if is.problems.HasErrors() || is.document.Document().Gaps || !casebook.SameToOthers(was.document, is.document) {
		return nil, false
	}
	file := is.document.Document().Pos.File
	document := s.linked.At(file)
	if document == nil || s.reviewed(document) {
		return nil, false
	}
	judgement, ok := s.bench.Again(was.document, is.document, is.scan)
	if !ok {
		return nil, false
	}
	undo, ok := casebook.Refill(document, casebook.Clones([]casebook.Document{is.document})[0])
	if !ok {
		return nil, false
	}
	found, ok := s.linked.Again(document)
	if !ok {
		undo()
		return nil, false
	}
	arrange.Again(document)
	alone := &casebook.Book{Site: casebook.Site{Privacy: s.privacy, Paper: s.cleared.Book().Site.Paper}}
	alone.Add(document)
	problems := slices.Concat(is.problems, found)
	problems.Join(judgement.Problems)
	problems.Join(guard.Seal(alone, nil, nil, in.Today))
	_, found = guard.Check(alone, in.Edition)
	problems.Join(found)
	problems.Join(paper.Problems(alone, s.options.Words))
	judgement.Hide(problems)
	problems.Sort()
	return problems, true
}

// reviewed reports whether somebody sealed a case: any change breaks the seal.
func (s *standing) reviewed(document casebook.Document) bool {
	doc := document.Document()
	return doc.Kind == casebook.KindCase && slices.ContainsFunc(s.reviews, func(r casebook.Review) bool { return r.Case.V == doc.ID })
}

// concern reports whether a problem is about a file or names it.
func concern(problems diag.List, file string) bool {
	return slices.ContainsFunc(problems, func(p diag.Problem) bool {
		return p.Pos.File == file || slices.ContainsFunc(p.Args, func(a diag.Arg) bool { return strings.Contains(a.Value, file) })
	})
}

// replaced gives a sorted list in which those of one file are others.
func replaced(all diag.List, file string, by diag.List) diag.List {
	byFile := func(p diag.Problem, file string) int { return strings.Compare(p.Pos.File, file) }
	from, _ := slices.BinarySearchFunc(all, file, byFile)
	to := from
	for to < len(all) && all[to].Pos.File == file {
		to++
	}
	return slices.Concat(all[:from], by, all[to:])
}
