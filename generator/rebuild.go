package generator

import (
	"context"
	"errors"
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/resolve"

	"casusboek/generator/printing"
	"casusboek/generator/read/source"
	"casusboek/generator/site"
)

// Most that an author saves is a few words in one text. Then nothing else in the book changes, and to go through all of it again would take the longer the
// larger it is. So that one document is put anew in the book that stands, by the same steps as the whole book. Whenever the change might touch more
// than its own document, the whole book is made again: what comes out is the same either way, only later.

// standing is a book that has been through all stages, and what it takes to put one document of it anew.
type standing struct {
	cleared guard.Cleared
	options site.Options
	linked  *resolve.Resolver
	bench   *guard.Checker
	reviews []casebook.Review
	privacy casebook.Privacy // of the site, before guard took it out
	own     *material        // the site's own templates and styles, as they were
}

// again is Update for a change that stays within one document, or within templates and styles; false when it does not, or when that is not certain, and
// then no page has changed.
func (d *Workspace) again(ctx context.Context, changed []string) bool {
	if d.stands == nil || len(changed) == 0 {
		return false
	}
	if !slices.ContainsFunc(changed, func(path string) bool { return !isTemplate(path) || strings.HasSuffix(path, ".yaml") }) {
		return d.layAgain() == nil
	}
	if len(changed) > 1 {
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
		d.pages.Refilled()
		d.readings[path] = is
		d.result.Problems = replaced(d.result.Problems, problems, func(file string) bool { return file == path })
	}
	return ok
}

var errWhole = errors.New("the whole book must be made")

// layAgain lays the site's own templates anew over casusboek's. Words are not for it: they may change what fits on a card. An error says that the whole
// book must be made, which tells why.
func (d *Workspace) layAgain() error {
	d.over = nil
	over, err := d.lay(d.stands.cleared.Book().Site.Lang)
	if err != nil || over.problems.HasErrors() {
		return errors.Join(errWhole, err)
	}
	own := &material{}
	if err := own.readOwn(d.in); err != nil {
		return err
	}
	shown := func(image casebook.Image) bool { return own.shows(image.Path) != d.stands.own.shows(image.Path) }
	judgement, ok := d.stands.bench.RecheckOverrides(own.scans)
	if !ok || slices.ContainsFunc(d.images, shown) {
		return errWhole
	}
	d.stands.own, d.stands.options.Words, d.stands.options.Templates = own, over.words, over.templates
	if d.pages, err = site.OnDemand(d.stands.cleared, d.stands.options); err != nil {
		return err
	}
	problems := slices.Concat(judgement.Problems, over.problems)
	judgement.Hide(problems)
	problems.Sort()
	d.result.Words = over.words
	d.result.Problems = replaced(d.result.Problems, problems, isTemplate)
	return nil
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
	judgement, ok := s.bench.Recheck(was.document, is.document, is.scan)
	if !ok {
		return nil, false
	}
	undo, ok := casebook.Refill(document, casebook.Clones([]casebook.Document{is.document})[0])
	if !ok {
		return nil, false
	}
	found, ok := s.linked.UpdateDocument(document)
	if !ok {
		undo()
		return nil, false
	}
	resolve.OrderDocument(document)
	alone := &casebook.Book{Site: casebook.Site{Privacy: s.privacy, Paper: s.cleared.Book().Site.Paper}}
	alone.Add(document)
	problems := slices.Concat(is.problems, found)
	problems.Join(judgement.Problems)
	problems.Join(guard.Seal(alone, nil, nil, in.Today))
	guard.Check(alone, in.Edition, in.Today)
	problems.Join(printing.Problems(alone, s.options.Words))
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

// replaced gives a sorted list in which the problems of some files are others.
func replaced(all, by diag.List, of func(file string) bool) diag.List {
	list := slices.DeleteFunc(slices.Clone(all), func(p diag.Problem) bool { return of(p.Pos.File) })
	list.Join(by)
	list.Sort()
	return list
}
