package write

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
// nowhere; and once the first page has been replaced, all will be. A build that is killed in the milliseconds between leaves some
// pages old, and the next one that takes the lock finishes the work before anything else (apply). For small trees, and where pages come or go, the folders are
// exchanged.
const fewParts = 20 // of the pages at most one in so many has changed

var largeTree = 1000 // pages; tests make do with less

// mayPatch tells whether the changed pages can be put in place one by one: few of many, and each in a place that is as the last
// build left it.
func (t *Tree) mayPatch(manifest []byte) bool {
	if len(t.pages) < largeTree || t.stats.Changed > len(t.pages)/fewParts || string(manifest) != string(t.earlier.text) {
		return false
	}
	out, err := os.Lstat(t.out)
	if err != nil {
		return false
	}
	plain := map[string]bool{".": true}
	for p, same := range t.pages {
		if same {
			continue
		}
		if info, err := os.Lstat(within(t.out, p)); err != nil || !info.Mode().IsRegular() {
			return false
		}
		for dir := path.Dir(p); !plain[dir]; dir = path.Dir(dir) {
			info, err := os.Lstat(within(t.out, dir))
			if err != nil || !info.IsDir() || device(info) != device(out) {
				return false
			}
			plain[dir] = true
		}
	}
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
	if err := system.flush(staging, changed); err != nil {
		return err
	}
	if err := system.rename(staging, beside(t.out, "patch")); err != nil {
		return err
	}
	if err := settle(filepath.Dir(t.out)); err != nil {
		return err
	}
	return apply(t.out)
}

// apply puts the pages of a patch in place, also of one that was begun before and cut short.
func apply(out string) error {
	dir := beside(out, "patch")
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var moved []string
	err := filepath.WalkDir(dir, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, err := filepath.Rel(dir, file)
		if err != nil {
			return err
		}
		moved = append(moved, filepath.ToSlash(rel))
		return move(file, filepath.Join(out, rel))
	})
	if err != nil {
		return err
	}
	if err := system.flush(out, moved); err != nil {
		return err
	}
	return discard(dir)
}

// move renames a file over another, also in a folder that was made read-only.
func move(from, to string) error {
	err := system.rename(from, to)
	if !errors.Is(err, fs.ErrPermission) {
		return err
	}
	dir := filepath.Dir(to)
	info, failed := os.Lstat(dir)
	if failed != nil || os.Chmod(dir, info.Mode().Perm()|0o300) != nil {
		return err
	}
	return errors.Join(system.rename(from, to), os.Chmod(dir, info.Mode().Perm()))
}
