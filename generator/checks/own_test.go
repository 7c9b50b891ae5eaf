package checks_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp/kb"

	"casusboek/generator"
	"casusboek/generator/checks"
	"casusboek/generator/checks/browser"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
)

const ownPage = "casussen/nadira/eigen-reflectie/index.html"

// hostileText is what nobody types and somebody pastes. It must come out on the page as it went in, as text.
var hostileText = strings.Join([]string{
	"---", "kop: gekaapt", "toestemming: {gegeven: 2026-01-01}", "---", "", "# geen kop", "===", "", "- geen lijst", "1. ook niet", "> geen citaat", "", "[[nadira#sloop]] en [[bestaat-niet|dit]] en [hier](javascript:alert(1))", "",
	"<script>document.title = 'gekaapt'</script><img src=x onerror=alert(1)>", "<!-- weg -->", "", "een | twee", "--|--", "drie | vier", "", "```", "geen blok", "```", "", "[^1] en [^1]: geen noot", "", "&amp; &#60; &nbsp;", "", "*schuin* __vet__ `code` ~~weg~~ \\ einde\\", "",
	"{{.title}} %s ${x}", "", "👩‍👩‍👧‍👦 \u200fعربي\u200e en \u202eachterstevoren\u202c", "", strings.Repeat("honderd kilobyte, zei zij, en nog wat. ", 2600),
}, "\n")

// typography evens out what the book sets as it sets every text: quotation marks and dashes.
var typography = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "–", "--")

func sameWords(a, b string) bool {
	plain := func(s string) string { return strings.Join(strings.Fields(typography.Replace(s)), " ") }
	return plain(a) == plain(b)
}

// A reader fills in the form by keyboard, with texts that mean harm; the file passes the check as it is, and the text stands on the page as typed.
func TestOwnReflectionBecomesAPage(t *testing.T) {
	needsBrowser(t)
	lent := tab(t)
	downloads := t.TempDir()
	must(t, lent.Downloads(downloads))
	openOwn(t, lent, editions(t)[0].dir, map[string]any{"impression": "Zij wil niet", "later": "Niemand vroeg het", "turning": "aanmaning"})
	for field, want := range map[string]string{"first_impression": "Zij wil niet", "later_judgement": "Niemand vroeg het", "turning_card": "nadira#aanmaning"} {
		if got := ownField(t, lent, field); got != want {
			t.Errorf("from the rounds %s is %q, want %q", field, got, want)
		}
	}
	typed := map[string]string{"text": hostileText, "headline": "een kop: \"met\" # en [[haken]]", "advice": "- bel: 'eerst' #altijd\n---\n", "next_step": "maandag <b>bel</b> ik"}
	for _, field := range []string{"text", "headline", "advice", "next_step"} {
		focusOn(t, lent, field)
		must(t, lent.Insert(typed[field]))
	}
	focusOn(t, lent, "themes")
	must(t, lent.Press(" "))
	focusOn(t, lent, "display")
	must(t, lent.Press(strings.Repeat(kb.ArrowDown, 3)))
	for field, text := range map[string]string{"participant": "Els van der Veld", "role": "wijkconsulent", "organisation": "Woonstichting Tij"} {
		focusOn(t, lent, field)
		must(t, lent.Insert(text))
	}
	focusOn(t, lent, "consent")
	must(t, lent.Press(" "))
	wellMade(t, lent, "filled in")
	focusOn(t, lent, "save")
	must(t, lent.Enter())
	name, file, err := browser.Downloaded(downloads)
	must(t, err)
	if !regexp.MustCompile(`^reflectie-nadira-[b-w]{6}\.md$`).MatchString(name) {
		t.Errorf("the file is called %q", name)
	}
	wellMade(t, lent, "saved")
	focusOn(t, lent, "copy")
	must(t, lent.Press(" "))
	comes(t, lent, `/^(Gekopieerd|Kopiëren lukt)/.test(document.querySelector(".own output").textContent)`, "true")

	page := publishedWith(t, exampleContent(), "reflecties/"+name, file, 1)
	if page == nil {
		t.Fatalf("there is no page of %s", name)
	}
	quote, _ := page.Element("citaat")
	if !sameWords(quote, hostileText) {
		t.Errorf("the page says %.2000q", quote)
	}
	whole := page.Text()
	for _, want := range []string{"Els van der Veld", "wijkconsulent, Woonstichting Tij", `een kop: "met" # en [[haken]]`, "- bel: 'eerst' #altijd ---", "maandag <b>bel</b> ik", "Zij wil niet", "Niemand vroeg het", "Toch lezen"} {
		if !strings.Contains(strings.Join(strings.Fields(whole), " "), want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	opensAgain(t, lent, filepath.Join(downloads, name))
	for _, trouble := range lent.Trouble() {
		t.Error(trouble)
	}
}

// opensAgain wipes the form, opens the file in it, and takes that back; what is no such file changes nothing.
func opensAgain(t *testing.T, lent *browser.Tab, file string) {
	t.Helper()
	all := `JSON.stringify([...document.querySelectorAll(".own [name]:not([type=file])")].map(e => [e.name, e.value, e.checked]))`
	before, err := browser.Eval[string](lent, all)
	must(t, err)
	focusOn(t, lent, "wipe")
	must(t, lent.Press(" "))
	comes(t, lent, `document.querySelector(".own [name=text]").value+document.querySelector(".own output").textContent`, "Gewist.")
	wellMade(t, lent, "wiped")
	must(t, lent.Choose(".own [name=open]", file))
	comes(t, lent, `document.querySelector(".own output").textContent`, "Uw reflectie staat weer in het formulier.")
	after, err := browser.Eval[string](lent, all)
	must(t, err)
	plain := func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), `\n`, "") }
	if plain(after) != plain(before) {
		t.Errorf("the form holds %.1500s, and held %.1500s", after, before)
	}
	focusOn(t, lent, "undo")
	must(t, lent.Press(" "))
	comes(t, lent, `document.querySelector(".own [name=text]").value+document.querySelector(".own output").textContent`, "Het staat er weer.")
	must(t, lent.Choose(".own [name=open]", file))
	comes(t, lent, `document.querySelector(".own output").textContent`, "Uw reflectie staat weer in het formulier.")
	data, err := os.ReadFile(file)
	must(t, err)
	_, err = browser.Eval[bool](lent, fmt.Sprintf(`(() => { const dragged = new DataTransfer()
		dragged.items.add(new File([%s], %q))
		document.querySelector("[name=wipe]").click()
		return document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: dragged, bubbles: true, cancelable: true})) })()`, jsonOf(t, string(data)), filepath.Base(file)))
	must(t, err)
	comes(t, lent, `document.querySelector(".own output").textContent`, "Uw reflectie staat weer in het formulier.")
	for text, says := range map[string]string{
		"# zomaar": "regel 1 ", strings.Replace(string(data), "weergave: naam", "weergave: groot", 1): "regel 7 ",
		strings.Replace(string(data), `"nadira"]`, `"fenna"]`, 1): "andere casus", strings.Replace(string(data), "nadira#aanmaning", "nadira#weg", 1): "andere casus",
	} {
		other := filepath.Join(t.TempDir(), "anders.md")
		must(t, os.WriteFile(other, []byte(text), 0o600))
		must(t, lent.Choose(".own [name=open]", other))
		comes(t, lent, fmt.Sprintf(`document.querySelector(".own output").textContent.includes(%q)`, says), "true")
		got, err := browser.Eval[string](lent, all)
		must(t, err)
		if got != after {
			t.Errorf("a file that cannot be read changes the form to %.1500s", got)
		}
	}
}

// Without consent the file says so and is not published; what somebody does not want to show is not in it.
func TestOwnReflectionHoldsNoMoreThanItsWriterWants(t *testing.T) {
	needsBrowser(t)
	lent := tab(t)
	openOwn(t, lent, editions(t)[0].dir, nil)
	for field, text := range map[string]string{"participant": "zznaamzz", "role": "zzfunctiezz", "organisation": "zzhuiszz"} {
		_, err := browser.Eval[bool](lent, fmt.Sprintf(`(document.querySelector(".own [name=%s]").value = %q, true)`, field, text))
		must(t, err)
	}
	for display, want := range map[string][]string{"anonymous": nil, "organisation": {"zzhuiszz"}, "role": {"zzfunctiezz"}, "name": {"zznaamzz", "zzfunctiezz", "zzhuiszz"}} {
		_, err := browser.Eval[bool](lent, fmt.Sprintf(`(document.querySelector(".own [value=%s]").click(), true)`, display))
		must(t, err)
		file := ownField(t, lent, "file")
		if got := regexp.MustCompile(`zz\w+zz`).FindAllString(file, -1); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: the file holds %v, want %v", display, got, want)
		}
		if !strings.Contains(file, "# Zonder toestemming") || strings.Contains(file, "gegeven") {
			t.Errorf("%s: without consent the file is %s", display, file)
		}
		publishedWith(t, exampleContent(), "reflecties/reflectie-nadira-abc123.md", []byte(file), 0)
		must(t, lent.Look(browser.View{Width: 794, Print: true}))
		pdf, err := lent.PDF()
		must(t, err)
		printed, err := sheets(pdf)
		must(t, err)
		if got := regexp.MustCompile(`zz\w+zz`).FindAllString(printed[0].text, -1); len(printed) != 1 || strings.Join(got, " ") != strings.Join(want, " ") || !strings.Contains(printed[0].text, "Toestemming: niet gegeven") || strings.Contains(printed[0].text, "Bewaar") {
			t.Errorf("%s: on paper are %d sheets, with %v: %s", display, len(printed), got, printed[0].text)
		}
		must(t, lent.Look(browser.View{Width: 1024}))
	}
}

// On an English site the file has English keys; and the file that is filled in by hand passes too.
func TestOwnReflectionInEnglishAndByHand(t *testing.T) {
	needsBrowser(t)
	content := os.DirFS(filepath.Join("..", "testdata", "english", "content"))
	files, err := build(content, guard.Public)
	must(t, err)
	dir := t.TempDir()
	must(t, save(dir, files))
	lent := tab(t)
	must(t, lent.Open(fromDisk(dir, "cases/owen/own-reflection/index.html"), browser.View{Width: 1024}))
	focusOn(t, lent, "text")
	must(t, lent.Insert("it was the fence"))
	focusOn(t, lent, "consent")
	must(t, lent.Press(" "))
	focusOn(t, lent, "turning_card")
	must(t, lent.Press(kb.ArrowDown+kb.ArrowDown))
	file := ownField(t, lent, "file")
	if !strings.Contains(file, "\nturning_card: \"owen#") || !strings.Contains(file, "\ndisplay: anonymous\nconsent: {given: 2") || !strings.Contains(file, "headline: \"A reflection\"\n") {
		t.Errorf("the file is %s", file)
	}
	publishedWith(t, content, "reflections/reflection-owen-abc123.md", []byte(file), 1)

	for site, at := range map[fs.FS]string{content: "cases/owen/own-reflection/index.html", exampleContent(): ownPage} {
		made, err := build(site, guard.Public)
		must(t, err)
		skeleton := checks.NewSite(map[string][]byte{at: made[at]}).Pages[0].TextOf("pre")
		publishedWith(t, site, "reflections/by-hand.md", []byte(skeleton), 0)
	}
}

// A browser that keeps nothing says so, and the file can be made all the same.
func TestOwnReflectionWithoutStorage(t *testing.T) {
	needsBrowser(t)
	lent := tab(t)
	full := fromDisk(editions(t)[0].dir, ownPage)
	files := http.FileServer(http.Dir(editions(t)[0].dir))
	blocked := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "sandbox allow-scripts allow-downloads allow-forms") // then storage throws
		w.Header().Set("Access-Control-Allow-Origin", "*")
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(blocked.Close)
	for name, address := range map[string]string{"full": full, "blocked": blocked.URL + "/" + strings.TrimSuffix(ownPage, "index.html")} {
		must(t, lent.Open(address, browser.View{Width: 360}))
		if name == "full" {
			_, err := browser.Eval[bool](lent, `(Storage.prototype.setItem = () => { throw new DOMException("vol", "QuotaExceededError") }, true)`)
			must(t, err)
		}
		focusOn(t, lent, "text")
		must(t, lent.Insert("toch geschreven"))
		comes(t, lent, `document.querySelector(".own output").textContent.startsWith("Deze browser onthoudt niets.")`, "true")
		if file := ownField(t, lent, "file"); !strings.HasSuffix(file, "\n\ntoch geschreven\n") {
			t.Errorf("%s: the file is %s", name, file)
		}
		downloads := t.TempDir()
		must(t, lent.Downloads(downloads))
		focusOn(t, lent, "save")
		must(t, lent.Enter())
		if _, data, err := browser.Downloaded(downloads); err != nil || !strings.Contains(string(data), "toch geschreven") {
			t.Errorf("%s: saved %s, %v", name, data, err)
		}
	}
}

func jsonOf(t *testing.T, text string) string {
	t.Helper()
	data, err := json.Marshal(text)
	must(t, err)
	return string(data)
}

// openOwn opens the page as who did something in the rounds of the case.
func openOwn(t *testing.T, lent *browser.Tab, dir string, did map[string]any) {
	t.Helper()
	address := fromDisk(dir, ownPage)
	must(t, lent.Open(address, browser.View{Width: 1024}))
	kept, err := json.Marshal(did)
	must(t, err)
	_, err = browser.Eval[bool](lent, fmt.Sprintf(`(localStorage.clear(), localStorage.setItem("casusboek/" + document.documentElement.dataset.book + "/case/nadira", %q), true)`, kept))
	must(t, err)
	must(t, lent.Open(address, browser.View{Width: 1024}))
}

func ownField(t *testing.T, lent *browser.Tab, name string) string {
	t.Helper()
	value, err := browser.Eval[string](lent, fmt.Sprintf(`document.querySelector(".own [name=%s]").value`, name))
	must(t, err)
	return value
}

// focusOn goes on with the Tab key until a field of the form has the focus.
func focusOn(t *testing.T, lent *browser.Tab, name string) {
	t.Helper()
	for range 150 { // once round the page and its browser
		must(t, lent.Tabulate())
		at, err := browser.Eval[string](lent, `document.activeElement.name ?? ""`)
		must(t, err)
		if at == name {
			return
		}
	}
	t.Fatalf("the Tab key never comes to %s", name)
}

// wellMade holds that the page as it now is can be read by everybody, on a phone, in the dark and on paper.
func wellMade(t *testing.T, lent *browser.Tab, state string) {
	t.Helper()
	script, err := axe()
	must(t, err)
	for _, v := range []browser.View{{Width: 360, Dark: true}, {Width: 1024}, {Width: 794, Print: true}} {
		must(t, lent.Look(v))
		broken, err := lent.Axe(script)
		must(t, err)
		wide, err := browser.Eval[int](lent, `document.documentElement.scrollWidth - innerWidth`)
		must(t, err)
		if wide > 0 && !v.Print {
			t.Errorf("%s, %s: %d px too wide", state, v, wide)
		}
		for _, line := range broken {
			if !v.Print || !strings.HasPrefix(line, "target-size") {
				t.Errorf("%s, %s: %s", state, v, line)
			}
		}
	}
	must(t, lent.Look(browser.View{Width: 1024}))
}

// publishedWith builds a casebook with one more file: the check finds no more in it than without, and so many reflections more are published. It gives the page
// of the file.
func publishedWith(t *testing.T, site fs.FS, name string, file []byte, more int) *checks.Page {
	t.Helper()
	content := copyOf(t, site)
	// The day of a consent is that of the browser's clock.
	in := generator.Input{Content: content, Today: time.Now().UTC().Truncate(24 * time.Hour), Version: "test"}
	before, err := generator.Check(context.Background(), in)
	must(t, err)
	content[name] = &fstest.MapFile{Data: file}
	out := &memory{files: map[string][]byte{}}
	result, err := generator.Build(context.Background(), in, out)
	must(t, err)
	if len(result.Problems) != len(before.Problems) || result.Failed() {
		t.Errorf("the check finds in %s %v", name, slices.DeleteFunc(result.Problems, func(p diag.Problem) bool { return p.Pos.File != "content/"+name }))
	}
	if result.Reflections != before.Reflections+more || result.Unconsented != before.Unconsented+1-more {
		t.Errorf("%d reflections and %d without consent, and before %d and %d", result.Reflections, result.Unconsented, before.Reflections, before.Unconsented)
	}
	for _, p := range checks.NewSite(out.files).Pages {
		if p.Path == strings.TrimSuffix(name, ".md")+"/index.html" {
			return p
		}
	}
	return nil
}
