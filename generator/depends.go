package generator

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"runtime"
	"time"

	"golang.org/x/sync/errgroup"

	"casusboek/generator/filename"
	"casusboek/generator/source"
)

// Fingerprint is a hash of all that a build depends on: the path and every byte of each file in content/ and templates/, the edition, the dates and the version, and
// what the caller adds, such as the register and which program this is. Two builds with the same fingerprint give the same bytes.
func (in Input) Fingerprint(also ...string) ([]byte, error) {
	sum := sha256.New()
	fmt.Fprintf(sum, "%d %t %d %d\n%q\n%q\n", in.Edition, in.Drafts, in.Today.Unix(), in.Updated.Unix(), in.Version, also)
	for _, folder := range []fs.FS{in.Content, in.Templates} {
		if err := hashFolder(sum, folder); err != nil {
			return nil, err
		}
	}
	return sum.Sum(nil), nil
}

// entry is what Fingerprint and Touched look at in a folder.
type entry struct {
	path string
	fs.DirEntry
}

func entries(folder fs.FS) ([]entry, error) {
	if folder == nil {
		return nil, nil
	}
	var list []entry
	err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		if err == nil {
			list = append(list, entry{path, d})
			if d.IsDir() && !portable(d) {
				return fs.SkipDir // source does not read it either
			}
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) && len(list) == 0 {
		return nil, nil
	}
	return list, err
}

// portable reports whether an entry has a name that every system can open. What has another is a problem that source tells, and is not read.
func portable(d fs.DirEntry) bool {
	return d.Name() == "." || filename.Check(d.Name()) == filename.Fine
}

// hashFolder takes every file of a folder into a hash, in order; those that are no plain files by their names and kinds alone.
func hashFolder(sum hash.Hash, folder fs.FS) error {
	list, err := entries(folder)
	if err != nil {
		return err
	}
	texts := make([][sha256.Size]byte, len(list))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, e := range list {
		if source.Plain(e) && portable(e) {
			work.Go(func() (err error) {
				texts[i], err = hashFile(folder, e.path)
				return err
			})
		}
	}
	if err := work.Wait(); err != nil {
		return err
	}
	for i, e := range list {
		fmt.Fprintf(sum, "%q %v %x\n", e.path, e.Type(), texts[i])
	}
	fmt.Fprintf(sum, "%d files\n", len(list))
	return nil
}

func hashFile(folder fs.FS, path string) (sum [sha256.Size]byte, err error) {
	file, err := folder.Open(path)
	if err != nil {
		return sum, err
	}
	defer file.Close() //nolint:errcheck // nothing was written
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
	for _, folder := range []fs.FS{in.Content, in.Templates} {
		list, err := entries(folder)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			info, err := e.Info()
			if err != nil {
				return nil, err
			}
			fmt.Fprintf(sum, "%q %d %d\n", e.path, info.Size(), info.ModTime().UnixNano())
		}
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
