package leakcheck

import (
	"bytes"
	"hash/maphash"
	"strings"
	"sync"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// Register finds the names of the private register in a text; guard.Register is one. It must be safe for concurrent use.
type Register interface {
	Find(text *rules.FoldedText) []rules.Finding
}

// names asks the register about each passage of the output once: the same ones stand on many pages.
type names struct {
	register Register
	own      map[string]bool // what it finds in the program's own words, which nobody can change
	seed     maphash.Seed
	mu       sync.Mutex
	seen     map[uint64][]rules.Finding
}

func newNames(register Register, own []string) *names {
	if register == nil {
		return nil
	}
	n := &names{register: register, own: map[string]bool{}, seed: maphash.MakeSeed(), seen: map[uint64][]rules.Finding{}}
	for _, text := range own {
		for _, f := range register.Find(rules.Fold(text)) {
			n.own[strings.ToLower(f.Value)] = true
		}
	}
	return n
}

// look gives the names in a file.
func (n *names) look(how kind, data []byte) []rules.Finding {
	var found []rules.Finding
	passages(how, data, func(passage []byte) { found = append(found, n.ask(passage)...) })
	return found
}

func (n *names) ask(passage []byte) []rules.Finding {
	passage = bytes.TrimSpace(passage)
	if len(passage) < 2 {
		return nil
	}
	key := maphash.Bytes(n.seed, passage)
	n.mu.Lock()
	found, known := n.seen[key]
	n.mu.Unlock()
	if known {
		return found
	}
	for _, f := range n.register.Find(rules.Fold(string(untagged(passage)))) {
		if !n.own[strings.ToLower(f.Value)] {
			f.Rule = diag.PrivacyRegister
			found = append(found, f)
		}
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.seen[key] = found
	return found
}

// passages cuts a file into what people read in one go: between tags that end a line or block, the values of attributes that are read, comments, and the strings of
// JSON and scripts.
func passages(how kind, data []byte, each func([]byte)) {
	switch how {
	case tagged:
		taggedPassages(data, each)
	case escaped:
		for part := range bytes.SplitSeq(data, []byte{'"'}) {
			each(part)
		}
	default:
		each(data)
	}
}

func taggedPassages(data []byte, each func([]byte)) {
	from := 0
	for at := 0; at < len(data); {
		open := bytes.IndexByte(data[at:], '<')
		if open < 0 {
			break
		}
		open += at
		tag := data[open+1:]
		if end := bytes.Index(tag, []byte("-->")); bytes.HasPrefix(tag, []byte("!--")) && end >= 0 {
			each(tag[3:end])
			at = open + 1 + end + 3
			continue
		}
		size := bytes.IndexByte(tag, '>')
		if size < 0 {
			break
		}
		tag = tag[:size]
		attributes(tag, each)
		at = open + size + 2
		if !inline(tag) {
			each(data[from:open])
			from = at
		}
	}
	each(data[from:])
}

// readable are the attributes that people or programs read; the others are numbers of drawings.
var readable = [...]string{"alt=", "title=", "content=", "href=", "src=", "label=", "value=", "placeholder="}

// attributes gives the values of a tag that are read.
func attributes(tag []byte, each func([]byte)) {
	for {
		open := bytes.IndexByte(tag, '"')
		if open < 0 {
			return
		}
		size := bytes.IndexByte(tag[open+1:], '"')
		if size < 0 {
			return
		}
		if isReadable(tag[:open]) {
			each(tag[open+1 : open+1+size])
		}
		tag = tag[open+size+2:]
	}
}

// isReadable reports whether what stands before a quotation mark begins the value of an attribute that is read.
func isReadable(before []byte) bool {
	if n := len(before); n < 4 || before[n-1] != '=' || !strings.Contains("teflcr", string(before[n-2])) { // most are class= and id=
		return false
	}
	for _, name := range readable {
		if bytes.HasSuffix(before, []byte(name)) {
			return true
		}
	}
	return false
}
