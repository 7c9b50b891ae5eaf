// Package browser opens pages in the Chromium, Chrome or Edge of this machine and tells what a reader would meet there.
//
//	b, err := browser.Start()           // finds one, or says how to get one
//	defer b.Close()
//	tab, err := b.Tab()
//	err = tab.Open("file:///.../index.html", browser.View{Width: 360, Dark: true})
//	violations, err := tab.Axe(axe)     // accessibility
//	tab.Trouble()                       // failed requests, console errors, policy violations
//
// It serves the tests and the picture in README.md; the program itself prints with package pdf.
package browser

import (
	"context"
	"fmt"
	"os"
	"time"

	"casusboek/generator/pdf/chrome"
)

// patience is how long one step in a browser may take before it counts as hung: far more than it ever needs.
const patience = 2 * time.Minute

// Find gives the path of a browser: $CHROME, or one that is installed.
func Find() (string, error) {
	path, err := chrome.Find(os.Getenv("CHROME"))
	if err != nil {
		return "", fmt.Errorf("%w, or set CHROME to the path of one (make needs does it on Debian and Ubuntu)", err)
	}
	return path, nil
}

// Browser is a running browser.
type Browser struct{ *chrome.Browser }

// Start runs a browser that keeps to itself: no first run, no updates, no requests of its own.
func Start() (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	// In a container Chromium does not start with its own sandbox; it only opens our own pages.
	b, err := chrome.Start(context.Background(), chrome.Options{Path: path, NoSandbox: true, Patience: patience})
	if err != nil {
		return nil, err
	}
	return &Browser{b}, nil
}
