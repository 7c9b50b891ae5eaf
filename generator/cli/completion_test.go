package cli

import (
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func terminal(t *testing.T, language string) *env {
	t.Helper()
	words, err := terminalWords(func(string) string { return language })
	if err != nil {
		t.Fatal(err)
	}
	return &env{words: words}
}

// TestHelpTellsOfEveryCommandAndFlag holds help, and with it what completion shows, against the flags as they are defined.
func TestHelpTellsOfEveryCommandAndFlag(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		e := terminal(t, language)
		for _, c := range e.described() {
			if c.About == "" || strings.Contains(c.About, "casusboek "+c.Name) {
				t.Errorf("%s: casusboek help says %q of %s", language, c.About, c.Name)
			}
			text := e.words.T("cli.help." + c.Name)
			if c.Name != "version" && c.Name != "help" && c.Name != "completion" && !strings.Contains(text, map[string]string{"nl": "Voorbeeld", "en": "Example"}[language]) {
				t.Errorf("%s: casusboek help %s has no example", language, c.Name)
			}
			for _, f := range c.Flags {
				if f.About == "" || !strings.Contains(text, "--"+f.Name) {
					t.Errorf("%s: casusboek help %s does not tell of --%s", language, c.Name, f.Name)
				}
			}
			for line := range strings.Lines(text) {
				name, ok := strings.CutPrefix(strings.TrimSpace(line), "--")
				name, _, _ = strings.Cut(name, " ")
				if ok && !slices.ContainsFunc(c.Flags, func(f shellFlag) bool { return f.Name == name }) {
					t.Errorf("%s: casusboek help %s tells of --%s, which is not there", language, c.Name, name)
				}
			}
		}
	}
}

func TestACommandTellsItsFlagsWithoutRunning(t *testing.T) {
	e := terminal(t, "nl")
	for _, c := range commands() {
		if c.name != "build" {
			continue
		}
		var names []string
		for _, f := range e.flagsOf(c) {
			names = append(names, f.Name)
		}
		if strings.Join(names, " ") != "adopt drafts edition out" {
			t.Errorf("build has %v", names)
		}
	}
}

// TestScriptsComplete sources each script in its shell, where that is installed, and asks what it would complete.
func TestScriptsComplete(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		shell, ask string
		typed      []string
		want, not  string
	}{
		{"bash", bashAsk, []string{""}, "build", "--out"},
		{"bash", bashAsk, []string{"ne"}, "new", "build"},
		{"bash", bashAsk, []string{"new", ""}, "reflectie", "build"},
		{"bash", bashAsk, []string{"new", "casus", ""}, "", "reflectie"},
		{"bash", bashAsk, []string{"build", "--"}, "--edition", "--json"},
		{"bash", bashAsk, []string{"build", "--edition", ""}, "facilitator", "--out"},
		{"bash", bashAsk, []string{"completion", "p"}, "powershell", "bash"},
		{"fish", fishAsk, []string{""}, "build\tmaak de site", "--out"},
		{"fish", fishAsk, []string{"new", ""}, "organisatie", "build\t"},
		{"fish", fishAsk, []string{"fmt", "--"}, "--check\tverander niets", "--json"},
		{"fish", fishAsk, []string{"build", "--edition", ""}, "facilitator", "--out"},
	} {
		path, err := exec.LookPath(c.shell)
		if err != nil {
			t.Logf("%s is not installed", c.shell)
			continue
		}
		script, _ := completionScript(c.shell, terminal(t, "nl").described())
		file := filepath.Join(dir, c.shell)
		put(t, file, script)
		out, err := exec.Command(path, append([]string{"-c", c.ask, file}, c.typed...)...).CombinedOutput()
		if err != nil {
			t.Fatalf("%s %q: %v: %s", c.shell, c.typed, err, out)
		}
		if !strings.Contains(string(out), c.want) || strings.Contains(string(out), c.not) {
			t.Errorf("%s completes %q to %s, want %q and not %q", c.shell, c.typed, out, c.want, c.not)
		}
	}
}

// What asks a shell for what it would complete: $0 is the script, the rest is what was typed.
const (
	bashAsk = `source "$0" && COMP_WORDS=(casusboek "$@") && COMP_CWORD=$# && _casusboek && printf '%s\n' "${COMPREPLY[@]}"`
	fishAsk = `source $argv[1]; complete -C (string join -- ' ' casusboek $argv[2..-1])`
)

// TestScriptsAreRead has each shell that is installed read its script without running it.
func TestScriptsAreRead(t *testing.T) {
	dir := t.TempDir()
	for _, shell := range []string{"bash", "zsh", "fish"} {
		path, err := exec.LookPath(shell)
		if err != nil {
			t.Logf("%s is not installed", shell)
			continue
		}
		for _, language := range []string{"nl", "en"} {
			script, _ := completionScript(shell, terminal(t, language).described())
			file := filepath.Join(dir, shell)
			put(t, file, script)
			if out, err := exec.Command(path, "-n", file).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%s: %v: %s", shell, err, out)
			}
		}
	}
}

// TestZshCompletes gives zsh a terminal of its own to complete in. It types when the line editor says that it has begun: before that the terminal itself takes keys.
func TestZshCompletes(t *testing.T) {
	path, err := exec.LookPath("zsh")
	if err != nil {
		t.Skip("zsh is not installed")
	}
	dir := t.TempDir()
	script, _ := completionScript("zsh", terminal(t, "nl").described())
	put(t, filepath.Join(dir, "_casusboek"), script)
	typed := []string{"casusboek ne", "casusboek build --edition fac", "casusboek schema privac", "casusboek fmt --che"}
	out, err := exec.Command(path, append([]string{"-fc", zshAsk, dir}, typed...)...).CombinedOutput()
	if err != nil {
		t.Fatal(err, string(out))
	}
	parts := strings.Split(string(out), "NEXT\n")
	for i, want := range []string{"casusboek new", "facilitator", "casusboek schema privacy", "--check"} {
		if i >= len(parts) || !strings.Contains(parts[i], want) {
			t.Errorf("%q becomes %q", typed[i], out)
		}
	}
}

const zshAsk = `
zmodload zsh/zpty || exit 1
zpty z zsh -fi
zpty -w z "PS1=; fpath=($0 \$fpath); autoload -Uz compinit; compinit -u -D; setopt nobeep; zle-line-init() { print READY-\$((1+1)) }; zle -N zle-line-init"
for typed in "$@"; do
    zpty -r -m z out '*READY-2*' || exit 2
    zpty -w -n z "$typed"$'\t'$'\x15'"print DONE-\$((1+1))"$'\n'
    zpty -r -m z out '*DONE-2*' || exit 3
    print -r -- "$out"
    print NEXT
done
`

// TestPowerShellScriptIsBalanced is all that can be held without PowerShell: quotation marks and braces come in pairs.
func TestPowerShellScriptIsBalanced(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		script, _ := completionScript("powershell", terminal(t, language).described())
		depth, quoted := 0, false
		for _, r := range script {
			switch {
			case r == '\'':
				quoted = !quoted
			case quoted:
			case r == '{' || r == '(' || r == '[':
				depth++
			case r == '}' || r == ')' || r == ']':
				depth--
			}
			if depth < 0 || quoted && r == '\n' {
				t.Fatalf("%s: out of balance before %q", language, script[:40])
			}
		}
		if depth != 0 || quoted {
			t.Errorf("%s: depth %d, within quotes %v", language, depth, quoted)
		}
	}
}
