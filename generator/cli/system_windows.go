package cli

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// What the system refuses, as its errors say it. Windows has numbers of its own beside those of package syscall, which Windows never gives.
var (
	noRoom   = []syscall.Errno{windows.ERROR_DISK_FULL, windows.ERROR_HANDLE_DISK_FULL}
	noWrites = []syscall.Errno{windows.ERROR_WRITE_PROTECT}
	inUse    = []syscall.Errno{windows.ERROR_SHARING_VIOLATION, windows.ERROR_LOCK_VIOLATION}
	// Windows keeps ranges of ports for virtual machines, and says of those that they may not be had.
	portTaken = []syscall.Errno{windows.WSAEADDRINUSE, windows.WSAEACCES}
)
