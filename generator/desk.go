package generator

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	slash "path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/source"
	"casusboek/generator/site"
)

// Workspace is a casebook that stays open while somebody writes in it: a file is read again only when it has changed, and a page is
// made when it is asked for.
//
//	desk := generator.NewWorkspace(in)
//	result, err := desk.Update(ctx, nil)                                    // reads everything
//	result, err = desk.Update(ctx, []string{"content/casussen/nadira.md"})  // reads one file
//	html, problems, err := desk.File("casussen/nadira/index.html")
//
// It is not safe for concurrent use.
type Workspace struct {
	in       Input
	files    map[string]source.File // by path: content/casussen/nadira.md
	readings map[string]reading
	images   []casebook.Image
	problems diag.List // of the folder: names, places
	pages    *site.Pages
	stands   *standing // the book that the pages are of; nil when the files say something else by now
	result   Result    // of the last Update

	language string // that over is in
	over     *laid  // nil when it must be made anew
}

// NewWorkspace opens nothing yet: Update does.
func NewWorkspace(in Input) *Workspace { return &Workspace{in: in, readings: map[string]reading{}} }

// errNotUpdated says that there is no book yet, or none without errors.
var errNotUpdated = errors.New("no book has been read yet")

// Update reads what changed: paths of files or folders of the site, such as content/casussen/nadira.md; all of it when
// there are none, and on the first call. With errors in the content the pages stay those of the last book that had none; what the guard
// finds does not hold them up, since they are for their author's eyes.
func (d *Workspace) Update(ctx context.Context, changed []string) (Result, error) {
	if d.again(ctx, changed) {
		return d.result, nil
	}
	d.stands = nil
	all := d.files == nil || len(changed) == 0
	if all {
		d.readings, changed = map[string]reading{}, nil
	}
	if all && d.files != nil || slices.ContainsFunc(changed, isTemplate) {
		d.over = nil
	}
	if err := d.list(changed); err != nil {
		return Result{}, err
	}
	if err := d.read(ctx, changed); err != nil {
		return Result{}, err
	}
	m := d.material()
	if err := m.readBeside(d.in); err != nil {
		return Result{}, err
	}
	book, result, err := stand(ctx, d.in, m, d.lay)
	if err != nil || result.broken() {
		return result, err
	}
	if d.pages, err = site.OnDemand(book.cleared, book.options); err == nil {
		d.stands, d.result = &book, result
	}
	return result, err
}

// lay lays the site's own templates over casusboek's, unless none has changed since the last time.
func (d *Workspace) lay(language string) (laid, error) {
	if d.over == nil || d.language != language {
		over, err := d.in.laid(language)
		if err != nil {
			return laid{}, err
		}
		d.over, d.language = &over, language
	}
	return *d.over, nil
}

func isTemplate(path string) bool {
	return path == "templates" || strings.HasPrefix(path, "templates/")
}

// list looks which files there are, unless all that changed are files that were there and still are.
func (d *Workspace) list(changed []string) error {
	known := func(path string) bool {
		f, ok := d.files[path]
		return (ok && f.There()) || isTemplate(path)
	}
	if d.files != nil && len(changed) > 0 && !slices.ContainsFunc(changed, func(path string) bool { return !known(path) }) {
		return nil
	}
	files, images, problems, err := source.Files(d.in.Content)
	if err != nil {
		return err
	}
	d.files, d.images, d.problems = map[string]source.File{}, images, problems
	for _, f := range files {
		d.files[f.Path] = f
	}
	maps.DeleteFunc(d.readings, func(path string, _ reading) bool { _, there := d.files[path]; return !there })
	return nil
}

// read reads the files that changed, those in folders that changed (another may have taken the place of one), and those that were never read.
func (d *Workspace) read(ctx context.Context, changed []string) error {
	changes := map[string]bool{}
	for _, path := range changed {
		changes[path] = true
	}
	stale := func(path string) bool {
		for ; path != "."; path = slash.Dir(path) {
			if changes[path] {
				return true
			}
		}
		return false
	}
	var files []source.File
	for path, f := range d.files {
		if _, read := d.readings[path]; !read || stale(path) {
			files = append(files, f)
		}
	}
	readings, err := readAll(ctx, d.in, files)
	if err != nil {
		return err
	}
	for i, f := range files {
		d.readings[f.Path] = readings[i]
	}
	return nil
}

// material makes a book of copies, since the later stages change what they are given.
func (d *Workspace) material() material {
	paths := slices.Sorted(maps.Keys(d.readings))
	documents := make([]casebook.Document, len(paths))
	m := material{book: &casebook.Book{Images: slices.Clone(d.images)}, problems: slices.Clone(d.problems)}
	for i, path := range paths {
		documents[i] = d.readings[path].document
		m.problems.Join(d.readings[path].problems)
		m.scans = append(m.scans, d.readings[path].scan)
	}
	var work errgroup.Group
	for some := range slices.Chunk(documents, len(documents)/runtime.GOMAXPROCS(0)+1) {
		work.Go(func() error {
			copy(some, casebook.Clones(some))
			return nil
		})
	}
	_ = work.Wait() // no part gives an error
	for _, document := range documents {
		m.book.Add(document)
	}
	return m
}

// File makes a file of the site as it was at the last Update without errors. The error is fs.ErrNotExist when the site
// has no such file; problems are those of the site's own templates.
func (d *Workspace) File(path string) ([]byte, diag.List, error) {
	if d.pages == nil {
		return nil, nil, errors.Join(errNotUpdated, fs.ErrNotExist)
	}
	return d.pages.File(path)
}

// Shows gives the file of content/ that a page is about, and PageOf the page that is about a file; both are empty when
// there is none.
func (d *Workspace) Shows(path string) string {
	if d.pages == nil {
		return ""
	}
	return d.pages.Shows(path)
}

// PageOf is the other way round.
func (d *Workspace) PageOf(file string) string {
	if d.pages == nil {
		return ""
	}
	return d.pages.PageOf(file)
}
