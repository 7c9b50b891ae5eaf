//go:build !linux && !darwin

package output

import (
	"errors"
	"os"
	"syscall"
)

// exchange is not possible here; twoRenames takes its place.
func exchange(a, b string) error {
	return &os.LinkError{Op: "exchange", Old: a, New: b, Err: syscall.ENOSYS}
}

// flush makes the changed files safe on disk before the new tree takes the place of the old one.
func flush(dir string, files []string) error {
	for _, p := range files {
		f, err := os.OpenFile(writeWithin(dir, p), os.O_RDWR, 0)
		if err != nil {
			return err
		}
		if err := errors.Join(f.Sync(), f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// settle has nothing to do: Windows, the main system here, cannot sync a folder and writes renames
// to its journal by itself.
func settle(string) error { return nil }
