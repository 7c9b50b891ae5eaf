package cli

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// What the system refuses, as its errors say it. Windows has numbers of its own beside those of package syscall, which Windows never gives.
var (
	// Windows keeps ranges of ports for virtual machines, and says of those that they may not be had.
	portTaken = []syscall.Errno{windows.WSAEADDRINUSE, windows.WSAEACCES}
)
