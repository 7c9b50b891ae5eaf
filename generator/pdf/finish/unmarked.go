package finish

import "errors"

// Unmarked returns the spans of a stream that paint something outside all marked content,
// in order. Each can be enclosed in marked content as a whole: it is never a part of a path
// or of a text object. tagged reports whether an external object, by name without slash,
// marks its own content; nil means that none does.
func Unmarked(data []byte, tagged func(name string) bool) ([]Span, error) {
	m := unmarkedFinder{tagged: tagged, path: -1, text: -1}
	if err := Each(data, m.visit); err != nil {
		return nil, err
	}
	if m.depth != 0 {
		return nil, errUnbalanced
	}
	return m.found, nil
}

var errUnbalanced = errors.New("marked content in the stream is not closed, or closed too often")

type unmarkedFinder struct {
	tagged func(string) bool
	depth  int    // nesting of marked content
	path   int    // start of the current path; -1 if there is none
	text   int    // start of the current text object if it is outside marked content; -1 otherwise
	shown  []Span // text shown outside marked content in the current text object
	broken bool   // whether the text object contains marked content
	found  []Span
}

func (m *unmarkedFinder) visit(op Op) error {
	switch op.Name {
	case "BMC", "BDC":
		m.depth++
		m.broken = true
	case "EMC":
		m.depth--
		m.broken = true
		if m.depth < 0 {
			return errUnbalanced
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
		m.addOperator(op)
	case "Do":
		if len(op.Operands) != 1 || m.tagged == nil || !m.tagged(string(op.Operands[0][1:])) {
			m.addOperator(op)
		}
	}
	return nil
}

func (m *unmarkedFinder) addOperator(op Op) {
	if m.depth == 0 {
		m.found = append(m.found, op.Span)
	}
}

// endText adds the text object as a whole if it contains no marked content, and otherwise
// the unmarked text operators.
func (m *unmarkedFinder) endText(op Op) {
	if m.text >= 0 && !m.broken && len(m.shown) > 0 {
		m.found = append(m.found, Span{m.text, op.To})
	} else {
		m.found = append(m.found, m.shown...)
	}
	m.text, m.shown = -1, nil
}
