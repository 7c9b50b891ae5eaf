package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"casusboek/generator/author/importing"

	"casusboek/generator/author/skeleton"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// importKinds are what a spreadsheet can become.
var importKinds = []string{"reflections", "case", "reflecties", "casus"}

// intake is one run of import.
type intake struct {
	*env
	file    string // the spreadsheet, as it was typed
	folder  string
	sheet   string
	mapping string
	dry     bool
	day     string // of consent
	session string
	title   string
	events  bool // the rows are events of one case

	s     *workspace
	today time.Time
	words *lang.Catalogue
	keys  string // nl or en: the names of fields in this casebook
}

// importSheet makes content files of a spreadsheet.
func importSheet(ctx context.Context, e *env, args []string) error {
	in := &intake{env: e}
	as := oneOf{choices: importKinds}
	set := flags("import")
	set.Var(&as, "as", "")
	set.StringVar(&in.sheet, "sheet", "", "")
	set.StringVar(&in.mapping, "mapping", "", "")
	set.BoolVar(&in.dry, "dry-run", false, "")
	set.StringVar(&in.day, "date", "", "")
	set.StringVar(&in.session, "session", "", "")
	set.StringVar(&in.title, "title", "", "")
	words, folder, err := e.parseWith(set, args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"import"})
	} else if err != nil {
		return err
	}
	in.folder, in.events = folder, as.value == "case" || as.value == "casus"
	switch {
	case len(words) == 0:
		return usageError{"import", e.words.T("cli.import.which")}
	case as.value == "":
		return usageError{"import", e.words.T("cli.import.as")}
	case in.title != "" && !in.events:
		return usageError{"import", e.words.T("cli.import.only", "flag", "--title", "as", "case")}
	case in.events && in.session+in.day != "":
		return usageError{"import", e.words.T("cli.import.only", "flag", map[bool]string{true: "--session", false: "--date"}[in.session != ""], "as", "reflections")}
	}
	in.file = words[0]
	return in.run(ctx)
}

// run opens the casebook and the spreadsheet, and makes of the one what belongs in the other.
func (in *intake) run(ctx context.Context) error {
	var err error
	if in.today, _, err = in.env.today(); err != nil {
		return err
	}
	if in.s, err = in.open(in.folder); err != nil {
		return err
	}
	defer in.s.close()
	if !in.dry {
		if err := in.hold(ctx, in.s); err != nil {
			return err
		}
	}
	in.words = in.siteWords(ctx, in.folder)
	index, err := in.s.content.ReadFile("index.md")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	in.keys = skeleton.Keys(strings.TrimPrefix(string(index), "\uFEFF"), in.words.Lang)
	table, err := in.table()
	if err != nil {
		return err
	}
	fields := importing.ReflectionFields
	if in.events {
		fields = importing.EventFields
	}
	found, err := in.columns(ctx, table, fields)
	if err != nil || found.Columns == nil {
		return err
	}
	if in.events {
		return in.makeCase(found)
	}
	return in.makeReflections(found)
}

// table reads the spreadsheet, and no other file.
func (in *intake) table() (importing.Table, error) {
	file, err := os.Open(in.file)
	if err != nil {
		return importing.Table{}, err
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, importing.MaxFile+1))
	if err != nil {
		return importing.Table{}, err
	}
	table, err := importing.ReadTable(data, importing.TableOptions{Sheet: in.sheet})
	var fault *importing.TableError
	if errors.As(err, &fault) {
		return importing.Table{}, errors.New(in.words.T("cli.import.sheet."+fault.Kind, append([]string{"file", in.file}, fault.Args...)...))
	}
	return table, err
}

// columns says which column is what, from the mapping when there is one. Without an error and without columns there is nothing more to do: a mapping was made, for somebody to look over.
func (in *intake) columns(ctx context.Context, table importing.Table, fields []importing.Field) (importing.Mapping, error) {
	if in.mapping != "" {
		text, err := os.ReadFile(in.mapping)
		if err == nil {
			return in.mapped(table, fields, string(text))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return importing.Mapping{}, err
		}
	}
	found := importing.MatchColumns(table, fields)
	if found.Known() { // else that row may hold answers
		in.show(table, found)
	}
	if in.mapping != "" && !in.dry {
		if err := in.createFile(ctx, in.mapping, importing.WriteMapping(found, fields, in.words)); err != nil {
			return importing.Mapping{}, err
		}
		fmt.Fprintln(in.Stdout, in.words.T("cli.import.mapping-made", "mapping", in.mapping))
		return importing.Mapping{}, nil
	}
	if in.mapping != "" {
		fmt.Fprintln(in.Stdout, in.words.T("cli.import.mapping-not-made", "mapping", in.mapping))
	}
	if !found.Known() {
		return importing.Mapping{}, in.cannot("none", "file", in.file)
	}
	return found, nil
}

// mapped reads a mapping.
func (in *intake) mapped(table importing.Table, fields []importing.Field, text string) (importing.Mapping, error) {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\uFEFF"), "\r\n", "\n")
	if !utf8.ValidString(text) {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	found, problems := importing.ReadMapping(filepath.ToSlash(in.mapping), text, table, fields)
	if len(problems) > 0 {
		problems.Sort()
		if err := diag.Fprint(in.Stderr, problems, in.words, nil); err != nil {
			return importing.Mapping{}, err
		}
	}
	if problems.HasErrors() {
		fmt.Fprintln(in.Stderr, in.words.T("cli.import.mapping-wrong", "mapping", in.mapping))
		return importing.Mapping{}, errProblems
	}
	in.show(table, found)
	fmt.Fprintln(in.Stdout, in.words.T("cli.import.mapping-read", "mapping", in.mapping))
	return found, nil
}

// cannot says why nothing can be imported, for something that the sheet lacks.
func (in *intake) cannot(key string, args ...string) error {
	fmt.Fprintln(in.Stderr, "casusboek: "+in.words.T("cli.import."+key, args...))
	return errProblems
}

// longestHead is how much of a question is shown, in characters.
const longestHead = 60

// show prints which column is what.
func (in *intake) show(table importing.Table, found importing.Mapping) {
	w := in.words
	from := w.T("cli.import.source.csv", "row", strconv.Itoa(found.Header))
	if table.Name != "" {
		from = w.T("cli.import.source.sheet", "sheet", table.Name, "row", strconv.Itoa(found.Header))
	}
	fmt.Fprintln(in.Stdout, from+" "+w.N("cli.import.rows", len(found.Rows)))
	width := 0
	heads := make([]string, len(found.Columns))
	for i, c := range found.Columns {
		if heads[i] = c.Head; utf8.RuneCountInString(c.Head) > longestHead {
			heads[i] = string([]rune(c.Head)[:longestHead-1]) + "…"
		}
		width = max(width, utf8.RuneCountInString(heads[i]))
	}
	for i, c := range found.Columns {
		if c.Head == "" {
			continue
		}
		what := w.T("cli.import.unused")
		switch {
		case c.Field != nil && w.Lang == "en":
			what = c.Field.Names.EN
		case c.Field != nil:
			what = c.Field.Names.NL
		case c.New:
			what = w.T("cli.import.unknown-column", "mapping", in.mapping)
		}
		arrow := map[bool]string{true: "->", false: "- "}[c.Field != nil]
		fmt.Fprintf(in.Stdout, "  %-3s %s%s  %s %s\n", importing.ColumnLetters(c.Index), heads[i], strings.Repeat(" ", width-utf8.RuneCountInString(heads[i])), arrow, what)
	}
}

// consentDay reads --date.
func (in *intake) consentDay() (time.Time, error) {
	if in.day == "" {
		return time.Time{}, nil
	}
	day, err := time.Parse(time.DateOnly, in.day)
	if err != nil || day.After(in.today) {
		return day, usageError{"import", in.env.words.T("cli.import.day")}
	}
	return day, nil
}

// sessionNamed checks --session.
func (in *intake) sessionNamed(titles importing.Titles) error {
	if in.session == "" || titles[in.session] == in.session {
		return nil
	}
	known := slices.Sorted(maps.Keys(titles))
	if i := lang.Nearest(casebook.Slug(in.session), known); i >= 0 {
		return usageError{"import", in.env.words.T("cli.import.session-near", "session", in.session, "near", titles[known[i]])}
	}
	return usageError{"import", in.env.words.T("cli.import.session", "session", in.session)}
}

// makeCase writes one case of a sheet of events.
func (in *intake) makeCase(found importing.Mapping) error {
	var lacks []string
	for _, f := range importing.EventFields {
		if slices.Contains(importing.Wanted, f.ID) && !found.Has(f.ID) {
			lacks = append(lacks, map[bool]string{true: f.Names.EN, false: f.Names.NL}[in.words.Lang == "en"])
		}
	}
	if len(lacks) > 0 {
		return in.cannot("lacks", "fields", strings.Join(lacks, ", "))
	}
	title := strings.TrimSpace(in.title)
	if title == "" {
		base := filepath.Base(in.file)
		title = strings.TrimSpace(strings.ReplaceAll(strings.TrimSuffix(base, filepath.Ext(base)), "_", " "))
	}
	id := skeleton.FileName(title)
	if id == "" {
		return usageError{"import", in.env.words.T("cli.import.name", "title", title)}
	}
	text := importing.Case(found, title, importing.Options{Words: in.words, Keys: in.keys, Today: in.today})
	return in.writeCase(id, text)
}
