//go:build linux || darwin

package output

import (
	"os/signal"
	"syscall"
)

// limitFiles makes every write past a file size fail, as on a full disk, for the rest of the process.
func limitFiles(bytes uint64) {
	signal.Ignore(syscall.SIGXFSZ)
	limit := syscall.Rlimit{Cur: bytes, Max: bytes}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		panic(err)
	}
}
