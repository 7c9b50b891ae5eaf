package picture

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

// Checked tells whether somebody has looked at a photo, and found nobody and nothing on it that can be recognised: the answer to privacy-image, kept with
// all others in content/privacy.yaml. The document is the photo's file, and the sum that of its bytes, so that another photo under the same name is another question.
type Checked func(document, sum string) bool

// Prepare looks at all pictures of a book, in parallel, and makes them fit to be published: afterwards each has its size, and Read gives what is published instead of what
// the author has. No picture stays in memory. Problems come in the order of the pictures:
//
//   - image-format, image-broken: it cannot be published;
//   - privacy-image: a photo that nobody has looked at (orange);
//   - image-original: the original holds more than is published, such as a place (a warning);
//   - image-large: a WebP that is larger than a page needs (a warning).
//
// The error is one of the file system's, or that of a context that ended.
func Prepare(ctx context.Context, images []casebook.Image, checked Checked) (diag.List, error) {
	found := make([]diag.List, len(images))
	photos := make([]string, len(images)) // the sum of each photo
	work, ctx := errgroup.WithContext(ctx)
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range images {
		work.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var err error
			found[i], photos[i], err = prepare(&images[i])
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	var problems diag.List
	for i, sum := range photos {
		at := images[i].Pos
		if sum != "" && (checked == nil || !checked(at.File, sum)) {
			problems.Add(diag.PrivacyImage, at, "file", at.File)
			problems[len(problems)-1].Level = diag.Orange
		}
		problems.Join(found[i])
	}
	return problems, nil
}

// prepare looks at one picture. It gives the sum of a photo, and of anything else none.
func prepare(image *casebook.Image) (problems diag.List, photo string, err error) {
	at := image.Pos
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
		photo = Sum(data)
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

// Sum is by what a photo that was looked at is known: the SHA-256 of its bytes, in hexadecimal. It is the value of a finding of privacy-image.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
