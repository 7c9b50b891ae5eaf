package atomicfile

import (
	"io/fs"
	"os"
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

var system = calls{
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
	removeIn: (*os.Root).Remove,
	remove:   os.Remove,
}
