// Package source finds the files of a content folder and reads their text.
//
//	files, images, problems, err := source.Files(os.DirFS("content"))
//	text, problems, err := files[0].Text()
//
// The folder in which a file stands says what it is, in Dutch or English: casussen or cases, reflecties or reflections, sessies or
// sessions, themas or themes, organisaties or organisations, paginas or pages, beelden or images. Folders below these are the
// author's own and mean nothing. content/index.md is the site itself. Names in another case (Casussen) work, since many systems do not tell them apart.
//
// Files reads names only; a text is read, and decoded, when it is asked for, so that ten thousand of them are read in parallel and never all in memory.
//
// Names that Windows or macOS refuses, or takes for one name, are problems on every system (names.go): a casebook moves between them.
//
// What it leaves alone without a word: hidden files, what editors leave behind (x.md~, .x.swp, #x.md#), README files, privacy.yaml, reviews.yaml
// and what operating systems drop in folders. Symbolic links are refused, also those that stay inside the folder: whether a chain of them stays
// inside can only be told by following it.
package source

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// File is one Markdown file of the casebook.
type File struct {
	Path string // content/casussen/nadira.md
	Kind casebook.Kind
	ID   string // slug of the file name

	content fs.FS
	name    string // below content
	limit   int    // of its bytes; 0: MaxSize
}

// root is what paths and places in problems begin with.
const root = "content/"

var folders = map[string]casebook.Kind{
	"casussen": casebook.KindCase, "cases": casebook.KindCase,
	"reflecties": casebook.KindReflection, "reflections": casebook.KindReflection,
	"sessies": casebook.KindSession, "sessions": casebook.KindSession,
	"themas": casebook.KindTheme, "themes": casebook.KindTheme,
	"organisaties": casebook.KindOrganisation, "organisations": casebook.KindOrganisation,
	"paginas": casebook.KindPage, "pages": casebook.KindPage,
}

// Files lists the Markdown files and the images of a content folder, sorted by path. Problems are those that can be told
// from names alone. The error is one of the file system's.
func Files(content fs.FS) ([]File, []casebook.Image, diag.List, error) {
	w := walk{content: content, pictures: map[string]place{}}
	if err := fs.WalkDir(content, ".", w.visit); err != nil {
		return nil, nil, nil, fmt.Errorf("reading the content folder: %w", err)
	}
	if !w.site {
		w.problems.Add(diag.SiteMissing, diag.Pos{File: root + "index.md"})
	}
	slices.SortFunc(w.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	w.sameIDs()
	return w.files, w.images, w.problems, nil
}

// The files of the guard, at the top of the content folder.
const (
	Answers = "privacy.yaml" // what authors answer it
	Reviews = "reviews.yaml" // who read which case
)

// Beside finds a file of the guard, in whatever case its name is written; nil when there is none. Its problems are those that can be told from names alone.
func Beside(content fs.FS, name string) (*File, diag.List, error) {
	entries, err := fs.ReadDir(content, ".")
	if err != nil {
		return nil, nil, fmt.Errorf("reading the content folder: %w", err)
	}
	var problems diag.List
	var file *File
	for _, entry := range entries {
		at := diag.Pos{File: root + entry.Name()}
		switch {
		case !strings.EqualFold(entry.Name(), name):
		case entry.Type()&fs.ModeSymlink != 0:
			problems.Add(diag.FileSymlink, at)
		case !Plain(entry):
			problems.Add(diag.FileUnknown, at)
		case file != nil:
			problems.AddVariant(diag.IDDuplicate, "file", at, "id", name, "other", file.Path)
		default:
			file = &File{Path: at.File, ID: name, content: content, name: entry.Name(), limit: maxBeside}
		}
	}
	return file, problems, nil
}

// mostFolders is how many folders within each other a path may have below content/. Each costs a look-up for every one below it, so that thousands of them, which
// nobody makes on purpose, would take minutes.
const mostFolders = 20

type walk struct {
	content  fs.FS
	files    []File
	images   []casebook.Image
	pictures map[string]place // of pictures and their folders, by the key of what some system takes for one path
	problems diag.List
	site     bool
}

func (w *walk) visit(name string, entry fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	at := diag.Pos{File: root + name}
	switch {
	case name == ".":
		return nil
	case ignored(entry.Name()):
		if entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.Type()&fs.ModeSymlink != 0:
		w.problems.Add(diag.FileSymlink, at)
		return nil
	case entry.IsDir() && strings.Count(name, "/") >= mostFolders:
		w.problems.AddVariant(diag.FileIsFolder, "deep", at, "n", strconv.Itoa(mostFolders))
		return fs.SkipDir
	case entry.IsDir():
		if strings.EqualFold(path.Ext(name), ".md") {
			w.problems.Add(diag.FileIsFolder, at)
			return fs.SkipDir
		}
		if !w.portable(entry.Name(), at) {
			return fs.SkipDir // Windows cannot open it
		}
		return nil
	case !Plain(entry):
		w.problems.Add(diag.FileUnknown, at)
		return nil
	}
	w.file(name, at)
	return nil
}

// file sorts a regular file under what it is.
func (w *walk) file(name string, at diag.Pos) {
	folder, rest, inFolder := strings.Cut(name, "/")
	folder = strings.ToLower(folder)
	base := path.Base(name)
	markdown := strings.EqualFold(path.Ext(base), ".md")
	kind, known := folders[folder]
	switch {
	case inFolder && isImageFolder(folder):
		w.image(rest, name, at)
	case !inFolder && strings.EqualFold(base, "index.md"):
		w.site = true
		w.files = append(w.files, File{Path: root + name, Kind: casebook.KindSite, ID: "index", content: w.content, name: name})
	case !markdown:
		w.problems.Add(diag.FileUnknown, at)
	case !inFolder || !known:
		w.problems.Add(diag.FileMisplaced, at)
	case strings.EqualFold(base, "index.md"):
		w.problems.AddVariant(diag.FileMisplaced, "index", at)
	default:
		id := casebook.Slug(base[:len(base)-len(".md")])
		if id == "" {
			w.problems.Add(diag.FileName, at)
			return
		}
		w.files = append(w.files, File{Path: root + name, Kind: kind, ID: id, content: w.content, name: name})
	}
}

// Plain reports whether an entry is a file that can be read. One that a sync program such as OneDrive keeps may be irregular on Windows: left out, a case
// would be missing from the site.
func Plain(entry fs.DirEntry) bool { return entry.Type()&^fs.ModeIrregular == 0 }

func ignored(base string) bool {
	lower := strings.ToLower(base)
	switch {
	case strings.HasPrefix(base, "."), strings.HasPrefix(base, "~$"), strings.HasPrefix(base, "#") && strings.HasSuffix(base, "#"):
		return true
	case strings.HasSuffix(base, "~"), strings.HasSuffix(lower, ".swp"), strings.HasSuffix(lower, ".bak"), strings.HasSuffix(lower, ".tmp"):
		return true
	case lower == "thumbs.db", lower == "desktop.ini", lower == Answers, lower == Reviews:
		return true
	}
	return lower == "readme" || strings.HasPrefix(lower, "readme.")
}

// sameIDs reports files of one kind that would get the same address.
func (w *walk) sameIDs() {
	type key struct {
		kind casebook.Kind
		id   string
	}
	first := map[key]string{}
	for _, f := range w.files {
		k := key{f.Kind, f.ID}
		if other, taken := first[k]; taken {
			w.problems.AddVariant(diag.IDDuplicate, "file", diag.Pos{File: f.Path}, "id", f.ID, "other", other)
			continue
		}
		first[k] = f.Path
	}
}

// At is the file at a path that a File or a problem gave: content/casussen/nadira.md.
func At(content fs.FS, path string) File {
	return File{Path: path, content: content, name: strings.TrimPrefix(path, root)}
}
