package render

import (
	"context"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/overlay"
	"casusboek/generator/page"
	"casusboek/generator/paper"
)

// sheets lists all pages to print.
func (s *site) sheets() iter.Seq[paper.Sheet] {
	return func(yield func(paper.Sheet) bool) {
		for _, c := range s.Book.Cases {
			for _, p := range s.sheetsOf(c, &shared{}) {
				if !yield(p) {
					return
				}
			}
		}
		for _, p := range paper.Pages(s.Run) {
			if !yield(p) {
				return
			}
		}
	}
}

// paperPages are the pages to print that are not of one case.
func (s *site) paperPages() iter.Seq[page.Spec] {
	return func(yield func(page.Spec) bool) {
		for _, p := range paper.Pages(s.Run) {
			if !yield(p.Spec) {
				return
			}
		}
	}
}

// Prints makes the pages to print that pick takes, with the styles and pictures they need, and lists them in the order of the book. It
// promises what Site does, for those pages.
func Prints(ctx context.Context, cleared guard.Cleared, o Options, pick func(paper.Sheet) bool, emit Emit) ([]paper.Sheet, diag.List, error) {
	if cleared.IsZero() {
		return nil, nil, errNotCleared
	}
	s := newSite(cleared.Book(), cleared.Edition(), o)
	var faults overlay.Faults
	var made []paper.Sheet
	work, going := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for p := range s.sheets() {
		if going.Err() != nil {
			break
		}
		if pick(p) {
			made = append(made, p)
			work.Go(func() error { return faults.Keep(s.emit(p.Spec, emit)) })
		}
	}
	if err := work.Wait(); err != nil {
		return nil, nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err // the loop ended early, and a part is not the whole
	}
	if problems := faults.Problems(); problems.HasErrors() {
		return nil, problems, nil
	}
	return made, nil, s.copies(ctx, emit)
}
