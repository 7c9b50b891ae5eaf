// Package generator is the whole pipeline on one screen: content is read, parsed, linked, arranged, its pictures are cleaned, it is guarded, rendered,
// and handed on page by page.
//
//	content/ -> source -> parse -> link -> arrange -> picture -> guard -> render -> Output
//
// It touches nothing but what it is given: files come in through fs.FS, pages go out through Output, problems are values.
//
//	result, err := generator.Build(ctx, generator.Input{Content: os.DirFS("content"), Today: today}, tree)
//	// err: something could not be read or written. result.Problems: what the author should mend.
package generator

import (
	"context"
	"errors"
	"io/fs"
	"runtime"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/arrange"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/answers"
	"casusboek/generator/lang"
	"casusboek/generator/link"
	"casusboek/generator/overlay"
	"casusboek/generator/paper"
	"casusboek/generator/parse"
	"casusboek/generator/picture"
	"casusboek/generator/render"
	"casusboek/generator/source"
	"casusboek/templates"
)

// Input is all that a build depends on: the same Input gives the same bytes.
type Input struct {
	Content   fs.FS // the folder content/
	Templates fs.FS // the site's own templates/, or nil
	Edition   guard.Edition
	Drafts    bool
	Today     time.Time // decides which consents are valid
	Updated   time.Time // the date of feeds; zero: the newest session's
	Version   string
}

// Output takes the finished files: slash separated paths below the output folder. Add must be safe for concurrent use.
type Output interface {
	Add(path string, data []byte) error
}

// Result is what a build or check found.
type Result struct {
	Words                               *lang.Catalogue // of the site's language
	Problems                            diag.List       // sorted by place
	Cases, Reflections, Sessions, Pages int             // published; Pages counts HTML files
	Drafts, Unconsented                 int             // cases and reflections that are not
}

// Failed reports whether the content has errors, so that nothing may be published.
func (r Result) Failed() bool { return r.Problems.HasErrors() }

// Print makes the pages to print that pick takes and hands them to out, with their styles and pictures, as Build does for
// the whole site. With errors in the content it makes none.
func Print(ctx context.Context, in Input, pick func(paper.Sheet) bool, out Output) ([]paper.Sheet, Result, error) {
	var sheets []paper.Sheet
	result, err := run(ctx, in, func(cleared guard.Cleared, o render.Options) (diag.List, error) {
		var problems diag.List
		var err error
		sheets, problems, err = render.Prints(ctx, cleared, o, pick, out.Add)
		return problems, err
	})
	return sheets, result, err
}

// Build reads the content and hands every file of the site to out. With errors in the content it makes no page; with errors in a
// site's own templates it may have made some: when result.Failed(), the caller must throw away what out took.
func Build(ctx context.Context, in Input, out Output) (Result, error) {
	var pages atomic.Int64
	result, err := run(ctx, in, func(cleared guard.Cleared, o render.Options) (diag.List, error) {
		return render.Site(ctx, cleared, o, counting(out, &pages))
	})
	result.Pages = int(pages.Load())
	return result, err
}

// run is the pipeline up to what is made of a cleared book. Nothing is made of a book with errors.
func run(ctx context.Context, in Input, produce func(guard.Cleared, render.Options) (diag.List, error)) (Result, error) {
	book, problems, err := read(ctx, in)
	if err != nil {
		return Result{}, err
	}
	cases, reflections := len(book.Cases), len(book.Reflections)
	problems.Join(link.Resolve(book, link.Options{Drafts: in.Drafts, Today: in.Today}))
	arrange.Book(book)
	found, err := pictures(ctx, in, book)
	if err != nil {
		return Result{}, err
	}
	problems.Join(found)
	cleared, found := guard.Check(book, in.Edition)
	problems.Join(found)

	words, set, found, err := overlay.Load(templates.Files, in.Templates, book.Site.Lang)
	if err != nil {
		return Result{}, err
	}
	problems.Join(found)
	result := Result{Words: words, Cases: len(book.Cases), Reflections: len(book.Reflections), Sessions: len(book.Sessions)}
	result.Drafts, result.Unconsented = cases-result.Cases, reflections-result.Reflections
	if !problems.HasErrors() {
		found, err = produce(cleared, render.Options{Words: words, Templates: set, Updated: updated(in, book), Version: in.Version})
		if err != nil {
			return Result{}, err
		}
		problems.Join(found)
	}
	problems.Sort()
	result.Problems = problems
	return result, nil
}

// Check does all that Build does and keeps nothing.
func Check(ctx context.Context, in Input) (Result, error) { return Build(ctx, in, nothing{}) }

type nothing struct{}

func (nothing) Add(string, []byte) error { return nil }

// read turns the content folder into a book: files are read and parsed in parallel, then added in the order of their paths.
func read(ctx context.Context, in Input) (*casebook.Book, diag.List, error) {
	files, images, problems, err := source.Files(in.Content)
	if err != nil {
		return nil, nil, err
	}
	documents := make([]casebook.Document, len(files))
	found := make([]diag.List, len(files))
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range files {
		work.Go(func() error {
			text, list, err := f.Text()
			if err == nil {
				err = ctx.Err()
			}
			if err != nil || list.HasErrors() {
				documents[i], found[i] = parse.Unread(f.Kind, f.ID, f.Path), list
				return err
			}
			documents[i], found[i] = parse.Document(f.Kind, f.ID, f.Path, text)
			found[i].Join(list)
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return nil, nil, err
	}
	book := &casebook.Book{Images: images}
	for i, d := range documents {
		problems.Join(found[i])
		book.Add(d)
	}
	return book, problems, nil
}

// pictures makes the pictures of what is published fit to be seen. What the author said of photos stands in privacy.yaml.
func pictures(ctx context.Context, in Input, book *casebook.Book) (diag.List, error) {
	if len(book.Images) == 0 {
		return nil, nil
	}
	text, err := fs.ReadFile(in.Content, "privacy.yaml")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	written, _ := parse.Answers("content/privacy.yaml", string(text))
	given, _ := answers.Weigh(written, in.Today)
	return picture.Prepare(ctx, book.Images, func(document, sum string) bool { return given.Allow(diag.PrivacyImage, document, sum) })
}

// updated is the date that feeds show: never the clock, so that the same content gives the same bytes.
func updated(in Input, book *casebook.Book) time.Time {
	date := in.Updated
	if date.IsZero() {
		for _, s := range book.Sessions {
			if s.Date.After(date) {
				date = s.Date.Time
			}
		}
	}
	return date
}
