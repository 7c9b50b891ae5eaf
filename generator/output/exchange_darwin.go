package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders take each other's place in one step (renamex_np(2), RENAME_SWAP; APFS).
func exchange(a, b string) error {
	if err := unix.RenamexNp(a, b, unix.RENAME_SWAP); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// flush makes the changed files safe on disk before the new tree takes the place of the old one.
// fsync(2) hands each file to the drive; only the last step, on the folder, waits until the drive has
// written everything (F_FULLFSYNC, which is what Sync does on macOS and takes long).
func flush(dir string, files []string) error {
	for _, p := range files {
		f, err := os.Open(writeWithin(dir, p))
		if err != nil {
			return err
		}
		err = errors.Join(unix.Fsync(int(f.Fd())), f.Close())
		if err != nil {
			return err
		}
	}
	return settle(dir)
}

// settle makes the exchange itself safe on disk, before the old tree is deleted.
func settle(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	err = f.Sync()
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return nil // a file system that cannot: it has nothing better to offer
	}
	return err
}
