package images

import (
	"encoding/xml"
	"regexp"
	"strings"
)

// maxDrawn is the number of elements that a browser may have to draw for one SVG, each counted as
// often as it is used. Maps and diagrams have some ten thousand.
const maxDrawn = 200_000

// expansion counts the elements that a drawing makes a browser draw. A few lines of <use>, pattern
// or mask that refer to each other can stand for billions of them.
type expansion struct {
	parts map[string]*svgPart // by id
	open  []*svgPart          // the elements around the one that is read
	root  *svgPart
	sheet []string // ids that the style sheet refers to; any element may have such a style
}

// svgPart is one element, with what is drawn because of it.
type svgPart struct {
	children []*svgPart
	refers   []string // ids
	styled   bool     // has a class, so that the style sheet may add references
	total    int      // once counted
	counting bool
}

var localAddress = regexp.MustCompile(`url\(\s*["']?#([^"')\s]+)`)

func (e *expansion) start(t xml.StartElement) {
	if e.parts == nil {
		e.parts = map[string]*svgPart{}
	}
	d := &svgPart{}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "id":
			if a.Name.Space == "" && e.parts[a.Value] == nil {
				e.parts[a.Value] = d
			}
		case "href":
			d.refers = append(d.refers, strings.TrimPrefix(strings.TrimSpace(a.Value), "#"))
		case "class":
			d.styled = true
		default:
			d.refers = append(d.refers, addresses(a.Value)...)
		}
	}
	if len(e.open) > 0 {
		around := e.open[len(e.open)-1]
		around.children = append(around.children, d)
	} else {
		e.root = d
	}
	e.open = append(e.open, d)
}

func (e *expansion) end() {
	e.open = e.open[:len(e.open)-1]
}

// style notes the references of a style sheet.
func (e *expansion) style(css string) { e.sheet = append(e.sheet, addresses(css)...) }

// addresses returns the ids that a style refers to.
func addresses(css string) []string {
	var ids []string
	for _, m := range localAddress.FindAllStringSubmatch(css, -1) {
		ids = append(ids, m[1])
	}
	return ids
}

// tooMany reports whether more than maxDrawn elements are drawn.
func (e *expansion) tooMany() bool { return e.root != nil && e.count(e.root) > maxDrawn }

// count returns how many elements are drawn for one, itself included; no more than maxDrawn+1. A
// reference to an element around it counts for nothing, since browsers do not draw that.
func (e *expansion) count(d *svgPart) int {
	if d.total > 0 || d.counting {
		return d.total
	}
	d.counting = true
	total := 1
	for _, child := range d.children {
		total = min(total+e.count(child), maxDrawn+1)
	}
	refers := d.refers
	if d.styled {
		refers = append(refers[:len(refers):len(refers)], e.sheet...)
	}
	for _, id := range refers {
		if part := e.parts[id]; part != nil {
			total = min(total+e.count(part), maxDrawn+1)
		}
	}
	d.counting, d.total = false, total
	return total
}
