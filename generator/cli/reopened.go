package cli

import (
	"io/fs"
	"os"
)

// reopened is a folder that is looked up again each time something in it is read: while a preview runs it may be taken away and put back, as git does,
// and a handle would go on reading the one that is gone. Nothing outside the folder can be read, and a folder that is not there holds nothing.
type reopened string

func (r reopened) with(look func(*os.Root) error) error {
	root, err := os.OpenRoot(string(r))
	if err != nil {
		return err
	}
	defer root.Close() // nothing was written
	return look(root)
}

// Open is of fs.FS. The file can be read after its folder has been closed.
func (r reopened) Open(name string) (file fs.File, err error) {
	err = r.with(func(root *os.Root) error { file, err = root.FS().Open(name); return err })
	return file, err
}

// ReadDir is of fs.ReadDirFS.
func (r reopened) ReadDir(name string) (entries []fs.DirEntry, err error) {
	err = r.with(func(root *os.Root) error { entries, err = fs.ReadDir(root.FS(), name); return err })
	return entries, err
}

// Stat is of fs.StatFS.
func (r reopened) Stat(name string) (info fs.FileInfo, err error) {
	err = r.with(func(root *os.Root) error { info, err = fs.Stat(root.FS(), name); return err })
	return info, err
}

// Lstat is of fs.ReadLinkFS: a link is told as what it is, and not followed.
func (r reopened) Lstat(name string) (info fs.FileInfo, err error) {
	err = r.with(func(root *os.Root) error { info, err = fs.Lstat(root.FS(), name); return err })
	return info, err
}

// ReadLink is of fs.ReadLinkFS.
func (r reopened) ReadLink(name string) (target string, err error) {
	err = r.with(func(root *os.Root) error { target, err = fs.ReadLink(root.FS(), name); return err })
	return target, err
}
