package browser

import (
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// Untabulate presses the Tab key with Shift: back to what had the focus before.
func (t *Tab) Untabulate() error {
	return t.do(chromedp.KeyEvent(kb.Tab, chromedp.KeyModifiers(chromedp.ModifierShift)))
}
