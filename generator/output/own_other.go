//go:build !unix

package output

import (
	"io/fs"
	"os"
)

// errInvalid is never met: folders are not flushed here.
var errInvalid = fs.ErrInvalid

// atomicfileOwn does nothing: a new file inherits its rights from the folder it is in.
func atomicfileOwn(*os.File, fs.FileInfo) {}
