package checks_test

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"casusboek/generator/checks"
	"casusboek/generator/checks/browser"
)

// bound are the pages of the example that have a list of contents of their own, by path, in both editions.
func bound(t *testing.T) map[string]edition {
	t.Helper()
	found := map[string]edition{}
	for _, e := range editions(t) {
		for _, p := range e.site.Pages {
			switch path.Base(path.Dir(p.Path)) {
			case "pakket", "draaiboek", "pakket-begeleider":
				if e.facilitator || found[p.Path].site == nil {
					found[p.Path] = e
				}
			}
		}
	}
	if len(found) != 6 {
		t.Fatalf("the example has %d of them, not a pack, a run sheet and a facilitator's pack for each of two sessions", len(found))
	}
	return found
}

var contentsLink = regexp.MustCompile(`(?s)<a href="#([^"]+)">[^<]*(?:<span>.*?</span>)?[^<]*<span class="page-number"></span></a>`)

// contentsOf are the ids that a page's lists of contents lead to, and the ids of the page, both in reading order.
func contentsOf(data []byte) (listed, ids []string) {
	for _, m := range contentsLink.FindAllSubmatch(data, -1) {
		listed = append(listed, string(m[1]))
	}
	for _, m := range regexp.MustCompile(`\sid="([^"]+)"`).FindAllSubmatch(data, -1) {
		ids = append(ids, string(m[1]))
	}
	return listed, ids
}

// misled tells which entries of a list of contents lead nowhere, or back.
func misled(listed, ids []string) (faults []string) {
	last := -1
	for _, id := range listed {
		at := slices.Index(ids, id)
		switch {
		case at < 0:
			faults = append(faults, id+" is not on the page")
		case at <= last:
			faults = append(faults, id+" comes earlier than the entry before it")
		}
		last = max(last, at)
	}
	return faults
}

func TestMisledContentsAreSeen(t *testing.T) {
	if got := misled([]string{"a", "c", "b", "d"}, []string{"x", "a", "b", "c"}); len(got) != 2 {
		t.Errorf("%q, want the entry that leads back and the one that leads nowhere", got)
	}
}

// listedOnce drops what the run sheet of a pack refers to before its place in the contents: its list of paper to bring.
func listedOnce(data []byte) []byte {
	return regexp.MustCompile(`(?s)<table class="runsheet__bring">.*?</table>`).ReplaceAll(data, nil)
}

func TestContentsLeadToTheirPagesInReadingOrder(t *testing.T) {
	for name, e := range bound(t) {
		data := e.site.Files[name]
		listed, ids := contentsOf(listedOnce(data))
		if len(listed) < 2 {
			t.Errorf("%s has no list of contents", name)
		}
		for _, fault := range misled(listed, ids) {
			t.Errorf("%s: %s", name, fault)
		}
		all, _ := contentsOf(data)
		for _, id := range all {
			if !slices.Contains(ids, id) {
				t.Errorf("%s: %s is not on the page", name, id)
			}
		}
	}
}

// lives is what casusboek.json says of the cases.
type lives struct {
	Cases []struct {
		ID     string
		Events []struct{ Title string }
	}
}

// TestPacksOnPaper prints all packs and run sheets. No page of them is empty, every entry of the contents comes later
// than the one before it, and a participants' pack has no word of a later round or of the facilitator in the whole PDF.
func TestPacksOnPaper(t *testing.T) {
	needsBrowser(t)
	lent := tab(t)
	for name, e := range bound(t) {
		must(t, lent.Open(fromDisk(e.dir, name), browser.View{Width: 794, Print: true}))
		pdf, err := lent.PDF()
		must(t, err)
		printed, err := sheets(pdf)
		must(t, err)
		sections := strings.Count(string(e.site.Files[name]), `<section class="sheet `)
		if len(printed) < sections/2 || len(printed) > 2*sections {
			t.Errorf("%s: %d pages come of %d sheets", name, len(printed), sections)
		}
		var all strings.Builder
		for i, s := range printed {
			all.WriteString(strings.Join(strings.Fields(s.text), " ") + " ")
			if !s.inked {
				t.Errorf("%s: page %d of %d is empty", name, i+1, len(printed))
			}
		}
		onRightPages(t, name, e.site.Files[name], pdf, len(printed))
		if path.Base(path.Dir(name)) == "pakket" {
			knowsNothing(t, name, e, all.String())
		}
	}
}

// knowsNothing holds that no event and nothing of the facilitator's is in the text of a print.
func knowsNothing(t *testing.T, name string, e edition, text string) {
	t.Helper()
	var book lives
	must(t, json.Unmarshal(e.site.Files["casusboek.json"], &book))
	events := 0
	for _, c := range book.Cases {
		handout := string(e.site.Files["casussen/"+c.ID+"/handout/index.html"]) // whose author may use the same words; its spoilers are looked for elsewhere
		for _, event := range c.Events {
			if strings.Contains(handout, event.Title) {
				continue
			}
			events++
			if len(event.Title) > 8 && strings.Contains(text, event.Title) {
				t.Errorf("%s gives %q away", name, event.Title)
			}
		}
	}
	if events < 30 {
		t.Fatalf("casusboek.json has %d events", events)
	}
	for _, word := range []string{"niet voor publicatie", "Valkuilen", "Hoe het verder ging", "Lees voor"} {
		if strings.Contains(text, word) {
			t.Errorf("%s says %q", name, word)
		}
	}
}

var destination = regexp.MustCompile(`(?m)^\s*(\d+)\s+\[.*"(.*)"`)

// onRightPages holds that the parts of a bundle come out on pages in the order of its contents, each on a page of its
// own unless it goes on where the list of cards ends.
func onRightPages(t *testing.T, name string, data, pdf []byte, pages int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "bundle.pdf")
	must(t, os.WriteFile(file, pdf, 0o600))
	out, err := poppler("pdfinfo", "-dests", file)
	must(t, err)
	at := map[string]int{}
	for _, m := range destination.FindAllStringSubmatch(string(out), -1) {
		page, err := strconv.Atoi(m[1])
		must(t, err)
		at[m[2]] = page
	}
	listed, _ := contentsOf(listedOnce(data))
	last := 0
	for _, id := range listed {
		page := at[id]
		if page <= last && !(page == last && strings.HasSuffix(id, "-network")) || page > pages {
			t.Errorf("%s: %s is on page %d, after page %d", name, id, page, last)
		}
		last = page
	}
}

// TestGuideIsNotTorn prints the guides of all cases: each round begins on a page of its own, at its top.
func TestGuideIsNotTorn(t *testing.T) {
	needsBrowser(t)
	lent := tab(t)
	e := editions(t)[1]
	guides := 0
	for _, p := range e.site.Pages {
		if path.Base(path.Dir(p.Path)) != "gids" {
			continue
		}
		guides++
		must(t, lent.Open(fromDisk(e.dir, p.Path), browser.View{Width: 794, Print: true}))
		pdf, err := lent.PDF()
		must(t, err)
		printed, err := sheets(pdf)
		must(t, err)
		for _, round := range roundsOf(p) {
			top := 0
			for _, s := range printed {
				if head := letters(strings.Join(strings.SplitN(s.text, "\n", 9)[:min(8, strings.Count(s.text, "\n"))], "")); strings.Contains(head, letters(round)) && strings.Contains(head, "gids") {
					top++
				}
			}
			if top == 0 {
				t.Errorf("%s: %q stands at the top of no page", p.Path, round)
			}
		}
	}
	if guides < 5 {
		t.Errorf("only %d guides", guides)
	}
}

// roundsOf are the headings of the rounds of a guide.
func roundsOf(p *checks.Page) []string {
	var names []string
	var walk func(n *html.Node, inside bool)
	walk = func(n *html.Node, inside bool) {
		if n.Type == html.ElementNode && slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "class" && strings.Contains(a.Val, "guide--round") }) {
			inside = true
		}
		if inside && n.Type == html.ElementNode && n.Data == "h2" {
			names = append(names, textOf(n))
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside)
		}
	}
	walk(p.Root, false)
	return names
}

func textOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(textOf(c))
	}
	return b.String()
}
