package cli

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"casusboek/generator"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/review"

	"casusboek/generator/lang"
)

// reviewsFile is where seals stand, in content/.
const reviewsFile = "reviews.yaml"

// questions are the keys of what a reviewer is asked, under cli.review.
var questions = []string{"who", "others", "only"}

// reviewer is who reads a case, and until when the judgement holds.
type reviewer struct {
	by, role string
	until    time.Time
}

// reviewCase shows what the guard says of a case, asks a second person the questions that no rule can answer, and seals the case.
func reviewCase(ctx context.Context, e *env, args []string) error {
	set := flags("review")
	by, role, until := set.String("by", "", ""), set.String("role", "", ""), set.String("until", "", "")
	words, folder, err := e.parseWith(set, args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"review"})
	} else if err != nil {
		return err
	}
	if len(words) == 0 {
		return usageError{"review", e.words.T("cli.review.which")}
	}
	who := reviewer{by: strings.TrimSpace(*by), role: strings.TrimSpace(*role)}
	today, _, err := e.today()
	if err != nil {
		return err
	}
	if who.until, err = e.reviewUntil(*until, today); err != nil {
		return err
	}
	s, err := e.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	in, err := e.input(ctx, s, guard.Public, true)
	if err != nil {
		return err
	}
	seen, err := generator.Analyze(ctx, in)
	if err != nil {
		return err
	}
	c, err := e.caseNamed(seen, words[0])
	if err != nil {
		return err
	}
	sum, err := seen.Sum(in, c) // before the questions: who changes the case meanwhile breaks the seal
	if err != nil {
		return err
	}
	if err := e.showCase(seen, c, folder); err != nil {
		return err
	}
	if err := e.ask(seen, c, &who); err != nil {
		return err
	}
	return e.seal(ctx, s, seen, review.SealEntry{
		Case: c.ID, Sum: sum, Rules: review.RulesVersion, By: who.by, Role: who.role,
		Date: today.Format(time.DateOnly), Until: who.until.Format(time.DateOnly),
	})
}

// reviewUntil is the last day on which a judgement holds: a year from today when nothing else is said.
func (e *env) reviewUntil(text string, today time.Time) (time.Time, error) {
	if text == "" {
		return today.AddDate(1, 0, 0), nil
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil || !day.After(today) {
		return day, usageError{"review", e.words.T("cli.allow.until", "value", text, "example", today.AddDate(1, 0, 0).Format(time.DateOnly))}
	}
	return day, nil
}

// caseNamed finds a case by its id, or by its file.
func (e *env) caseNamed(seen generator.Analysis, name string) (*casebook.Case, error) {
	id := strings.TrimSuffix(filepath.Base(filepath.FromSlash(name)), ".md")
	var ids []string
	for _, c := range seen.Book.Cases {
		if c.ID == id {
			return c, nil
		}
		ids = append(ids, c.ID)
	}
	return nil, e.noCase("review", name, ids)
}

// noCase says that there is no case of that name, and which was meant or there is.
func (e *env) noCase(command, name string, ids []string) error {
	if near := lang.Nearest(name, ids); near >= 0 {
		return usageError{command, e.words.T("cli.review.near", "case", name, "near", ids[near])}
	}
	return usageError{command, e.words.T("cli.review.none", "case", name, "cases", strings.Join(ids, ", "))}
}

// showCase shows what the guard says of a case, and refuses to go on while something in it stops a build.
func (e *env) showCase(seen generator.Analysis, c *casebook.Case, folder string) error {
	w := seen.Words
	fmt.Fprintln(e.Stdout, w.T("cli.review.head", "title", seen.Shown(c.Pos.File, c.Title.V), "file", filepath.Join(folder, filepath.FromSlash(seen.Shown(c.Pos.File, c.Pos.File)))))
	found := seen.About(c)
	stops := 0
	for _, p := range found {
		if slices.Contains([]diag.Level{diag.Red, diag.Orange, diag.Blue}, p.Level) || p.Severity() == diag.Error {
			stops++
		}
	}
	for _, p := range seen.Problems {
		if p.Pos.File == c.Pos.File && p.Level == diag.None && p.Severity() == diag.Error && p.Rule != diag.ReviewMissing &&
			!slices.ContainsFunc(found, func(f diag.Problem) bool { return f.Pos == p.Pos && f.Rule == p.Rule }) {
			found = append(found, p)
			stops++
		}
	}
	found.Sort()
	for _, p := range found {
		level := ""
		if p.Level != diag.None {
			level = w.T("report.level."+p.Level.String()) + ": "
		}
		fmt.Fprintf(e.Stdout, "  %d:%d: %s%s [%s]\n", p.Pos.Line, p.Pos.Col, level, p.Message(w), p.Rule)
		if hint := p.Hint(w); hint != "" {
			fmt.Fprintf(e.Stdout, "      %s\n", hint)
		}
	}
	if len(found) == 0 {
		fmt.Fprintln(e.Stdout, "  "+w.T("cli.review.nothing"))
	}
	e.showRisk(seen, c)
	if stops > 0 {
		fmt.Fprintln(e.Stderr, w.N("cli.review.stops", stops))
		return errProblems
	}
	return nil
}

// showRisk says how many people fit the story, and what would make them more.
func (e *env) showRisk(seen generator.Analysis, c *casebook.Case) {
	w := seen.Words
	for _, s := range seen.Stories {
		if s.Case != c || !s.Told {
			continue
		}
		ways := s.Estimate.LeastChanges(s.Limit)
		if s.Enough() {
			ways = nil
		}
		fmt.Fprintln(e.Stdout, "  "+w.T("cli.review.risk", "low", guard.People(s.Estimate.Low), "high", guard.People(s.Estimate.High), "limit", fmt.Sprint(int(s.Limit))))
		for i, way := range ways {
			if i < 3 {
				fmt.Fprintln(e.Stdout, "    "+guard.Advice(s.Estimate, way, w.Lang))
			}
		}
	}
}

// ask puts the questions, and says what to do when one of them is answered with yes.
func (e *env) ask(seen generator.Analysis, c *casebook.Case, who *reviewer) error {
	w := seen.Words
	var lines *bufio.Reader
	if e.Stdin != nil {
		lines = bufio.NewReader(e.Stdin)
	}
	read := func(question string) (string, error) {
		if lines == nil {
			return "", usageError{"review", e.words.T("cli.review.input")}
		}
		fmt.Fprint(e.Stdout, question+" ")
		line, err := lines.ReadString('\n')
		if errors.Is(err, io.EOF) && strings.TrimSpace(line) == "" {
			fmt.Fprintln(e.Stdout)
			return "", usageError{"review", e.words.T("cli.review.input")}
		} else if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		return strings.TrimSpace(line), nil
	}
	fmt.Fprintln(e.Stdout, w.T("cli.review.ask"))
	doubts := 0
	for _, key := range questions {
		yes, err := askYes(read, w.T("cli.review."+key), w.T("cli.review.answers"), w.T("cli.review.again"))
		if err != nil {
			return err
		}
		if yes {
			doubts++
			fmt.Fprintln(e.Stdout, "  "+w.T("cli.review."+key+"-do"))
		}
	}
	if doubts > 0 {
		fmt.Fprintln(e.Stderr, w.T("cli.review.doubt", "case", c.ID))
		return errProblems
	}
	for _, field := range []struct {
		value *string
		key   string
	}{{&who.by, "by"}, {&who.role, "role"}} {
		for *field.value == "" {
			var err error
			if *field.value, err = read(w.T("cli.review." + field.key)); err != nil {
				return err
			}
		}
	}
	return nil
}

// askYes asks until the answer is a yes or a no, of either language.
func askYes(read func(string) (string, error), question, answers, again string) (bool, error) {
	for {
		answer, err := read(question + " (" + answers + ")")
		if err != nil {
			return false, err
		}
		switch strings.ToLower(answer) {
		case "ja", "j", "yes", "y":
			return true, nil
		case "nee", "n", "no":
			return false, nil
		}
		question = again
	}
}

// seal writes the entry, and says what happens next.
func (e *env) seal(ctx context.Context, s *workspace, seen generator.Analysis, sealed review.SealEntry) error {
	if err := e.hold(ctx, s); err != nil {
		return err
	}
	name, text, err := s.readBeside(reviewsFile)
	if err != nil {
		return err
	}
	place := filepath.Join(s.folder, "content", name)
	changed, err := review.AddSeal(strings.ReplaceAll(text, "\r\n", "\n"), sealed, seen.Words.Lang == "en")
	if errors.Is(err, review.ErrShape) {
		return errors.New(e.words.T("cli.review.shape", "file", place))
	} else if err != nil {
		return err
	}
	if strings.Contains(text, "\r\n") {
		changed = strings.ReplaceAll(changed, "\n", "\r\n")
	}
	if err := s.files.Replace(name, []byte(changed), 0o644); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, seen.Words.T("cli.review.done", "case", sealed.Case, "file", place, "until", sealed.Until))
	return nil
}
