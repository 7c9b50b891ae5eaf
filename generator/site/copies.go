package site

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// copies hands on what is in the site as it was found: styles, scripts and the author's images. Images are read in parallel, since a large one is
// made smaller while it is read, and none stays in memory.
func (s *site) copies(ctx context.Context, emit Emit) error {
	for name, text := range s.assets() {
		if err := emit(name, text); err != nil {
			return err
		}
	}
	work, going := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for _, i := range s.Book.Images {
		work.Go(func() error {
			if err := going.Err(); err != nil {
				return err
			}
			data, err := i.Read()
			if err != nil {
				return fmt.Errorf("image %s: %w", i.Path, err)
			}
			return emit(s.At.Image(i.Path), data)
		})
	}
	return work.Wait()
}

// assets are the styles and scripts of this site: one that browsers keep nothing of has no script for that.
func (s *site) assets() iter.Seq2[string, []byte] {
	return func(yield func(string, []byte) bool) {
		for name, text := range s.Templates.Assets() {
			if !s.Offline && (name == worker || name == starter) {
				continue
			}
			if !yield(name, text) {
				return
			}
		}
	}
}

// asset is one of them.
func (s *site) asset(name string) []byte {
	for other, text := range s.assets() {
		if other == name {
			return text
		}
	}
	return nil
}
