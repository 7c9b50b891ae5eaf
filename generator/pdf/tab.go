package pdf

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"mime"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"casusboek/generator/pdf/chrome"
)

// errBrowserGone is returned when the browser, or the process of a page in it, has ended.
var errBrowserGone = errors.New("the browser is gone")

// tab is a browser tab that loads its pages from files, served as the responses of
// printHost.
type tab struct {
	ctx     context.Context
	cancel  context.CancelFunc
	browser *chrome.Browser
	files   Files
	paused  chan *fetch.EventRequestPaused
	crashed chan struct{}
	crash   sync.Once

	mu        sync.Mutex
	requested map[string]bool // files requested since the last page was loaded
}

func open(ctx context.Context, b *chrome.Browser, files Files) (*tab, error) {
	t := &tab{
		browser: b, files: files,
		paused: make(chan *fetch.EventRequestPaused, 64), crashed: make(chan struct{}),
		requested: map[string]bool{},
	}
	t.ctx, t.cancel = chromedp.NewContext(b.Context(), chromedp.WithListener(t.onEvent))
	err := t.do(ctx, func(context.Context) error {
		return chromedp.Do(t.ctx, // a tab lives as long as the context of its first command
			commandAction(fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "*"}}}),
			commandAction(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}),
			commandAction(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}),
			commandAction(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}),
		)
	})
	if err != nil {
		t.close()
		return nil, err
	}
	go t.serveRequests()
	return t, nil
}

func (t *tab) close() { t.cancel() }

// onEvent handles events of the tab. It must not block and cannot send commands;
// serveRequests does.
func (t *tab) onEvent(event any) {
	switch e := event.(type) {
	case *fetch.EventRequestPaused:
		select {
		case t.paused <- e:
		case <-t.ctx.Done():
		}
	case *inspector.EventTargetCrashed:
		t.crash.Do(func() { close(t.crashed) })
	}
}

// serveRequests responds to the requests of the browser with files, and blocks all others.
func (t *tab) serveRequests() {
	target := chromedp.FromContext(t.ctx).Target
	for {
		select {
		case <-t.ctx.Done():
			return
		case e := <-t.paused:
			// An error means that the tab or the request is gone. The code that loads the
			// page reports it.
			_ = t.serveRequest(target, e)
		}
	}
}

func (t *tab) serveRequest(target cdp.Session, e *fetch.EventRequestPaused) error {
	name, ours := fileName(e.Request.URL)
	if !ours {
		_, err := cdp.Call(t.ctx, target, fetch.FailRequest, fetch.FailRequestParams{
			RequestID: e.RequestID, ErrorReason: network.ErrorReasonBlockedByClient,
		})
		return err
	}
	if name != faviconName {
		t.mu.Lock()
		t.requested[name] = true
		t.mu.Unlock()
	}
	data, err := t.files.ReadFile(name)
	code, kind := int64(200), mime.TypeByExtension(path.Ext(name))
	switch path.Ext(name) { // these types do not depend on the settings of the system
	case ".html":
		kind = "text/html; charset=utf-8"
	case ".css":
		kind = "text/css; charset=utf-8"
	}
	if err != nil {
		code, kind = 404, "text/plain"
	}
	_, err = cdp.Call(t.ctx, target, fetch.FulfillRequest, fetch.FulfillRequestParams{
		RequestID: e.RequestID, ResponseCode: code, Body: data,
		ResponseHeaders: []*fetch.HeaderEntry{
			{Name: "Content-Type", Value: kind}, {Name: "Cache-Control", Value: "no-store"},
		},
	})
	return err
}

// faviconName is the file that a browser requests from every host. It is not part of any
// PDF.
const faviconName = "favicon.ico"

// fileName returns the file for an address; ours is false if the address is not below
// printHost.
func fileName(address string) (name string, ours bool) {
	rest, ours := strings.CutPrefix(address, printHost)
	if !ours {
		return "", false
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	name, err := url.PathUnescape(rest)
	return name, err == nil && fs.ValidPath(name)
}

// address returns the address of a file for the browser.
func address(name string) string {
	return printHost + (&url.URL{Path: name}).EscapedPath()
}

// do runs commands in the tab until ctx ends. It then closes the browser, whose state is
// unknown, and returns the cause.
func (t *tab) do(ctx context.Context, run func(ctx context.Context) error) error {
	runCtx, cancel := context.WithCancel(t.ctx)
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- run(runCtx) }()
	select {
	case err := <-ended:
		return t.classify(ctx, err)
	case <-ctx.Done():
		t.browser.Close()
		<-ended // commands end when their browser does
		return context.Cause(ctx)
	case <-t.crashed:
		t.browser.Close()
		<-ended
		return errBrowserGone
	}
}

// classify returns errBrowserGone if err is due to the browser being gone, the cause of ctx
// if that has ended, and otherwise err.
func (t *tab) classify(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	select {
	case <-t.browser.Lost():
		return errBrowserGone
	default:
	}
	if t.ctx.Err() != nil {
		return errBrowserGone
	}
	return err
}

// load opens a page and waits until its styles, images and fonts are loaded. It returns an
// error if the file is missing.
func (t *tab) load(ctx context.Context, name string) error {
	t.mu.Lock()
	clear(t.requested)
	t.mu.Unlock()
	if _, err := t.files.ReadFile(name); err != nil {
		return fmt.Errorf("the page is not there: %w", err)
	}
	return t.do(ctx, func(ctx context.Context) error {
		if err := chromedp.Do(ctx, chromedp.Navigate(address(name))); err != nil {
			return err
		}
		_, err := chromedp.Run(ctx,
			chromedp.Evaluate[bool](`document.fonts.ready.then(() => true)`, chromedp.EvalAwaitPromise))
		return err
	})
}

// requestedFiles returns the files requested since the page was loaded, sorted.
func (t *tab) requestedFiles() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Sorted(maps.Keys(t.requested))
}

// commandAction returns an action that runs a protocol command without a result.
func commandAction[P any](command cdp.Command[P, cdp.Empty], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}
