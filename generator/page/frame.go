package page

import (
	"html/template"
	"sync"

	"casusboek/generator/address"
)

// frames are the mastheads and feet that were made so far. Those of most pages are the same: they differ by how deep a page stands, by the entry of the menu that
// is current or whether it is the home page, and by what the foot says of the page's case.
type frames struct {
	mu   sync.Mutex
	made map[frameKey]template.HTML
}

type frameKey struct {
	piece, top     string       // top is the link to the root of the site
	section        string       // of the page when a menu shows it, else empty
	here           address.Path // of a page in a menu, else empty
	home, open     bool
	origin, review string
}

// Frames returns how many mastheads and feet are kept.
func (r *Renderer) Frames() int {
	r.frames.mu.Lock()
	defer r.frames.mu.Unlock()
	return len(r.frames.made)
}

// Masthead is the head of the page, ready made; empty when the site has a masthead of its own, which may show more of
// the page than casusboek's and is carried out for each.
func (p *Page) Masthead() template.HTML {
	return p.framed("_masthead.html", frameKey{open: p.OpenLine})
}

// Colophon is the foot of the page, as Masthead is its head.
func (p *Page) Colophon() template.HTML {
	return p.framed("_footer.html", frameKey{origin: p.OriginNote(), review: p.Reviewed()})
}

func (p *Page) framed(piece string, key frameKey) template.HTML {
	if p.Templates.Own(piece) || p.Templates.Own("_line.html") {
		return ""
	}
	key.piece, key.top, key.home = piece, p.File(""), p.IsHome()
	if p.run.listed[p.Section] {
		key.section = p.Section
	}
	if p.run.inMenu[p.Address] {
		key.here = p.Address
	}
	f := &p.run.frames
	f.mu.Lock()
	defer f.mu.Unlock()
	html, made := f.made[key]
	if !made {
		html = Partial(p, piece, p)
		f.made[key] = html
	}
	return html
}
