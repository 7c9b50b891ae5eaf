// Package checks looks at a finished site the way its readers, browsers and critics will, and says what is wrong with it. It knows nothing
// of how the site is made: it gets files and reports faults, so that it can be trusted when the generator is rewritten.
//
// A Site is a set of files. Every check is a small function over one page or one file, listed in Pages and Files; each is
// shown a deliberately broken snippet in checks_test.go, so that it is known to turn red.
//
//	site := checks.NewSite(files) // path -> bytes
//	for _, fault := range site.Faults() {
//		t.Error(fault) // casussen/nadira/index.html: the link to "../mo/index.html" leads nowhere
//	}
//
// The tests of this package build the example casebook once and hold the promises of a whole site over it: these checks, the
// canaries (spoilers and private words), equal bytes, a killed build, the golden pages, and a real browser.
package checks

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// Site is a finished site.
type Site struct {
	Files map[string][]byte // by slash separated path below the output folder
	Pages []*Page           // the HTML files, by path
	pages map[string]*Page
}

// Page is one HTML file, parsed as a browser does.
type Page struct {
	Path   string
	Source []byte
	Root   *html.Node
	ids    map[string]int // how often each id occurs
}

// Fault is one thing that is wrong.
type Fault struct{ File, Check, What string }

func (f Fault) String() string { return f.File + ": " + f.What + " [" + f.Check + "]" }

// NewSite parses the pages among files.
func NewSite(files map[string][]byte) *Site {
	s := &Site{Files: files, pages: map[string]*Page{}}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) == ".html" {
			p := newPage(name, files[name])
			s.Pages = append(s.Pages, p)
			s.pages[name] = p
		}
	}
	return s
}

// ReadSite takes all files below a folder, except hidden ones: those are not casusboek's or not for readers.
func ReadSite(folder fs.FS) (*Site, error) {
	files := map[string][]byte{}
	err := fs.WalkDir(folder, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if name != "." && strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if !d.IsDir() {
			files[name], err = fs.ReadFile(folder, name)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return NewSite(files), nil
}

func newPage(name string, source []byte) *Page {
	p := &Page{Path: name, Source: source, ids: map[string]int{}}
	root, err := html.Parse(bytes.NewReader(source))
	if err != nil {
		root = &html.Node{Type: html.DocumentNode} // the parser only fails on a failing reader
	}
	p.Root = root
	for n := range root.Descendants() {
		if id, ok := attr(n, "id"); ok {
			p.ids[id]++
		}
	}
	return p
}

// Faults runs all checks; none means that the site holds what it promises as far as files can tell.
func (s *Site) Faults() []Fault {
	var faults []Fault
	note := func(file, check string, found []string) {
		for _, what := range found {
			faults = append(faults, Fault{file, check, what})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		for _, c := range FileChecks {
			note(name, c.Name, c.Find(name, s.Files[name]))
		}
	}
	for _, p := range s.Pages {
		for _, c := range PageChecks {
			note(p.Path, c.Name, c.Find(s, p))
		}
	}
	note("", "titles", sameTitles(s))
	return faults
}

// PageCheck finds faults in one page; the site is there to follow links.
type PageCheck struct {
	Name string
	Find func(*Site, *Page) []string
}

// PageChecks are all checks of pages.
var PageChecks = []PageCheck{
	{"links", links},
	{"ids", ids},
	{"headings", headings},
	{"head", head},
	{"pictures", pictures},
	{"outside", outsidePage},
	{"policy", policy},
	{"inline", inline},
	{"nesting", nesting},
	{"words", words},
	{"escapes", escapes},
}

// FileCheck finds faults in one file of any kind.
type FileCheck struct {
	Name string
	Find func(name string, data []byte) []string
}

// FileChecks are all checks of files.
var FileChecks = []FileCheck{
	{"encoding", encoding},
	{"well-formed", wellFormed},
	{"leftovers", leftovers},
	{"outside", outsideFile},
}

// Type is the type of a page, read from its place alone: casussen/nadira/ronde-2/index.html is of type casussen/*/ronde-*. Pages at the
// top, which differ most, are each a type of their own.
func (p *Page) Type() string {
	parts := strings.Split(strings.TrimSuffix(strings.TrimSuffix(p.Path, "index.html"), "/"), "/")
	if len(parts) > 1 {
		parts[1] = "*"
	}
	return number.ReplaceAllString(strings.Join(parts, "/"), "-*")
}

// together are the types of pages that hold what other pages hold: packs and run sheets, and decks in other sizes than the first.
var together = regexp.MustCompile(`/(pakket|pakket-begeleider|draaiboek|kaarten/[a-z0-9-]+)$`)

var number = regexp.MustCompile(`-[0-9]+$`)

// Representatives gives, for every page type, its largest and its smallest page: the one that strains the layout and the one
// that leaves it empty. Of pages that are put together from others, such as a session's pack, the smallest does.
func (s *Site) Representatives() []*Page {
	types := map[string][]*Page{}
	for _, p := range s.Pages {
		types[p.Type()] = append(types[p.Type()], p)
	}
	var chosen []*Page
	for _, name := range slices.Sorted(maps.Keys(types)) {
		pages := types[name]
		slices.SortStableFunc(pages, func(a, b *Page) int { return len(b.Source) - len(a.Source) })
		last := pages[len(pages)-1]
		if last != pages[0] && !together.MatchString(name) {
			chosen = append(chosen, pages[0])
		}
		chosen = append(chosen, last)
	}
	return chosen
}

func attr(n *html.Node, key string) (string, bool) {
	if n.Type != html.ElementNode {
		return "", false
	}
	for _, a := range n.Attr {
		if a.Key == key && (a.Namespace == "" || a.Namespace == "xlink") {
			return a.Val, true
		}
	}
	return "", false
}

// text is all text below n, with white space as it stands.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// elements gives all elements of the page with one of the names.
func (p *Page) elements(names ...string) []*html.Node {
	var found []*html.Node
	for n := range p.Root.Descendants() {
		if n.Type == html.ElementNode && slices.Contains(names, n.Data) {
			found = append(found, n)
		}
	}
	return found
}

func fault(format string, args ...any) string { return fmt.Sprintf(format, args...) }

// Text is all that stands on the page.
func (p *Page) Text() string { return text(p.Root) }

// TextOf is what stands in the first element with a name.
func (p *Page) TextOf(name string) string {
	if found := p.elements(name); len(found) > 0 {
		return text(found[0])
	}
	return ""
}

// Element is what stands in the element with an id, and whether there is one.
func (p *Page) Element(id string) (string, bool) {
	for n := range p.Root.Descendants() {
		if at, ok := attr(n, "id"); ok && at == id {
			return text(n), true
		}
	}
	return "", false
}
