package output

import (
	"fmt"
	"strings"
)

// ForeignError says that the output folder holds visible files and no manifest: casusboek did not
// make it. Options.Adopt allows it.
type ForeignError struct {
	Out   string   // the output folder
	Files []string // at most five of the files, sorted, with slashes, relative to Out
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("output folder %s holds files that casusboek did not make: %s", e.Out, strings.Join(e.Files, ", "))
}

// CollisionError says that a page needs the place of something that casusboek did not make.
type CollisionError struct {
	Out  string // the output folder
	Path string // the file or folder that is in the way, with slashes, relative to Out
}

func (e *CollisionError) Error() string {
	return fmt.Sprintf("output folder %s: casusboek did not make %q and a page needs that place", e.Out, e.Path)
}

// PathError says that a page has a path that cannot be used.
type PathError struct {
	Path   string
	Reason string // English, reads after the path
}

func (e *PathError) Error() string { return fmt.Sprintf("page %q %s", e.Path, e.Reason) }

// ManifestError says that the list of made files cannot be trusted, so that nobody knows which
// files of the output may go. Only a person can decide, for instance by removing the output folder.
type ManifestError struct {
	File   string // the manifest
	Reason string // English, reads after the file name
}

func (e *ManifestError) Error() string { return fmt.Sprintf("%s %s", e.File, e.Reason) }

// Reason is why a folder cannot be an output folder.
type Reason string

// The reasons of a FolderError.
const (
	NotFolder     Reason = "is not a folder"
	IsRoot        Reason = "is the root of a file system"
	HoldsCurrent  Reason = "is or holds the current folder, which would be exchanged under your feet"
	IsMount       Reason = "is a mounted folder, which cannot be exchanged; use a folder inside it"
	HoldsMount    Reason = "holds a mounted folder, whose files cannot be carried over"
	CannotBeMoved Reason = "cannot be moved by this file system (a mount, or a layer of a container image); remove it first or use another"
)

// FolderError says that a folder cannot be an output folder.
type FolderError struct {
	Out    string // the folder
	Reason Reason
	Err    error // what the system said, or nil
}

func (e *FolderError) Error() string { return fmt.Sprintf("output folder %s %s", e.Out, e.Reason) }

func (e *FolderError) Unwrap() error { return e.Err }

// LeftoverError says that the new output is complete and in place, but that the old tree could not
// be cleaned up. The next build tries again.
type LeftoverError struct {
	Path string // the folder that was left beside the output
	Err  error
}

func (e *LeftoverError) Error() string {
	return fmt.Sprintf("the new output is in place, but the old one is left in %s: %v", e.Path, e.Err)
}

func (e *LeftoverError) Unwrap() error { return e.Err }
