package diag

import "unicode"

// mask holds the parts of lines that findings of the guard cover and that are masked when
// printed. Yellow findings may be published and are not in it.
type mask map[fileLine][]extent

type fileLine struct {
	file string
	line int32
}

// extent is a part of a line, in characters from 1. to is exclusive; 0 is the end of the
// line.
type extent struct{ from, to int32 }

func maskOf(list List) mask {
	v := mask{}
	for _, p := range list {
		if p.Level == None || p.Level == Yellow || p.Pos.Line == 0 {
			continue
		}
		for line := p.Pos.Line; line <= max(p.Pos.Line, p.Pos.EndLine); line++ {
			e := extent{1, 0}
			if line == p.Pos.Line {
				e.from = p.Pos.Col
			}
			if line == p.Pos.EndLine {
				e.to = p.Pos.EndCol
			}
			at := fileLine{p.Pos.File, line}
			v[at] = append(v[at], e)
		}
	}
	return v
}

// apply returns a line with the text of findings replaced by •, one per character, so that
// columns stay the same. Spaces, punctuation and the first letter of each finding are kept.
func (v mask) apply(file string, line int32, text string) string {
	extents := v[fileLine{file, line}]
	if len(extents) == 0 {
		return text
	}
	out := []rune(text)
	for _, e := range extents {
		to := len(out)
		if e.to > 0 {
			to = min(to, int(e.to)-1)
		}
		for i := max(int(e.from)-1, 0); i < to; i++ {
			first := i == int(e.from)-1 && unicode.IsLetter(out[i]) && to-i > 1
			if !first && !unicode.IsSpace(out[i]) && !unicode.IsPunct(out[i]) {
				out[i] = '•'
			}
		}
	}
	return string(out)
}
