package source

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// formats are the kinds of picture that every browser shows and that hold no scripts. SVG waits until it can be cleaned.
var formats = []string{".jpg", ".jpeg", ".png", ".webp"}

func isImageFolder(folder string) bool { return folder == "beelden" || folder == "images" }

// image takes a picture, under its path below the image folder.
func (w *walk) image(below, name string, at diag.Pos) {
	if !slices.Contains(formats, strings.ToLower(path.Ext(name))) {
		w.problems.Add(diag.ImageFormat, at, "extension", strings.TrimPrefix(path.Ext(name), "."))
		return
	}
	if w.pictures[below] {
		w.problems.AddVariant(diag.IDDuplicate, "image", at, "id", below)
		return
	}
	w.pictures[below] = true
	content := w.content
	w.images = append(w.images, casebook.Image{Path: below, File: root + name, Read: func() ([]byte, error) { return fs.ReadFile(content, name) }})
}
