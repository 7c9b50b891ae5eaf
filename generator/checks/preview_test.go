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

// previewed shows the example casebook in the preview, from a folder of its own.
func previewed(t *testing.T, o serve.Options) (folder, address string) {
	t.Helper()
	folder = t.TempDir()
	must(t, os.CopyFS(filepath.Join(folder, "content"), exampleContent()))
	must(t, os.Mkdir(filepath.Join(folder, "templates"), 0o755))
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	o.Folder = folder
	o.Input = generator.Input{Content: os.DirFS(filepath.Join(folder, "content")), Templates: os.DirFS(filepath.Join(folder, "templates")), Today: today}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serve.New(o).Run(ctx, listener) }()
	t.Cleanup(func() {
		stop()
		must(t, <-ended)
	})
	return folder, "http://" + listener.Addr().String()
}

// TestWritingInThePreview does what an author does with the example casebook open in a browser: change a text, make a
// mistake, mend it, change a style.
func TestWritingInThePreview(t *testing.T) {
	needsBrowser(t)
	folder, address := previewed(t, serve.Options{})

	tab := tab(t)
	must(t, tab.Open(address+"/casussen/nadira/", browser.View{Width: 1000}))
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

// TestFindingsStandInTheMargin lets the guard find something in a case and looks at its page: the findings stand beside it where there is room and above its
// content where there is not, cover nothing, can be folded away, and are gone when there is nothing to find.
func TestFindingsStandInTheMargin(t *testing.T) {
	needsBrowser(t)
	folder, address := previewed(t, serve.Options{})
	tab := tab(t)
	script, err := axe()
	must(t, err)
	file := filepath.Join(folder, "content", "casussen", "nadira.md")
	before, err := os.ReadFile(file)
	must(t, err)
	found := "\nMevrouw Terpstra belt op 11-03-1971 met 06-12345678.\n\nEn Terpstra belt nog eens.\n"
	swapIn(t, file, string(before)+found)
	for _, width := range []int{360, 1024, 1440} {
		for _, dark := range []bool{false, true} {
			view := browser.View{Width: width, Dark: dark}
			must(t, tab.Open(address+"/casussen/nadira/", view))
			comes(t, tab, `document.querySelectorAll("._margin li").length > 1`, "true")
			lines, err := tab.Axe(script)
			must(t, err)
			if len(lines) > 0 {
				t.Errorf("%s: %q", view, lines)
			}
			// Beside the page or above its content, and neither over the other.
			where, err := browser.Eval[string](tab, `(() => {
				const margin = document.querySelector("._margin").getBoundingClientRect(), main = document.querySelector("main").getBoundingClientRect();
				if (document.documentElement.scrollWidth > innerWidth) return "too wide";
				return margin.left >= main.right - 1 ? "beside" : margin.bottom <= main.top + 1 ? "above" : "over";
			})()`)
			must(t, err)
			if want := map[bool]string{true: "beside", false: "above"}[width == 1440]; where != want {
				t.Errorf("%s: the findings stand %s the page, not %s it", view, where, want)
			}
		}
	}
	comes(t, tab, `[...document.querySelectorAll("._margin__place")].map(p => Number(p.textContent.split(":")[1])).every((n, i, all) => i === 0 || all[i - 1] <= n)`, "true")
	comes(t, tab, `/Terpstra|12345678/.test(document.querySelector("._margin").textContent)`, "false")

	// Folded away, they stay away on the next page, and the page has its room back.
	_, err = browser.Eval[bool](tab, `document.querySelector("._margin summary").click(), true`)
	must(t, err)
	comes(t, tab, `sessionStorage.getItem("casusboek:margin")`, "closed")
	must(t, tab.Open(address+"/casussen/nadira/ronde-1/", browser.View{Width: 1440}))
	comes(t, tab, `document.querySelector("._margin > details").open + " " + getComputedStyle(document.body).paddingRight`, "false 0px")
	_, err = browser.Eval[bool](tab, `document.querySelector("._margin summary").click(), true`)
	must(t, err)
	comes(t, tab, `sessionStorage.getItem("casusboek:margin")`, "open")

	must(t, tab.Open(address+"/themas/netwerk/", browser.View{Width: 1440}))
	comes(t, tab, `document.querySelector("._margin") + " " + document.querySelector("._preview a").getAttribute("href")`, "null /casussen/nadira/")
	comes(t, tab, `String(document.querySelector("._preview li._preview__error"))`, "null") // what the guard finds is no mistake on the page
	swapIn(t, file, string(before))
	comes(t, tab, `String(document.querySelector("._preview"))`, "null")
}

// swapIn puts a file in the place of another, as editors do that write beside it first: one change, where writing it may be two.
func swapIn(t *testing.T, file, text string) {
	t.Helper()
	beside := filepath.Join(filepath.Dir(file), "."+filepath.Base(file))
	must(t, os.WriteFile(beside, []byte(text), 0o644))
	must(t, os.Rename(beside, file))
}

// TestEightTabsOfThePreview opens more tabs than a browser makes connections to one host. All load, and all hear of a change; a page that was left is heard of no more.
func TestEightTabsOfThePreview(t *testing.T) {
	needsBrowser(t)
	folder, address := previewed(t, serve.Options{})
	lent := tab(t) // so that there is a browser
	must(t, lent.Open(address+"/", browser.View{Width: 1000}))
	var tabs []*browser.Tab
	for range 8 {
		one, err := started.browser.Tab()
		must(t, err)
		t.Cleanup(one.Close)
		must(t, one.Open(address+"/casussen/nadira/", browser.View{Width: 1000}))
		untroubled(t, one, "casussen/nadira/", address)
		tabs = append(tabs, one)
	}
	file := filepath.Join(folder, "content", "casussen", "nadira.md")
	before, err := os.ReadFile(file)
	must(t, err)
	for _, title := range []string{"Een kleiner huis", "Een ander huis"} {
		must(t, os.WriteFile(file, []byte(strings.Replace(string(before), "titel: Een duurder huis", "titel: "+title, 1)), 0o644))
		for _, one := range tabs {
			comes(t, one, `document.querySelector("h1").textContent.trim()`, title)
		}
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
