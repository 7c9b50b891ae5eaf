package render

import (
	"context"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// copies hands on what is in the site as it was found: styles, scripts and the author's images. Images are read in parallel, since a large one is
// made smaller while it is read, and none stays in memory.
func (s *site) copies(ctx context.Context, emit Emit) error {
	for name, text := range s.Templates.Assets() {
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
