package generator

import (
	"strings"
	"sync/atomic"

	"casusboek/generator/site"
)

// counting hands files on to emit and counts the pages among them.
func counting(emit site.Emit, pages *atomic.Int64) site.Emit {
	return func(path string, data []byte) error {
		if strings.HasSuffix(path, ".html") {
			pages.Add(1)
		}
		return emit(path, data)
	}
}
