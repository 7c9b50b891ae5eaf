package browser

import (
	"context"
	"fmt"
	"os"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// View is how a page is looked at.
type View struct {
	Width    int // of the window in CSS pixels
	Height   int // 900 when 0
	Scale    float64
	Dark     bool // the reader prefers a dark page
	Print    bool // as on paper
	NoScript bool
	Motion   bool // the reader does not mind that things move; else nothing is half way when it is measured
}

// String names the view for messages.
func (v View) String() string {
	words := []string{fmt.Sprintf("%d px", v.Width)}
	if v.Dark {
		words = append(words, "dark")
	}
	if v.Print {
		words = append(words, "print")
	}
	if v.NoScript {
		words = append(words, "without scripts")
	}
	return strings.Join(words, " ")
}

// Tab is one tab. It is for one goroutine at a time.
type Tab struct {
	ctx     context.Context
	cancel  context.CancelFunc
	mu      sync.Mutex // the listener runs beside the caller
	address map[network.RequestID]string
	asked   []string
	trouble []string
}

// Tab opens an empty tab.
func (b *Browser) Tab() (*Tab, error) {
	t := &Tab{address: map[network.RequestID]string{}}
	t.ctx, t.cancel = chromedp.NewContext(b.Context(), chromedp.WithListener(t.hear))
	if err := chromedp.Do(t.ctx); err != nil {
		return nil, fmt.Errorf("opening a tab: %w", err)
	}
	return t, nil
}

// Close closes the tab.
func (t *Tab) Close() { t.cancel() }

// hear keeps what went wrong and what was asked for.
func (t *Tab) hear(event any) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		t.address[e.RequestID] = e.Request.URL
		t.asked = append(t.asked, e.Request.URL)
	case *network.EventLoadingFailed:
		t.trouble = append(t.trouble, fmt.Sprintf("%s was not loaded: %s %s", t.address[e.RequestID], e.ErrorText, e.BlockedReason))
	case *network.EventResponseReceived:
		if e.Response.Status >= 400 {
			t.trouble = append(t.trouble, fmt.Sprintf("%s answered %d", e.Response.URL, e.Response.Status))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			t.trouble = append(t.trouble, fmt.Sprintf("the browser says: %s %s", e.Entry.Text, e.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		var words []string
		for _, a := range e.Args {
			words = append(words, string(a.Value), a.Description)
		}
		t.trouble = append(t.trouble, fmt.Sprintf("console.%s: %s", e.Type, strings.Join(words, " ")))
	case *runtime.EventExceptionThrown:
		t.trouble = append(t.trouble, fmt.Sprintf("a script failed: %s %s", e.ExceptionDetails.Text, e.ExceptionDetails.URL))
	}
}

// Trouble is what went wrong since Open: requests that failed, words in the console, broken scripts, violations of the page's policy.
func (t *Tab) Trouble() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return append([]string(nil), t.trouble...)
}

// Asked is every address that was asked for since Open, the page's own first.
func (t *Tab) Asked() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return append([]string(nil), t.asked...)
}

// Open sets the view, goes to the address and waits until page and fonts are loaded.
func (t *Tab) Open(address string, v View) error {
	if err := t.Look(v); err != nil {
		return err
	}
	t.mu.Lock()
	t.asked, t.trouble = nil, nil
	t.mu.Unlock()
	if err := t.do(chromedp.Navigate(address)); err != nil {
		return fmt.Errorf("opening %s: %w", address, err)
	}
	_, err := Eval[bool](t, `document.fonts.ready.then(() => true)`)
	return err
}

// Look changes the view of the page that is open.
func (t *Tab) Look(v View) error {
	height, media, scheme, motion, scale := v.Height, "screen", "light", "reduce", v.Scale
	if height == 0 {
		height = 900
	}
	if scale == 0 {
		scale = 1
	}
	if v.Print {
		media = "print"
	}
	if v.Dark {
		scheme = "dark"
	}
	if v.Motion {
		motion = "no-preference"
	}
	return t.do(
		chromedp.EmulateViewport(int64(v.Width), int64(height), chromedp.EmulateScale(scale)),
		call(emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: media, Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: scheme},
			{Name: "prefers-reduced-motion", Value: motion},
		}}),
		call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: v.NoScript}),
	)
}

// call makes an action of a protocol command without a result.
func call[P any](command cdp.Command[P, cdp.Empty], params P) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, command, params)
		return err
	})
}

// do runs actions, but does not wait for ever.
func (t *Tab) do(actions ...chromedp.Action[chromedp.Void]) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Do(ctx, actions...)
}

// Eval evaluates JavaScript in the page, beside its policy and also when its own scripts are off; a promise is awaited.
func Eval[T any](t *Tab, script string) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
}

// Tabulate presses the Tab key, as a reader without a mouse does.
func (t *Tab) Tabulate() error { return t.do(chromedp.KeyEvent(kb.Tab)) }

// Enter presses the Enter key.
func (t *Tab) Enter() error { return t.do(chromedp.KeyEvent(kb.Enter)) }

// Press presses keys one by one: letters, or those of package kb, such as kb.ArrowDown.
func (t *Tab) Press(keys string) error { return t.do(chromedp.KeyEvent(keys)) }

// PDF prints the page as its own style says.
func (t *Tab) PDF() ([]byte, error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPaper(chromedp.PaperA4)))
}

// Picture writes what the window shows to a PNG file.
func (t *Tab) Picture(file string) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	png, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		return err
	}
	return os.WriteFile(file, png, 0o644)
}
