package output

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"

	"golang.org/x/sync/errgroup"
)

// writeSystem holds the steps that decide what a stopped build leaves behind. Tests replace them to stop
// at each one and to play a file system that cannot do them.
var writeSystem = struct {
	link     func(from, to string) error
	flush    func(dir string, files []string) error
	rename   func(from, to string) error
	exchange func(a, b string) error
	remove   func(file string) error
}{os.Link, flush, os.Rename, exchange, os.Remove}

// complete turns the staging folder, which holds the changed files, into the whole new tree.
func (t *Tree) complete(manifest []byte) error {
	if err := t.folder("."); err != nil {
		return err
	}
	var s survey
	if exists, err := checkFolder(t.out); err != nil {
		return err
	} else if exists {
		if s, err = look(t.out, t.earlier); err != nil {
			return err
		}
	}
	if err := t.collision(s); err != nil {
		return err
	}
	carried := s.foreign
	changed := []string{manifestName}
	for _, p := range slices.Sorted(maps.Keys(t.pages)) { // in order: neighbours on disk stay neighbours
		if t.pages[p] {
			carried = append(carried, found{path: p})
		} else {
			changed = append(changed, p)
		}
	}
	if bytes.Equal(manifest, t.earlier.text) {
		carried, changed = append(carried, found{path: manifestName}), changed[1:]
	} else if err := create(writeWithin(beside(t.out, "new"), manifestName), 0o644, bytes.NewReader(manifest)); err != nil {
		return err
	}
	if err := t.carry(carried, s.folders); err != nil {
		return err
	}
	return writeSystem.flush(beside(t.out, "new"), changed)
}

// carry brings files and folders of the output into the staging folder. Folders get the mode, owner
// and times of the ones they replace last, because one may be read-only and filling it sets its time.
func (t *Tree) carry(files, folders []found) error {
	for _, f := range folders {
		if f.foreign {
			if err := t.folder(f.path); err != nil {
				return err
			}
		}
	}
	for _, f := range files {
		if err := t.folder(path.Dir(f.path)); err != nil {
			return err
		}
	}
	staging := beside(t.out, "new")
	var g errgroup.Group
	g.SetLimit(2 * runtime.GOMAXPROCS(0))
	for batch := range slices.Chunk(files, 256) {
		g.Go(func() error {
			for _, f := range batch {
				err := carryFile(writeWithin(t.out, f.path), writeWithin(staging, f.path))
				if err != nil && !(f.foreign && errors.Is(err, fs.ErrNotExist)) {
					return err
				}
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for _, f := range slices.Backward(folders) {
		if t.staged[f.path] {
			if err := dress(writeWithin(staging, f.path), f); err != nil {
				return err
			}
		}
	}
	return nil
}

// dress makes a new folder look like the one whose place it takes.
func dress(dir string, f found) error {
	now, err := os.Lstat(dir)
	if err != nil {
		return err
	}
	writeOwn(dir, now, f.info)
	const bits = fs.ModePerm | fs.ModeSetgid | fs.ModeSetuid | fs.ModeSticky
	if now.Mode()&bits != f.info.Mode()&bits {
		if err := os.Chmod(dir, f.info.Mode()&bits); err != nil {
			return err
		}
	}
	if !f.foreign {
		return nil
	}
	return os.Chtimes(dir, f.info.ModTime(), f.info.ModTime())
}

// carryFile makes a second name for a file. Where that cannot be done (a file system without hard
// links, a file of somebody else) it copies; retire then puts the original back over the copy.
func carryFile(from, to string) error {
	info, err := os.Lstat(from)
	if err != nil {
		return err
	}
	isLink := info.Mode()&fs.ModeSymlink != 0
	if isLink && runtime.GOOS != "linux" { // elsewhere a hard link to a link may lead to its target
		return carryLink(from, to)
	}
	err = writeSystem.link(from, to)
	switch {
	case err == nil, errors.Is(err, fs.ErrExist), errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOSPC):
		return err
	case errors.Is(err, syscall.EXDEV):
		return &FolderError{Out: filepath.Dir(from), Reason: HoldsMount, Err: err}
	case isLink:
		return carryLink(from, to)
	case !info.Mode().IsRegular():
		return err
	}
	f, err := os.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := create(to, 0o600, f); err != nil {
		return err
	}
	if err := os.Chmod(to, info.Mode().Perm()); err != nil {
		return err
	}
	return os.Chtimes(to, info.ModTime(), info.ModTime())
}

func carryLink(from, to string) error {
	target, err := os.Readlink(from)
	if err != nil {
		return err
	}
	return os.Symlink(target, to)
}

// publish puts the finished staging folder in the place of the output.
func (t *Tree) publish() error {
	ready, old := beside(t.out, "ready"), beside(t.out, "old")
	if err := writeSystem.rename(beside(t.out, "new"), ready); err != nil {
		return err
	}
	left := ready
	_, err := os.Lstat(t.out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		left, err = "", writeSystem.rename(ready, t.out)
	case err == nil:
		err = writeSystem.exchange(ready, t.out)
		if cannotExchange(err) {
			left, err = old, t.twoRenames(ready, old)
		}
	}
	if err != nil {
		if errors.Is(err, syscall.EXDEV) || errors.Is(err, syscall.EBUSY) {
			err = &FolderError{Out: t.out, Reason: CannotBeMoved, Err: err}
		}
		// Not simply discarded: a network file system may report an exchange as failed that took place.
		return errors.Join(err, recoverFrom(t.out))
	}
	if err := settle(filepath.Dir(t.out)); err != nil {
		return &LeftoverError{left, err}
	}
	if left != "" {
		if err := retire(left, t.out); err != nil {
			return &LeftoverError{left, err}
		}
	}
	return nil
}

// twoRenames is the exchange of systems that have none. For a moment there is no output at all. When
// the second rename fails, or the build is killed just then, both trees are complete beside it, and
// recoverFrom puts the old one back.
func (t *Tree) twoRenames(ready, old string) error {
	if err := writeSystem.rename(t.out, old); err != nil {
		return err
	}
	return writeSystem.rename(ready, t.out)
}

func cannotExchange(err error) bool {
	for _, no := range []error{syscall.ENOSYS, syscall.EINVAL, syscall.ENOTSUP, syscall.EOPNOTSUPP, syscall.EPERM} {
		if errors.Is(err, no) {
			return true
		}
	}
	return false
}
