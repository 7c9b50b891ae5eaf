package images

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
)

const (
	spaceSVG   = "http://www.w3.org/2000/svg"
	spaceXLink = "http://www.w3.org/1999/xlink"
	spaceXML   = "http://www.w3.org/XML/1998/namespace"
)

// elements are those of an SVG that go through, with what is in them. An element that is not here goes with all that it holds: script, foreignObject,
// image, animations, metadata, and whatever a drawing program adds for itself.
var elements = set(`svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath
	linearGradient radialGradient stop clipPath mask pattern marker style`)

// unwrapped are elements that go while what they hold stays.
var unwrapped = set("a switch")

// attributes are those that go through. Not here: every on..., names that programs give to layers, addresses.
var attributes = set(`id class x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio transform href version
	pathLength offset rotate textLength lengthAdjust startOffset method spacing side
	gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
	markerUnits markerWidth markerHeight refX refY orient
	fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit stroke-dasharray stroke-dashoffset
	stop-color stop-opacity color opacity clip-path clip-rule mask marker-start marker-mid marker-end display visibility overflow vector-effect paint-order
	shape-rendering text-rendering font-family font-size font-style font-weight font-stretch font-variant letter-spacing word-spacing
	text-anchor text-decoration dominant-baseline alignment-baseline baseline-shift writing-mode direction unicode-bidi mix-blend-mode isolation
	role aria-label aria-labelledby aria-hidden lang style`)

func set(names string) map[string]bool {
	all := map[string]bool{}
	for _, name := range strings.Fields(names) {
		all[name] = true
	}
	return all
}

// looksLikeSVG reports whether a text begins as an SVG does: perhaps a declaration, comments and a document type, then <svg, with or without a prefix.
func looksLikeSVG(data []byte) bool {
	data = data[:min(len(data), 4096)]
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if start := bytes.TrimLeft(data, " \t\r\n"); len(start) == 0 || start[0] != '<' {
		return false
	}
	return bytes.Contains(data, []byte("<svg")) && !bytes.Contains(bytes.ToLower(data), []byte("<html")) || bytes.Contains(data, []byte(":svg"))
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\r", "&#xD;")

// svgFile is an SVG while it is written anew.
type svgFile struct {
	out      strings.Builder
	facts    Info
	open     []*shape // the elements that were written and not yet closed; without a name one that was unwrapped
	root     *shape
	elements int
	style    bool            // inside <style>
	sheet    strings.Builder // its text so far: a comment or CDATA may cut a word of it in two
	rules    []sheetRule
}

// cleanSVG writes the elements and attributes on the lists anew. What is text stays text. It is one document without a document type, so no entity but the five of
// XML can be in it.
func cleanSVG(data []byte) ([]byte, Info, error) {
	s := &svgFile{facts: Info{Turn: 1}}
	reader := xml.NewDecoder(bytes.NewReader(data))
	started := false
	for {
		token, err := reader.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, Info{}, errDrawing
		}
		switch t := token.(type) {
		case xml.StartElement:
			if !started && (t.Name.Local != "svg" || t.Name.Space != spaceSVG) || started && len(s.open) == 0 {
				return nil, Info{}, errDrawing
			}
			if !started {
				s.measure(t.Attr)
				started = true
			}
			if s.elements++; s.elements > maxElements || len(s.open) >= maxDepth {
				return nil, Info{}, errHeavy
			}
			if !s.start(t) && reader.Skip() != nil {
				return nil, Info{}, errDrawing
			}
		case xml.EndElement:
			s.end()
		case xml.CharData:
			s.text(string(t))
		}
	}
	switch {
	case !started:
		return nil, Info{}, errDrawing
	case tooHeavy(s.root, s.rules):
		return nil, Info{}, errHeavy
	}
	s.out.WriteByte('\n')
	return []byte(s.out.String()), s.facts, nil
}

// start writes an element's tag, and reports whether what it holds is to be read.
func (s *svgFile) start(t xml.StartElement) bool {
	name := t.Name.Local
	switch {
	case t.Name.Space != spaceSVG || s.style:
		return false
	case unwrapped[name]:
		s.open = append(s.open, &shape{})
		return true
	case !elements[name]:
		return false
	}
	s.out.WriteString("<" + name)
	if len(s.open) == 0 {
		s.out.WriteString(` xmlns="` + spaceSVG + `"`)
	}
	this := &shape{name: name}
	written := map[string]bool{}
	for _, a := range t.Attr {
		if key, ok := attribute(a); ok && !written[key] {
			written[key] = true
			this.note(key, a.Value)
			s.out.WriteString(" " + key + `="`)
			s.out.WriteString(escape.Replace(a.Value) + `"`)
		}
	}
	s.out.WriteByte('>')
	s.place(this)
	s.style = name == "style"
	return true
}

// place notes an element within the one that it stands in.
func (s *svgFile) place(this *shape) {
	for i := len(s.open) - 1; i >= 0; i-- {
		if around := s.open[i]; around.name != "" {
			around.inside = append(around.inside, this)
			break
		}
	}
	if s.root == nil {
		s.root = this
	}
	s.open = append(s.open, this)
}

func (s *svgFile) end() {
	if s.style {
		s.endStyle()
	}
	last := len(s.open) - 1
	if name := s.open[last].name; name != "" {
		s.out.WriteString("</" + name + ">")
	}
	s.open = s.open[:last]
}

// endStyle writes a style sheet when it is one of plain rules. It is judged as a whole.
func (s *svgFile) endStyle() {
	css := withoutComments(s.sheet.String())
	s.sheet.Reset()
	s.style = false
	rules, ok := sheetRules(css)
	if !ok || !plainStyle(css) {
		return
	}
	s.rules = append(s.rules, rules...)
	s.write(css)
}

// text writes characters, or keeps them where they are a style.
func (s *svgFile) text(text string) {
	switch {
	case len(s.open) == 0: // between declaration and root
	case s.style:
		s.sheet.WriteString(text)
	default:
		s.write(text)
	}
}

func (s *svgFile) write(text string) {
	if strings.TrimSpace(text) == "" {
		text = text[:min(1, len(text))] // an indentation; one space between words stays
	}
	s.out.WriteString(escape.Replace(text))
}

// attribute gives the name under which an attribute is written, and whether it is.
func attribute(a xml.Attr) (string, bool) {
	name, value := a.Name.Local, strings.TrimSpace(a.Value)
	switch {
	case a.Name.Space == spaceXLink && name == "href":
	case a.Name.Space == spaceXML && name == "space":
		return "xml:space", value == "preserve" || value == "default"
	case a.Name.Space == spaceXML && name == "lang":
		name = "lang"
	case a.Name.Space != "" || !attributes[name]:
		return "", false
	}
	if name == "href" {
		return name, strings.HasPrefix(value, "#")
	}
	return name, plainWords[name] || plainStyle(value)
}

// plainWords are attributes that nothing takes for a style.
var plainWords = set("id class role aria-label aria-labelledby aria-hidden lang")

// note keeps of an attribute what the weight of an element depends on.
func (s *shape) note(name, value string) {
	switch name {
	case "id":
		s.id = value
	case "class":
		s.classes = strings.Fields(value)
	case "href":
		s.copies = append(s.copies, fragment(value))
	case "d", "points":
		s.points += int64(len(value)/2) + 1
	case "x1", "x2", "y1", "y2":
		s.points++ // those of a line
	default:
		s.refer(name + ":" + value)
	}
}

// functions are those of CSS that a style may call. None takes an address. url is no function here: it goes through where it leads to something inside the drawing.
var functions = set(`rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix calc min max clamp var
	matrix matrix3d translate translatex translatey translate3d scale scalex scaley scale3d rotate rotatex rotatey rotatez skew skewx skewy perspective
	circle ellipse inset polygon path rect linear-gradient radial-gradient cubic-bezier steps
	not is where nth-child nth-last-child nth-of-type nth-last-of-type`)

// call is how CSS calls a function: its name, and the parenthesis right behind it.
var call = regexp.MustCompile(`[^\s()\[\]{}:;,!"'#.+*/>~]*\(`)

// plainStyle reports whether a style, or a value of one, fetches nothing and hides nothing: no at-rules, no escapes, no functions but those on the list, and no address but of something inside the
// drawing.
func plainStyle(css string) bool {
	if strings.ContainsAny(css, "@\\<") || strings.Contains(css, "/*") {
		return false
	}
	for _, found := range call.FindAllString(inner.ReplaceAllString(css, " "), -1) {
		if name := strings.ToLower(strings.TrimSuffix(found, "(")); name != "" && !functions[name] {
			return false
		}
	}
	return true
}

// withoutComments leaves out what nobody sees. One that is not closed takes the rest.
func withoutComments(css string) string {
	var out strings.Builder
	for {
		before, after, found := strings.Cut(css, "/*")
		out.WriteString(before)
		if !found {
			return out.String()
		}
		_, css, _ = strings.Cut(after, "*/")
	}
}

// measure reads how large the drawing is: its width and height, or those of its view box.
func (s *svgFile) measure(all []xml.Attr) {
	var box []string
	for _, a := range all {
		switch {
		case a.Name.Space != "":
		case a.Name.Local == "width":
			s.facts.Width = pixels(a.Value)
		case a.Name.Local == "height":
			s.facts.Height = pixels(a.Value)
		case a.Name.Local == "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' })
		}
	}
	if s.facts.Width > 0 && s.facts.Height > 0 {
		return
	}
	s.facts.Width, s.facts.Height = 0, 0
	if len(box) == 4 {
		w, h := pixels(box[2]), pixels(box[3])
		if w > 0 && h > 0 {
			s.facts.Width, s.facts.Height = w, h
		}
	}
}

// pixels reads a length in pixels; 0 for one in another unit.
func pixels(text string) int {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(text), "px"), 64)
	if err != nil || !(v >= 1 && v <= 10000) {
		return 0
	}
	return int(math.Round(v))
}
