package site

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/page"
	"casusboek/generator/site/export"
	"casusboek/generator/site/search"
	"casusboek/generator/theme"
)

// Pages makes the files of a site one at a time, when somebody asks for them. It is not safe for concurrent use.
type Pages struct {
	*site
	cleared guard.Cleared
	cases   map[address.Path]*casebook.Case // by their first page
	index   map[string][]byte               // what the search page searches in; nil until somebody searches
}

// OnDemand prepares the pages of a cleared book.
func OnDemand(cleared guard.Cleared, o Options) (*Pages, error) {
	if cleared.IsZero() {
		return nil, errNotCleared
	}
	p := &Pages{site: newSite(cleared.Book(), cleared.Edition(), o), cleared: cleared, cases: map[address.Path]*casebook.Case{}}
	for _, c := range p.Book.Cases {
		p.cases[p.At.Of(&c.Doc)] = c
	}
	return p, nil
}

// File makes the file at a slash separated path of the output folder. The error is fs.ErrNotExist when the site has no
// such file; problems are those of the site's own templates.
func (p *Pages) File(path string) ([]byte, diag.List, error) {
	if spec, ok := p.spec(path); ok {
		html, err := p.Make(spec)
		var faults theme.Faults
		err = faults.Keep(err)
		return html, faults.Problems(), err
	}
	for name, text := range p.assets() {
		if name == path {
			return text, nil, nil
		}
	}
	for _, i := range p.Book.Images {
		if p.At.Image(i.Path) == path {
			data, err := i.Read()
			return data, nil, err
		}
	}
	if strings.HasPrefix(path, p.At.SearchIndex("")) {
		return p.indexFile(path)
	}
	return p.exported(path)
}

// Refilled says that a document of the book has other texts now. What is made of the whole book is made anew when it is asked for.
func (p *Pages) Refilled() { p.index = nil }

// indexFile makes the files of the search index, all of them, when the first is asked for.
func (p *Pages) indexFile(path string) ([]byte, diag.List, error) {
	if p.index == nil {
		files := map[string][]byte{}
		err := search.Files(p.cleared, search.Options{Words: p.Words}, func(name string, data []byte) error {
			files[name] = data
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
		p.index = files
	}
	data, there := p.index[path]
	if !there {
		return nil, nil, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	return data, nil, nil
}

// spec finds the page of a file. The pages of a case are looked for in that case alone: a casebook may have ten
// thousand.
func (p *Pages) spec(path string) (page.Spec, bool) {
	is := func(s page.Spec) bool { return s.Address.File() == path }
	if c := p.caseOf(path); c != nil {
		if specs := p.pagesOf(c); slices.ContainsFunc(specs, is) {
			return specs[slices.IndexFunc(specs, is)], true
		}
		return page.Spec{}, false
	}
	for s := range p.pagesBeside() {
		if is(s) {
			return s, true
		}
	}
	return page.Spec{}, false
}

// caseOf is the case that a file is of, nil when of none.
func (p *Pages) caseOf(path string) *casebook.Case {
	parts := strings.SplitN(path, "/", 3)
	if len(parts) < 3 {
		return nil
	}
	return p.cases[address.Path(parts[0]+"/"+parts[1]+"/")]
}

// exported makes a file for other programs.
func (p *Pages) exported(path string) ([]byte, diag.List, error) {
	data, err := export.File(p.cleared, export.Options{Words: p.Words, Pages: p.addresses(), Updated: p.Updated, Version: p.Version}, path)
	return data, nil, err
}

// Shows gives the file of content/ that a page is about: content/casussen/nadira.md. It is empty for lists and other
// pages of many.
func (p *Pages) Shows(path string) string {
	if c := p.caseOf(path); c != nil {
		return c.Pos.File
	}
	for d := range p.Book.Documents() {
		if _, isCase := d.(*casebook.Case); !isCase && strings.HasPrefix(path, string(p.At.Of(d.Document()))) && p.At.Of(d.Document()) != address.Home {
			return d.Document().Pos.File
		}
	}
	if path == address.Home.File() {
		return p.Book.Site.Pos.File
	}
	return ""
}

// PageOf gives the address of the page that is about a file of content/; empty when there is none.
func (p *Pages) PageOf(file string) string {
	for d := range p.Book.Documents() {
		if d.Document().Pos.File == file {
			return p.At.Of(d.Document()).File()
		}
	}
	return ""
}
