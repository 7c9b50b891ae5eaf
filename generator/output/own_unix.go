//go:build unix

package output

import (
	"io/fs"
	"os"
	"syscall"
)

// errInvalid is how a file system answers that cannot flush a folder.
const errInvalid = syscall.EINVAL

// atomicfileOwn gives a file the owner and group of the one that it replaces, as far as the system allows: what root changes must
// stay its author's.
func atomicfileOwn(file *os.File, was fs.FileInfo) {
	now, err := file.Stat()
	if err != nil {
		return
	}
	n, ok1 := now.Sys().(*syscall.Stat_t)
	w, ok2 := was.Sys().(*syscall.Stat_t)
	if ok1 && ok2 && (n.Uid != w.Uid || n.Gid != w.Gid) {
		_ = file.Chown(int(w.Uid), int(w.Gid))
	}
}
