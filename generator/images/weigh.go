package images

import (
	"net/url"
	"regexp"
	"strings"
)

// A drawing may repeat parts of itself: <use> places a copy, fill="url(#a)" paints with a pattern, and a copy may hold copies. Ten levels of ten copies are 2 kB of text and ten thousand million
// elements to paint, on which a browser hangs. So a drawing is weighed as it is painted, before it is published.
const (
	maxElements = 100_000 // elements that are painted, copies counted. A detailed map has some twenty thousand
	maxDepth    = 256     // elements within each other, through copies too. Drawing programs stay below fifty
)

// shape is an element of a drawing that was written, as far as its weight depends on it.
type shape struct {
	name, id string
	classes  []string
	inside   []*shape
	copies   []string // ids of what it places or builds on: href
	paints   []string // ids of what it and all that is in it may be painted with: url(#id)
	marks    []string // the same, painted at each point of a line
	points   int64    // at most so many does its own line have
}

// refer notes what the declarations of a style refer to.
func (s *shape) refer(css string) {
	each := everyPoint.MatchString(css)
	for _, found := range inner.FindAllStringSubmatch(css, -1) {
		if each {
			s.marks = append(s.marks, fragment(found[1]))
		} else {
			s.paints = append(s.paints, fragment(found[1]))
		}
	}
}

// fragment returns the id that an address within the drawing leads to.
func fragment(address string) string {
	id := strings.TrimPrefix(strings.Trim(address, " \t\r\n\f\"'"), "#")
	if plain, err := url.PathUnescape(id); err == nil {
		return plain
	}
	return id
}

// sheetRule is a rule of a style sheet that refers to parts of the drawing, and the names in its selector: path, .class, #id. It applies to no element without one of them, unless the selector says
// more than names: then its only name is *, for all elements.
type sheetRule struct {
	names []string
	body  string
}

var (
	inner       = regexp.MustCompile(`(?i)url\(\s*("#[^"'\n]*"|'#[^"'\n]*'|#[^\s"'()]*)\s*\)`)
	everyPoint  = regexp.MustCompile(`(?i)marker-mid|marker\s*:|--`) // -- is a variable, which may hold a marker
	ruleOf      = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)
	quotedText  = regexp.MustCompile(`"[^"'{}\n\r\f]*"|'[^"'{}\n\r\f]*'`)
	nameOfStyle = regexp.MustCompile(`[.#]?[A-Za-z_][\w-]*`)
	namesAlone  = regexp.MustCompile(`^[\w.#,\s>+~-]*$`)
)

// sheetRules returns the rules of a style sheet that refer to something. ok is false for a sheet in which it is not certain where a rule begins and ends.
func sheetRules(css string) (rules []sheetRule, ok bool) {
	bare := quotedText.ReplaceAllString(css, "")
	if strings.ContainsAny(bare, `"'`) || strings.ContainsAny(ruleOf.ReplaceAllString(bare, ""), "{}") {
		return nil, false
	}
	for _, found := range ruleOf.FindAllStringSubmatch(css, -1) {
		selector, body := found[1], found[2]
		if !inner.MatchString(body) {
			continue
		}
		names := []string{"*"}
		if namesAlone.MatchString(selector) {
			names = nameOfStyle.FindAllString(selector, -1)
		}
		rules = append(rules, sheetRule{names, body})
	}
	return rules, true
}

// scale weighs a drawing.
type scale struct {
	byID   map[string]*shape
	styles map[string][]string // by a name in a selector: what the style sheets say of it
	said   int                 // how often a style sheet said something of an element
	done   map[*shape]weight
	doing  map[*shape]bool
	depth  int
}

// weight is what painting an element costs: elements, points of lines, and how many elements lie within each other.
type weight struct{ elements, points, depth int64 }

// tooHeavy reports whether a drawing is painted as more elements than a browser copes with, or leads into itself without an end.
func tooHeavy(root *shape, rules []sheetRule) bool {
	w := &scale{byID: map[string]*shape{}, styles: map[string][]string{}, done: map[*shape]weight{}, doing: map[*shape]bool{}}
	for _, r := range rules {
		for _, name := range r.names {
			w.styles[name] = append(w.styles[name], r.body)
		}
	}
	if !w.list(root) {
		return true
	}
	_, ok := w.of(root)
	return !ok
}

// list finds the elements by their ids, of which the first counts, and gives each what the style sheets say of it. It reports whether that is not too much.
func (w *scale) list(s *shape) bool {
	if _, taken := w.byID[s.id]; s.id != "" && !taken {
		w.byID[s.id] = s
	}
	names := []string{"*", s.name, "#" + s.id}
	for _, class := range s.classes {
		names = append(names, "."+class)
	}
	for _, name := range names {
		if w.said += len(w.styles[name]); w.said > maxElements {
			return false
		}
		for _, body := range w.styles[name] {
			s.refer(body)
		}
	}
	for _, child := range s.inside {
		if !w.list(child) {
			return false
		}
	}
	return true
}

// of weighs an element with all that is painted for it. ok is false for one that leads to itself, lies too deep or weighs too much. Each element is weighed once.
func (w *scale) of(s *shape) (sum weight, ok bool) {
	if known, there := w.done[s]; there {
		return known, true
	}
	if w.doing[s] || w.depth > maxDepth {
		return sum, false
	}
	w.doing[s] = true
	w.depth++
	sum = weight{1, s.points, 1}
	for _, child := range s.inside {
		if !w.add(&sum, child, 1) {
			return sum, false
		}
	}
	once := sum
	for _, use := range []struct {
		ids   []string
		times int64
	}{{s.copies, 1}, {s.paints, once.elements}, {s.marks, once.elements + once.points}} {
		for _, id := range use.ids {
			if part := w.byID[id]; part != nil && !w.add(&sum, part, use.times) {
				return sum, false
			}
		}
	}
	w.depth--
	w.doing[s] = false
	w.done[s] = sum
	return sum, true
}

// add adds what a part weighs so many times, and reports whether that is not too much. A gradient holds nothing that is painted.
func (w *scale) add(sum *weight, part *shape, times int64) bool {
	if strings.HasSuffix(part.name, "Gradient") {
		sum.elements++
		return sum.elements <= maxElements
	}
	of, ok := w.of(part)
	if !ok {
		return false
	}
	sum.elements += of.elements * times
	sum.points = min(sum.points+of.points*times, 1<<32)
	sum.depth = max(sum.depth, 1+of.depth)
	return sum.elements <= maxElements && sum.depth <= maxDepth
}
