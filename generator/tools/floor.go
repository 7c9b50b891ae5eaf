package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/yuin/goldmark"
	"golang.org/x/sync/errgroup"
)

// speedFile is one speedFile of a tree.
type speedFile struct {
	path string // below the folder
	size int64
}

// floor reads and renders the sources below content, then writes a copy of the sizes of the tree out to a new folder, and prints how long each took.
func floor(content, out, to string) error {
	sources, err := filesBelow(content)
	if err != nil {
		return err
	}
	pages, err := filesBelow(out)
	if err != nil {
		return err
	}
	var largest int64
	for _, p := range pages {
		largest = max(largest, p.size)
	}
	text := bytes.Repeat([]byte("<p>Op donderdag staat de deur op een kier.</p>\n"), int(largest/47+1))
	start := time.Now()
	if err := parallel(sources, func(f speedFile) error { return renderMarkdown(filepath.Join(content, f.path)) }); err != nil {
		return err
	}
	read := time.Since(start)
	start = time.Now()
	err = parallel(pages, func(f speedFile) error {
		path := filepath.Join(to, f.path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		return os.WriteFile(path, text[:f.size], 0o644)
	})
	fmt.Println(read.Nanoseconds(), time.Since(start).Nanoseconds())
	return err
}

func renderMarkdown(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if _, body, found := bytes.Cut(text, []byte("\n---\n")); found {
		text = body
	}
	return goldmark.New().Convert(text, io.Discard)
}

// parallel does the same to all files, in their order, with as many workers as there are processors.
func parallel(files []speedFile, do func(speedFile) error) error {
	var work errgroup.Group
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		work.Go(func() error {
			for _, f := range files[w*len(files)/workers : (w+1)*len(files)/workers] {
				if err := do(f); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return work.Wait()
}

func filesBelow(dir string) ([]speedFile, error) {
	var files []speedFile
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		files = append(files, speedFile{rel, info.Size()})
		return err
	})
	return files, err
}
