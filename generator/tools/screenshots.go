// Screenshot makes the pictures of README.md and of the manual: pages of the example casebook as readers see them.
//
//	go run ./generator/tools screenshots   # "make screenshot"
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

// picture is one page, as it looks in one window.
type picture struct {
	file   string // below docs/
	page   string
	view   browser.View
	before string // what is done to the page first, in JavaScript
	height string // how high the window must be, in JavaScript; empty: as the view says
}

// bottomOfMap is how high the window must be to show the page from its masthead to the legend under the map.
const bottomOfMap = `Math.ceil(document.querySelector("main figure").getBoundingClientRect().bottom) + 56`

// sheet is how a sheet of A4 looks on a screen.
var sheet = browser.View{Width: 840, Height: 1190}

// The first is of a reader who comes for the first time: the browser keeps what was read.
var pictures = []picture{
	{"handleiding/ronde-telefoon.png", "casussen/nadira/ronde-1/index.html", browser.View{Width: 390, Height: 844}, `document.querySelector(".deal").scrollIntoView(), scrollBy(0, -110), true`, ""},
	{"voorbeeld.png", "casussen/nadira/levenskaart/index.html", browser.View{Width: 1440}, "", bottomOfMap},
	{"handleiding/kaarten.png", "casussen/nadira/kaarten/index.html", browser.View{Width: 1000, Height: 900}, `document.querySelectorAll(".sheet")[2].scrollIntoView(), true`, ""},
	{"handleiding/handout.png", "casussen/nadira/handout/index.html", sheet, `document.querySelector("main, .sheet").scrollIntoView(), true`, ""},
	{"handleiding/presenteren.png", "casussen/nadira/presenteren/index.html", browser.View{Width: 1024, Height: 640}, "", ""},
	{"handleiding/wie-wist-wat.png", "casussen/nadira/wie-wist-wat/index.html", browser.View{Width: 1280, Height: 1300}, "", ""},
	{"handleiding/eigen-reflectie.png", "casussen/nadira/eigen-reflectie/index.html", browser.View{Width: 800, Height: 900}, "", ""},
}

func screenshotsMain() {
	if err := takeAll("docs"); err != nil {
		fmt.Fprintln(os.Stderr, "screenshot:", err)
		os.Exit(3)
	}
}

func takeAll(docs string) (err error) {
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
	for _, p := range pictures {
		tab, err := b.Tab()
		if err != nil {
			return err
		}
		if err := p.take(tab, dir, filepath.Join(docs, p.file)); err != nil {
			return fmt.Errorf("%s: %w", p.file, err)
		}
		tab.Close()
	}
	return nil
}

func (p picture) take(tab *browser.Tab, dir, file string) error {
	address := url.URL{Scheme: "file", Path: filepath.ToSlash(filepath.Join(dir, p.page))}
	if err := tab.Open(address.String(), p.view); err != nil {
		return err
	}
	if p.height != "" {
		height, err := browser.Eval[int](tab, p.height)
		if err != nil {
			return err
		}
		if err := tab.Look(browser.View{Width: p.view.Width, Height: height}); err != nil {
			return err
		}
	}
	if p.before != "" {
		if _, err := browser.Eval[bool](tab, p.before); err != nil {
			return err
		}
		time.Sleep(500 * time.Millisecond) // what moves has come to rest
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
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
