// Package scorm makes a course of one case for the learning system of an organisation: a SCORM 1.2 package. The system
// learns one thing, that somebody has read the case to its end; what they thought and wrote stays in their browser.
//
//	err := bundle.WriteSCORM(file, bundle.Course{ID: "nadira", Title: "Een duurder huis", Pages: pages, Files: files})
//
// The pages are those of the site. They stand in a frame, since a learning system wants one page that stays open from
// beginning to end (SCORM 1.2 RTE, 3.2). The same course gives the same bytes.
//
// Source: ADL, SCORM Version 1.2, Content Aggregation Model and Run-Time Environment.
package bundle

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"path"
	"slices"
	"time"

	"golang.org/x/net/html"
)

//go:embed course.html course.css course.js
var own embed.FS

// Course is one case as a course.
type Course struct {
	ID, Title string
	Lang      string
	Updated   time.Time         // the date of its files
	Pages     []string          // of the case, in the order in which they are read; who opens the last has finished
	Files     map[string][]byte // of the site, by path: the pages, styles, scripts and pictures
}

// WriteSCORM writes the package. The error is that of w, or says which page cannot be read.
func WriteSCORM(w io.Writer, c Course) error {
	files, err := c.files()
	if err != nil {
		return err
	}
	var manifest bytes.Buffer
	names := slices.Sorted(maps.Keys(files))
	if err := manifestFile.Execute(&manifest, struct {
		Course
		Names []string
	}{c, names}); err != nil {
		return err
	}
	out := zip.NewWriter(w)
	files["imsmanifest.xml"] = manifest.Bytes()
	for _, name := range append([]string{"imsmanifest.xml"}, names...) {
		file, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: c.Updated})
		if err != nil {
			return err
		}
		if _, err := file.Write(files[name]); err != nil {
			return err
		}
	}
	return out.Close()
}

// IsSCORM reports whether a file is a course of casusboek's.
func IsSCORM(r io.ReaderAt, size int64) bool {
	course, err := zip.NewReader(r, size)
	if err != nil {
		return false
	}
	file, err := course.Open("imsmanifest.xml")
	if err != nil {
		return false
	}
	defer file.Close() // nothing was written
	head, err := io.ReadAll(io.LimitReader(file, 1<<10))
	return err == nil && bytes.Contains(head, []byte(`<manifest identifier="casusboek-`))
}

// files are all files of the course: its frame, the pages, and what they show.
func (c Course) files() (map[string][]byte, error) {
	set := Excerpt{Pages: map[string]bool{}, Scripts: true}
	for _, name := range c.Pages {
		set.Pages[name] = true
	}
	files := map[string][]byte{}
	for _, name := range c.Pages {
		cut, err := set.Cut(name, c.Files[name])
		if err != nil {
			return nil, err
		}
		var text bytes.Buffer
		if err := html.Render(&text, cut.Root); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		files[name] = text.Bytes()
		for _, used := range cut.Uses(name) {
			if data, ok := c.Files[used]; ok {
				files[used] = data
			}
		}
	}
	return files, c.addFrame(files)
}

// addFrame adds the page that the learning system opens.
func (c Course) addFrame(files map[string][]byte) error {
	var text bytes.Buffer
	frame := template.Must(template.ParseFS(own, "course.html"))
	if err := frame.Execute(&text, struct {
		Course
		First, Last string
	}{c, c.Pages[0], path.Dir(c.Pages[len(c.Pages)-1])}); err != nil {
		return err
	}
	files["course.html"] = text.Bytes()
	for _, name := range []string{"course.css", "course.js"} {
		data, err := own.ReadFile(name)
		if err != nil {
			return err
		}
		files[name] = data
	}
	return nil
}
