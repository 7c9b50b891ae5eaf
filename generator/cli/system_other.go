//go:build !windows

package cli

import "syscall"

// What the system refuses, as its errors say it.
var (
	noRoom    = []syscall.Errno{syscall.ENOSPC}
	noWrites  = []syscall.Errno{syscall.EROFS}
	inUse     = []syscall.Errno{syscall.ETXTBSY}
	portTaken = []syscall.Errno{syscall.EADDRINUSE}
)
