package browser

import (
	"context"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Before runs a script in every page that is opened from now on, before anything of the page itself; until undo is called.
func (t *Tab) Before(script string) (undo func() error, err error) {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	added, err := chromedp.Run(ctx, func(ctx context.Context, target *chromedp.Target) (page.AddScriptToEvaluateOnNewDocumentResult, error) {
		return cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
	})
	if err != nil {
		return nil, err
	}
	return func() error {
		return t.do(call(page.RemoveScriptToEvaluateOnNewDocument, page.RemoveScriptToEvaluateOnNewDocumentParams(added)))
	}, nil
}
