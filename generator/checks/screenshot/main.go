// Screenshot makes the picture of README.md: the life map of the first case of the example casebook, as a reader on a laptop sees it.
//
//	go run ./generator/checks/screenshot docs/voorbeeld.png
package main

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"casusboek/generator"
	"casusboek/generator/checks/browser"
)

// page is what is shown.
const page = "casussen/nadira/levenskaart/index.html"

// width is that of the window in CSS pixels.
const width = 1440

// bottomOfMap is how high the window must be to show the page from its masthead to the legend under the map.
const bottomOfMap = `Math.ceil(document.querySelector("main figure").getBoundingClientRect().bottom) + 56`

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: screenshot FILE.png")
		os.Exit(2)
	}
	if err := take(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "screenshot:", err)
		os.Exit(3)
	}
}

func take(file string) (err error) {
	dir, err := os.MkdirTemp("", "casusboek-screenshot-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	result, err := generator.Build(context.Background(), generator.Input{Content: os.DirFS("content"), Today: time.Now(), Version: "screenshot"}, folder(dir))
	if err != nil {
		return err
	}
	if result.Failed() {
		return fmt.Errorf("the example casebook has problems: %v", result.Problems)
	}
	b, err := browser.Start()
	if err != nil {
		return err
	}
	defer b.Close()
	tab, err := b.Tab()
	if err != nil {
		return err
	}
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, page))}
	if err := tab.Open(address.String(), browser.View{Width: width}); err != nil {
		return err
	}
	height, err := browser.Eval[int](tab, bottomOfMap)
	if err != nil {
		return err
	}
	if err := tab.Look(browser.View{Width: width, Height: height}); err != nil {
		return err
	}
	return tab.Picture(file)
}

// folder writes what the build makes.
type folder string

// Add writes one file.
func (f folder) Add(path string, data []byte) error {
	path = filepath.Join(string(f), filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o644)
}
