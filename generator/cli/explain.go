package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"casusboek/generator/output"
	"casusboek/generator/read/filename"
)

// explain words the errors that people meet; others stand as they are.
func (e *env) explain(err error) string {
	var foreign *output.ForeignError
	var collision *output.CollisionError
	var manifest *output.ManifestError
	var folder *output.FolderError
	var leftover *output.LeftoverError
	var output outputError
	switch {
	case errors.As(err, &output):
		return e.words.T("cli.system.output", "reason", e.explainSystem(output.error))
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

// refusals are the kinds of errors of a system that have words under cli.system, the first that fits counting.
var refusals = append(systemRefusals,
	refusal{"full", syscall.ENOSPC}, refusal{"full", syscall.EDQUOT},
	refusal{"too-large", syscall.EFBIG},
	refusal{"too-many-open", syscall.EMFILE}, refusal{"too-many-open", syscall.ENFILE},
	refusal{"name-too-long", syscall.ENAMETOOLONG},
	refusal{"read-only", syscall.EROFS},
	refusal{"broken", syscall.EIO},
	refusal{"in-use", syscall.EBUSY}, refusal{"in-use", syscall.ETXTBSY},
	refusal{"output-closed", syscall.EPIPE},
	refusal{"permission", fs.ErrPermission},
	refusal{"missing", fs.ErrNotExist},
	refusal{"there", fs.ErrExist},
)

type refusal struct {
	key string
	err error
}

// explainSystem words what the system refuses. An error without a path of the system's is in words already.
func (e *env) explainSystem(err error) string {
	path, reason, ok := refused(err)
	if !ok {
		return err.Error()
	}
	if strings.HasPrefix(filepath.Base(path), ".") { // casusboek's own, such as the lock beside the output folder
		path = filepath.Dir(path)
	}
	for _, r := range refusals {
		if errors.Is(reason, r.err) {
			return e.words.T("cli.system."+r.key, "path", path)
		}
	}
	if runtime.GOOS == "windows" && filename.Check(filepath.Base(path)) != filename.Fine {
		return e.words.T("cli.system.name", "path", path)
	}
	return e.words.T("cli.system.other", "path", path, "reason", reason.Error())
}

// refused finds in an error what the system refused to do, and with which file.
func refused(err error) (path string, reason error, ok bool) {
	var file *fs.PathError
	var link *os.LinkError
	var call *os.SyscallError
	var number syscall.Errno
	switch {
	case errors.As(err, &file):
		return file.Path, file.Err, true
	case errors.As(err, &link):
		return link.New, link.Err, true
	case errors.As(err, &call):
		return call.Syscall, call.Err, true
	case errors.As(err, &number):
		return ".", number, true
	}
	return "", nil, false
}

// outputError says that what a command prints did not arrive.
type outputError struct{ error }

func (e outputError) Unwrap() error { return e.error }

// stdoutWriter keeps the first error of writing to standard stdoutWriter, which commands do not look at.
type stdoutWriter struct {
	io.Writer
	failed error
}

func (o *stdoutWriter) Write(text []byte) (int, error) {
	if o.failed != nil {
		return 0, o.failed
	}
	n, err := o.Writer.Write(text)
	if err != nil {
		o.failed = outputError{err}
	}
	return n, o.failed
}

// isOne reports whether the system said one of several things.
func isOne(err error, errnos []syscall.Errno) bool {
	var said syscall.Errno
	return errors.As(err, &said) && slices.Contains(errnos, said)
}

// folderWords are the keys of the reasons why a folder can not be the output folder.
var folderWords = map[output.Reason]string{
	output.NotFolder:     "cli.out.not-folder",
	output.IsRoot:        "cli.out.is-root",
	output.HoldsCurrent:  "cli.out.holds-current",
	output.IsMount:       "cli.out.is-mount",
	output.HoldsMount:    "cli.out.holds-mount",
	output.CannotBeMoved: "cli.out.cannot-be-moved",
}
