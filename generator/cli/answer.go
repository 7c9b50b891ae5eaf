package cli

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/review"
)

// answersFile is where answers to the guard stand, in content/.
const answersFile = "privacy.yaml"

// explainWord tells the guard once what a word is.
func explainWord(ctx context.Context, e *env, args []string) error {
	set := flags("explain")
	as := set.String("as", "", "")
	words, folder, err := e.parseWith(set, args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"explain"})
	} else if err != nil {
		return err
	}
	if len(words) == 0 || strings.TrimSpace(words[0]) == "" {
		return usageError{"explain", e.words.T("cli.explain.word")}
	}
	if !utf8.ValidString(words[0]) || strings.ContainsFunc(words[0], diag.Unpublishable) {
		return usageError{"explain", e.words.T("cli.explain.characters")}
	}
	kind := slices.IndexFunc(review.Categories, func(k review.Category) bool { return strings.EqualFold(*as, k.NL) || strings.EqualFold(*as, k.EN) })
	if kind < 0 {
		var names []string
		for _, k := range review.Categories {
			names = append(names, e.inTerminal(k))
		}
		return usageError{"explain", e.words.T("cli.explain.as", "value", *as, "choices", strings.Join(names, ", "))}
	}
	word := strings.Join(strings.Fields(words[0]), " ")
	before, after, err := e.answer(ctx, folder, func(text string, seen generator.Analysis) (string, error) {
		return review.Explain(text, word, review.Categories[kind], seen.Words.Lang == "en")
	})
	if err != nil {
		return err
	}
	w := before.Words
	place := filepath.Join(folder, "content", answersFile)
	if text := len(before.Open) - len(after.Open); text > 0 {
		fmt.Fprintln(e.Stdout, w.N("cli.explain.done", text, "word", word, "file", place))
	} else {
		fmt.Fprintln(e.Stdout, w.T("cli.explain.nothing", "word", word, "file", place))
	}
	e.next(after)
	return nil
}

// inTerminal chooses a name by the language of the terminal.
func (e *env) inTerminal(k review.Category) string {
	if e.words.Lang == "en" {
		return k.EN
	}
	return k.NL
}

// permission is what the command line of allow says.
type permission struct {
	file         string
	line, col    int32 // 0: any
	rule         diag.Rule
	reason       string
	until, today time.Time
}

// allowFinding lets a finding stand, for a reason and until a day.
func allowFinding(ctx context.Context, e *env, args []string) error {
	set := flags("allow")
	rule, reason, until := set.String("rule", "", ""), set.String("reason", "", ""), set.String("until", "", "")
	words, folder, err := e.parseWith(set, args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"allow"})
	} else if err != nil {
		return err
	}
	if len(words) == 0 {
		return usageError{"allow", e.words.T("cli.allow.place")}
	}
	p := permission{rule: diag.Rule(*rule), reason: strings.Join(strings.Fields(*reason), " ")}
	if p.today, _, err = e.today(); err != nil {
		return err
	}
	p.file, p.line, p.col = placeOf(words[0], folder)
	if err := e.permit(&p, *until); err != nil {
		return err
	}
	var found []guard.Unanswered
	before, after, err := e.answer(ctx, folder, func(text string, seen generator.Analysis) (string, error) {
		var err error
		if found, err = e.findingsAt(p, seen); err != nil {
			return "", err
		}
		return p.write(text, found, seen)
	})
	if err != nil {
		return err
	}
	for _, f := range found {
		fmt.Fprintln(e.Stdout, before.Words.T("cli.allow.done", "masked", masked(f), "rule", string(f.Rule), "document", f.Pos.File,
			"until", p.until.Format(time.DateOnly), "file", filepath.Join(folder, "content", answersFile)))
	}
	e.next(after)
	return nil
}

// permit holds what was typed against what may be allowed at all.
func (e *env) permit(p *permission, until string) error {
	wrong := func(key string, args ...string) error { return usageError{"allow", e.words.T(key, args...)} }
	switch review.VerdictFor(p.rule) {
	case review.Unknown:
		return wrong("cli.allow.rule", "rule", string(p.rule))
	case review.Never:
		return wrong("cli.allow.never", "rule", string(p.rule))
	case review.ByWord:
		return wrong("cli.allow.word")
	}
	if n := utf8.RuneCountInString(p.reason); n < review.ShortestReason {
		return wrong("cli.allow.reason", "n", strconv.Itoa(n), "min", strconv.Itoa(review.ShortestReason))
	}
	date, err := time.Parse(time.DateOnly, until)
	if err != nil || date.Before(p.today) {
		return wrong("cli.allow.until", "value", until, "example", p.today.AddDate(1, 0, 0).Format(time.DateOnly))
	}
	p.until = date
	return nil
}

// placeOf reads file:line or file:line:column, as messages have it; the file may be named from the site's folder or from where we are.
func placeOf(text, folder string) (file string, line, col int32) {
	var numbers []int32
	file = text
	for range 2 {
		i := strings.LastIndexByte(file, ':')
		n, err := strconv.ParseInt(file[i+1:], 10, 32)
		if i < 0 || err != nil {
			break
		}
		numbers = append(numbers, int32(n))
		file = file[:i]
	}
	slices.Reverse(numbers)
	numbers = append(numbers, 0, 0)
	if rel, err := filepath.Rel(folder, file); err == nil && folder != "." && !strings.HasPrefix(rel, "..") {
		file = rel
	}
	return filepath.ToSlash(filepath.Clean(file)), numbers[0], numbers[1]
}

// findingsAt gives the findings of a rule at a place, one of each value.
func (e *env) findingsAt(p permission, seen generator.Analysis) ([]guard.Unanswered, error) {
	var found []guard.Unanswered
	var others []string
	values := map[string]bool{}
	for _, o := range seen.Open {
		if o.Document != p.file && o.Pos.File != p.file || o.Pos.Line != p.line || p.col > 0 && o.Pos.Col != p.col {
			continue
		}
		if o.Rule != p.rule {
			others = append(others, string(o.Rule))
			continue
		}
		if !values[o.Value] {
			values[o.Value] = true
			found = append(found, o)
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	slices.Sort(others)
	place := p.file
	if p.line > 0 {
		place += ":" + strconv.Itoa(int(p.line))
	}
	if others = slices.Compact(others); len(others) > 0 {
		return nil, usageError{"allow", e.words.T("cli.allow.others", "rule", string(p.rule), "place", place, "others", strings.Join(others, ", "))}
	}
	return nil, usageError{"allow", e.words.T("cli.allow.none", "rule", string(p.rule), "place", place)}
}

// write puts an entry for each finding into the text of privacy.yaml.
func (p permission) write(text string, found []guard.Unanswered, seen generator.Analysis) (string, error) {
	key := seen.Answers.Key.V
	if key == "" {
		fresh := make([]byte, 16)
		if _, err := rand.Read(fresh); err != nil {
			return "", err
		}
		key = hex.EncodeToString(fresh)
	}
	for _, f := range found {
		var err error
		text, err = review.Allow(text, review.AllowEntry{
			Rule: string(f.Rule), Document: f.Document, Mark: review.Fingerprint(key, f.Rule, f.Document, f.Value),
			Reason: p.reason, Until: p.until.Format(time.DateOnly),
		}, key, seen.Words.Lang == "en")
		if err != nil {
			return "", err
		}
	}
	return text, nil
}

// masked is what may be shown of a finding.
func masked(o guard.Unanswered) string {
	for _, a := range o.Args {
		if a.Name == "masked" {
			return a.Value
		}
	}
	return ""
}

// answer changes privacy.yaml, and gives what the guard sees before and after. A file with errors is not touched: they are shown.
func (e *env) answer(ctx context.Context, folder string, change func(text string, seen generator.Analysis) (string, error)) (before, after generator.Analysis, err error) {
	s, err := e.open(folder)
	if err != nil {
		return before, after, err
	}
	defer s.close()
	if err := e.hold(ctx, s); err != nil {
		return before, after, err
	}
	in, err := e.input(ctx, s, guard.Public, false)
	if err != nil {
		return before, after, err
	}
	if before, err = generator.Analyze(ctx, in); err != nil {
		return before, after, err
	}
	before.Problems = slices.DeleteFunc(before.Problems, func(p diag.Problem) bool {
		return !strings.EqualFold(p.Pos.File, "content/"+answersFile) || p.Severity() != diag.Error
	})
	if err := e.report(e.Stderr, folder, before.Result, false); err != nil {
		return before, after, err
	}
	name, text, err := s.readBeside(answersFile)
	if err != nil {
		return before, after, err
	}
	changed, err := change(strings.ReplaceAll(text, "\r\n", "\n"), before)
	if err != nil {
		return before, after, err
	}
	if strings.Contains(text, "\r\n") {
		changed = strings.ReplaceAll(changed, "\n", "\r\n")
	}
	if changed != text {
		if err := s.files.Replace(name, []byte(changed), 0o644); err != nil {
			return before, after, err
		}
	}
	after, err = generator.Analyze(ctx, in)
	return before, after, err
}

// next says what to do now.
func (e *env) next(after generator.Analysis) {
	stops := 0
	for _, o := range after.Open {
		if o.Severity() == diag.Error {
			stops++
		}
	}
	if stops > 0 {
		fmt.Fprintln(e.Stdout, after.Words.N("cli.answer.left", stops))
	} else {
		fmt.Fprintln(e.Stdout, after.Words.T("cli.answer.clear"))
	}
}

// readBeside gives the name and the text of a file of the guard's, which need not be there.
func (s *workspace) readBeside(file string) (name, text string, err error) {
	entries, err := fs.ReadDir(s.content.FS(), ".")
	if err != nil {
		return "", "", err
	}
	name = file
	for _, entry := range entries {
		if strings.EqualFold(entry.Name(), file) {
			name = entry.Name()
		}
	}
	data, err := s.content.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return name, "", nil
	}
	return name, strings.TrimPrefix(string(data), "\uFEFF"), err
}
