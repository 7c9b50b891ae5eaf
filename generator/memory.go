package generator

import "sync"

// Memory is an Output that keeps all files it is given, by path. The zero value is empty.
type Memory struct {
	Files map[string][]byte

	mu sync.Mutex
}

// Add keeps a file.
func (m *Memory) Add(path string, data []byte) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.Files == nil {
		m.Files = map[string][]byte{}
	}
	m.Files[path] = data
	return nil
}
