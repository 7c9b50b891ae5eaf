package source

import (
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// formats are the kinds of picture that every browser shows. What is in them is for package picture to say.
var formats = []string{".jpg", ".jpeg", ".png", ".webp", ".svg"}

// MaxImage is the number of bytes of a picture that are read; package picture refuses one that has so many.
const MaxImage = 64 << 20

func isImageFolder(folder string) bool { return folder == "beelden" || folder == "images" }

// image takes a picture, under its path below the image folder.
func (w *walk) image(below, name string, at diag.Pos) {
	if !slices.Contains(formats, strings.ToLower(path.Ext(name))) {
		w.problems.Add(diag.ImageFormat, at, "extension", strings.TrimPrefix(path.Ext(name), "."))
		return
	}
	refused := !w.portable(path.Base(name), at) || !w.apart(below, name, at)
	content := w.content
	w.images = append(w.images, casebook.Image{Refused: refused, Path: norm.NFC.String(below), File: root + name, Read: func() ([]byte, error) { return readImage(content, name) }})
}

func readImage(content fs.FS, name string) ([]byte, error) {
	file, err := content.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() // nothing was written
	return io.ReadAll(io.LimitReader(file, MaxImage))
}
