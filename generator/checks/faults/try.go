//go:build ignore

// Try puts deliberate faults into a copy of the tree, one at a time, and says whether a test turned red:
//
//	go run generator/checks/faults/try.go [part of a name]
//
// A fault that stays green is a hole in the tests, and the program ends with status 1. What fails without any fault counts for nothing.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

const list = "generator/checks/faults/faults.txt"

type fault struct {
	name, file, old, new, tests string
	before                      string // what the tests say without the fault
}

func main() {
	data, err := os.ReadFile(list)
	check(err)
	wanted := strings.Join(os.Args[1:], " ")
	dir, err := os.MkdirTemp("", "faults")
	check(err)
	defer os.RemoveAll(dir)
	check(os.CopyFS(dir+"/generator", os.DirFS("generator")))
	for _, name := range []string{"content", "templates", "docs"} {
		check(os.CopyFS(filepath.Join(dir, name), os.DirFS(name)))
	}
	for _, pattern := range []string{"*.go", "go.*", "*.md", "Makefile", "LICENSE"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			text, err := os.ReadFile(file)
			check(err)
			check(os.WriteFile(filepath.Join(dir, file), text, 0o644))
		}
	}
	before, said, green, tried := map[string]map[string]bool{}, map[string]string{}, 0, 0
	for _, f := range read(string(data)) {
		if !strings.Contains(f.name, wanted) {
			continue
		}
		if before[f.tests] == nil {
			var output string
			before[f.tests], output = failing(dir, f.tests)
			said[f.tests] = output
		}
		f.before = said[f.tests]
		tried++
		verdict := f.try(dir, before[f.tests])
		if !strings.HasPrefix(verdict, "red") {
			green++
		}
		fmt.Printf("%-62s %s\n", f.name, verdict)
	}
	fmt.Printf("%d faults, %d not red\n", tried, green)
	if green > 0 || tried == 0 {
		os.RemoveAll(dir)
		os.Exit(1)
	}
}

// try applies a fault, runs its tests, takes it back and says what came of it.
func (f fault) try(dir string, before map[string]bool) string {
	path := filepath.Join(dir, "generator", f.file)
	text, err := os.ReadFile(path)
	check(err)
	if n := strings.Count(string(text), f.old); n != 1 {
		return fmt.Sprintf("NOT APPLIED: the old text stands there %d times", n)
	}
	check(os.WriteFile(path, []byte(strings.Replace(string(text), f.old, f.new, 1)), 0o644))
	now, output := failing(dir, f.tests)
	check(os.WriteFile(path, text, 0o644))
	for name := range now {
		if strings.Contains(name, "[build failed]") {
			return "DOES NOT COMPILE\n" + output
		}
	}
	var red []string
	for name := range now {
		if !before[name] && !strings.Contains(name, "/") {
			red = append(red, name)
		}
	}
	if len(red) == 0 && len(now) > 0 && output != f.before {
		return "red (a test that fails anyway says something else)"
	}
	if len(red) == 0 {
		return "GREEN"
	}
	return fmt.Sprintf("red (%d tests)", len(red))
}

var failed = regexp.MustCompile(`(?m)^(?:--- FAIL: (\S+)|FAIL\t\S+ (\[build failed\])|panic: (.*))`)

// timings differ from run to run.
var timings = regexp.MustCompile(`\(cached\)|\(?\d+\.\d+s\)?`)

// failing runs tests and gives the names of those that fail.
func failing(dir, tests string) (map[string]bool, string) {
	args := []string{"test", "-short", "-timeout", "120s"}
	for _, name := range strings.Fields(tests) {
		args = append(args, "./generator/"+name)
	}
	command := exec.Command("go", args...)
	command.Dir = dir
	output, _ := command.CombinedOutput()
	names := map[string]bool{}
	for _, m := range failed.FindAllStringSubmatch(string(output), -1) {
		names[m[1]+m[2]+m[3]] = true
	}
	return names, timings.ReplaceAllString(string(output), "")
}

// read reads the list of faults. In old and new texts \n is a line break.
func read(text string) []fault {
	var all []fault
	lines := strings.NewReplacer(`\n`, "\n")
	for block := range strings.SplitSeq(text, "\n\n") {
		var f fault
		for line := range strings.Lines(block) {
			key, value, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
			switch key {
			case "#":
				f.name = value
			case "file:":
				f.file = value
			case "old:":
				f.old = lines.Replace(value)
			case "new:":
				f.new = lines.Replace(value)
			case "test:":
				f.tests = value
			}
		}
		if f.file != "" {
			all = append(all, f)
		}
	}
	return all
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
