package generator

import (
	"strings"
	"sync/atomic"
)

// counting hands files on to out and counts the pages among them.
func counting(out Output, pages *atomic.Int64) func(path string, data []byte) error {
	return func(path string, data []byte) error {
		if strings.HasSuffix(path, ".html") {
			pages.Add(1)
		}
		return out.Add(path, data)
	}
}
