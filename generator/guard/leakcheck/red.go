package leakcheck

import (
	"hash/maphash"
	"sync"

	"casusboek/generator/guard/rules"
)

// A piece of text is looked at for what is red when it holds an @, or seven digits within four words: no number that points at one person is shorter.
const (
	manyDigits = 7
	around     = 120 // bytes on both sides
	between    = 60  // bytes after which the next piece is cut; so what is shorter lies in one piece whole
)

// red asks the caller's function about pieces of text, each only once: the same ones stand on many pages.
type red struct {
	find func(string) []rules.Finding
	seed maphash.Seed
	mu   sync.Mutex
	seen map[uint64][]rules.Finding
}

func newRed(find func(string) []rules.Finding) *red {
	if find == nil {
		return nil
	}
	return &red{find: find, seed: maphash.MakeSeed(), seen: map[uint64][]rules.Finding{}}
}

// suspect looks at the text around a place.
func (r *reading) suspect(at int) {
	if r.red == nil || at < r.quiet {
		return
	}
	r.quiet = at + between
	piece := r.data[max(r.value, at-around):min(len(r.data), at+around)]
	switch {
	case r.value == 0 && r.kind == escaped:
		return // a number of JSON or a size in a style: no text
	case r.value == 0 && r.kind == tagged:
		piece = untagged(piece)
	case r.value > 0:
		for i, c := range piece {
			if c == '"' && max(r.value, at-around)+i >= at {
				piece = piece[:i]
				break
			}
		}
	}
	r.found = append(r.found, r.red.ask(piece)...)
}

// ask gives what is red in a piece.
func (d *red) ask(piece []byte) []rules.Finding {
	key := maphash.Bytes(d.seed, piece)
	d.mu.Lock()
	found, known := d.seen[key]
	d.mu.Unlock()
	if known {
		return found
	}
	found = d.find(string(piece))
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seen[key] = found
	return found
}

// untagged leaves tags out of a piece of HTML: those that may stand inside a word without a trace, those inside a line as a space, others as an empty line, across which
// nothing is read as one. A tag that was cut off at either end goes as well.
func untagged(piece []byte) []byte {
	out := make([]byte, 0, len(piece)+8)
	for i := 0; i < len(piece); i++ {
		switch c := piece[i]; c {
		case '<':
			switch name := tagName(piece[i+1:]); {
			case string(name) == "tspan", string(name) == "br":
				out = append(out, ' ')
			case !inline(piece[i+1:]):
				out = append(out, '\n', '\n')
			}
			for i < len(piece) && piece[i] != '>' {
				i++
			}
		case '>':
			out = out[:0]
		default:
			out = append(out, c)
		}
	}
	return out
}
