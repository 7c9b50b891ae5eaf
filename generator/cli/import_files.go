package cli

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/author/importing"
	"casusboek/generator/output"

	"casusboek/generator/author/skeleton"
	"casusboek/generator/casebook"
	"casusboek/generator/read/parse"
	"casusboek/generator/read/source"
)

// kindOf is the kind of document that is made.
func kindOf(kind casebook.Kind) skeleton.Kind {
	return skeleton.Kinds[slices.IndexFunc(skeleton.Kinds, func(k skeleton.Kind) bool { return k.Of == kind })]
}

// present is what the casebook holds before an import.
type present struct {
	sessions, cases importing.Titles
	ids             map[string]string // of reflections and cases: the file, by kind and id
	highest         int               // number of a file that came out of an import, or is called as one
	marks           []string
	marked          string // a file with a mark
}

var numbered = regexp.MustCompile(`^(?:reflectie|reflection)-(\d{1,7})$`)

// present reads what is there. Files with problems of their own are passed over as far as they cannot be read: check tells of them.
func (in *intake) present() (present, error) {
	p := present{sessions: importing.Titles{}, cases: importing.Titles{}, ids: map[string]string{}}
	files, _, _, err := source.Files(in.s.content.FS())
	if err != nil {
		return p, err
	}
	for _, f := range files {
		if f.Kind != casebook.KindSession && f.Kind != casebook.KindCase && f.Kind != casebook.KindReflection {
			continue
		}
		text, _, err := f.Text()
		if err != nil {
			return p, err
		}
		p.ids[strconv.Itoa(int(f.Kind))+"/"+f.ID] = f.Path
		document, _ := parse.Document(f.Kind, f.ID, f.Path, text)
		switch d := document.(type) {
		case *casebook.Session:
			p.sessions.Add(f.ID, d.Title.V)
		case *casebook.Case:
			p.cases.Add(f.ID, d.Title.V)
		case *casebook.Reflection:
			p.reflection(f, text)
		}
	}
	return p, nil
}

func (p *present) reflection(f source.File, text string) {
	if m := numbered.FindStringSubmatch(f.ID); m != nil {
		n, _ := strconv.Atoi(m[1]) // seven digits at most
		p.highest = max(p.highest, n)
	}
	if mark := importing.MarkIn(text); mark != "" {
		p.marks, p.marked = append(p.marks, mark), f.Path
	}
}

// ledger reads the list of rows that were imported. There is none before the first import; when files say that there was one, it must be there.
func (in *intake) ledger(p present) (importing.Ledger, error) {
	place := filepath.Join(in.folder, "content", importing.LedgerName)
	text, err := in.s.content.ReadFile(importing.LedgerName)
	switch {
	case errors.Is(err, fs.ErrNotExist) && p.marked != "":
		return importing.Ledger{}, errors.New(in.words.T("cli.import.ledger-gone", "file", place, "example", p.marked))
	case errors.Is(err, fs.ErrNotExist):
		fresh := make([]byte, 16)
		if _, err := rand.Read(fresh); err != nil {
			return importing.Ledger{}, err
		}
		return importing.Ledger{Key: hex.EncodeToString(fresh)}, nil
	case err != nil:
		return importing.Ledger{}, err
	}
	l, err := importing.ReadLedger(string(text))
	var wrong importing.LedgerError
	if errors.As(err, &wrong) {
		return l, errors.New(in.words.T("cli.import.ledger-line", "file", place, "line", strconv.Itoa(wrong.Line)))
	}
	known := map[string]bool{}
	for _, mark := range l.Marks {
		known[mark] = true
	}
	for _, mark := range p.marks { // an import that was cut short has files that are not on the list
		if !known[mark] {
			known[mark], l.Marks = true, append(l.Marks, mark)
		}
	}
	return l, err
}

// makeReflections writes a reflection of each new row.
func (in *intake) makeReflections(found importing.Mapping) error {
	if !slices.ContainsFunc(importing.Spoken, found.Has) {
		return in.cannot("lacks-text")
	}
	p, err := in.present()
	if err != nil {
		return err
	}
	o := importing.Options{Words: in.words, Keys: in.keys, Today: in.today, Session: in.session, Sessions: p.sessions, Cases: p.cases}
	if o.Date, err = in.consentDay(); err != nil {
		return err
	}
	if err := in.sessionNamed(p.sessions); err != nil {
		return err
	}
	if o.Ledger, err = in.ledger(p); err != nil {
		return err
	}
	o.Number = max(p.highest, o.Ledger.Last) + 1
	result := importing.Reflections(found, o)
	if len(result.Undated) > 0 && result.Consented == 0 && o.Date.IsZero() { // not a row, but the sheet has no days: files would all have to be mended by hand
		return in.cannot("no-day")
	}
	if len(result.Files) > 0 && !in.dry {
		if err := in.writeReflections(result, o.Ledger); err != nil {
			return err
		}
	}
	in.tell(result, found)
	return nil
}

// writeReflections writes all files or none, and the list last: what is not on it is found by the marks in the files. Only the key has to be there before the first mark.
func (in *intake) writeReflections(result importing.Result, before importing.Ledger) error {
	folder, err := in.s.folderFor(kindOf(casebook.KindReflection), in.keys)
	if err != nil {
		return err
	}
	if _, err := in.s.content.Lstat(importing.LedgerName); errors.Is(err, fs.ErrNotExist) {
		text := importing.Ledger{Key: before.Key}.Text(in.words)
		if err := in.s.files.Create(output.NewFile{Name: importing.LedgerName, Data: []byte(text)}); err != nil {
			return err
		}
	}
	var files []output.NewFile
	for _, f := range result.Files {
		files = append(files, output.NewFile{Name: path.Join(folder, f.Path), Data: []byte(f.Text)})
	}
	if err := in.s.files.Create(files...); err != nil {
		return err
	}
	return in.s.files.Replace(importing.LedgerName, []byte(result.Ledger.Text(in.words)), 0o644)
}

// tell says what became of the rows, by their numbers alone.
func (in *intake) tell(result importing.Result, found importing.Mapping) {
	w := in.words
	say := func(key string, rows []int) {
		if len(rows) > 0 {
			fmt.Fprintln(in.Stdout, w.N("cli.import."+key, len(rows), "rows", in.rows(rows)))
		}
	}
	made, undated := "done", "undated"
	if in.dry {
		made, undated = "would", "undated-dry"
	}
	if n := len(result.Files); n > 0 {
		fmt.Fprintln(in.Stdout, w.N("cli.import."+made, n, "first", result.Files[0].Path, "last", result.Files[n-1].Path))
	} else {
		fmt.Fprintln(in.Stdout, w.T("cli.import.nothing"))
	}
	if result.Before > 0 {
		fmt.Fprintln(in.Stdout, w.N("cli.import.before", result.Before))
	}
	say("unconsented", result.Unconsented)
	if !found.Has("consent") {
		fmt.Fprintln(in.Stdout, w.T("cli.import.no-consent-column"))
	}
	say(undated, result.Undated)
	say("unclear", result.Unclear)
	say("no-session", result.NoSession)
	say("no-case", result.NoCase)
	say("empty", result.Empty)
	if len(result.Files) > 0 && !in.dry {
		fmt.Fprintln(in.Stdout, w.T("cli.import.next", "folder", shown(in.folder)))
	}
}

// mostRows is how many row numbers are told.
const mostRows = 20

func (in *intake) rows(numbers []int) string {
	var all []string
	for _, n := range numbers[:min(len(numbers), mostRows)] {
		all = append(all, strconv.Itoa(n))
	}
	if more := len(numbers) - mostRows; more > 0 {
		all = append(all, in.words.T("cli.import.more", "n", strconv.Itoa(more)))
	}
	return strings.Join(all, ", ")
}

// writeCase writes the file of a case, unless there is one of its name.
func (in *intake) writeCase(id, text string) error {
	p, err := in.present()
	if err != nil {
		return err
	}
	if place, taken := p.ids[strconv.Itoa(int(casebook.KindCase))+"/"+id]; taken {
		return errors.New(in.words.T("cli.import.taken", "file", filepath.Join(in.folder, filepath.FromSlash(place))))
	}
	name := id + ".md"
	if in.dry {
		fmt.Fprintln(in.Stdout, in.words.T("cli.import.case-would", "file", name))
		return nil
	}
	folder, err := in.s.folderFor(kindOf(casebook.KindCase), in.keys)
	if err != nil {
		return err
	}
	place := filepath.Join(in.folder, "content", folder, name)
	if err := in.s.files.Create(output.NewFile{Name: path.Join(folder, name), Data: []byte(text)}); errors.Is(err, fs.ErrExist) {
		return errors.New(in.words.T("cli.import.taken", "file", place))
	} else if err != nil {
		return err
	}
	fmt.Fprintln(in.Stdout, in.words.T("cli.import.case-done", "file", place))
	fmt.Fprintln(in.Stdout, in.words.T("cli.import.next", "folder", shown(in.folder)))
	return nil
}
