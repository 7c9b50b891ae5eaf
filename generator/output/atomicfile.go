// Package atomicfile writes files whole or not at all, in a folder that several processes may write in at once.
//
//	w, err := output.OpenWriter(ctx, root, "boek/.casusboek-lock", nil) // waits for another writer
//	defer w.Close()
//	err = w.Replace("privacy.yaml", data, 0o644)
//	err = w.Create(output.NewFile{Name: "casussen/anna.md", Data: text}, ...)
//
// A file is first written under another name beside its place, flushed to the disk, and then renamed, so that after a
// full disk, a kill or a power failure its place holds the old file, the new one, or nothing. No link is followed out of
// the folder of root, and none at the last part of a name.
//
// What a killed process leaves behind is one or more hidden files named .casusboek-new-*. Only the holder of the lock
// has such files, so each writer removes those that it finds in the folders that it writes in.
package output

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
)

// LockName is the file of the lock of a folder, inside it.
const LockName = ".casusboek-lock"

// prefix begins the names of files that are not in their place yet.
const prefix = ".casusboek-new-"

var leftover = regexp.MustCompile(`^\.casusboek-new-[A-Z2-7]{26}$`)

// NewFile is a file to be created: its slash separated path below the root of a FileWriter.
type NewFile struct {
	Name string
	Data []byte
}

// ForeignFileError reports that a file that casusboek did not make is in the way.
type ForeignFileError struct{ Path string }

func (e *ForeignFileError) Error() string {
	return e.Path + " is there already and was not made by casusboek"
}

// FileWriter writes files below a folder while it holds a lock. It is not for use by several goroutines.
type FileWriter struct {
	root  *os.Root
	lock  *Lock
	swept map[string]bool // folders without leftovers
}

// OpenWriter waits for the lock that the file lock stands for, and returns a FileWriter that holds it until Close. All who write
// below a folder must name the same file. The root stays the caller's.
func OpenWriter(ctx context.Context, root *os.Root, lock string, waiting func()) (*FileWriter, error) {
	l, err := Acquire(ctx, lock, waiting)
	if err != nil {
		return nil, err
	}
	return &FileWriter{root: root, lock: l, swept: map[string]bool{}}, nil
}

// Close releases the lock. It may be called more than once.
func (w *FileWriter) Close() {
	if w.lock != nil {
		w.lock.Release()
		w.lock = nil
	}
}

// Temp is a file that is not in its place yet. Nobody else writes to it.
type Temp struct {
	*os.File

	w          *FileWriter
	name, goal string // its name now, "" when it is no more; and the one it is meant to get
}

// Temp creates an empty file beside the place of another, to be put there by Replace or removed by Discard. A file that is
// there passes on its mode and owner; a new one has mode, as far as the umask of the process allows. With a mode of the
// owner alone nobody else can read the file, whatever was there.
func (w *FileWriter) Temp(goal string, mode fs.FileMode) (*Temp, error) {
	was, err := w.root.Lstat(goal)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	dir := path.Dir(goal)
	if err := w.Sweep(dir); err != nil {
		return nil, err
	}
	name := path.Join(dir, prefix+rand.Text())
	file, err := atomicfileSystem.create(w.root, name, mode)
	if err != nil {
		return nil, err
	}
	t := &Temp{file, w, name, goal}
	if was != nil && was.Mode().IsRegular() {
		kept := was.Mode().Perm()
		if mode&0o077 == 0 {
			kept &= 0o700
		}
		atomicfileOwn(file, was)
		if err := file.Chmod(kept); err != nil {
			t.Discard()
			return nil, err
		}
	}
	return t, nil
}

// Sweep removes what killed processes left in a folder, which need not be there. Temp does so by itself.
func (w *FileWriter) Sweep(dir string) error {
	if w.swept[dir] {
		return nil
	}
	entries, err := fs.ReadDir(w.root.FS(), dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Type().IsRegular() && leftover.MatchString(e.Name()) {
			_ = atomicfileSystem.removeIn(w.root, path.Join(dir, e.Name())) // is in nobody's way
		}
	}
	w.swept[dir] = true
	return nil
}

// Discard removes the file. After Replace it does nothing.
func (t *Temp) Discard() {
	if t.name != "" {
		_ = t.Close()
		_ = atomicfileSystem.removeIn(t.w.root, t.name)
		t.name = ""
	}
}

// finish makes sure that the bytes are on the disk: some file systems report only then that there is no room.
func (t *Temp) finish() error {
	return errors.Join(atomicfileSystem.sync(t.File), t.Close())
}

// Replace puts the file in its place, instead of what is there.
func (t *Temp) Replace() error {
	defer t.Discard()
	if err := t.finish(); err != nil {
		return err
	}
	if err := atomicfileSystem.rename(t.w.root, t.name, t.goal); err != nil {
		return err
	}
	t.name = ""
	return t.w.flush(path.Dir(t.goal))
}

// Replace writes a file, instead of one that is there; see Temp for its mode.
func (w *FileWriter) Replace(name string, data []byte, mode fs.FileMode) error {
	t, err := w.Temp(name, mode)
	if err != nil {
		return err
	}
	defer t.Discard()
	if err := atomicfileSystem.write(t.File, data); err != nil {
		return err
	}
	return t.Replace()
}

// Own returns a *ForeignFileError unless nothing has a name, or a file of which made reports that casusboek made it.
func (w *FileWriter) Own(name string, made func(r io.ReaderAt, size int64) bool) error {
	info, err := w.root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	foreign := &ForeignFileError{filepath.Join(w.root.Name(), name)}
	if !info.Mode().IsRegular() {
		return foreign
	}
	file, err := w.root.Open(name)
	if err != nil {
		return err
	}
	defer file.Close() // nothing was written
	if !made(file, info.Size()) {
		return foreign
	}
	return nil
}

// Create writes files that are not there yet, and their folders. After an error none of them is there: with a file in
// the place of one of them, the error is fs.ErrExist. All are written before the first is put in its place.
func (w *FileWriter) Create(files ...NewFile) (err error) {
	var undo []func()
	defer func() {
		for _, u := range slices.Backward(undo) {
			if err != nil {
				u()
			}
		}
	}()
	flush := map[string]bool{}
	var staged []*Temp
	for _, f := range files {
		dir := path.Dir(f.Name)
		made, err := w.makeFolder(dir, flush)
		undo = append(undo, made...)
		if err != nil {
			return err
		}
		t, err := w.Temp(f.Name, 0o644)
		if err != nil {
			return err
		}
		defer t.Discard()
		if err := errors.Join(atomicfileSystem.write(t.File, f.Data), t.finish()); err != nil {
			return err
		}
		staged, flush[dir] = append(staged, t), true
	}
	for _, t := range staged {
		if err := t.create(); err != nil {
			return err
		}
		undo = append(undo, func() { _ = atomicfileSystem.removeIn(w.root, t.goal) })
	}
	for dir := range flush {
		if err := w.flush(dir); err != nil {
			return err
		}
	}
	return nil
}

// makeFolder creates a folder and those above it, as far as they are not there, and adds to flush which folders have a
// new entry for them. It returns what removes them again.
func (w *FileWriter) makeFolder(dir string, flush map[string]bool) ([]func(), error) {
	info, err := w.root.Stat(dir)
	switch {
	case err == nil && !info.IsDir():
		return nil, &fs.PathError{Op: "mkdir", Path: dir, Err: fs.ErrExist}
	case err == nil || !errors.Is(err, fs.ErrNotExist) || dir == ".":
		return nil, err
	}
	undo, err := w.makeFolder(path.Dir(dir), flush)
	if err != nil {
		return undo, err
	}
	if err := atomicfileSystem.mkdir(w.root, dir); err != nil {
		return undo, err
	}
	flush[path.Dir(dir)] = true
	return append(undo, func() { _ = atomicfileSystem.removeIn(w.root, dir) }), nil
}

// create gives a finished file its name, unless something has that name. A link does both in one step; where the file
// atomicfileSystem knows no links, the lock keeps other writers away between the two.
func (t *Temp) create() error {
	err := atomicfileSystem.link(t.w.root, t.name, t.goal)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := t.w.root.Lstat(t.goal); err == nil {
		return &fs.PathError{Op: "create", Path: t.goal, Err: fs.ErrExist}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := atomicfileSystem.rename(t.w.root, t.name, t.goal); err != nil {
		return err
	}
	t.name = ""
	return nil
}

// flush makes sure that the names in a folder are on the disk. Windows does so by itself and cannot be asked.
func (w *FileWriter) flush(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	folder, err := w.root.Open(dir)
	if err != nil {
		return err
	}
	err = atomicfileSystem.sync(folder)
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, errInvalid) { // some file systems cannot
		err = nil
	}
	return errors.Join(err, folder.Close())
}
