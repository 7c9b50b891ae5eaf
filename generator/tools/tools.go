// Tools holds the programs that developers and maintainers run, one subcommand each:
//
//	go run ./generator/tools release --out dist     # "make release": what people download
//	go run ./generator/tools bench -sizes 100,1000  # "make bench": speed and memory, in a table
//	go run ./generator/tools screenshots            # "make screenshot": the pictures in the manual
//	go run ./generator/tools lexicon -nl DIR -en DIR -out generator/guard/rules
//
// None of this is part of the program that users run. What a subcommand does and which flags it has
// stands at the top of its file.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// tools lists the subcommands. Each reads its own flags from os.Args[1:] and ends the process with a
// non-zero status when it fails.
var tools = []struct {
	name string
	run  func()
}{
	{"bench", benchMain},
	{"lexicon", lexiconMain},
	{"release", releaseMain},
	{"screenshots", screenshotsMain},
}

func main() {
	if len(os.Args) > 1 {
		for _, t := range tools {
			if t.name == os.Args[1] {
				os.Args = slices.Delete(os.Args, 1, 2)
				t.run()
				return
			}
		}
	}
	var names []string
	for _, t := range tools {
		names = append(names, t.name)
	}
	fmt.Fprintln(os.Stderr, "usage: go run ./generator/tools", strings.Join(names, "|"), "[flags]")
	os.Exit(2)
}
