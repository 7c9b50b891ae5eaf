package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"casusboek/generator/filename"
	"casusboek/generator/write"
)

// explain words the errors that people meet; others stand as they are.
func (e *env) explain(err error) string {
	var foreign *write.ForeignError
	var collision *write.CollisionError
	var manifest *write.ManifestError
	var folder *write.FolderError
	var leftover *write.LeftoverError
	switch {
	case errors.Is(err, context.Canceled):
		return e.words.T("cli.interrupted")
	case errors.As(err, &foreign):
		return e.words.T("cli.out.foreign", "folder", foreign.Out, "files", strings.Join(foreign.Files, ", "))
	case errors.As(err, &collision):
		return e.words.T("cli.out.collision", "folder", collision.Out, "file", collision.Path)
	case errors.As(err, &manifest):
		return e.words.T("cli.out.manifest", "file", manifest.File, "reason", manifest.Reason)
	case errors.As(err, &folder):
		return e.words.T(folderWords[folder.Reason], "folder", folder.Out)
	case errors.As(err, &leftover):
		return e.words.T("cli.out.leftover", "folder", leftover.Path, "reason", leftover.Err.Error())
	}
	if words := e.printFailed(err); words != "" {
		return words
	}
	if words := e.zipFailed(err); words != "" {
		return words
	}
	return e.explainSystem(err)
}

// explainSystem words what the system refuses; what nobody is likely to meet stands as it is.
func (e *env) explainSystem(err error) string {
	where, ok := pathOf(err)
	if !ok {
		return err.Error()
	}
	if strings.HasPrefix(filepath.Base(where), ".") { // casusboek's own, such as the lock beside the output folder
		where = filepath.Dir(where)
	}
	switch {
	case isOne(err, noRoom):
		return e.words.T("cli.system.full")
	case isOne(err, noWrites):
		return e.words.T("cli.system.read-only", "path", where)
	case errors.Is(err, fs.ErrPermission):
		return e.words.T("cli.system.permission", "path", where)
	case isOne(err, inUse):
		return e.words.T("cli.system.in-use", "path", where)
	case runtime.GOOS == "windows" && filename.Check(filepath.Base(where)) != filename.Fine:
		return e.words.T("cli.system.name", "path", where)
	}
	return err.Error()
}

// pathOf is the file or folder that the system refused something with. Of a rename it is the one that was to be replaced.
func pathOf(err error) (string, bool) {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Path, true
	case errors.As(err, &link):
		return link.New, true
	}
	return "", false
}

// isOne reports whether the system said one of several things.
func isOne(err error, errnos []syscall.Errno) bool {
	var said syscall.Errno
	return errors.As(err, &said) && slices.Contains(errnos, said)
}

// folderWords are the keys of the reasons why a folder can not be the output folder.
var folderWords = map[write.Reason]string{
	write.NotFolder:     "cli.out.not-folder",
	write.IsRoot:        "cli.out.is-root",
	write.HoldsCurrent:  "cli.out.holds-current",
	write.IsMount:       "cli.out.is-mount",
	write.HoldsMount:    "cli.out.holds-mount",
	write.CannotBeMoved: "cli.out.cannot-be-moved",
}
