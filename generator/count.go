package generator

import (
	"strings"
	"sync/atomic"

	"casusboek/generator/render"
)

// counting hands files on to emit and counts the pages among them.
func counting(emit render.Emit, pages *atomic.Int64) render.Emit {
	return func(path string, data []byte) error {
		if strings.HasSuffix(path, ".html") {
			pages.Add(1)
		}
		return emit(path, data)
	}
}
