package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"casusboek/generator/output"
)

// hold makes this the only process that writes in content/ until s is closed, so that what is read there stays true until
// it is written, and removes what killed commands left there. The file of the lock stands beside content/, where no reader
// of content/ meets it.
func (e *env) hold(ctx context.Context, s *workspace) error {
	if s.files != nil {
		return nil
	}
	var err error
	if s.files, err = output.OpenWriter(ctx, s.content, filepath.Join(s.folder, ".content.casusboek-lock"), e.waitingFor(s.folder)); err != nil {
		return err
	}
	entries, err := fs.ReadDir(s.content.FS(), ".")
	if err != nil {
		return err
	}
	for _, folder := range entries {
		if folder.IsDir() {
			if err := s.files.Sweep(folder.Name()); err != nil {
				return err
			}
		}
	}
	return s.files.Sweep(".")
}

// waitingFor says that another command is writing in a folder.
func (e *env) waitingFor(folder string) func() {
	return func() { fmt.Fprintln(e.Stderr, e.words.T("cli.waiting-files", "folder", folder)) }
}

// inFolder runs do with a Writer for a folder that is there.
func (e *env) inFolder(ctx context.Context, folder string, do func(w *output.FileWriter) error) (err error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	w, err := output.OpenWriter(ctx, root, filepath.Join(folder, output.LockName), e.waitingFor(folder))
	if err != nil {
		return err
	}
	defer w.Close()
	return do(w)
}

// replaceFile writes a file, or replaces one of which made reports that casusboek made it.
func (e *env) replaceFile(ctx context.Context, name string, data []byte, mode fs.FileMode, made func(io.ReaderAt, int64) bool) error {
	return e.inFolder(ctx, filepath.Dir(name), func(w *output.FileWriter) error {
		if err := w.Own(filepath.Base(name), made); err != nil {
			return err
		}
		return w.Replace(filepath.Base(name), data, mode)
	})
}

// createFile writes a file that is not there yet.
func (e *env) createFile(ctx context.Context, name, text string) error {
	return e.inFolder(ctx, filepath.Dir(name), func(w *output.FileWriter) error {
		return w.Create(output.NewFile{Name: filepath.Base(name), Data: []byte(text)})
	})
}
