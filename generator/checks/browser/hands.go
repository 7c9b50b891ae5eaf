package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	devtools "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// Insert puts a text where the cursor is, in one go, as pasting does.
func (t *Tab) Insert(text string) error {
	return t.do(call(input.InsertText, input.InsertTextParams{Text: text}))
}

// Choose gives a file to the file field of a selector.
func (t *Tab) Choose(selector, file string) error {
	return t.do(chromedp.SetUploadFiles(chromedp.CSS(selector), []string{file}))
}

// Downloads lets the browser save files in a folder, which then holds nothing else.
func (t *Tab) Downloads(folder string) error {
	_, err := chromedp.CallBrowser(t.ctx, devtools.SetDownloadBehavior, devtools.SetDownloadBehaviorParams{Behavior: devtools.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder})
	return err
}

// Downloaded waits for the one file that was saved in a folder, and gives its name and bytes.
func Downloaded(folder string) (name string, data []byte, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	for ctx.Err() == nil {
		files, err := os.ReadDir(folder)
		if err != nil {
			return "", nil, err
		}
		if len(files) == 1 && !strings.HasSuffix(files[0].Name(), ".crdownload") && !strings.HasPrefix(files[0].Name(), ".") {
			data, err := os.ReadFile(filepath.Join(folder, files[0].Name()))
			return files[0].Name(), data, err
		}
		time.Sleep(20 * time.Millisecond)
	}
	return "", nil, fmt.Errorf("nothing was saved in %s", folder)
}
