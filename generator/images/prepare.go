package images

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"runtime"
	"strconv"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// Photo is a picture that somebody has to look at before it is published, and the sum of its bytes, so that another photo under the same name is another question.
type Photo struct{ File, Sum string }

// Prepare looks at all pictures of a book, in parallel, and makes them fit to be published: afterwards each has its size, and Read gives what is published instead of what
// the author has. No picture stays in memory. It gives the photos among them, for the guard to ask about. Problems come in the order of the pictures:
//
//   - image-format, image-broken: it cannot be published;
//   - image-original: the original holds more than is published, such as a place (a warning);
//   - image-large: a WebP that is larger than a page needs (a warning).
//
// The error is one of the file system's, or that of a context that ended.
func Prepare(ctx context.Context, images []casebook.Image) ([]Photo, diag.List, error) {
	found := make([]diag.List, len(images))
	sums := make([]string, len(images)) // of photos
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range images {
		work.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			found[i], sums[i], err = prepare(&images[i])
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return nil, nil, err
	}
	var photos []Photo
	var problems diag.List
	for i, sum := range sums {
		if sum != "" {
			photos = append(photos, Photo{images[i].File, sum})
		}
		problems.Join(found[i])
	}
	return photos, problems, nil
}

// prepare looks at one picture. It gives the sum of a photo, and of anything else none.
func prepare(image *casebook.Image) (problems diag.List, photo string, err error) {
	at := diag.Pos{File: image.File}
	raw := image.Read
	data, err := raw()
	if err != nil {
		return nil, "", fmt.Errorf("image %s: %w", image.Path, err)
	}
	_, facts, err := Clean(image.Path, data)
	var fault *Fault
	if errors.As(err, &fault) {
		problems.AddVariant(fault.Rule, fault.Variant, at, fault.Args...)
		return problems, "", nil
	}
	if facts.Photo() {
		photo = Checksum(data)
	}
	switch {
	case facts.Place:
		problems.AddVariant(diag.ImageOriginal, "place", at)
	case facts.People:
		problems.AddVariant(diag.ImageOriginal, "people", at)
	}
	image.Width, image.Height = facts.Width, facts.Height
	if facts.scaled() {
		image.Width, image.Height = fitted(facts.Width, facts.Height)
	} else if facts.Kind == WebP && max(facts.Width, facts.Height) > MaxSide {
		problems.Add(diag.ImageLarge, at, "n", strconv.Itoa(max(facts.Width, facts.Height)), "max", strconv.Itoa(MaxSide))
	}
	path := image.Path
	image.Read = func() ([]byte, error) { return published(path, raw) }
	return problems, photo, nil
}

// published reads a picture and makes it fit. A file that changed since it was looked at, and is now broken, is an error of the file system.
func published(path string, raw func() ([]byte, error)) ([]byte, error) {
	data, err := raw()
	if err != nil {
		return nil, err
	}
	data, _, err = Publish(path, data)
	if err != nil {
		return nil, fmt.Errorf("%w: it changed while it was read: %w", fs.ErrInvalid, err)
	}
	return data, nil
}

// Checksum is by what a photo is known: the SHA-256 of its bytes, in hexadecimal.
func Checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
