package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// A change of a few pages in a large tree is put in place page by page. Exchanging folders would make a new folder and a second name for
// every page that stays, and take the old ones away again: for 18,000 pages in folders of their own that took ten to a hundred times as
// long as writing the change.
//
// What is promised then: each page is at every moment the old one or the new one, whole; no page comes or goes, so that no link leads
// nowhere; and once the first page has been replaced, all will be. Before that, a record in Options.Memory says where pages are being replaced. A build that
// is killed in the milliseconds between leaves some pages old, and the next command of the casebook finishes the work before anything else: a build
// in Begin, any other through Finish. Where the record cannot be written, for small trees, and where pages come or go, the folders are exchanged.
// Figures and what else was considered: docs/decisions/001-replacing-a-few-pages.md.
const fewParts = 20 // of the pages at most one in so many has changed

var largeTree = 1000 // pages; tests make do with less

// mayPatch reports whether the changed pages can be put in place one by one: few of many, and each in a place that is as the last
// build left it.
func (t *Tree) mayPatch(manifest []byte) bool {
	if len(t.pages) < largeTree || t.stats.Changed > len(t.pages)/fewParts || string(manifest) != string(t.earlier.text) {
		return false
	}
	plain := plainFolders{out: t.out}
	for p, same := range t.pages {
		if same {
			continue
		}
		if info, err := os.Lstat(writeWithin(t.out, p)); err != nil || !info.Mode().IsRegular() || !plain.has(path.Dir(p)) {
			return false
		}
	}
	return true
}

// plainFolders knows which folders of an output are folders of its own file system, and no links.
type plainFolders struct {
	out   string
	known map[string]bool
	on    uint64 // the file system of the output
}

func (f *plainFolders) has(dir string) bool {
	if f.known == nil {
		info, err := os.Lstat(f.out)
		if err != nil || !info.IsDir() {
			return false
		}
		f.known, f.on = map[string]bool{".": true}, device(info)
	}
	if f.known[dir] {
		return true
	}
	if !f.has(path.Dir(dir)) {
		return false
	}
	info, err := os.Lstat(writeWithin(f.out, dir))
	if err != nil || !info.IsDir() || device(info) != f.on {
		return false
	}
	f.known[dir] = true
	return true
}

// patch puts the staged pages in place. With the rename of the staging folder the new tree is decided on.
func (t *Tree) patch() error {
	staging := beside(t.out, "new")
	var changed []string
	for p, same := range t.pages {
		if !same {
			changed = append(changed, p)
		}
	}
	if err := writeSystem.flush(staging, changed); err != nil {
		return err
	}
	if err := writeSystem.rename(staging, beside(t.out, "patch")); err != nil {
		return err
	}
	if err := settle(filepath.Dir(t.out)); err != nil {
		return err
	}
	if err := apply(t.out); err != nil {
		return err
	}
	t.memory.forget(unfinishedRecord)
	return nil
}

// apply puts the pages of a patch in place, also of one that was begun before and cut short. A file that is no page of the output, or whose place is not a
// plain one (any more), is not put anywhere: a patch may come with a casebook from somebody else, and must not write through a link of theirs.
func apply(out string) error {
	dir := beside(out, "patch")
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	made, err := readManifest(out)
	if err != nil {
		return err
	}
	plain := plainFolders{out: out}
	var moved []string
	err = filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		p := filepath.ToSlash(rel)
		if !made.has(p) || !plain.has(path.Dir(p)) {
			return nil
		}
		moved = append(moved, p)
		return move(file, writeWithin(out, p))
	})
	if err != nil {
		return err
	}
	if err := writeSystem.flush(out, moved); err != nil {
		return err
	}
	return discard(dir)
}

// move renames a file over another, also in a folder that was made read-only.
func move(from, to string) error {
	err := writeSystem.rename(from, to)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	dir := filepath.Dir(to)
	info, failed := os.Lstat(dir)
	if failed != nil || os.Chmod(dir, info.Mode().Perm()|0o300) != nil {
		return err
	}
	return errors.Join(writeSystem.rename(from, to), os.Chmod(dir, info.Mode().Perm()))
}
