//go:build unix

package output

import (
	"io/fs"
	"os"
	"syscall"
)

// device is the number of the file system that a file is on.
func device(info fs.FileInfo) uint64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return uint64(s.Dev)
	}
	return 0
}

// writeOwn gives a new folder the owner and group of the old one, as far as the system allows: a site
// that root builds must stay the web server's.
func writeOwn(dir string, now, was fs.FileInfo) {
	n, ok1 := now.Sys().(*syscall.Stat_t)
	w, ok2 := was.Sys().(*syscall.Stat_t)
	if ok1 && ok2 && (n.Uid != w.Uid || n.Gid != w.Gid) {
		_ = os.Chown(dir, int(w.Uid), int(w.Gid))
	}
}
