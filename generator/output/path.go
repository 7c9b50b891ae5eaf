package output

import (
	"path/filepath"

	"casusboek/generator/read/filename"
)

// reasons are the faults of a name as a PathError says them.
var reasons = map[filename.Fault]string{
	filename.Encoding:  "is not valid UTF-8",
	filename.Outside:   "is not a plain relative path with slashes",
	filename.Character: "has a character that Windows does not allow in names",
	filename.End:       "has a name that ends in a dot or a space",
	filename.Long:      "has a name of more than 255 bytes",
	filename.Device:    "has a name that Windows keeps for a device",
}

// checkPath refuses a path that leaves the output folder or that cannot exist on every system: a
// site that is built on Linux must also build on Windows and survive a copy to a USB stick.
func checkPath(p string) error {
	if fault := filename.Path(p); fault != filename.Fine {
		return &PathError{p, reasons[fault]}
	}
	switch filename.Fold(p) {
	case manifestName:
		return &PathError{p, "is the name of the list of made files"}
	case lastName:
		return &PathError{p, "is the name of the note of the last build"}
	}
	return nil
}

// writeWithin is the place of a slash path in a folder.
func writeWithin(dir, p string) string { return filepath.Join(dir, filepath.FromSlash(p)) }

// beside is the place of one of our own files or folders next to the output: on the same file
// system, so that a rename moves it, and hidden.
func beside(out, what string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".casusboek-"+what)
}
