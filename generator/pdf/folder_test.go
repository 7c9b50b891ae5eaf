package pdf_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/pdf"
)

// press makes a "PDF" of the page's text, its style and the ticks, and says what it was asked for.
type press struct {
	maker string
	asked []string
	fails string // the page that can not be printed
}

func (p *press) Maker() string { return p.maker }

func (p *press) Print(_ context.Context, files pdf.Files, documents []pdf.Document, done func(int, pdf.Printed) error) error {
	for i, d := range documents {
		if d.Page == p.fails {
			return errors.New("vastgelopen")
		}
		p.asked = append(p.asked, d.Page+strings.Join(d.Ticks, "+"))
		text := p.maker + fmt.Sprint(d.Ticks)
		used := []string{d.Page, "stijl.css", "foto.png"}
		for _, name := range used {
			data, _ := files.ReadFile(name)
			text += string(data)
		}
		if err := done(i, pdf.Printed{PDF: []byte(text), Files: used}); err != nil {
			return err
		}
	}
	return nil
}

// disk is a folder; Add fills the next one.
type disk struct{ now, next map[string]string }

func (d *disk) old(file string) ([]byte, error) {
	text, ok := d.now[file]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text), nil
}

func (d *disk) Add(path string, data []byte) error {
	if _, twice := d.next[path]; twice {
		return fmt.Errorf("%s is added twice", path)
	}
	d.next[path] = string(data)
	return nil
}

// run fills the folder and gives what was printed, and the PDFs that are there then.
func run(t *testing.T, d *disk, p *press, site map[string]string, things []pdf.Job) (pdf.FolderStats, []string, []string) {
	t.Helper()
	pages := &pdf.Pages{}
	for name, text := range site {
		if err := pages.Add(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	p.asked, d.next = nil, map[string]string{}
	stats, err := pdf.PrintFolder(t.Context(), p, pages, things, d.old, d, nil)
	if err != nil {
		t.Fatal(err)
	}
	d.now = d.next
	var there []string
	for _, name := range slices.Sorted(maps.Keys(d.now)) {
		if strings.HasSuffix(name, ".pdf") {
			there = append(there, name)
		}
	}
	slices.Sort(p.asked)
	return stats, p.asked, there
}

func thing(name, page string, chosen bool, ticks ...string) pdf.Job {
	return pdf.Job{Document: pdf.Document{Page: page, Ticks: ticks}, Name: name, Chosen: chosen}
}

func TestOnlyWhatChangedIsPrinted(t *testing.T) {
	site := map[string]string{"a.html": "A", "b.html": "B", "stijl.css": "s"}
	all := []pdf.Job{thing("a", "a.html", true), thing("b", "b.html", true), thing("b-groot", "b.html", true, "groot")}
	d, p := &disk{}, &press{maker: "1"}
	for _, c := range []struct {
		name   string
		change func()
		want   []string
	}{
		{"the first time", func() {}, []string{"a.html", "b.html", "b.htmlgroot"}},
		{"nothing changed", func() {}, nil},
		{"a page", func() { site["a.html"] = "A2" }, []string{"a.html"}},
		{"a style", func() { site["stijl.css"] = "s2" }, []string{"a.html", "b.html", "b.htmlgroot"}},
		{"a picture that was not there", func() { site["foto.png"] = "f" }, []string{"a.html", "b.html", "b.htmlgroot"}},
		{"a file that no page uses", func() { site["c.html"] = "C" }, nil},
		{"another browser", func() { p.maker = "2" }, []string{"a.html", "b.html", "b.htmlgroot"}},
		{"a PDF that somebody changed", func() { d.now["b.pdf"] = "anders" }, []string{"b.html"}},
		{"a PDF that is gone", func() { delete(d.now, "a.pdf") }, []string{"a.html"}},
		{"a ledger that can not be read", func() { d.now[".casusboek-prints.json"] = "{" }, []string{"a.html", "b.html", "b.htmlgroot"}},
		{"a choice", func() { all[2].Ticks = []string{"reus"} }, []string{"b.htmlreus"}},
		{"another page under the same name", func() { all[0].Page = "c.html" }, []string{"c.html"}},
	} {
		c.change()
		stats, asked, there := run(t, d, p, site, all)
		if !slices.Equal(asked, c.want) || stats.Printed != len(c.want) || stats.Kept != 3-len(c.want) {
			t.Errorf("%s: printed %v, want %v; %+v", c.name, asked, c.want, stats)
		}
		if !slices.Equal(there, []string{"a.pdf", "b-groot.pdf", "b.pdf"}) {
			t.Errorf("%s: the folder holds %v", c.name, there)
		}
	}
}

func TestOthersStayOnlyWhileTheyAreRight(t *testing.T) {
	site := map[string]string{"a.html": "A", "b.html": "B", "c.html": "C", "stijl.css": "s"}
	things := []pdf.Job{thing("a", "a.html", true), thing("b", "b.html", true), thing("c", "c.html", true)}
	d, p := &disk{}, &press{maker: "1"}
	run(t, d, p, site, things)
	things[1].Chosen, things[2].Chosen = false, false
	p.maker = "2" // an update of the browser makes nothing untrue
	stats, asked, there := run(t, d, p, site, things)
	if !slices.Equal(asked, []string{"a.html"}) || stats.Others != 2 || len(there) != 3 {
		t.Errorf("printed %v, the folder holds %v, %+v", asked, there, stats)
	}
	site["b.html"] = "B2"
	stats, asked, there = run(t, d, p, site, things)
	if len(asked) != 0 || !slices.Equal(stats.Stale, []string{"b.pdf"}) || !slices.Equal(there, []string{"a.pdf", "c.pdf"}) {
		t.Errorf("printed %v, the folder holds %v, %+v", asked, there, stats)
	}
	_, _, there = run(t, d, p, site, things[:1])
	if !slices.Equal(there, []string{"a.pdf"}) {
		t.Errorf("what there is no more stays in the folder: %v", there)
	}
	if _, asked, _ = run(t, d, p, site, []pdf.Job{thing("a", "a.html", true), thing("b", "b.html", false)}); len(asked) != 0 {
		t.Errorf("what was not asked for is printed: %v", asked)
	}
}

func TestAPrintThatFails(t *testing.T) {
	d, p := &disk{next: map[string]string{}}, &press{maker: "1", fails: "b.html"}
	pages := &pdf.Pages{}
	if _, err := pdf.PrintFolder(t.Context(), p, pages, []pdf.Job{thing("b", "b.html", true)}, d.old, d, nil); err == nil {
		t.Error("no error")
	}
	if _, there := d.next[".casusboek-prints.json"]; there {
		t.Error("a folder that is not whole has a ledger")
	}
}

func TestProgressAndMade(t *testing.T) {
	d, p := &disk{next: map[string]string{}}, &press{maker: "1"}
	if pdf.IsPDFFolder(d.old) {
		t.Error("an empty folder is one of PDFs")
	}
	var told []string
	pages := &pdf.Pages{}
	_, err := pdf.PrintFolder(t.Context(), p, pages, []pdf.Job{thing("a", "a.html", true), thing("b", "b.html", false), thing("c", "c.html", true)}, d.old, d,
		func(ready, all int) { told = append(told, fmt.Sprint(ready, "/", all)) })
	if err != nil || !slices.Equal(told, []string{"0/2", "1/2", "2/2"}) {
		t.Errorf("%v, %v", told, err)
	}
	d.now = d.next
	if !pdf.IsPDFFolder(d.old) {
		t.Error("a folder of PDFs is not known as one")
	}
}
