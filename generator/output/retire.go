package output

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// recoverFrom puts right what a stopped build left beside the output. Whoever calls it has the lock.
// It may itself be stopped at any step; the next one goes on from there.
func recoverFrom(out string) error {
	old := beside(out, "old")
	if _, err := os.Lstat(out); errors.Is(err, fs.ErrNotExist) {
		if err := writeSystem.rename(old, out); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return errors.Join(discard(beside(out, "new")), apply(out), retire(old, out), retire(beside(out, "ready"), out))
}

// discard deletes an unfinished tree, if there is one. Its files are new, or second names and copies
// of files that are in the output.
func discard(dir string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	err := dismantle(dir, ".", func(p string, _ fs.FileMode) error { return remove(writeWithin(dir, p)) })
	if err != nil {
		return err
	}
	return remove(dir)
}

// retire deletes a finished tree, if there is one, that the output has taken the place of (or, after
// a kill, was about to). It deletes only what its manifest lists and what the output has as well.
// Anything else came, or was saved anew, after the survey: that is moved to the output.
func retire(dir, out string) error {
	if _, err := os.Lstat(dir); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	made, err := readManifest(dir)
	if err != nil {
		return err
	}
	// The manifest goes last: without it, a second attempt would take every made file for a foreign one.
	err = dismantle(dir, ".", func(p string, kind fs.FileMode) error {
		switch {
		case p == manifestName:
			return nil
		case p == lastName, made.has(p) && kind.IsRegular():
			return remove(writeWithin(dir, p))
		default:
			return rescue(writeWithin(dir, p), writeWithin(out, p))
		}
	})
	if err != nil {
		return err
	}
	if err := remove(writeWithin(dir, manifestName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return remove(dir)
}

// rescue deletes a foreign file of a retired tree if the output has it, and moves it there if not.
// Of two different files the later one stays; of a file and its copy the file itself.
func rescue(file, place string) error {
	was, err := os.Lstat(file)
	if err != nil {
		return err
	}
	is, err := os.Lstat(place)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if err := os.MkdirAll(filepath.Dir(place), 0o755); err != nil {
			return err
		}
	case err != nil:
		return err
	case os.SameFile(was, is):
		return remove(file)
	case is.IsDir():
		return fmt.Errorf("%s cannot go back to %s: a folder has taken its place", file, place)
	case is.Mode().IsRegular() && is.ModTime().After(was.ModTime()):
		return remove(file)
	}
	return writeSystem.rename(file, place)
}

// dismantle empties a folder: it hands every file to file, which makes it go, and removes the folders.
func dismantle(root, dir string, file func(p string, kind fs.FileMode) error) error {
	entries, err := os.ReadDir(writeWithin(root, dir))
	if err != nil {
		return err
	}
	for _, e := range entries {
		p := path.Join(dir, e.Name())
		if !e.IsDir() {
			err = file(p, e.Type())
		} else if err = dismantle(root, p, file); err == nil {
			err = remove(writeWithin(root, p))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// remove deletes a file or an empty folder, also from a folder that was made read-only. Only trees
// that are on their way out come here.
func remove(file string) error {
	err := writeSystem.remove(file)
	if errors.Is(err, fs.ErrPermission) && os.Chmod(filepath.Dir(file), 0o700) == nil {
		err = writeSystem.remove(file)
	}
	return err
}
