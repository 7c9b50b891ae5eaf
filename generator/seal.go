package generator

import (
	"fmt"
	"io/fs"

	"casusboek/generator/casebook"
	"casusboek/generator/guard/review"
	"casusboek/generator/read/source"
)

// sums are what seals hold of the cases that have one, by id: those files are read once more, so that texts need not be kept.
func sums(content fs.FS, book *casebook.Book, reviews []casebook.Review) (map[string]string, error) {
	sealed := map[string]bool{}
	for _, r := range reviews {
		sealed[r.Case.V] = true
	}
	all := map[string]string{}
	for _, c := range book.Cases {
		if !sealed[c.ID] {
			continue
		}
		sum, err := sumOf(content, book.Images, c)
		if err != nil {
			return nil, err
		}
		all[c.ID] = sum
	}
	return all, nil
}

func sumOf(content fs.FS, images []casebook.Image, c *casebook.Case) (string, error) {
	text, _, err := source.At(content, c.Pos.File).Text()
	if err != nil {
		return "", err
	}
	var pictures [][]byte
	for _, path := range picturesOf(c) {
		for _, image := range images {
			if image.Path != path || image.Refused {
				continue
			}
			data, err := image.Read()
			if err != nil {
				return "", fmt.Errorf("image %s: %w", path, err)
			}
			pictures = append(pictures, data)
		}
	}
	return review.Checksum(text, pictures), nil
}

// picturesOf lists the pictures of a case in the order in which it shows them.
func picturesOf(c *casebook.Case) []string {
	var paths []string
	texts := []casebook.Prose{c.Body}
	for _, e := range c.Events {
		texts = append(texts, e.Text)
	}
	for _, text := range texts {
		for _, part := range text.Parts {
			if part.Image != nil {
				paths = append(paths, part.Image.Path)
			}
		}
	}
	return paths
}
