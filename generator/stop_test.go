package generator_test

import (
	"context"
	"errors"
	"io/fs"
	"sync/atomic"
	"testing"

	"casusboek/generator"
)

// stopping ends the context when it has taken a number of files.
type stopping struct {
	stop  context.CancelFunc
	after int64
	taken atomic.Int64
}

func (s *stopping) Add(string, []byte) error {
	if s.taken.Add(1) == s.after {
		s.stop()
	}
	return nil
}

// stoppingFS ends the context when a file is opened.
type stoppingFS struct {
	fs.FS
	stop context.CancelFunc
	name string
}

func (s stoppingFS) Open(name string) (fs.File, error) {
	if name == s.name {
		s.stop()
	}
	return s.FS.Open(name)
}

// TestAStoppedBuildIsNoBuild holds that Ctrl+C gives an error, wherever it comes: a build without one is published.
func TestAStoppedBuildIsNoBuild(t *testing.T) {
	content := generated(20)
	var whole counter
	if _, err := generator.Build(t.Context(), generator.Input{Content: content, Today: benchDay}, &whole); err != nil {
		t.Fatal(err)
	}
	for _, after := range []int64{1, 2, 40, whole.files.Load() / 2} {
		ctx, stop := context.WithCancel(t.Context())
		out := &stopping{stop: stop, after: after}
		if _, err := generator.Build(ctx, generator.Input{Content: content, Today: benchDay}, out); !errors.Is(err, context.Canceled) {
			t.Errorf("stopped after %d of %d files: %v", after, whole.files.Load(), err)
		}
	}
	for _, name := range []string{"index.md", "casussen/casus-7.md", "themas/thema-9.md"} {
		ctx, stop := context.WithCancel(t.Context())
		in := generator.Input{Content: stoppingFS{content, stop, name}, Today: benchDay}
		if _, err := generator.Build(ctx, in, &counter{}); !errors.Is(err, context.Canceled) {
			t.Errorf("stopped while %s was read: %v", name, err)
		}
	}
}
