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
	"fmt"
	"io/fs"
	"slices"
	"sync/atomic"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/lang"
	"casusboek/generator/read/filename"
	"casusboek/generator/resolve"

	"casusboek/generator/images"
	"casusboek/generator/printing"
	"casusboek/generator/read/source"
	"casusboek/generator/site"
	"casusboek/generator/theme"
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
	Register  guard.Register // of what really occurred; nil: there is none
}

func (in Input) scanner() guard.Scanner { return guard.Scanner{Register: in.Register} }

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
	Title                               string          // of the casebook
	Updated                             time.Time       // the date that feeds and PDFs show; zero when nothing says one

	judgement guard.Result
}

// Failed reports whether the content has errors, so that nothing may be published.
func (r Result) Failed() bool { return r.Problems.HasErrors() }

// broken reports whether there are errors besides what the guard found: then no page can be made, and else one can be looked at, if only by its author.
func (r Result) broken() bool {
	return slices.ContainsFunc(r.Problems, func(p diag.Problem) bool { return p.Level == diag.None && p.Severity() == diag.Error })
}

// Print makes the pages to print that pick takes and hands them to out, with their styles and pictures, as Build does for
// the whole site. With errors in the content it makes none.
func Print(ctx context.Context, in Input, pick func(printing.Sheet) bool, out Output) ([]printing.Sheet, Result, error) {
	var sheets []printing.Sheet
	result, err := run(ctx, in, out, func(cleared guard.Cleared, o site.Options, emit site.Emit) (diag.List, error) {
		var problems diag.List
		var err error
		sheets, problems, err = site.PrintPages(ctx, cleared, o, pick, emit)
		return problems, err
	})
	return sheets, result, err
}

// Chapters makes the pages of a part of the casebook as it is read from front to back, and hands them to out with their styles and pictures, as Build
// does for the whole site. With errors in the content it makes none, and without a part to choose neither.
func Chapters(ctx context.Context, in Input, choose func(*casebook.Book) (site.Part, bool), out Output) ([]site.Chapter, Result, error) {
	var chapters []site.Chapter
	result, err := run(ctx, in, out, func(cleared guard.Cleared, o site.Options, emit site.Emit) (diag.List, error) {
		var problems diag.List
		var err error
		chapters, problems, err = site.Chapters(ctx, cleared, o, choose, emit)
		return problems, err
	})
	return chapters, result, err
}

// Build reads the content and hands every file of the site to out. With errors in the content it makes no page; with errors in a
// site's own templates it may have made some: when result.Failed(), the caller must throw away what out took.
func Build(ctx context.Context, in Input, out Output) (Result, error) {
	var pages atomic.Int64
	result, err := run(ctx, in, out, func(cleared guard.Cleared, o site.Options, emit site.Emit) (diag.List, error) {
		return site.Render(ctx, cleared, o, counting(emit, &pages))
	})
	result.Pages = int(pages.Load())
	return result, err
}

// run is the pipeline up to what is made of a cleared book, and the last look at that. Nothing is made of a book with errors.
func run(ctx context.Context, in Input, out Output, produce func(guard.Cleared, site.Options, site.Emit) (diag.List, error)) (Result, error) {
	m, err := read(ctx, in)
	if err != nil {
		return Result{}, err
	}
	withheld, open := guard.Texts(m.book, in.Edition, in.Drafts, in.Today)
	cleared, options, result, err := judged(ctx, in, m, in.laid)
	if err != nil || result.Failed() {
		return result, err
	}
	scan, err := in.lastLook(withheld, open, result)
	if err != nil {
		return Result{}, err
	}
	found, err := produce(cleared, options, scan.Watch(portably(out.Add)))
	if err != nil {
		return Result{}, err
	}
	found.Join(scan.Problems())
	result.judgement.Hide(found)
	result.Problems.Join(found)
	result.Problems.Sort()
	return result, nil
}

// portably hands on files whose names every system can hold, and refuses others: whatever takes the files (a folder, a zip, a book), no path of
// the machine on which they were made comes into it.
func portably(add func(path string, data []byte) error) func(path string, data []byte) error {
	return func(path string, data []byte) error {
		if fault := filename.Path(path); fault != filename.Fine {
			return fmt.Errorf("page %q has a name that not every system can hold (%s)", path, fault)
		}
		return add(path, data)
	}
}

// judged takes a book as parse left it through link, arrange and guard, and gets the words and templates that its pages are made with.
func judged(ctx context.Context, in Input, m material, lay func(language string) (laid, error)) (guard.Cleared, site.Options, Result, error) {
	s, result, err := stand(ctx, in, m, lay)
	return s.cleared, s.options, result, err
}

// stand is judged, and keeps what it takes to put one document anew.
func stand(ctx context.Context, in Input, m material, lay func(language string) (laid, error)) (standing, Result, error) {
	book, problems := m.book, m.problems
	cases, reflections := len(book.Cases), len(book.Reflections)
	known := guard.CollectNames(book)
	linked, found := resolve.References(book, resolve.Options{Drafts: in.Drafts, Today: in.Today, Shown: m.shows})
	problems.Join(found)
	book.Images = slices.DeleteFunc(book.Images, func(i casebook.Image) bool { return i.Refused })
	resolve.Order(book)
	seals, err := sums(in.Content, book, m.reviews)
	if err != nil {
		return standing{}, Result{}, err
	}
	photos, found, err := images.Prepare(ctx, book.Images)
	if err != nil {
		return standing{}, Result{}, err
	}
	problems.Join(found)
	scans := slices.Clone(m.scans)
	for _, photo := range photos {
		scans = append(scans, guard.Photo(photo.File, photo.Sum))
	}
	bench, judgement := guard.NewChecker(guard.Input{Book: book, Known: known, Scans: scans, Answers: m.answers, Register: in.Register, Today: in.Today})
	problems.Join(judgement.Problems)
	problems.Join(guard.Seal(book, m.reviews, seals, in.Today))
	privacy := book.Site.Privacy
	cleared := guard.Check(book, in.Edition, in.Today)
	over, err := lay(book.Site.Lang)
	if err != nil {
		return standing{}, Result{}, err
	}
	problems.Join(over.problems)
	problems.Join(printing.Problems(book, over.words))
	judgement.Hide(problems)
	problems.Sort()
	result := Result{Words: over.words, Problems: problems, Cases: len(book.Cases), Reflections: len(book.Reflections), Sessions: len(book.Sessions), Title: book.Site.Title.V}
	result.Drafts, result.Unconsented, result.Updated = cases-result.Cases, reflections-result.Reflections, updated(in, book)
	result.judgement = judgement
	options := site.Options{Words: over.words, Templates: over.templates, Updated: result.Updated, Version: in.Version}
	return standing{cleared, options, linked, bench, m.reviews, privacy, &material{own: m.own}}, result, nil
}

// laid is what a site's own templates and words make of casusboek's.
type laid struct {
	words     *lang.Catalogue
	templates *theme.Templates
	problems  diag.List
}

func (in Input) laid(language string) (laid, error) {
	words, set, problems, err := theme.Load(templates.Files, in.Templates, language)
	return laid{words, set, problems}, err
}

// Analysis is what the guard sees in a casebook, for who answers it.
type Analysis struct {
	Result
	Open    []guard.Unanswered // the findings that nobody answered yet, with values that are not for printing
	Answers casebook.Answers
	Reviews []casebook.Review
	Stories []guard.Story  // of the cases that tell of somebody real
	Book    *casebook.Book // as it is published

	texts int // how many files were looked through
}

// Shown is a text of a file, such as a title, without what was found in it.
func (s Analysis) Shown(file, text string) string {
	list := diag.List{{Pos: diag.Pos{File: file}, Args: []diag.Arg{{Value: text}}}}
	s.judgement.Hide(list)
	return list[0].Args[0].Value
}

// About gives the findings in a case and its pictures, and its links with other cases, ready to be shown: nothing that was found stands in them.
func (s Analysis) About(c *casebook.Case) diag.List {
	var list diag.List
	file, pictures := c.Pos.File, s.pictures(c)
	for _, o := range s.Open {
		tied := o.Rule == diag.PrivacyLinked && slices.ContainsFunc(o.Args, func(a diag.Arg) bool { return a.Name == "other" && a.Value == file })
		if o.Document == file || o.Pos.File == file || slices.Contains(pictures, o.Document) || tied {
			list = append(list, o.Problem)
		}
	}
	s.judgement.Hide(list)
	list.Sort()
	return list
}

// pictures are the files of the pictures that a case shows.
func (s Analysis) pictures(c *casebook.Case) []string {
	var files []string
	shown := picturesOf(c)
	for _, image := range s.Book.Images {
		if slices.Contains(shown, image.Path) {
			files = append(files, image.File)
		}
	}
	return files
}

// Sum is what a seal on a case holds. Its pictures count as they lie in the folder, not as they are cleaned for the site.
func (s Analysis) Sum(in Input, c *casebook.Case) (string, error) {
	_, images, _, err := source.Files(in.Content)
	if err != nil {
		return "", err
	}
	return sumOf(in.Content, images, c)
}

// Analyze does all that Check does but making pages.
func Analyze(ctx context.Context, in Input) (Analysis, error) {
	m, err := read(ctx, in)
	if err != nil {
		return Analysis{}, err
	}
	_, _, result, err := judged(ctx, in, m, in.laid)
	return Analysis{
		Result: result, Open: result.judgement.Open, Answers: m.answers, Reviews: m.reviews, Stories: result.judgement.Stories, Book: m.book, texts: len(m.scans),
	}, err
}

// Words gives the words of a site's language, whatever is wrong with the rest of it.
func Words(ctx context.Context, in Input) (*lang.Catalogue, error) {
	m, err := read(ctx, Input{Content: in.Content})
	if err != nil {
		return nil, err
	}
	over, err := in.laid(m.book.Site.Lang)
	return over.words, err
}

// Reflections gives the path of each reflection by its id, such as content/reflecties/els.md, whether it is published or not.
func Reflections(content fs.FS) (map[string]string, error) {
	files, _, _, err := source.Files(content)
	paths := map[string]string{}
	for _, f := range files {
		if f.Kind == casebook.KindReflection {
			paths[f.ID] = f.Path
		}
	}
	return paths, err
}

// Check does all that Build does and keeps nothing.
func Check(ctx context.Context, in Input) (Result, error) { return Build(ctx, in, nothing{}) }

type nothing struct{}

func (nothing) Add(string, []byte) error { return nil }

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
