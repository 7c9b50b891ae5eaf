package generator

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"path"
	"runtime"
	"strings"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/parse"
	"casusboek/generator/source"
	"casusboek/templates"
)

// material is a casebook's folder as it was read: the book as parse leaves it, and what the guard saw in the texts, which are not kept.
type material struct {
	book     *casebook.Book
	answers  casebook.Answers
	scans    []guard.Scan
	problems diag.List
}

// reading is what was found in one file.
type reading struct {
	document casebook.Document
	scan     guard.Scan
	problems diag.List
}

// read turns the content folder into a book.
func read(ctx context.Context, in Input) (material, error) {
	files, images, problems, err := source.Files(in.Content)
	if err != nil {
		return material{}, err
	}
	m := material{book: &casebook.Book{Images: images}, problems: problems}
	readings, err := readAll(ctx, files)
	if err != nil {
		return material{}, err
	}
	for _, r := range readings {
		m.problems.Join(r.problems)
		m.book.Add(r.document)
		m.scans = append(m.scans, r.scan)
	}
	m.scanImages()
	if err := m.readOwn(in.Templates); err != nil {
		return material{}, err
	}
	return m, m.readAnswers(in.Content)
}

// readAll reads, parses and looks through files in parallel, and gives what is in them in their order.
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
				readings[i] = reading{parse.Unread(f.Kind, f.ID, f.Path), guard.ScanName(f.Path), problems}
				return err
			}
			document, found := parse.Document(f.Kind, f.ID, f.Path, text)
			found.Join(problems)
			readings[i] = reading{document, guard.ScanText(text, document), found}
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	return readings, nil
}

// scanImages looks at the names of pictures.
func (m *material) scanImages() {
	for _, image := range m.book.Images {
		m.scans = append(m.scans, guard.ScanName(image.File))
	}
}

// readOwn looks through the site's own templates and words, as far as they differ from casusboek's. What is wrong with them, overlay tells.
func (m *material) readOwn(own fs.FS) error {
	if own == nil {
		return nil
	}
	entries, err := fs.ReadDir(own, ".")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		switch path.Ext(name) {
		case ".html", ".css", ".js", ".yaml":
		default:
			continue
		}
		if strings.HasPrefix(name, ".") || !entry.Type().IsRegular() {
			continue
		}
		text, err := fs.ReadFile(own, name)
		if err != nil {
			return err
		}
		if original, err := templates.Files.ReadFile(name); err == nil && !bytes.Equal(text, original) {
			m.scans = append(m.scans, guard.ScanOwn("templates/"+name, string(text), string(original)))
		}
	}
	return nil
}

// readAnswers reads what the author answered to the guard.
func (m *material) readAnswers(content fs.FS) error {
	file, problems, err := source.Answers(content)
	m.problems.Join(problems)
	if err != nil || file == nil {
		return err
	}
	text, problems, err := file.Text()
	if len(problems) > 0 && problems[0].Rule == diag.FileEmpty {
		return err // no answers yet
	}
	m.problems.Join(problems)
	if err != nil || problems.HasErrors() {
		return err
	}
	answers, problems := parse.Answers(file.Path, text)
	m.answers = answers
	m.problems.Join(problems)
	return nil
}
