package generator

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/diag"
	"casusboek/generator/read/filename"
	"casusboek/generator/read/source"
	"casusboek/generator/theme"
)

// Fingerprint is a hash of all that a build depends on: the path and every byte of each file of content/ and templates/ that it reads, the edition, the dates and the version, and
// what the caller adds, such as the register and which program this is. Two builds with the same fingerprint give the same bytes.
func (in Input) Fingerprint(also ...string) ([]byte, error) {
	sum := sha256.New()
	fmt.Fprintf(sum, "%d %t %d %d\n%q\n%q\n", in.Edition, in.Drafts, in.Today.Unix(), in.Updated.Unix(), in.Version, also)
	parts, problems, err := in.parts()
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(sum, "%#v\n", problems)
	err = hashParts(sum, parts)
	return sum.Sum(nil), err
}

// part is a file that a build reads.
type part struct {
	folder fs.FS
	name   string // in folder
	path   string // content/casussen/nadira.md
}

// parts lists all files that a build reads, by the rules by which it finds them, and what is wrong with names alone: that is all a build knows of a file that it does not read.
func (in Input) parts() ([]part, diag.List, error) {
	var parts []part
	add := func(folder fs.FS, root string, names ...string) {
		for _, name := range names {
			name = strings.TrimPrefix(name, root)
			parts = append(parts, part{folder, name, root + name})
		}
	}
	files, images, problems, err := source.Files(in.Content)
	if err != nil {
		return nil, nil, err
	}
	for _, f := range files {
		if filename.Check(path.Base(f.Path)) == filename.Fine { // others are never opened
			add(in.Content, "content/", f.Path)
		}
	}
	for _, i := range images {
		if !i.Refused {
			add(in.Content, "content/", i.File)
		}
	}
	for _, name := range []string{source.Answers, source.Reviews} {
		file, found, err := source.Beside(in.Content, name)
		if err != nil {
			return nil, nil, err
		}
		if problems.Join(found); file != nil {
			add(in.Content, "content/", file.Path)
		}
	}
	own, err := theme.Names(in.Templates)
	own = slices.DeleteFunc(own, func(name string) bool { return filename.Check(path.Base(name)) != filename.Fine })
	add(in.Templates, "templates/", own...)
	return parts, problems, err
}

// hashParts takes every file of a list into a hash, in order.
func hashParts(sum hash.Hash, parts []part) error {
	texts := make([][sha256.Size]byte, len(parts))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range parts {
		work.Go(func() (err error) {
			texts[i], err = hashFile(p.folder, p.name)
			return err
		})
	}
	if err := work.Wait(); err != nil {
		return err
	}
	for i, p := range parts {
		fmt.Fprintf(sum, "%q %x\n", p.path, texts[i])
	}
	return nil
}

func hashFile(folder fs.FS, path string) (sum [sha256.Size]byte, err error) {
	file, err := folder.Open(path)
	if err != nil {
		return sum, err
	}
	defer file.Close()                                        // nothing was written
	if info, err := file.Stat(); err != nil || info.IsDir() { // in the place of a template: overlay says so
		return sum, err
	}
	h := sha256.New()
	if _, err := io.Copy(h, file); err != nil {
		return sum, err
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// Touched is a hash of the names, sizes and times of all files that a build reads. When it is another after a build than before,
// somebody saved a file meanwhile, and it is not known which of its texts was built.
func (in Input) Touched() ([]byte, error) {
	sum := sha256.New()
	parts, problems, err := in.parts()
	if err != nil {
		return nil, err
	}
	fmt.Fprintf(sum, "%#v\n", problems)
	for _, p := range parts {
		info, err := fs.Stat(p.folder, p.name)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(sum, "%q %d %d\n", p.path, info.Size(), info.ModTime().UnixNano())
	}
	return sum.Sum(nil), nil
}

// Made is what is worth knowing of a build that was done before: how much it published. It is JSON, and holds no word of an author.
type Made struct {
	Lang                                string
	Cases, Reflections, Sessions, Pages int
	Drafts, Unconsented                 int
	Updated                             time.Time
}

// Made is the part of a result that Again needs.
func (r Result) Made() Made {
	return Made{r.Words.Lang, r.Cases, r.Reflections, r.Sessions, r.Pages, r.Drafts, r.Unconsented, r.Updated}
}

// Again is the result of a build that need not be done again, without problems.
func (in Input) Again(m Made) (Result, error) {
	over, err := in.laid(m.Lang)
	return Result{
		Words: over.words, Cases: m.Cases, Reflections: m.Reflections, Sessions: m.Sessions, Pages: m.Pages, Drafts: m.Drafts, Unconsented: m.Unconsented, Updated: m.Updated,
	}, err
}
