package frontmatter

import (
	"unicode/utf8"

	yaml "go.yaml.in/yaml/v4"
)

// Align gives, for an offset in the text of a YAML value, the offset in the file where that character was written. Block texts lose
// their indent, folded ones their line breaks, quoted ones their escapes; so both texts are walked together and only what is no white space has to agree. Where they do not, as
// after an escape in double quotes, the last place that agreed is near enough.
func (f *File) Align(n *yaml.Node) func(offset int) int {
	start := f.offset(n.Line, n.Column)
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		start = min(f.places.LineEnd(start)+1, len(f.Text))
	} else if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		start++
	}
	return func(offset int) int {
		at, last := start, start
		for i := 0; i < len(n.Value) && at < len(f.Text); {
			r, size := utf8.DecodeRuneInString(n.Value[i:])
			if blank(r) && i < offset {
				i += size
				continue
			}
			for at < len(f.Text) && blank(rune(f.Text[at])) {
				at++
			}
			if i >= offset {
				return min(at, len(f.Text))
			}
			found, width := utf8.DecodeRuneInString(f.Text[at:])
			if found != r {
				return last
			}
			last = at
			at += width
			if r == '\'' && n.Style&yaml.SingleQuotedStyle != 0 {
				at++
			}
			i += size
		}
		return min(at, len(f.Text))
	}
}

func blank(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }
