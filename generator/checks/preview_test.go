package checks_test

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"casusboek/generator"
	"casusboek/generator/checks/browser"
	"casusboek/generator/serve"
)

// TestWritingInThePreview does what an author does with the example casebook open in a browser: change a text, make a
// mistake, mend it, change a style.
func TestWritingInThePreview(t *testing.T) {
	needsBrowser(t)
	folder := t.TempDir()
	must(t, os.CopyFS(filepath.Join(folder, "content"), exampleContent()))
	must(t, os.Mkdir(filepath.Join(folder, "templates"), 0o755))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	in := generator.Input{Content: os.DirFS(filepath.Join(folder, "content")), Templates: os.DirFS(filepath.Join(folder, "templates")), Today: today}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve.New(serve.Options{Input: in, Folder: folder}).Run(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		must(t, <-ended)
	})

	tab := tab(t)
	must(t, tab.Open("http://"+listener.Addr().String()+"/casussen/nadira/", browser.View{Width: 1000}))
	file := filepath.Join(folder, "content", "casussen", "nadira.md")
	before, err := os.ReadFile(file)
	must(t, err)
	title := `document.querySelector("h1").textContent.trim()`
	_, err = browser.Eval[bool](tab, `document.documentElement.style.minHeight = "5000px", scrollTo(0, 700), true`)
	must(t, err)

	must(t, os.WriteFile(file, []byte(strings.Replace(string(before), "titel: Een duurder huis", "titel: Een kleiner huis", 1)), 0o644))
	comes(t, tab, title, "Een kleiner huis")
	comes(t, tab, `String(scrollY > 100)`, "true")

	must(t, os.WriteFile(file, []byte(strings.Replace(string(before), "herkomst:", "herkomts:", 1)), 0o644))
	comes(t, tab, `document.querySelector("._preview__message span")?.textContent`, "[field-unknown]")
	comes(t, tab, title, "Een kleiner huis")

	must(t, os.WriteFile(file, before, 0o644))
	comes(t, tab, `String(document.querySelector("._preview__error"))+`+title, "nullEen duurder huis")

	// A file is emptied before it is written, which may be two changes: the page may still load a second time. So this is
	// tried again; a page that loads again for a style never stays.
	stayed := ""
	for _, red := range []string{"1", "2", "3"} {
		_, err = browser.Eval[bool](tab, `window.stayed = true`)
		must(t, err)
		must(t, os.WriteFile(filepath.Join(folder, "templates", "casusboek.css"), []byte("h1 { color: rgb("+red+", 2, 3) }"), 0o644))
		comes(t, tab, `getComputedStyle(document.querySelector("h1")).color`, "rgb("+red+", 2, 3)")
		stayed, err = browser.Eval[string](tab, `String(window.stayed)`)
		must(t, err)
		if stayed == "true" {
			break
		}
	}
	if stayed != "true" {
		t.Error("a new style loads the page again")
	}
	// Chromium calls a request for the head of a page alone, and one that a reload cuts short, aborted.
	if trouble := slices.DeleteFunc(tab.Trouble(), func(s string) bool { return strings.Contains(s, "net::ERR_ABORTED") }); len(trouble) > 0 {
		t.Errorf("the browser complains: %q", trouble)
	}
}

// comes waits until a script gives what it must.
func comes(t *testing.T, tab *browser.Tab, script, want string) {
	t.Helper()
	got := ""
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		var err error
		// While the page is being loaded again there is nothing to ask.
		if got, err = browser.Eval[string](tab, `(() => { try { return String(`+script+`) } catch (e) { return String(e) } })()`); err == nil && got == want {
			return
		}
	}
	t.Fatalf("%s gives %q, and %q should come", script, got, want)
}
