package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"casusboek/generator/checks/sample"
)

// row is what was measured of one size. Times of processes hold their start.
type row struct {
	cases, files          int
	pages                 int
	bytes                 int64
	full, same, edited    time.Duration // builds: of everything, with nothing changed, with one file changed
	page                  time.Duration // from a saved file to its new page in the preview
	memory                int64         // peak of the full build, in bytes
	floorRead, floorWrite time.Duration
}

func (r row) floor() time.Duration { return r.floorRead + r.floorWrite }

// faster takes the best of each measurement.
func (r row) faster(other row) row {
	if r.cases == 0 {
		return other
	}
	r.full, r.same, r.edited, r.page = min(r.full, other.full), min(r.same, other.same), min(r.edited, other.edited), min(r.page, other.page)
	r.floorRead, r.floorWrite = min(r.floorRead, other.floorRead), min(r.floorWrite, other.floorWrite)
	r.memory = max(r.memory, other.memory)
	return r
}

// one measures a casebook of a size in a folder that is not there yet.
func one(program, dir string, cases int) (row, error) {
	r := row{cases: cases}
	site, out := filepath.Join(dir, "site"), filepath.Join(dir, "public")
	if err := save(filepath.Join(site, "content"), cases); err != nil {
		return r, err
	}
	edited := filepath.Join(site, "content", filepath.FromSlash(sample.LargeCase(cases/2)))
	build := []string{program, "build", "--out", out, site}
	var err error
	steps := []func() error{
		func() error { return r.timed(&r.full, &r.memory, build...) },
		func() error { r.files, r.pages, r.bytes, err = count(out); return err },
		func() error { return r.timed(&r.same, nil, build...) },
		func() error { return addLine(edited, "Op de valreep kwam er een regel bij.") },
		func() error { return r.timed(&r.edited, nil, build...) },
		func() error { return r.self("edit", site) },
		func() error { return r.self("floor", filepath.Join(site, "content"), out, filepath.Join(dir, "floor")) },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return r, err
		}
	}
	return r, nil
}

// timed runs a command and keeps how long it took, and how much memory.
func (r *row) timed(took *time.Duration, memory *int64, command ...string) error {
	cmd := exec.Command(command[0], command[1:]...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%.2000s", strings.Join(command, " "), err, said.String())
	}
	*took = time.Since(start)
	if usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage); ok && memory != nil {
		*memory = usage.Maxrss << 10 // kilobytes on Linux
	}
	return nil
}

// self runs this program for a part of the measurement, which prints what it took in nanoseconds.
func (r *row) self(part string, args ...string) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	said, err := exec.Command(program, append([]string{"bench", "-part", part}, args...)...).Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			return fmt.Errorf("%s: %w\n%s", part, err, failed.Stderr)
		}
		return err
	}
	if part == "edit" {
		_, err = fmt.Sscan(string(said), (*int64)(&r.page))
	} else {
		_, err = fmt.Sscan(string(said), (*int64)(&r.floorRead), (*int64)(&r.floorWrite))
	}
	return err
}

func save(content string, cases int) error {
	for path, text := range sample.LargeCasebook(cases) {
		file := filepath.Join(content, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func addLine(file, line string) error {
	f, err := os.OpenFile(file, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(f, "\n"+line)
	return errors.Join(err, f.Close())
}

// count gives the files, pages and bytes of an output folder.
func count(out string) (files, pages int, size int64, err error) {
	err = filepath.WalkDir(out, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		files, size = files+1, size+info.Size()
		if filepath.Ext(file) == ".html" {
			pages++
		}
		return nil
	})
	return files, pages, size, err
}
