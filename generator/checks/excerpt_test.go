package checks_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/bundle"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/browser"
	"casusboek/generator/site"
)

// chaptersOf makes the pages of a part of the example.
func chaptersOf(t *testing.T, choose func(*casebook.Book) (site.Part, bool)) (map[string][]byte, []site.Chapter, generator.Result) {
	t.Helper()
	files := &generator.Memory{}
	chapters, result, err := generator.Chapters(context.Background(), generator.Input{Content: exampleContent(), Today: today, Version: "test"}, choose, files)
	must(t, err)
	if len(chapters) == 0 {
		t.Fatalf("there are no chapters: %v", result.Problems)
	}
	return files.Files, chapters, result
}

// unzipped gives the files of an archive.
func unzipped(t *testing.T, data []byte) map[string]string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	files := map[string]string{}
	for _, f := range archive.File {
		text, err := fs.ReadFile(archive, f.Name)
		must(t, err)
		files[f.Name] = string(text)
	}
	return files
}

// TestABookIsWhole reads the example as a book, as strictly as an e-reader does: every file is XML, every link leads somewhere.
func TestABookIsWhole(t *testing.T) {
	files, chapters, result := chaptersOf(t, func(*casebook.Book) (site.Part, bool) { return site.Part{}, true })
	book := bundle.EPUB{Title: "Wat niemand vroeg", Lang: "nl", Contents: "Inhoud", Updated: result.Updated, Files: files}
	for _, c := range chapters {
		book.Chapters = append(book.Chapters, bundle.Chapter{File: c.Address.File(), Level: c.Level})
	}
	var first, second bytes.Buffer
	must(t, bundle.WriteEPUB(&first, book))
	must(t, bundle.WriteEPUB(&second, book))
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("the same book gives other bytes")
	}
	if !bytes.HasPrefix(first.Bytes()[30:], []byte("mimetypeapplication/epub+zip")) {
		t.Error("the file does not begin with its type, bare")
	}
	made := unzipped(t, first.Bytes())
	ids := map[string]map[string]bool{}
	for name, text := range made {
		if ext := path.Ext(name); ext == ".xhtml" || ext == ".opf" || ext == ".xml" {
			ids[name] = wellFormedIDs(t, name, text)
		}
	}
	links := 0
	for name, text := range made {
		if path.Ext(name) == ".xhtml" || path.Ext(name) == ".opf" {
			links += linksResolve(t, made, ids, name, text)
		}
		if strings.Contains(text, "<script") || strings.Contains(text, "@page") {
			t.Errorf("%s has what a book has no use for", name)
		}
	}
	if links < 500 || len(ids) < len(chapters) {
		t.Errorf("%d links in %d files", links, len(ids))
	}
}

// wellFormedIDs reads a file as XML and gives its ids; one that stands twice is a fault.
func wellFormedIDs(t *testing.T, name, text string) map[string]bool {
	t.Helper()
	ids := map[string]bool{}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return ids
		}
		if err != nil {
			t.Errorf("%s is not XML: %v", name, err)
			return ids
		}
		if e, ok := token.(xml.StartElement); ok {
			for _, a := range e.Attr {
				if a.Name.Local == "id" && ids[a.Value] {
					t.Errorf("%s has the id %s twice", name, a.Value)
				} else if a.Name.Local == "id" {
					ids[a.Value] = true
				}
			}
		}
	}
}

// linksResolve counts the links of a file and finds those that lead nowhere.
func linksResolve(t *testing.T, files map[string]string, ids map[string]map[string]bool, name, text string) int {
	t.Helper()
	links := 0
	d := xml.NewDecoder(strings.NewReader(text))
	for token, err := d.Token(); err == nil; token, err = d.Token() {
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, a := range e.Attr {
			if a.Name.Local != "href" && a.Name.Local != "src" {
				continue
			}
			links++
			to, err := url.Parse(a.Value)
			if err != nil || to.Scheme != "" {
				continue
			}
			file := name
			if to.Path != "" {
				file = path.Join(path.Dir(name), to.Path)
			}
			if _, there := files[file]; !there || to.Fragment != "" && !ids[file][to.Fragment] {
				t.Errorf("%s: %q leads nowhere", name, a.Value)
			}
		}
	}
	return links
}

// course makes the course of one case.
func course(t *testing.T) map[string]string {
	t.Helper()
	files, chapters, _ := chaptersOf(t, func(b *casebook.Book) (site.Part, bool) {
		for _, c := range b.Cases {
			if c.ID == "nadira" {
				return site.Part{Case: c}, true
			}
		}
		return site.Part{}, false
	})
	c := bundle.Course{ID: "nadira", Title: "Een <duurder> huis", Lang: "nl", Files: files}
	for _, chapter := range chapters {
		c.Pages = append(c.Pages, chapter.Address.File())
	}
	var data bytes.Buffer
	must(t, bundle.WriteSCORM(&data, c))
	return unzipped(t, data.Bytes())
}

func TestACourseIsOneCase(t *testing.T) {
	made := course(t)
	ids := map[string]map[string]bool{"imsmanifest.xml": wellFormedIDs(t, "imsmanifest.xml", made["imsmanifest.xml"])}
	if n := linksResolve(t, made, ids, "imsmanifest.xml", made["imsmanifest.xml"]); n != len(made) {
		t.Errorf("the manifest names %d files, there are %d and itself", n-1, len(made)-1)
	}
	for name := range made {
		if strings.HasPrefix(name, "casussen/") && !strings.HasPrefix(name, "casussen/nadira/") {
			t.Errorf("the course of nadira holds %s", name)
		}
	}
}

// learningSystem is a page that does what SCORM 1.2 asks of a learning system, and writes down what it is told.
const learningSystem = `<!doctype html><html lang="nl"><head><title>Leeromgeving</title><link rel="icon" href="data:,"><script>
const said = [], kept = {"cmi.core.lesson_status": "not attempted"};
window.API = {
  LMSInitialize: () => { said.push("begin"); return "true" },
  LMSGetValue: (key) => kept[key] ?? "",
  LMSSetValue: (key, value) => { kept[key] = value; said.push(value); return "true" },
  LMSCommit: () => "true",
  LMSFinish: () => { said.push("end"); return "true" },
};
</script></head><body><iframe title="cursus" src="course.html" width="900" height="700"></iframe></body></html>`

// TestALearningSystemHearsTheEnd goes through a course as a reader does.
func TestALearningSystemHearsTheEnd(t *testing.T) {
	needsBrowser(t)
	site := fstest.MapFS{"lms.html": {Data: []byte(learningSystem)}}
	for name, text := range course(t) {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	server := httptest.NewServer(http.FileServerFS(site))
	t.Cleanup(server.Close)
	tab := tab(t)
	must(t, tab.Open(server.URL+"/lms.html", browser.View{Width: 1000}))
	comes(t, tab, `said.join(" ")`, "begin incomplete")
	page := `document.querySelector("iframe").contentDocument.querySelector("iframe").contentDocument`
	comes(t, tab, page+`.querySelector("h1").textContent`, "Een duurder huis")
	_, err := browser.Eval[bool](tab, page+`.querySelector("a[href*=ronde-1]").click(), true`)
	must(t, err)
	comes(t, tab, page+`.querySelector("h1").textContent`, "Uit het huurdossier")
	comes(t, tab, `said.join(" ")`, "begin incomplete")
	_, err = browser.Eval[bool](tab, page+`.location.assign("/casussen/nadira/levenskaart/index.html"), true`)
	must(t, err)
	comes(t, tab, `said.join(" ")`, "begin incomplete completed")
	_, err = browser.Eval[bool](tab, `document.querySelector("iframe").remove(), true`)
	must(t, err)
	comes(t, tab, `said.join(" ")`, "begin incomplete completed end")
	if asked := tab.Trouble(); len(asked) > 0 {
		t.Errorf("trouble: %v", asked)
	}
}
