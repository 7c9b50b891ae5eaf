//go:build !windows

package cli

import "syscall"

// What the system refuses, as its errors say it.
var (
	portTaken = []syscall.Errno{syscall.EADDRINUSE}
)
