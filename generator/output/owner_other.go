//go:build !unix

package output

import "io/fs"

// device is unknown here; a mounted folder then shows as an error when it is moved.
func device(fs.FileInfo) uint64 { return 0 }

// writeOwn does nothing: a new folder inherits its rights from the one it is in.
func writeOwn(string, fs.FileInfo, fs.FileInfo) {}
