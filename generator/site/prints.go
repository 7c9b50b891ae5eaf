package site

import (
	"context"
	"iter"

	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/page"
	"casusboek/generator/printing"
)

// sheets lists all pages to print.
func (s *site) sheets() iter.Seq[printing.Sheet] {
	return func(yield func(printing.Sheet) bool) {
		for _, c := range s.Book.Cases {
			for _, p := range s.sheetsOf(c, &shared{}) {
				if !yield(p) {
					return
				}
			}
		}
		for _, p := range printing.Pages(s.Renderer) {
			if !yield(p) {
				return
			}
		}
	}
}

// paperPages are the pages to print that are not of one case.
func (s *site) paperPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		for _, p := range printing.Pages(s.Renderer) {
			if !yield(p.Spec) {
				return
			}
		}
	}
}

// PrintPages makes the pages to print that pick takes, with the styles and pictures they need, and lists them in the order of the book. It
// promises what Render does, for those pages.
func PrintPages(ctx context.Context, cleared guard.Cleared, o Options, pick func(printing.Sheet) bool, emit Emit) ([]printing.Sheet, diag.List, error) {
	if cleared.IsZero() {
		return nil, nil, errNotCleared
	}
	s := newSite(cleared.Book(), cleared.Edition(), o)
	var made []printing.Sheet
	problems, err := s.makeAll(ctx, func(yield func(page.Spec) bool) {
		for p := range s.sheets() {
			if pick(p) {
				made = append(made, p)
				if !yield(p.Spec) {
					return
				}
			}
		}
	}, emit)
	if err != nil || problems.HasErrors() {
		return nil, problems, err
	}
	return made, nil, s.copies(ctx, emit)
}
