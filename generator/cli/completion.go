package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// complete prints a script with which a shell completes the command line.
func complete(ctx context.Context, e *env, args []string) error {
	words, _, err := e.parseWith(flags("completion"), args, len(args))
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"completion"})
	} else if err != nil {
		return err
	}
	if len(words) == 1 {
		if script, ok := completionScript(words[0], e.described()); ok {
			_, err := io.WriteString(e.Stdout, script)
			return err
		}
	}
	return usageError{"completion", e.words.T("cli.completion.which", "choices", strings.Join(shells, ", "))}
}

// nouns are the words that may follow a command at once.
func nouns(command string) []string {
	switch command {
	case "new":
		return kindWords()
	case "schema":
		return schemaWords()
	case "register":
		return []string{"lock", "index"}
	case "completion":
		return shells
	case "help":
		var all []string
		for _, c := range commands() {
			all = append(all, c.name)
		}
		return all
	}
	return nil
}

// described gives all commands with their flags, as they are defined, and what help tells of them.
func (e *env) described() []shellCommand {
	var all []shellCommand
	for _, c := range commands() {
		described := shellCommand{Name: c.name, About: e.about(c.name), Words: nouns(c.name)}
		for _, f := range e.flagsOf(c) {
			_, bare := f.Value.(interface{ IsBoolFlag() bool })
			described.Flags = append(described.Flags, shellFlag{Name: f.Name, About: e.aboutFlag(c.name, f.Name), Value: !bare, Choices: choicesOf(f)})
		}
		all = append(all, described)
	}
	return all
}

func choicesOf(f *flag.Flag) []string {
	if list, ok := f.Value.(interface{ Choices() []string }); ok {
		return list.Choices()
	}
	return nil
}

// errProbed ends a command that was only asked for its flags.
var errProbed = errors.New("flags were asked")

// flagsOf asks a command which flags it has: it is run up to where it reads its command line.
func (e *env) flagsOf(c command) []*flag.Flag {
	var found []*flag.Flag
	probe := &env{words: e.words, probe: func(set *flag.FlagSet) {
		set.VisitAll(func(f *flag.Flag) { found = append(found, f) })
	}}
	probe.Env = Env{Stdout: io.Discard, Stderr: io.Discard, Getenv: func(string) string { return "" }}
	if c.name == "help" || c.name == "version" {
		return nil
	}
	if err := c.run(context.Background(), probe, nil); err != nil && !errors.Is(err, errProbed) {
		panic(fmt.Sprintf("%s does something before it reads its flags: %v", c.name, err)) // a test asks all commands
	}
	return found
}

var gap = regexp.MustCompile(` {2,}`)

// about is what the list of help says of a command.
func (e *env) about(name string) string {
	text := e.words.T("cli.help.all")
	for line := range strings.Lines(text) {
		typed := strings.TrimSpace(line)
		rest, ok := strings.CutPrefix(typed, "casusboek "+name+" ")
		if !ok {
			continue
		}
		if at := e.aboutColumn(); at < len([]rune(line)) {
			return strings.TrimSpace(string([]rune(line)[at:]))
		}
		return rest
	}
	return ""
}

// aboutColumn is where in the list of help the explanations begin: where that of version does, which is short.
func (e *env) aboutColumn() int {
	for line := range strings.Lines(e.words.T("cli.help.all")) {
		if strings.HasPrefix(strings.TrimSpace(line), "casusboek version") {
			trimmed := strings.TrimSpace(line)
			at := gap.FindStringIndex(trimmed)
			if at != nil {
				return strings.Index(line, trimmed) + at[1]
			}
		}
	}
	return 0
}

// aboutFlag is what the help of a command says of a flag.
func (e *env) aboutFlag(command, name string) string {
	about, on := "", false
	for line := range strings.Lines(e.words.T("cli.help." + command)) {
		trimmed := strings.TrimSpace(line)
		parts := gap.Split(trimmed, 2)
		switch {
		case strings.HasPrefix(trimmed, "--"):
			word, _, _ := strings.Cut(parts[0], " ")
			if on = word == "--"+name; on && len(parts) == 2 {
				about = parts[1]
			}
		case on && trimmed != "" && strings.HasPrefix(line, "            "):
			about += " " + trimmed
		default:
			on = false
		}
	}
	return about
}
