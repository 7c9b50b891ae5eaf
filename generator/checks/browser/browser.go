// Package browser opens pages in the Chromium, Chrome or Edge of this machine and tells what a reader would meet there.
//
//	b, err := browser.Start()           // finds one, or says how to get one
//	defer b.Close()
//	tab, err := b.Tab()
//	err = tab.Open("file:///.../index.html", browser.View{Width: 360, Dark: true})
//	violations, err := tab.Axe(axe)     // accessibility
//	tab.Trouble()                       // failed requests, console errors, policy violations
//
// It serves the tests and the picture in README.md; the program itself does not use it.
package browser

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/chromedp/chromedp"
)

// patience is how long one step in a browser may take before it counts as hung: far more than it ever needs.
const patience = 2 * time.Minute

var errNone = errors.New("no browser found: install chromium, Chrome or Edge, or set CHROME to the path of one (make needs does it on Debian and Ubuntu)")

// names are the commands of the browsers that can be driven, in the order of preference; install.sh has the same list.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"}

// Find gives the path of a browser: $CHROME, a command, or a well-known place on macOS and Windows.
func Find() (string, error) {
	if path := os.Getenv("CHROME"); path != "" {
		if found, err := exec.LookPath(path); err == nil {
			return found, nil
		}
		return "", fmt.Errorf("CHROME is set to %s, which is no program", path)
	}
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			return found, nil
		}
	}
	for _, path := range places() {
		if _, err := os.Stat(path); err == nil {
			return path, nil
		}
	}
	return "", errNone
}

func places() []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		}
	case "windows":
		var found []string
		for _, root := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)"), os.Getenv("LocalAppData")} {
			found = append(found, filepath.Join(root, `Google\Chrome\Application\chrome.exe`), filepath.Join(root, `Microsoft\Edge\Application\msedge.exe`))
		}
		return found
	}
	return nil
}

// Browser is a running browser.
type Browser struct {
	ctx    context.Context
	cancel []context.CancelFunc
}

// Start runs a browser that keeps to itself: no first run, no updates, no requests of its own.
func Start() (*Browser, error) {
	path, err := Find()
	if err != nil {
		return nil, err
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // as root, in a container, Chromium does not start otherwise; it only opens our own pages
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.WSURLReadTimeout(patience),
	)
	allocator, cancelAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	b := &Browser{ctx: ctx, cancel: []context.CancelFunc{cancel, cancelAllocator}}
	if err := chromedp.Do(ctx); err != nil {
		b.Close()
		return nil, fmt.Errorf("starting %s: %w", path, err)
	}
	return b, nil
}

// Close ends the browser and its tabs.
func (b *Browser) Close() {
	for _, cancel := range b.cancel {
		cancel()
	}
}
