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

// window is the size of the picture in CSS pixels.
var window = browser.View{Width: 1440, Height: 1000}

// toTheMap scrolls so far that the heading has gone and the map, the largest drawing of the page, begins just below the top.
const toTheMap = `(() => {
	const area = e => e.getBoundingClientRect().width * e.getBoundingClientRect().height
	const map = [...document.querySelectorAll("main svg")].sort((a, b) => area(b) - area(a))[0]
	scrollTo(0, map.getBoundingClientRect().top - 40)
	return true
})()`

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
	if err := tab.Open(address.String(), window); err != nil {
		return err
	}
	if _, err := browser.Eval[bool](tab, toTheMap); err != nil {
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
