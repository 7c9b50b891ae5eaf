package page

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"sync"
	"time"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/draw"
	"casusboek/generator/guard"
	"casusboek/generator/lang"
	"casusboek/generator/theme"
)

// Options are what a site is rendered with.
type Options struct {
	Words     *lang.Catalogue
	Templates *theme.Templates
	Updated   time.Time // the date that feeds and footers show; from SOURCE_DATE_EPOCH or the newest session, never from the clock
	Version   string    // of casusboek, for the generator tag
}

// Renderer is what all pages of one build share. It is safe for concurrent use, so that pages can be made in parallel.
type Renderer struct {
	Options
	Book    *casebook.Book
	Edition guard.Edition
	At      address.Names // where its pages stand
	Offline bool          // whether browsers are to keep its pages, for reading without a connection

	menu    []place                    // in the masthead
	footer  []place                    // the lesser pages, in the foot
	fiction bool                       // whether every case is invented
	images  map[string]*casebook.Image // by path, in NFC
	licence *Link

	pageList bool                  // whether there is a page that lists the author's own pages
	listed   map[string]bool       // of the places that a menu leads to
	inMenu   map[address.Path]bool // the pages that a menu leads to, and the home page
	frames   frames
}

// NewRenderer prepares a run over a book that the guard has cleared.
func NewRenderer(book *casebook.Book, edition guard.Edition, o Options) *Renderer {
	r := &Renderer{Options: o, Book: book, Edition: edition, At: address.In(o.Words.Lang), licence: licence(book.Site.Licence.V)}
	r.fiction = len(book.Cases) > 0 && !slices.ContainsFunc(book.Cases, func(c *casebook.Case) bool { return c.Origin != casebook.Fictional })
	r.menu, r.footer = r.menus()
	r.inMenu, r.listed = map[address.Path]bool{address.Home: true}, map[string]bool{}
	for _, p := range append(slices.Clone(r.menu), r.footer...) {
		r.inMenu[p.to], r.listed[p.section] = true, true
	}
	r.frames.made = map[frameKey]template.HTML{}
	r.images = make(map[string]*casebook.Image, len(book.Images))
	for i := range book.Images {
		r.images[book.Images[i].Path] = &book.Images[i]
	}
	return r
}

// HasSignals reports whether any case has a signal, so that there is an overview of them.
func (r *Renderer) HasSignals() bool {
	return slices.ContainsFunc(r.Book.Cases, (*casebook.Case).HasSignal)
}

// Spec is one page to be made. View builds its data, which embed the Page, only when its turn comes, so that no more
// pages are in memory than are being made.
type Spec struct {
	Address  address.Path
	Template string // file name in templates/
	View     func(*Page) any
}

// Page gives the part of a page that every view embeds.
func (r *Renderer) Page(at address.Path, template string) *Page {
	return &Page{Options: r.Options, run: r, Address: at, Kind: template}
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// Make makes a page: the bytes of its file. What a template of the site's own does wrong is an error for
// [theme.Faults].
func (r *Renderer) Make(s Spec) ([]byte, error) {
	out := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(out)
	out.Reset()
	p := r.Page(s.Address, s.Template)
	view := s.View(p)
	err := p.failure
	if err == nil {
		err = r.Templates.Page(out, s.Template, view)
	}
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", s.Address, err)
	}
	return r.putSprite(out.Bytes()), nil
}

// spriteMark stands in a page's HTML where its icons go, until the page is made and it is known which it uses.
const spriteMark = "<!--sprite-->"

// putSprite copies a page with its icons in their place.
func (r *Renderer) putSprite(html []byte) []byte {
	sprite := ""
	if uses := draw.Uses(html); len(uses) > 0 {
		sprite = draw.Sprite(&r.Book.Site, uses...)
	}
	before, after, _ := bytes.Cut(html, []byte(spriteMark))
	page := make([]byte, 0, len(before)+len(sprite)+len(after))
	return append(append(append(page, before...), sprite...), after...)
}
