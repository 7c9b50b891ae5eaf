package output

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// memory is a private folder in which a build leaves what later commands want to know of an output folder. It is not part of the
// output, because it differs from computer to computer, while the output of one input is the same bytes everywhere. It may be
// deleted at any time. The zero value remembers nothing.
type memory struct {
	dir   string // Options.Memory
	place string // the output as seen from dir, so that both can be moved together
}

// The kinds of records, which are the endings of their files.
const (
	noteRecord       = ".last"       // of Remember
	unfinishedRecord = ".unfinished" // holds the place of an output in which pages are being replaced one by one
)

func memoryOf(dir, out string) (memory, error) {
	if dir == "" {
		return memory{}, nil
	}
	dir, err := filepath.Abs(dir)
	if err != nil {
		return memory{}, err
	}
	parent, err := resolve(filepath.Dir(dir)) // the folder itself may be no link: save refuses one
	if err != nil {
		return memory{}, err
	}
	dir = filepath.Join(parent, filepath.Base(dir))
	place, err := filepath.Rel(dir, out)
	if err != nil { // on another drive of Windows
		place = out
	}
	return memory{dir, filepath.ToSlash(place)}, nil
}

// file is the path of a record. Its name holds no word of the path of the output.
func (m memory) file(kind string) string {
	return filepath.Join(m.dir, fmt.Sprintf("%x", sha256.Sum256([]byte(m.place)))[:16]+kind)
}

func (m memory) load(kind string) ([]byte, error) {
	if m.dir == "" {
		return nil, fs.ErrNotExist
	}
	return os.ReadFile(m.file(kind))
}

// save writes a record as a whole and makes it safe on disk. git ignores the folder, whatever the casebook's own .gitignore says.
func (m memory) save(kind string, data []byte) error {
	if m.dir == "" {
		return fs.ErrNotExist
	}
	if err := os.MkdirAll(m.dir, 0o700); err != nil {
		return err
	}
	if info, err := os.Lstat(m.dir); err != nil || !info.IsDir() { // a link could lead out of the casebook
		return errors.Join(err, fs.ErrInvalid)
	}
	if err := os.Chmod(m.dir, 0o700); err != nil {
		return err
	}
	if err := m.write(filepath.Join(m.dir, ".gitignore"), []byte("*\n")); err != nil {
		return err
	}
	if err := m.write(m.file(kind), data); err != nil {
		return err
	}
	return errors.Join(settle(m.dir), settle(filepath.Dir(m.dir)))
}

// write puts a whole file in the place of another. The name of the new file is one that nobody can have prepared as a link.
func (m memory) write(file string, data []byte) error {
	f, err := os.CreateTemp(m.dir, "new-*")
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = writeSystem.rename(f.Name(), file)
	}
	if err != nil {
		_ = os.Remove(f.Name())
	}
	return err
}

func (m memory) forget(kind string) {
	if m.dir != "" {
		_ = os.Remove(m.file(kind))
	}
}

// Finish puts the remaining pages in place where a build was stopped while it replaced pages one by one, and returns the output
// folders in which it found such a build. dir is the Options.Memory of that build. Every command of a casebook calls it first, so that none of
// them leaves an output of which one part is old and another new. It does not wait: a build that holds the lock finishes its own
// output.
func Finish(dir string) (finished []string, err error) {
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
		return nil, nil // nothing is remembered
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		if !e.Type().IsRegular() || !strings.HasSuffix(e.Name(), unfinishedRecord) {
			continue
		}
		out, found, failed := finish(dir, e.Name())
		if found {
			finished = append(finished, out)
		}
		err = errors.Join(err, failed)
	}
	return finished, err
}

// finish completes the one output that a record names. found is false when nothing was left to do, or when a build is at work there.
func finish(dir, record string) (out string, found bool, err error) {
	file := filepath.Join(dir, record)
	place, err := os.ReadFile(file)
	if err != nil {
		return "", false, err
	}
	out = filepath.FromSlash(string(place))
	if !filepath.IsAbs(out) {
		out = filepath.Join(dir, out)
	}
	if out, err = resolve(out); err != nil {
		return "", false, err
	}
	l, err := AcquireNow(beside(out, "lock"))
	if err != nil || l == nil {
		return out, false, err
	}
	defer l.Release()
	_, err = os.Lstat(beside(out, "patch"))
	found = err == nil
	if err := apply(out); err != nil {
		return out, false, fmt.Errorf("finishing %s: %w", out, err)
	}
	return out, found, os.Remove(file)
}
