package diag

import "unicode"

// veil is where findings of the guard lie: what stands there is never printed as written. Yellow ones need none; they may be published as they are.
type veil map[veiled][]extent

type veiled struct {
	file string
	line int32
}

// extent is a part of a line, in characters counted from 1; to is exclusive, 0 is the line's end.
type extent struct{ from, to int32 }

func veilOf(list List) veil {
	v := veil{}
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
			at := veiled{p.Pos.File, line}
			v[at] = append(v[at], e)
		}
	}
	return v
}

// line gives a line with what findings cover made unreadable, character by character, so that columns stay. The first letter of each is left.
func (v veil) line(file string, line int32, text string) string {
	extents := v[veiled{file, line}]
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
