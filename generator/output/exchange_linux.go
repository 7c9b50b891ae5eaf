package output

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// exchange lets two folders take each other's place in one step (renameat2(2), RENAME_EXCHANGE).
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// flush makes the new tree safe on disk before it takes the place of the old one. Without it a power
// cut shortly after a build could leave the new names with empty files behind them, because file
// systems write names before bytes. One syncfs for all files costs tenths of a second for a large
// site, an fsync for each file many times that; the price is that it also waits for what other
// programs have written to the same file system.
func flush(dir string, _ []string) error {
	return onFolder(dir, func(f *os.File) error { return unix.Syncfs(int(f.Fd())) })
}

// settle makes the exchange itself safe on disk, before the old tree is deleted.
func settle(dir string) error {
	return onFolder(dir, (*os.File).Sync)
}

// onFolder forgives file systems that cannot sync at all: they have nothing better to offer.
func onFolder(dir string, sync func(*os.File) error) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	err = sync(f)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return nil
	}
	return err
}
