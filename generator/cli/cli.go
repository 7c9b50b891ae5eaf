// Package cli is the command line: commands, flags, exit codes and what the terminal shows. It is the only place that knows
// about the working folder, the environment and the clock.
//
//	casusboek init folder [--taal language]
//	casusboek new kind title [folder]
//	casusboek build [flags] [folder]
//	casusboek check [--json] [folder]
//	casusboek serve [flags] [folder]
//	casusboek explain word --as kind [folder]
//	casusboek allow file:line --rule rule --reason text --until date [folder]
//	casusboek register lock|index [folder]
//	casusboek review case [--by initials] [--role role] [--until date] [folder]
//	casusboek pdf [flags] [folder]
//	casusboek zip [flags] [folder]
//	casusboek epub [--session id] [flags] [folder]
//	casusboek scorm case [--out file] [folder]
//	casusboek withdraw reflection [--yes] [folder]
//	casusboek import file --as reflections|case [flags] [folder]
//	casusboek fmt [--keys language] [--check] [file or folder...]
//	casusboek schema kind | --out folder
//	casusboek completion shell
//	casusboek version
//	casusboek help [command]
//
// Exit codes: 0 done; 1 problems in the content; 2 a wrong command line; 3 something could not be read, written or run.
package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/inconshreveable/mousetrap"
	"golang.org/x/term"

	"casusboek/generator/lang"

	"casusboek/templates"
)

// The exit codes.
const (
	exitDone = iota
	exitProblems
	exitUsage
	exitFailed
)

// Env is the world as the commands see it, so that a test can give another one.
type Env struct {
	Stdin          io.Reader // answers to questions, a line each
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Now            func() time.Time
	Terminal       bool                                  // Stderr is a terminal: progress may be shown
	Clicked        bool                                  // the program was opened from a window, not from a terminal
	Password       func(question string) (string, error) // asks without showing the answer; nil when nobody is there to ask
}

// Main runs the command line of this process and gives its exit code.
func Main() int {
	restore := func() {}
	if state, err := term.GetState(int(os.Stdin.Fd())); err == nil {
		restore = func() { _ = term.Restore(int(os.Stdin.Fd()), state) } // a question for a password leaves it without echo
	}
	ctx, stop := interruptible(grace, func() {
		restore()
		if words, err := terminalWords(os.Getenv); err == nil {
			fmt.Fprintln(os.Stderr, "casusboek: "+words.T("cli.ended"))
		}
		os.Exit(exitFailed)
	})
	defer stop()
	world := Env{
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Getenv: os.Getenv, Now: time.Now,
		Terminal: term.IsTerminal(int(os.Stderr.Fd())),
		Clicked:  mousetrap.StartedByExplorer(),
	}
	if term.IsTerminal(int(os.Stdin.Fd())) {
		world.Password = askPassword
	}
	return Run(ctx, os.Args[1:], world)
}

// askPassword reads a line from the terminal without showing it.
func askPassword(question string) (string, error) {
	fmt.Fprint(os.Stderr, question+" ")
	answer, err := term.ReadPassword(int(os.Stdin.Fd()))
	fmt.Fprintln(os.Stderr)
	return string(answer), err
}

// command is one word of the command line.
type command struct {
	name string
	run  func(ctx context.Context, e *env, args []string) error
}

func commands() []command {
	return []command{
		{"init", begin},
		{"new", newDocument},
		{"build", build},
		{"check", check},
		{"serve", preview},
		{"pdf", makePDF},
		{"zip", zipSite},
		{"epub", makeEPUB},
		{"scorm", makeSCORM},
		{"explain", explainWord},
		{"allow", allowFinding},
		{"register", registerCommand},
		{"review", reviewCase},
		{"withdraw", withdraw},
		{"import", importSheet},
		{"fmt", formatFiles},
		{"schema", writeSchema},
		{"completion", complete},
		{"version", version},
		{"help", help},
	}
}

// env is Env with the words of the terminal.
type env struct {
	Env
	words *lang.Catalogue
	probe func(*flag.FlagSet) // only tells which flags a command has; nil when it is to run
}

// usageError is a wrong command line: exit code 2. Its text is ready to show.
type usageError struct{ command, text string }

func (e usageError) Error() string { return e.text }

// errProblems says that the content has problems, which have been shown: exit code 1.
var errProblems = errors.New("problems in the content")

// Run carries out one command line and gives the exit code.
func Run(ctx context.Context, args []string, outer Env) int {
	words, err := terminalWords(outer.Getenv)
	if err != nil {
		fmt.Fprintln(outer.Stderr, err)
		return exitFailed
	}
	printed := &stdoutWriter{Writer: outer.Stdout}
	outer.Stdout = printed
	e := &env{Env: outer, words: words}
	err = e.dispatch(ctx, args)
	var usage usageError
	if printed.failed != nil && (err == nil || errors.Is(err, errProblems)) {
		err = printed.failed
	}
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errProblems):
		return exitProblems
	case errors.Is(err, errClicked):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintln(e.Stderr, "casusboek: "+usage.text)
		fmt.Fprintln(e.Stderr, e.words.T("cli.see-help", "command", strings.TrimSpace("casusboek help "+usage.command)))
		return exitUsage
	default:
		fmt.Fprintln(e.Stderr, "casusboek: "+e.explain(err))
		return exitFailed
	}
}

func (e *env) dispatch(ctx context.Context, args []string) error {
	switch {
	case len(args) == 0 && e.Clicked:
		return e.clicked(ctx)
	case len(args) == 0:
		return help(ctx, e, nil)
	}
	name := args[0]
	switch name {
	case "-h", "--help":
		name = "help"
	case "-v", "--version":
		name = "version"
	}
	for _, c := range commands() {
		if c.name == name {
			return c.run(ctx, e, args[1:])
		}
	}
	return e.unknown(args[0])
}

// badFlag words an error of package flag, which tells its kinds apart by their texts alone.
func (e *env) badFlag(set *flag.FlagSet, err error) string {
	said := err.Error()
	name := said[strings.LastIndexAny(said, " -")+1:]
	var known []string
	set.VisitAll(func(f *flag.Flag) { known = append(known, f.Name) })
	near := lang.Nearest(name, known)
	switch {
	case strings.HasPrefix(said, "flag needs an argument"):
		return e.words.T("cli.flag.empty", "flag", "--"+name)
	case strings.HasPrefix(said, "flag provided but not defined") && near >= 0:
		return e.words.T("cli.flag.near", "flag", "--"+name, "near", "--"+known[near])
	case strings.HasPrefix(said, "flag provided but not defined"):
		return e.words.T("cli.flag.unknown", "flag", "--"+name)
	}
	if strings.HasPrefix(said, "invalid boolean") {
		name = said[strings.LastIndex(said, " -")+2:]
		return e.words.T("cli.flag.bare", "flag", "--"+name[:strings.IndexByte(name, ':')])
	}
	if m := badValue.FindStringSubmatch(said); m != nil {
		return e.words.T("cli.flag.value", "value", m[1], "flag", "--"+m[2], "choices", m[3])
	}
	return e.words.T("cli.flag.unknown", "flag", said)
}

var badValue = regexp.MustCompile(`^invalid value "(.*)" for flag -([a-z]+): (.*)$`)

// unknown words a command that is none: a slip in one, or a folder whose command was forgotten.
func (e *env) unknown(name string) error {
	var known []string
	for _, c := range commands() {
		known = append(known, c.name)
	}
	key, near := "cli.unknown-command", ""
	if info, err := os.Stat(filepath.Join(name, "content")); err == nil && info.IsDir() {
		key, near = "cli.near-command", "build "+name
	} else if i := lang.Nearest(name, known); i >= 0 {
		key, near = "cli.near-command", known[i]
	}
	return usageError{text: e.words.T(key, "command", name, "near", "casusboek "+near)}
}

// terminalWords chooses the language of the terminal before a site is known: English when the environment asks for it, Dutch
// otherwise. Problems and summaries follow the site's language.
func terminalWords(getenv func(string) string) (*lang.Catalogue, error) {
	code := "nl"
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			if strings.HasPrefix(value, "en") {
				code = "en"
			}
			break
		}
	}
	data, err := templates.Files.ReadFile(code + ".yaml")
	if err != nil {
		return nil, err
	}
	return lang.Load(code, data)
}

// flags makes a flag set that stays silent: Run words its errors.
func flags(name string) *flag.FlagSet {
	set := flag.NewFlagSet(name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	return set
}

// parse reads flags and the folder, in any order; the folder defaults to the current one.
func (e *env) parse(set *flag.FlagSet, args []string) (folder string, err error) {
	_, folder, err = e.parseWith(set, args, 0)
	return folder, err
}

// parseWith is parse for a command that wants n words before the folder. Fewer words are given as they are.
func (e *env) parseWith(set *flag.FlagSet, args []string, n int) (words []string, folder string, err error) {
	if e.probe != nil {
		e.probe(set)
		return nil, "", errProbed
	}
	var rest []string
	for {
		if err := set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return nil, "", err
			}
			return nil, "", usageError{set.Name(), e.badFlag(set, err)}
		}
		if set.NArg() == 0 {
			break
		}
		rest = append(rest, set.Arg(0))
		args = set.Args()[1:]
	}
	switch {
	case len(rest) <= n:
		return rest, ".", nil
	case len(rest) == n+1:
		return rest[:n], rest[n], nil
	}
	return nil, "", usageError{set.Name(), e.words.T("cli.one-folder")}
}
