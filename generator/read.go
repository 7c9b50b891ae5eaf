package generator

import (
	"context"
	"runtime"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/parse"
	"casusboek/generator/source"
)

// reading is what was found in one file.
type reading struct {
	document casebook.Document
	problems diag.List
}

// read turns the content folder into a book.
func read(ctx context.Context, in Input) (*casebook.Book, diag.List, error) {
	files, images, problems, err := source.Files(in.Content)
	if err != nil {
		return nil, nil, err
	}
	readings, err := readAll(ctx, files)
	if err != nil {
		return nil, nil, err
	}
	book := &casebook.Book{Images: images}
	for _, r := range readings {
		problems.Join(r.problems)
		book.Add(r.document)
	}
	return book, problems, nil
}

// readAll reads and parses files in parallel, and gives what is in them in their order.
func readAll(ctx context.Context, files []source.File) ([]reading, error) {
	readings := make([]reading, len(files))
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		work.Go(func() error {
			text, problems, err := f.Text()
			if err == nil {
				err = ctx.Err()
			}
			if err != nil || problems.HasErrors() {
				readings[i] = reading{parse.Unread(f.Kind, f.ID, f.Path), problems}
				return err
			}
			document, found := parse.Document(f.Kind, f.ID, f.Path, text)
			found.Join(problems)
			readings[i] = reading{document, found}
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	return readings, nil
}
