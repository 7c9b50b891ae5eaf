package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"path"
	"slices"
	"strings"
	"sync"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
)

// worker is the script that keeps pages in a reader's browser, for reading without a connection; starter is the one that brings it to life.
const (
	worker  = "sw.js"
	starter = "offline.js"
)

// mostKept is how many bytes a file may have that each reader keeps from the first visit on. In a casebook of ten thousand cases a list of
// them has more; it is then kept when somebody opens it.
const mostKept = 256 << 10

// keeper makes the worker of a site: it sees every file that is handed on.
type keeper struct {
	emit  Emit
	at    address.Names
	pages map[string]bool // that each reader keeps

	mu      sync.Mutex
	version [sha256.Size]byte // of all files, in whatever order they come
	files   [][2]string       // path and sum
	marks   []string          // of the paths of all files
}

// markLength is how many letters of the sum of a path are its mark: one path in some thousands that are not the site's has the mark of one that is, while all
// marks of a site of ten thousand files have 60 kB.
const markLength = 6

// keeper begins to watch what goes to emit.
func (s *site) keeper(emit Emit) *keeper {
	k := &keeper{emit: emit, at: s.At, pages: map[string]bool{}}
	pages := []address.Path{address.Home, s.At.Offline(), s.At.Signals()}
	for kind := range casebook.KindPage {
		if kind != casebook.KindSite {
			pages = append(pages, s.At.List(kind))
		}
	}
	for _, p := range s.Book.Pages {
		pages = append(pages, s.At.Of(&p.Doc))
	}
	for _, p := range pages {
		k.pages[p.File()] = true
	}
	return k
}

// Emit hands a file on, but the worker, which is not ready before all others are.
func (k *keeper) Emit(name string, data []byte) error {
	if name == worker {
		return nil
	}
	sum := sha256.Sum256(data)
	of := sha256.Sum256(append([]byte(name+"\x00"), sum[:]...))
	ext := path.Ext(name)
	k.mu.Lock()
	k.marks = append(k.marks, lettered(sha256.Sum256([]byte(name)))[:markLength])
	for i := range of {
		k.version[i] ^= of[i] // the order does not count, and nothing has to be remembered
	}
	if k.pages[name] || !strings.Contains(name, "/") && (ext == ".css" || ext == ".js") {
		if len(data) <= mostKept {
			k.files = append(k.files, [2]string{name, lettered(sum)})
		}
	}
	k.mu.Unlock()
	return k.emit(name, data)
}

// finish hands the worker on, with the version above it. script is its own text.
func (k *keeper) finish(script []byte) error {
	slices.SortFunc(k.files, func(a, b [2]string) int { return strings.Compare(a[0], b[0]) })
	slices.Sort(k.marks) // they come in any order
	own := sha256.Sum256(script)
	for i := range own {
		k.version[i] ^= own[i]
	}
	data, err := json.Marshal(map[string]any{"version": lettered(k.version), "offline": k.at.Offline().File(), "files": k.files, "marks": strings.Join(k.marks, "")})
	if err != nil {
		return err
	}
	var b bytes.Buffer
	b.WriteString("self.casebook=")
	b.Write(data)
	b.WriteString(";\n")
	b.Write(script)
	return k.emit(worker, b.Bytes())
}

// lettered writes half of a sum in the letters a to p: in digits it could look like somebody's number.
func lettered(sum [sha256.Size]byte) string {
	var b strings.Builder
	for _, c := range sum[:sha256.Size/2] {
		b.WriteByte('a' + c>>4)
		b.WriteByte('a' + c&15)
	}
	return b.String()
}
