package output

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"casusboek/generator/read/filename"
)

// resolve makes a path absolute and follows symbolic links, also one whose target does not exist
// (yet, or for the moment that a build without exchange needs).
func resolve(out string) (string, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return "", err
	}
	for range 40 { // as many links as Linux follows
		info, err := os.Lstat(out)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			break
		}
		target, err := os.Readlink(out)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(out), target)
		}
		out = filepath.Clean(target)
	}
	// The folder above may be missing as well; then it has no links to follow.
	parent, err := filepath.EvalSymlinks(filepath.Dir(out))
	if errors.Is(err, fs.ErrNotExist) {
		return out, nil
	}
	return filepath.Join(parent, filepath.Base(out)), err
}

// checkFolder tells whether the output folder exists, or why it cannot be one.
func checkFolder(out string) (bool, error) {
	if filepath.Dir(out) == out {
		return false, &FolderError{Out: out, Reason: IsRoot}
	}
	info, err := os.Lstat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	if !info.IsDir() {
		return false, &FolderError{Out: out, Reason: NotFolder}
	}
	parent, err := os.Lstat(filepath.Dir(out))
	if err != nil {
		return false, err
	}
	if device(parent) != device(info) {
		return false, &FolderError{Out: out, Reason: IsMount}
	}
	if holdsCurrent(info) {
		return false, &FolderError{Out: out, Reason: HoldsCurrent}
	}
	return true, nil
}

// holdsCurrent tells whether a folder is the current folder or one above it.
func holdsCurrent(folder fs.FileInfo) bool {
	dir, err := os.Getwd()
	if err == nil {
		dir, err = filepath.EvalSymlinks(dir)
	}
	for err == nil {
		var info fs.FileInfo
		if info, err = os.Lstat(dir); err == nil && os.SameFile(info, folder) {
			return true
		}
		if filepath.Dir(dir) == dir {
			break
		}
		dir = filepath.Dir(dir)
	}
	return false
}

// refuseForeign returns a *ForeignError if a folder holds files that are not hidden.
func refuseForeign(out string) error {
	var files []string
	err := filepath.WalkDir(out, func(file string, d fs.DirEntry, err error) error {
		if err != nil || file == out {
			return err
		}
		if strings.HasPrefix(d.Name(), ".") {
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		if d.IsDir() {
			return nil
		}
		rel, err := filepath.Rel(out, file)
		if files = append(files, filepath.ToSlash(rel)); len(files) == 5 {
			return fs.SkipAll
		}
		return err
	})
	if err == nil && len(files) > 0 {
		return &ForeignError{Out: out, Files: files}
	}
	return err
}

// survey is what an output folder holds at the moment of a commit.
type survey struct {
	foreign []found // files, links and devices that casusboek did not make
	folders []found // all folders, each after the one it is in; the first is the output itself
}

type found struct {
	path    string // with slashes, relative to the output
	info    fs.FileInfo
	foreign bool // casusboek never had a file in this folder
}

// look surveys the output folder. It tells foreign files from those in the manifest by their exact
// names; whatever stands in the place of a made file but is not a plain file is foreign.
func look(out string, earlier manifest) (survey, error) {
	var s survey
	ours := map[string]bool{".": true}
	for p := range earlier.paths() {
		for d := path.Dir(p); !ours[d]; d = path.Dir(d) {
			ours[d] = true
		}
	}
	err := filepath.WalkDir(out, func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(out, file)
		if err != nil {
			return err
		}
		rel = filepath.ToSlash(rel)
		if rel == manifestName || rel == lastName || (d.Type().IsRegular() && earlier.has(rel)) {
			return nil
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil // somebody's temporary file, gone since
		}
		if err != nil {
			return err
		}
		if !d.IsDir() {
			s.foreign = append(s.foreign, found{rel, info, true})
			return nil
		}
		s.folders = append(s.folders, found{rel, info, !ours[rel]})
		if device(info) != device(s.folders[0].info) {
			return &FolderError{Out: out, Reason: HoldsMount}
		}
		return nil
	})
	return s, err
}

// collision finds a foreign file or folder in a place that the new tree needs.
func (t *Tree) collision(s survey) error {
	for _, f := range s.foreign {
		if _, taken := t.names[filename.Fold(f.path)]; taken || !t.mayHold(path.Dir(f.path)) {
			return &CollisionError{Out: t.out, Path: f.path}
		}
	}
	for _, f := range s.folders {
		if f.foreign && !t.mayHold(f.path) {
			return &CollisionError{Out: t.out, Path: f.path}
		}
	}
	return nil
}

// mayHold tells whether the new tree leaves room for a folder of this name.
func (t *Tree) mayHold(dir string) bool {
	for ; dir != "."; dir = path.Dir(dir) {
		if n, taken := t.names[filename.Fold(dir)]; taken && (!n.folder || n.path != dir) {
			return false
		}
	}
	return true
}
