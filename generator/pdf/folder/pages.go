package folder

import (
	"io/fs"
	"sync"
)

// Pages keeps pages to print, with their styles and pictures, in memory: what is private is on no disk but in the PDFs.
// The zero value is empty.
type Pages struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Add keeps a file.
func (p *Pages) Add(path string, data []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.files == nil {
		p.files = map[string][]byte{}
	}
	p.files[path] = data
	return nil
}

// ReadFile gives a file, or fs.ErrNotExist.
func (p *Pages) ReadFile(path string) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	data, ok := p.files[path]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	return data, nil
}
