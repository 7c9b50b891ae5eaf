package output

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
)

// calls are the changes that this package makes to a disk. Tests let each of them fail.
type calls struct {
	create       func(root *os.Root, name string, mode fs.FileMode) (*os.File, error)
	write        func(file *os.File, data []byte) error
	sync         func(file *os.File) error
	rename, link func(root *os.Root, from, to string) error
	mkdir        func(root *os.Root, name string) error
	removeIn     func(root *os.Root, name string) error
	remove       func(name string) error
}

var atomicfileSystem = calls{
	create: func(root *os.Root, name string, mode fs.FileMode) (*os.File, error) {
		return root.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
	},
	write: func(file *os.File, data []byte) error {
		_, err := file.Write(data)
		return err
	},
	sync:     (*os.File).Sync,
	rename:   (*os.Root).Rename,
	link:     (*os.Root).Link,
	mkdir:    func(root *os.Root, name string) error { return root.Mkdir(name, 0o755) },
	removeIn: removeIn,
	remove:   os.Remove,
}

// removeIn removes a file or an empty folder. A Root asks Windows for a way of removing that not every
// version knows; those are asked as other programs ask, unless a link could lead that elsewhere.
func removeIn(root *os.Root, name string) error {
	failed := root.Remove(name)
	if failed == nil || runtime.GOOS != "windows" {
		return failed
	}
	if info, err := root.Lstat(path.Dir(name)); err != nil || !info.IsDir() {
		return failed
	}
	return os.Remove(filepath.Join(root.Name(), filepath.FromSlash(name)))
}
