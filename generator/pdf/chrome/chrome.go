// Package chrome finds the Chromium, Chrome or Edge of this machine, runs it without a window, and ends it for good.
//
//	path, err := chrome.Find("")                  // *NotFoundError when there is none
//	b, err := chrome.Start(ctx, chrome.Options{Path: path})
//	defer b.Close()
//	tab, cancel := chromedp.NewContext(b.Context())
//
// The browser keeps to itself: a profile of its own that is thrown away, no updates, no host that it can find. Close,
// and the end of ctx, kill the browser with all its processes and remove what it left on disk; on Linux it also dies
// when this process is killed. What a killed process left on disk, the next Start removes.
package chrome

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
	"github.com/gofrs/flock"
)

// Options are how a browser is started.
type Options struct {
	Path string // from Find
	// Printable keeps fonts from the browser that it cannot put into a PDF as fonts (see fonts.go).
	Printable bool
	// NoSandbox starts without the browser's own sandbox, which not every container allows. Without it the browser is
	// only started so when it cannot start otherwise.
	NoSandbox bool
	Patience  time.Duration // how long starting may take; a minute when 0
}

// Browser is a running browser.
type Browser struct {
	ctx     context.Context
	cancels []context.CancelFunc // in the order in which they are called
	folder  string               // where the browser puts what it needs on disk
	lock    *flock.Flock         // tells others that folder is in use
	version string
}

// StartError says that a browser that is there does not start.
type StartError struct {
	Path string
	Err  error
}

func (e *StartError) Error() string { return fmt.Sprintf("starting %s: %v", e.Path, e.Err) }

func (e *StartError) Unwrap() error { return e.Err }

// Start runs a browser until ctx ends or Close.
func Start(ctx context.Context, o Options) (*Browser, error) {
	b, err := start(ctx, o)
	// Chromium says so when the system allows it no sandbox: root, many containers, Ubuntu since 24.04 for a browser
	// that is not Ubuntu's. It will only open our own pages.
	if err != nil && !o.NoSandbox && strings.Contains(strings.ToLower(err.Error()), "sandbox") {
		o.NoSandbox = true
		b, err = start(ctx, o)
	}
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, &StartError{o.Path, err}
	}
	return b, nil
}

// Chromium puts a socket at org.chromium.Chromium.XXXXXX/SingletonSocket below its temporary folder, and ends when that path is
// longer than a system allows: 108 bytes on Linux, 104 on macOS.
const (
	socketRoom    = 50
	longestSocket = 104
)

var errSlow = errors.New("the browser does not start")

func start(ctx context.Context, o Options) (*Browser, error) {
	sweep(os.TempDir())
	folder, lock, err := newFolder()
	if err != nil {
		return nil, err
	}
	b := &Browser{folder: folder, lock: lock}
	env := []string{"TMPDIR=/tmp"} // is no variable of Windows
	if len(folder)+socketRoom < longestSocket {
		env = []string{"TMPDIR=" + folder}
	}
	if o.Printable {
		file, err := printableFonts(folder, os.Getenv("FONTCONFIG_FILE"))
		if err != nil {
			b.Close()
			return nil, err
		}
		if file != "" {
			env = append(env, "FONTCONFIG_FILE="+file)
		}
	}
	allocator, endAllocator := chromedp.NewExecAllocator(ctx, append(flags(o), chromedp.Env(env...), chromedp.UserDataDir(filepath.Join(folder, "profile")))...)
	var end context.CancelFunc
	b.ctx, end = chromedp.NewContext(allocator, chromedp.WithErrorf(func(string, ...any) {}))
	b.cancels = []context.CancelFunc{end, endAllocator}
	if err := b.begin(o); err != nil {
		b.Close()
		return nil, err
	}
	return b, nil
}

// begin waits for the browser's first answer.
func (b *Browser) begin(o Options) error {
	if o.Patience == 0 {
		o.Patience = time.Minute
	}
	late := time.AfterFunc(o.Patience, b.cancels[0])
	err := chromedp.Do(b.ctx, chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		found, err := cdp.Call(ctx, t, browser.GetVersion, cdp.Empty{})
		b.version = found.Product
		return err
	}))
	if !late.Stop() {
		return errSlow
	}
	return err
}

func flags(o Options) []chromedp.ExecAllocatorOption {
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(o.Path),
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		// Without processes that wait for pages that never come, and with the network and drawing in the browser's own: 150 MB less.
		chromedp.Flag("disable-features", "Translate,MediaRouter,OptimizationHints,SpareRendererForSitePerProcess,WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup"),
		chromedp.Flag("enable-features", "NetworkServiceInProcess2"),
		chromedp.Flag("in-process-gpu", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("font-render-hinting", "none"),
		chromedp.Flag("lang", "nl"), // and not that of who runs it
		chromedp.ModifyCmdFunc(asGroup),
	)
	if o.NoSandbox {
		options = append(options, chromedp.NoSandbox)
	}
	return options
}

// Context is that of the browser; a tab is a chromedp context below it.
func (b *Browser) Context() context.Context { return b.ctx }

// Version is what the browser calls itself, such as HeadlessChrome/156.0.8078.79.
func (b *Browser) Version() string { return b.version }

// Lost is closed when the browser is gone, also without Close.
func (b *Browser) Lost() <-chan struct{} { return chromedp.FromContext(b.ctx).Browser.LostConnection }

// Process is the browser's first process.
func (b *Browser) Process() *os.Process { return chromedp.FromContext(b.ctx).Browser.Process() }

// Close kills the browser with all its processes and removes what it left on disk. It returns when that is done, and
// may be called more than once.
func (b *Browser) Close() {
	for _, cancel := range b.cancels {
		cancel()
	}
	_ = b.lock.Unlock() // Windows removes no file that is open
	// A process that was just killed may still be writing.
	for range 20 {
		if os.RemoveAll(b.folder) == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}

// killing makes cmd end through kill when its context ends.
func killing(cmd *exec.Cmd, kill func(pid int) error) {
	cmd.Cancel = func() error {
		err := kill(cmd.Process.Pid)
		if err != nil {
			return cmd.Process.Kill()
		}
		return nil
	}
}
