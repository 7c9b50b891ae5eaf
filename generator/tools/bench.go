// Speed measures the real program on casebooks of several sizes and prints a table: how long a full build takes, one with nothing changed and one with one file changed,
// what an author waits for in the preview, and how much memory it takes; beside that the floor, which is the time to read the
// same sources, render their Markdown and write as many files of the same sizes, with the same number of workers and nothing else.
//
//	make bench
//	go run ./generator/tools bench -sizes 100,1000 -runs 3
//
// Each measurement is a process of its own, in a new folder each time: on ext4 creating files is five to ten times slower for a minute after a
// large tree was deleted, so nothing is deleted before the end. Of several runs the fastest counts, since whatever else a
// machine does only makes it slower.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func benchMain() {
	sizes := flag.String("sizes", "100,1000,10000", "numbers of cases")
	runs := flag.Int("runs", 1, "how often each build is measured; the fastest counts")
	processors := flag.Int("processors", 2, "GOMAXPROCS of all that is measured")
	part := flag.String("part", "", "for the program itself: floor or edit")
	flag.Parse()
	var err error
	switch *part {
	case "floor":
		err = floor(flag.Arg(0), flag.Arg(1), flag.Arg(2))
	case "edit":
		err = edit(flag.Arg(0))
	default:
		os.Setenv("GOMAXPROCS", strconv.Itoa(*processors))
		err = measure(strings.Split(*sizes, ","), *runs)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// measure makes the program, measures it with each size and prints the table.
func measure(sizes []string, runs int) error {
	dir, err := os.MkdirTemp("", "casusboek-speed-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "casusboek")
	make := exec.Command("go", "build", "-o", program, "casusboek")
	make.Stderr = os.Stderr
	if err := make.Run(); err != nil {
		return err
	}
	var rows []row
	for _, size := range sizes {
		cases, err := strconv.Atoi(size)
		if err != nil {
			return err
		}
		var best row
		for run := range runs {
			fmt.Fprintf(os.Stderr, "%d cases, run %d of %d ...\n", cases, run+1, runs)
			r, err := one(program, filepath.Join(dir, fmt.Sprintf("%d-%d", cases, run)), cases)
			if err != nil {
				return err
			}
			best = best.faster(r)
		}
		rows = append(rows, best)
	}
	print(os.Stdout, rows)
	return nil
}
