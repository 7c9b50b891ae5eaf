// Package completion writes scripts with which a shell completes the command line: commands, their flags, and the words and values that there are to choose from.
//
//	script, ok := cli.completionScript("bash", []cli.shellCommand{{Name: "new", About: "begin a new file", Words: []string{"casus", "case"}}})
//
// The scripts ask the program nothing while somebody types, so completing costs no start of it. What is in no list is completed by the shell itself, as the name of a file or folder.
package cli

import (
	"fmt"
	"strings"
)

// shellCommand is one command, as its help tells of it.
type shellCommand struct {
	Name, About string
	Words       []string // what may follow it at once, such as casus after new
	Flags       []shellFlag
}

// shellFlag is one flag of a command, without its hyphens.
type shellFlag struct {
	Name, About string
	Value       bool     // something stands behind it
	Choices     []string // what, if there is a list of it
}

// shells are those that completionScript knows.
var shells = []string{"bash", "zsh", "fish", "powershell"}

// completionScript gives the script for one of shells; false for any other.
func completionScript(shell string, commands []shellCommand) (string, bool) {
	switch shell {
	case "bash":
		return bash(commands), true
	case "zsh":
		return zsh(commands), true
	case "fish":
		return fish(commands), true
	case "powershell":
		return powershell(commands), true
	}
	return "", false
}

// completionFlags gives the completionFlags of a command as they are typed.
func completionFlags(c shellCommand) []string {
	var all []string
	for _, f := range c.Flags {
		all = append(all, "--"+f.Name)
	}
	return all
}

func completionNames(commands []shellCommand) []string {
	var all []string
	for _, c := range commands {
		all = append(all, c.Name)
	}
	return all
}

func bash(commands []shellCommand) string {
	var b strings.Builder
	b.WriteString(`# casusboek in bash; casusboek help completion says where this goes
_casusboek() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} at=1 words= flags=
    COMPREPLY=()
    while ((at < COMP_CWORD)) && [[ ${COMP_WORDS[at]} == -* ]]; do ((at++)); done
    if ((at == COMP_CWORD)); then
`)
	fmt.Fprintf(&b, "        COMPREPLY=($(compgen -W %s -- \"$cur\"))\n        return\n    fi\n", single(strings.Join(completionNames(commands), " ")))
	b.WriteString("    case ${COMP_WORDS[at]},$prev in\n")
	for _, c := range commands {
		for _, f := range c.Flags {
			if !f.Value {
				continue
			}
			what := "return" // the shell completes a file or folder
			if len(f.Choices) > 0 {
				what = fmt.Sprintf("COMPREPLY=($(compgen -W %s -- \"$cur\")); return", single(strings.Join(f.Choices, " ")))
			}
			fmt.Fprintf(&b, "        %s,--%s) %s ;;\n", c.Name, f.Name, what)
		}
	}
	b.WriteString("    esac\n    case ${COMP_WORDS[at]} in\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "        %s) words=%s flags=%s ;;\n", c.Name, single(strings.Join(c.Words, " ")), single(strings.Join(completionFlags(c), " ")))
	}
	b.WriteString(`    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$flags" -- "$cur"))
    elif ((COMP_CWORD == at + 1)); then
        COMPREPLY=($(compgen -W "$words" -- "$cur"))
    fi
}
complete -o default -F _casusboek casusboek
`)
	return b.String()
}

func zsh(commands []shellCommand) string {
	var b strings.Builder
	b.WriteString("#compdef casusboek\n# casusboek in zsh; casusboek help completion says where this goes\n_casusboek() {\n    if (( CURRENT == 2 )); then\n        local -a commands=(\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "            %s\n", single(c.Name+":"+strings.ReplaceAll(c.About, ":", `\:`)))
	}
	b.WriteString("        )\n        _describe -t commands command commands\n        return\n    fi\n    local command=$words[2]\n    shift words\n    (( CURRENT-- ))\n    case $command in\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "        %s)\n            _arguments", c.Name)
		for _, f := range c.Flags {
			spec := "--" + f.Name + "[" + bracketed(f.About) + "]"
			switch {
			case len(f.Choices) > 0:
				spec += ":" + f.Name + ":(" + strings.Join(f.Choices, " ") + ")"
			case f.Value:
				spec += ":" + f.Name + ":_files"
			}
			fmt.Fprintf(&b, " \\\n                %s", single(spec))
		}
		if len(c.Words) > 0 {
			fmt.Fprintf(&b, " \\\n                %s", single("1:"+c.Name+":("+strings.Join(c.Words, " ")+")"))
		}
		b.WriteString(" \\\n                '*:file:_files'\n            ;;\n")
	}
	b.WriteString("    esac\n}\nif [ \"$funcstack[1]\" = \"_casusboek\" ]; then\n    _casusboek \"$@\"\nelse\n    compdef _casusboek casusboek\nfi\n")
	return b.String()
}

// bracketed is a text that may stand between brackets in what _arguments of zsh reads.
func bracketed(text string) string {
	return strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`).Replace(text)
}

func fish(commands []shellCommand) string {
	var b strings.Builder
	b.WriteString("# casusboek in fish; casusboek help completion says where this goes\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "complete -c casusboek -n __fish_use_subcommand -f -a %s -d %s\n", c.Name, fishText(c.About))
	}
	for _, c := range commands {
		seen := fishText("__fish_seen_subcommand_from " + c.Name)
		if len(c.Words) > 0 {
			words := strings.Join(c.Words, " ")
			fmt.Fprintf(&b, "complete -c casusboek -n %s -a %s\n", fishText("__fish_seen_subcommand_from "+c.Name+"; and not __fish_seen_subcommand_from "+words), fishText(words))
		}
		for _, f := range c.Flags {
			fmt.Fprintf(&b, "complete -c casusboek -n %s -l %s", seen, f.Name)
			switch {
			case len(f.Choices) > 0:
				fmt.Fprintf(&b, " -x -a %s", fishText(strings.Join(f.Choices, " ")))
			case f.Value:
				b.WriteString(" -r")
			}
			fmt.Fprintf(&b, " -d %s\n", fishText(f.About))
		}
	}
	return b.String()
}

func fishText(text string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, "'", `\'`).Replace(text) + "'"
}

// single quotes a text for bash and zsh.
func single(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }
