package generator

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"
	"golang.org/x/text/unicode/norm"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/read/filename"
	"casusboek/generator/read/parse"
	"casusboek/generator/read/source"
	"casusboek/generator/theme"
	"casusboek/templates"
)

// material is a casebook's folder as it was read: the book as parse leaves it, and what the guard saw in the texts, which are not kept.
type material struct {
	book     *casebook.Book
	answers  casebook.Answers
	reviews  []casebook.Review
	scans    []guard.FileFindings
	problems diag.List
	own      []string // templates and styles of the site's own
}

// shows reports whether a template of the site's own names a picture.
func (m *material) shows(picture string) bool {
	return slices.ContainsFunc(m.own, func(text string) bool { return strings.Contains(text, picture) })
}

// reading is what was found in one file.
type reading struct {
	document casebook.Document
	scan     guard.FileFindings
	problems diag.List
}

// read turns the content folder into a book.
func read(ctx context.Context, in Input) (material, error) {
	files, images, problems, err := source.Files(in.Content)
	if err != nil {
		return material{}, err
	}
	m := material{book: &casebook.Book{Images: images}, problems: problems}
	readings, err := readAll(ctx, in, files)
	if err != nil {
		return material{}, err
	}
	for _, r := range readings {
		m.problems.Join(r.problems)
		m.book.Add(r.document)
		m.scans = append(m.scans, r.scan)
	}
	return m, m.readBeside(in)
}

// readBeside reads what is no document: the names of images, the site's own templates, the author's answers.
func (m *material) readBeside(in Input) error {
	for _, image := range m.book.Images {
		scan, err := in.scanImage(image)
		if err != nil {
			return err
		}
		m.scans = append(m.scans, scan)
	}
	if err := m.readOwn(in); err != nil {
		return err
	}
	return m.readGuarded(in.Content)
}

// scanImage looks through the name of a picture, and through the words of a drawing.
func (in Input) scanImage(image casebook.Image) (guard.FileFindings, error) {
	if image.Refused || strings.ToLower(path.Ext(image.File)) != ".svg" {
		return in.scanner().Name(image.File), nil
	}
	data, err := image.Read()
	if err != nil {
		return guard.FileFindings{}, fmt.Errorf("image %s: %w", image.Path, err)
	}
	return in.scanner().Drawing(image.File, string(data)), nil
}

// readAll reads, parses and looks through files in parallel, and gives what is in them in their order.
func readAll(ctx context.Context, in Input, files []source.File) ([]reading, error) {
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
				readings[i] = reading{parse.Unread(f.Kind, f.ID, f.Path), in.scanner().Name(f.Path), problems}
				return err
			}
			document, found := parse.Document(f.Kind, f.ID, f.Path, text)
			found.Join(problems)
			readings[i] = reading{document, in.scanner().Text(text, document), found}
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	return readings, nil
}

// readOwn looks through the site's own templates and words, as far as they differ from casusboek's. What is wrong with them, overlay tells.
func (m *material) readOwn(in Input) error {
	names, err := theme.Names(in.Templates)
	if err != nil {
		return err
	}
	for _, name := range names {
		switch path.Ext(name) {
		case ".html", ".css", ".js", ".yaml":
		default:
			continue
		}
		if info, err := fs.Stat(in.Templates, name); err != nil || !info.Mode().IsRegular() || path.Dir(name) != "." || filename.Check(name) != filename.Fine {
			continue // no file that overlay uses
		}
		text, err := fs.ReadFile(in.Templates, name)
		if err != nil {
			return err
		}
		m.own = append(m.own, norm.NFC.String(string(text))) // as paths of pictures are
		original, err := templates.Files.ReadFile(name)
		script := path.Ext(name) == ".js" // in the place of one that is made from modules
		if (err == nil || script) && !bytes.Equal(text, original) {
			m.scans = append(m.scans, in.scanner().Own("templates/"+name, string(text), string(original)))
		}
	}
	return nil
}

// readGuarded reads what the author answered to the guard, and who read which case.
func (m *material) readGuarded(content fs.FS) error {
	path, text, err := m.beside(content, source.Answers)
	if err != nil {
		return err
	}
	if text != "" {
		answers, problems := parse.Answers(path, text)
		m.answers = answers
		m.problems.Join(problems)
	}
	path, text, err = m.beside(content, source.Reviews)
	if err == nil && text != "" {
		reviews, problems := parse.Reviews(path, text)
		m.reviews = reviews.All
		m.problems.Join(problems)
	}
	return err
}

// beside reads a file of the guard; the text is empty when it is not there, or cannot be read as text.
func (m *material) beside(content fs.FS, name string) (path, text string, err error) {
	file, problems, err := source.Beside(content, name)
	m.problems.Join(problems)
	if err != nil || file == nil {
		return "", "", err
	}
	text, problems, err = file.Text()
	if len(problems) > 0 && problems[0].Rule == diag.FileEmpty {
		return "", "", err // nothing yet
	}
	m.problems.Join(problems)
	if err != nil || problems.HasErrors() {
		return "", "", err
	}
	return file.Path, text, nil
}
