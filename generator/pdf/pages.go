package pdf

import (
	"io/fs"
	"sync"
)

// Pages holds the pages to print, with their styles and images, in memory, so that private
// content is written to disk in PDFs only. The zero value is empty. It is safe for
// concurrent use.
type Pages struct {
	mu    sync.Mutex
	files map[string][]byte
}

// Add stores a file.
func (p *Pages) Add(path string, data []byte) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.files == nil {
		p.files = map[string][]byte{}
	}
	p.files[path] = data
	return nil
}

// ReadFile returns a file, or an error that wraps fs.ErrNotExist.
func (p *Pages) ReadFile(path string) ([]byte, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	data, ok := p.files[path]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fs.ErrNotExist}
	}
	return data, nil
}
