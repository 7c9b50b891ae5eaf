package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"sync"
	"syscall"
)

// present tells whether the output has this file with these bytes, made by casusboek.
func (t *Tree) present(path string, data []byte) (bool, error) {
	file := writeWithin(t.out, path)
	info, err := os.Lstat(file)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	made, known := t.earlier.spelling(path)
	switch {
	case info.IsDir():
		return false, nil // perhaps one that goes with this build; Commit looks
	case !known || !info.Mode().IsRegular():
		return false, &CollisionError{Out: t.out, Path: path}
	case made != path || info.Size() != int64(len(data)):
		return false, nil // another spelling: a file system that ignores case found the old one
	}
	return holds(file, data)
}

var buffers = sync.Pool{New: func() any { return new([64 << 10]byte) }}

// holds tells whether a file has exactly these bytes.
func holds(file string, data []byte) (bool, error) {
	f, err := os.Open(file)
	if err != nil {
		return false, err
	}
	defer f.Close()
	buf := buffers.Get().(*[64 << 10]byte)
	defer buffers.Put(buf)
	for {
		n, err := f.Read(buf[:])
		if n > len(data) || !bytes.Equal(buf[:n], data[:n]) {
			return false, nil
		}
		data = data[n:]
		if err == io.EOF {
			return len(data) == 0, nil
		}
		if err != nil {
			return false, err
		}
	}
}

// stage writes a file into the staging folder.
func (t *Tree) stage(file string, data []byte) error {
	if err := t.folder(path.Dir(file)); err != nil {
		return err
	}
	return create(writeWithin(beside(t.out, "new"), file), 0o644, bytes.NewReader(data))
}

// folder makes a folder of the staging folder, with those above it; "." is the staging folder.
func (t *Tree) folder(dir string) error {
	t.mu.Lock()
	known := t.staged[dir]
	t.mu.Unlock()
	if known {
		return nil
	}
	if dir != "." {
		if err := t.folder(path.Dir(dir)); err != nil {
			return err
		}
	}
	err := os.Mkdir(writeWithin(beside(t.out, "new"), dir), 0o755)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	t.mu.Lock()
	t.staged[dir] = true
	t.mu.Unlock()
	return nil
}

// create makes a file that must not exist yet. Close is checked: some file systems tell only then
// that the disk is full.
func create(file string, mode fs.FileMode, r io.Reader) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}
