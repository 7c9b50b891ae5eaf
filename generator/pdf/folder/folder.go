// Package folder fills a folder with PDFs: prints what must be printed, keeps what is still right, and takes away what
// is not.
//
//	stats, err := folder.Fill(ctx, press, pages, things, old, tree, nil)
//
// Beside the PDFs stands a ledger (ledger.go) of what each was made of. A PDF is kept only when all of that is the same
// and nobody has changed the PDF, so that nothing in the folder is ever out of date or of another edition.
package folder

import (
	"context"
	"slices"
	"strings"
	"sync"

	"casusboek/generator/pdf"
)

// Thing is one PDF that there may be.
type Thing struct {
	pdf.Document
	Name   string // of the file, without .pdf
	Chosen bool   // whether it is asked for; others are kept when they are there and still right
}

func (t Thing) file() string { return t.Name + ".pdf" }

// Press prints; a *pdf.Press does.
type Press interface {
	// Maker names all that decides how PDFs of the same pages come out: browser, versions, date.
	Maker() string
	Print(ctx context.Context, files pdf.Files, documents []pdf.Document, done func(i int, p pdf.Printed) error) error
}

// Old reads a file of the folder as it is now.
type Old func(file string) ([]byte, error)

// Output takes the files of the folder as it will be.
type Output interface {
	Add(path string, data []byte) error
}

// Stats counts what was done.
type Stats struct {
	Printed int      // now
	Kept    int      // asked for, and right as they were
	Others  int      // not asked for, and right as they were
	Tight   []Tight  // chosen things that were not made, since a card in them holds too much; by name
	Stale   []string // files that were not asked for and are taken away, since what they were made of has changed; sorted as things
}

// Tight is a thing with a card that holds too much.
type Tight struct {
	Thing
	Cards []pdf.Tight
}

// Fill hands to out all files of the folder: the chosen things, printed or kept, the others that are right, and the
// ledger. progress, if set, is called now and then with how many of the chosen things are there. After an error out
// must be thrown away.
func Fill(ctx context.Context, press Press, pages pdf.Files, things []Thing, old Old, out Output, progress func(ready, all int)) (Stats, error) {
	f := filling{press: press, sums: sums{files: pages}, old: old, out: out, was: readLedger(old), will: ledger{}}
	all := 0
	var print []Thing
	for _, t := range things {
		kept, err := f.keep(t)
		if err != nil {
			return Stats{}, err
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
	documents := make([]pdf.Document, len(print))
	for i, t := range print {
		documents[i] = t.Document
	}
	err := press.Print(ctx, pages, documents, func(i int, p pdf.Printed) error {
		defer report()
		return f.add(print[i], p)
	})
	if err != nil {
		return Stats{}, err
	}
	slices.SortFunc(f.stats.Tight, func(a, b Tight) int { return strings.Compare(a.Name, b.Name) })
	return f.stats, out.Add(ledgerFile, f.will.bytes())
}

// filling is a folder on its way.
type filling struct {
	press Press
	sums  sums
	old   Old
	out   Output
	was   ledger
	will  ledger
	stats Stats
}

// keep hands on a thing as it is in the folder, if that is right.
func (f *filling) keep(t Thing) (kept bool, err error) {
	entry, known := f.was[t.Name]
	if !known {
		return false, nil
	}
	data, err := f.old(t.file())
	if err != nil || sum(data) != entry.PDF {
		return false, nil // gone, or not what was made: a chosen thing is printed, another one is left to the ledger
	}
	// What was not asked for is not made anew because the browser was updated.
	right := entry.madeOf(t, &f.sums) && (entry.Maker == f.press.Maker() || !t.Chosen)
	if !right {
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
	f.will[t.Name] = entry
	return true, f.out.Add(t.file(), data)
}

func (f *filling) add(t Thing, p pdf.Printed) error {
	if len(p.Tight) > 0 {
		f.stats.Tight = append(f.stats.Tight, Tight{t, p.Tight})
		return nil
	}
	f.stats.Printed++
	files := map[string]string{}
	for _, name := range p.Files {
		files[name] = f.sums.of(name)
	}
	f.will[t.Name] = entry{PDF: sum(p.PDF), Maker: f.press.Maker(), Page: t.Page, Ticks: t.Ticks, Files: files}
	return f.out.Add(t.file(), p.PDF)
}

// sums remembers the sums of pages and their files.
type sums struct {
	files pdf.Files
	mu    sync.Mutex
	known map[string]string
}

// of gives the sum of a file, and "" when there is none.
func (s *sums) of(name string) string {
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
		text = sum(data)
	}
	s.known[name] = text
	return text
}
