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

	"casusboek/generator/chrome"
)

// errLost says that the browser, or the process of a page in it, is gone.
var errLost = errors.New("the browser is gone")

// tab is a tab of the browser that gets its pages from files, as the answers of a host that is not there.
type tab struct {
	ctx     context.Context
	cancel  context.CancelFunc
	browser *chrome.Browser
	files   Files
	paused  chan *fetch.EventRequestPaused
	crashed chan struct{}
	crash   sync.Once

	mu    sync.Mutex
	asked map[string]bool // files since the last page was opened
}

func open(ctx context.Context, b *chrome.Browser, files Files) (*tab, error) {
	t := &tab{
		browser: b, files: files,
		paused: make(chan *fetch.EventRequestPaused, 64), crashed: make(chan struct{}), asked: map[string]bool{},
	}
	t.ctx, t.cancel = chromedp.NewContext(b.Context(), chromedp.WithListener(t.hear))
	err := t.do(ctx, func(context.Context) error {
		return chromedp.Do(t.ctx, // a tab lives as long as the context that its first command gets
			call(fetch.Enable, fetch.EnableParams{Patterns: []*fetch.RequestPattern{{URLPattern: "*"}}}),
			call(network.SetCacheDisabled, network.SetCacheDisabledParams{CacheDisabled: true}),
			call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}),
			call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}),
		)
	})
	if err != nil {
		t.close()
		return nil, err
	}
	go t.answer()
	return t, nil
}

func (t *tab) close() { t.cancel() }

// hear must not wait, and may not send commands: that is for answer.
func (t *tab) hear(event any) {
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

// answer gives the browser the files that it asks for, and nothing else.
func (t *tab) answer() {
	target := chromedp.FromContext(t.ctx).Target
	for {
		select {
		case <-t.ctx.Done():
			return
		case e := <-t.paused:
			// An error here means that the tab is gone, or the request: whoever waits for the page will know.
			_ = t.reply(target, e)
		}
	}
}

func (t *tab) reply(target cdp.Session, e *fetch.EventRequestPaused) error {
	name, ours := nameOf(e.Request.URL)
	if !ours {
		_, err := cdp.Call(t.ctx, target, fetch.FailRequest, fetch.FailRequestParams{RequestID: e.RequestID, ErrorReason: network.ErrorReasonBlockedByClient})
		return err
	}
	if name != icon {
		t.mu.Lock()
		t.asked[name] = true
		t.mu.Unlock()
	}
	data, err := t.files.ReadFile(name)
	code, kind := int64(200), mime.TypeByExtension(path.Ext(name))
	switch path.Ext(name) { // not left to what the system thinks of extensions
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
		ResponseHeaders: []*fetch.HeaderEntry{{Name: "Content-Type", Value: kind}, {Name: "Cache-Control", Value: "no-store"}},
	})
	return err
}

// icon is what a browser looks for once on every host, for its tab. It is in no PDF.
const icon = "favicon.ico"

// nameOf is the file that an address stands for.
func nameOf(address string) (name string, ours bool) {
	rest, ours := strings.CutPrefix(address, here)
	if !ours {
		return "", false
	}
	rest, _, _ = strings.Cut(rest, "#")
	rest, _, _ = strings.Cut(rest, "?")
	name, err := url.PathUnescape(rest)
	return name, err == nil && fs.ValidPath(name)
}

// address is where the browser finds a file.
func address(name string) string {
	return here + (&url.URL{Path: name}).EscapedPath()
}

// do runs commands in the tab until ctx ends. When that is because of the time limit, the browser is ended, since it is
// not to be trusted any more.
func (t *tab) do(ctx context.Context, run func(ctx context.Context) error) error {
	inside, cancel := context.WithCancel(t.ctx)
	defer cancel()
	ended := make(chan error, 1)
	go func() { ended <- run(inside) }()
	select {
	case err := <-ended:
		return t.judge(ctx, err)
	case <-ctx.Done():
		t.browser.Close()
		<-ended // a command ends with its browser
		return context.Cause(ctx)
	case <-t.crashed:
		t.browser.Close()
		<-ended
		return errLost
	}
}

// judge tells a browser that is gone from what it says is wrong.
func (t *tab) judge(ctx context.Context, err error) error {
	if err == nil {
		return nil
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	select {
	case <-t.browser.Lost():
		return errLost
	default:
	}
	if t.ctx.Err() != nil {
		return errLost
	}
	return err
}

// show opens a page and waits until its styles, pictures and fonts are there. It gives what must be there and is not.
func (t *tab) show(ctx context.Context, name string) error {
	t.mu.Lock()
	clear(t.asked)
	t.mu.Unlock()
	if _, err := t.files.ReadFile(name); err != nil {
		return fmt.Errorf("the page is not there: %w", err)
	}
	return t.do(ctx, func(ctx context.Context) error {
		if err := chromedp.Do(ctx, chromedp.Navigate(address(name))); err != nil {
			return err
		}
		_, err := chromedp.Run(ctx, chromedp.Evaluate[bool](`document.fonts.ready.then(() => true)`, chromedp.EvalAwaitPromise))
		return err
	})
}

// used are the files that were asked for since the page was opened.
func (t *tab) used() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Sorted(maps.Keys(t.asked))
}

// call makes an action of a protocol command without a result.
func call[P any](command cdp.Command[P, cdp.Empty], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}
