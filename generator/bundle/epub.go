// Package epub makes a book of pages of the site: an EPUB 3 file for e-readers and tablets.
//
//	err := bundle.WriteEPUB(file, bundle.EPUB{Title: "Wat niemand vroeg", Lang: "nl", Chapters: chapters, Files: files})
//
// A chapter is a page as the site has it, without what only a site needs: its menu, its scripts, what leads to paper.
// So the book shows what the site shows, in the order in which a case unfolds. The same book gives the same bytes.
//
// Source: EPUB 3.3, W3C Recommendation.
package bundle

import (
	"archive/zip"
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"io"
	"maps"
	"path"
	"slices"
	"strings"
	"text/template"
	"time"

	"casusboek/generator/address"
	"casusboek/generator/draw"
)

// EPUB is what a book is made of.
type EPUB struct {
	Title, Subtitle string
	By              string // who publishes it; may be empty
	Lang            string // nl or en
	Licence         string // its name or address; may be empty
	Base            string // the site's public address with a slash at its end; may be empty
	Updated         time.Time
	Contents        string // the word above the list of chapters
	Chapters        []Chapter
	Files           map[string][]byte // of the site, by path: the chapters' pages, styles and pictures
}

// Chapter is a page of the book.
type Chapter struct {
	File  string // its page, such as casussen/nadira/index.html
	Level int    // 1, or 2 for what belongs to the chapter before it
}

// style is the sheet that e-readers get beside the site's own.
const style = "book.css"

//go:embed book.css
var styles []byte

// WriteEPUB writes the book. The error is that of w, or says which page cannot be read.
func WriteEPUB(w io.Writer, b EPUB) error {
	sections, pictures, foot, err := b.sections()
	if err != nil {
		return err
	}
	front, err := draw.CoverPNG(draw.Book, b.Title, b.By)
	if err != nil {
		return err
	}
	out := &archive{zip: zip.NewWriter(w), date: b.Updated}
	out.mimetype()
	out.add("META-INF/container.xml", []byte(container))
	out.add("EPUB/cover.png", front)
	out.add("EPUB/"+style, styles)
	out.add("EPUB/casusboek.css", b.Files["casusboek.css"])
	for _, name := range pictures {
		out.add("EPUB/"+name, b.Files[name])
	}
	for _, s := range sections {
		out.add("EPUB/"+s.File, s.text)
	}
	out.made("EPUB/title.xhtml", titlePage, page{EPUB: b, Foot: foot})
	out.made("EPUB/contents.xhtml", contentsPage, page{EPUB: b, Sections: nested(sections)})
	out.made("EPUB/package.opf", packageFile, page{EPUB: b, ID: b.id(), Sections: sections, Pictures: pictures})
	if out.err != nil {
		return out.err
	}
	return out.zip.Close()
}

// IsEPUB reports whether a file is a book of casusboek's: it has the styles of the site.
func IsEPUB(r io.ReaderAt, size int64) bool {
	book, err := zip.NewReader(r, size)
	return err == nil && len(book.File) > 0 && book.File[0].Name == "mimetype" &&
		slices.ContainsFunc(book.File, func(f *zip.File) bool { return f.Name == "EPUB/casusboek.css" })
}

// section is a chapter as the book has it.
type section struct {
	ID, Title string
	File      string    // such as casussen/nadira/index.xhtml
	Drawing   bool      // whether it has SVG in it, which the package must say
	Under     []section // of level 2, in the list of contents

	level int
	text  []byte
}

// sections makes the chapters, and lists the pictures that they show and what the site's foot says.
func (b *EPUB) sections() ([]section, []string, string, error) {
	set := Excerpt{Pages: map[string]bool{}, Base: b.Base}
	for _, c := range b.Chapters {
		set.Pages[c.File] = true
	}
	var made []section
	shown, foot := map[string]bool{}, ""
	for i, c := range b.Chapters {
		cut, err := set.Cut(c.File, b.Files[c.File])
		if err != nil {
			return nil, nil, "", err
		}
		foot = cmp.Or(foot, cut.Foot)
		if c.File == address.Home.File() {
			cut.Title = b.Title // the home page opens with its latest session
		}
		text, drawing := xhtml(cut, c.File, shown)
		made = append(made, section{
			ID: fmt.Sprintf("c%d", i+1), Title: cut.Title, File: bookFile(c.File), Drawing: drawing, level: c.Level, text: text,
		})
	}
	pictures := slices.DeleteFunc(slices.Sorted(maps.Keys(shown)), func(name string) bool { return b.Files[name] == nil })
	return made, pictures, foot, nil
}

// nested puts sections of level 2 under the one before them.
func nested(sections []section) []section {
	var tops []section
	for _, s := range sections {
		if s.level == 1 || len(tops) == 0 {
			tops = append(tops, s)
			continue
		}
		top := &tops[len(tops)-1]
		top.Under = append(top.Under, s)
	}
	return tops
}

// bookFile is the name in the book of a page of the site.
func bookFile(file string) string { return strings.TrimSuffix(file, ".html") + ".xhtml" }

// id tells readers that a book read again is the same one: its public address, or a name made of its title.
func (b *EPUB) id() string {
	if b.Base != "" {
		return b.Base
	}
	sum := sha256.Sum256([]byte(b.Title))
	return "urn:casusboek:" + hex.EncodeToString(sum[:12])
}

// archive is the file in the making; the first error stays.
type archive struct {
	zip  *zip.Writer
	date time.Time // of every file: the same book gives the same bytes
	err  error
}

// mimetype writes the entry that must come first, uncompressed and bare (OCF 3.3, 4.3).
func (a *archive) mimetype() {
	const kind = "application/epub+zip"
	w, err := a.zip.CreateRaw(&zip.FileHeader{
		Name: "mimetype", Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(kind)), CompressedSize64: uint64(len(kind)), UncompressedSize64: uint64(len(kind)),
	})
	if err == nil {
		_, err = io.WriteString(w, kind)
	}
	a.err = err
}

// add writes a file.
func (a *archive) add(name string, data []byte) {
	if a.err != nil {
		return
	}
	w, err := a.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: a.date})
	if err == nil {
		_, err = w.Write(data)
	}
	a.err = err
}

// made writes a file that is made of a template.
func (a *archive) made(name string, t *template.Template, p page) {
	var text bytes.Buffer
	text.WriteString(`<?xml version="1.0" encoding="utf-8"?>` + "\n")
	if err := t.Execute(&text, p); err != nil && a.err == nil {
		a.err = fmt.Errorf("%s: %w", name, err)
	}
	a.add(name, text.Bytes())
}

// kinds are the media types of pictures.
var kinds = map[string]string{".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".svg": "image/svg+xml"}

func kindOf(name string) string { return kinds[strings.ToLower(path.Ext(name))] }
