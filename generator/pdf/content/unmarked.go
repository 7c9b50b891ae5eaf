package content

import "errors"

// Unmarked gives the parts of a stream that paint something outside all marked content, in order, so that each can be
// put into marked content as a whole: never a part of a path, never half a text object. tagged says of an external
// object, by name without slash, that it marks what it paints itself; nil is never.
func Unmarked(data []byte, tagged func(name string) bool) ([]Span, error) {
	m := marker{tagged: tagged, path: -1, text: -1}
	if err := Each(data, m.see); err != nil {
		return nil, err
	}
	if m.depth != 0 {
		return nil, errUneven
	}
	return m.found, nil
}

var errUneven = errors.New("marked content in the stream is not closed, or closed too often")

type marker struct {
	tagged func(string) bool
	depth  int    // of marked content
	path   int    // where the current path begins; -1 when there is none
	text   int    // where the current text object begins, when that is outside marked content; -1 otherwise
	shown  []Span // text that it shows outside marked content
	broken bool   // whether it has marked content in it
	found  []Span
}

func (m *marker) see(op Op) error {
	switch op.Name {
	case "BMC", "BDC":
		m.depth++
		m.broken = true
	case "EMC":
		m.depth--
		m.broken = true
		if m.depth < 0 {
			return errUneven
		}
	case "m", "re":
		if m.path < 0 {
			m.path = op.From
		}
	case "n":
		m.path = -1
	case "f", "F", "f*", "B", "B*", "b", "b*", "s", "S":
		if m.depth == 0 && m.path >= 0 {
			m.found = append(m.found, Span{m.path, op.To})
		}
		m.path = -1
	case "BT":
		m.text, m.shown, m.broken = -1, nil, false
		if m.depth == 0 {
			m.text = op.From
		}
	case "ET":
		m.endText(op)
	case "Tj", "TJ", "'", `"`:
		if m.depth == 0 {
			m.shown = append(m.shown, op.Span)
		}
	case "sh", "BI":
		m.whole(op)
	case "Do":
		if len(op.Operands) != 1 || m.tagged == nil || !m.tagged(string(op.Operands[0][1:])) {
			m.whole(op)
		}
	}
	return nil
}

func (m *marker) whole(op Op) {
	if m.depth == 0 {
		m.found = append(m.found, op.Span)
	}
}

// endText finds the text object as a whole when nothing in it is marked, and otherwise what it shows unmarked.
func (m *marker) endText(op Op) {
	if m.text >= 0 && !m.broken && len(m.shown) > 0 {
		m.found = append(m.found, Span{m.text, op.To})
	} else {
		m.found = append(m.found, m.shown...)
	}
	m.text, m.shown = -1, nil
}
