// Package folder updates a folder of PDFs: it prints what is missing or out of date, keeps
// what is current, and removes the rest.
//
//	stats, err := pdf.PrintFolder(ctx, press, pages, things, old, tree, nil)
//
// A manifest beside the PDFs records what each was made of. A PDF is kept only if all of
// that is unchanged and the PDF itself is too, so that the folder never holds PDFs that are
// out of date or of another edition. [IsPDFFolder] reports whether a folder has a manifest;
// [Pages] keeps the pages to print in memory.
package pdf

import (
	"context"
	"slices"
	"strings"
	"sync"
)

// Job is one PDF that the folder can hold.
type Job struct {
	Document
	Name   string // file name without .pdf
	Chosen bool   // whether it was requested; others are kept if they are current
}

func (t Job) file() string { return t.Name + ".pdf" }

// Backend prints documents. It is implemented by *pdf.Backend.
type Backend interface {
	// Maker identifies everything except the pages that determines the PDFs: browser,
	// versions, date.
	Maker() string
	Print(
		ctx context.Context, files Files, documents []Document, done func(i int, p Printed) error,
	) error
}

// ReadPrevious reads a file of the folder as it was before the update.
type ReadPrevious func(file string) ([]byte, error)

// Output receives the files of the folder after the update.
type Output interface {
	Add(path string, data []byte) error
}

// FolderStats counts the results of an update.
type FolderStats struct {
	Printed int           // printed now
	Kept    int           // requested, and already current
	Others  int           // not requested, and current
	Tight   []FolderTight // requested, but not printed since the text of a card does not fit; by name
	Stale   []string      // files not requested and removed, since their sources changed; in order of things
}

// FolderTight is a PDF with cards whose text does not fit.
type FolderTight struct {
	Job
	Cards []Tight
}

// PrintFolder adds all files of the folder to out: the chosen things, printed or kept, the others
// that are current, and the manifest. If progress is not nil, it is called with the number
// of chosen things that are ready and their total. After an error, out is incomplete and
// must be discarded.
func PrintFolder(
	ctx context.Context, press Backend, pages Files, things []Job,
	old ReadPrevious, out Output, progress func(ready, all int),
) (FolderStats, error) {
	f := folderUpdate{
		press: press, sums: checksums{files: pages},
		old: old, out: out, oldManifest: readManifest(old), newManifest: manifest{},
	}
	all := 0
	var print []Job
	for _, t := range things {
		kept, err := f.keep(t)
		if err != nil {
			return FolderStats{}, err
		}
		if t.Chosen {
			all++
			if !kept {
				print = append(print, t)
			}
		}
	}
	report := func() {
		if progress != nil {
			progress(f.stats.Kept+f.stats.Printed+len(f.stats.Tight), all)
		}
	}
	report()
	documents := make([]Document, len(print))
	for i, t := range print {
		documents[i] = t.Document
	}
	err := press.Print(ctx, pages, documents, func(i int, p Printed) error {
		defer report()
		return f.add(print[i], p)
	})
	if err != nil {
		return FolderStats{}, err
	}
	slices.SortFunc(f.stats.Tight, func(a, b FolderTight) int { return strings.Compare(a.Name, b.Name) })
	return f.stats, out.Add(manifestFile, f.newManifest.bytes())
}

// folderUpdate is the state of an update.
type folderUpdate struct {
	press       Backend
	sums        checksums
	old         ReadPrevious
	out         Output
	oldManifest manifest
	newManifest manifest
	stats       FolderStats
}

// keep adds a thing to the output as it is in the folder, if it is current. kept reports
// whether it did.
func (f *folderUpdate) keep(t Job) (kept bool, err error) {
	entry, known := f.oldManifest[t.Name]
	if !known {
		return false, nil
	}
	data, err := f.old(t.file())
	if err != nil || checksum(data) != entry.PDF {
		return false, nil // missing or changed: print it if chosen, otherwise drop it
	}
	// An update of the browser is no reason to print what was not requested.
	current := entry.isCurrent(t, &f.sums) && (entry.Maker == f.press.Maker() || !t.Chosen)
	if !current {
		if !t.Chosen {
			f.stats.Stale = append(f.stats.Stale, t.file())
		}
		return false, nil
	}
	if t.Chosen {
		f.stats.Kept++
	} else {
		f.stats.Others++
	}
	f.newManifest[t.Name] = entry
	return true, f.out.Add(t.file(), data)
}

func (f *folderUpdate) add(t Job, p Printed) error {
	if len(p.Tight) > 0 {
		f.stats.Tight = append(f.stats.Tight, FolderTight{t, p.Tight})
		return nil
	}
	f.stats.Printed++
	files := map[string]string{}
	for _, name := range p.Files {
		files[name] = f.sums.checksum(name)
	}
	f.newManifest[t.Name] = manifestEntry{
		PDF: checksum(p.PDF), Maker: f.press.Maker(), Page: t.Page, Ticks: t.Ticks, Files: files,
	}
	return f.out.Add(t.file(), p.PDF)
}

// checksums caches the checksums of pages and their files.
type checksums struct {
	files Files
	mu    sync.Mutex
	known map[string]string
}

// checksum returns the checksum of a file, or "" if it does not exist.
func (s *checksums) checksum(name string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if known, ok := s.known[name]; ok {
		return known
	}
	if s.known == nil {
		s.known = map[string]string{}
	}
	text := ""
	if data, err := s.files.ReadFile(name); err == nil {
		text = checksum(data)
	}
	s.known[name] = text
	return text
}
