//go:build !unix

package atomicfile

import (
	"io/fs"
	"os"
)

// errInvalid is never met: folders are not flushed here.
var errInvalid = fs.ErrInvalid

// own does nothing: a new file inherits its rights from the folder it is in.
func own(*os.File, fs.FileInfo) {}
