package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"casusboek/generator"
	"casusboek/generator/output"
)

// again tells whether a build would only make what is there already. It would when all that it depends on is as it was when the output was made (a fingerprint of the
// sources, and which program this is), and when nobody has touched the output since. Then nothing is parsed and no page is made. A build that had something to say is done anew
// each time, so that a warning is seen as long as it holds.
type again struct {
	in          generator.Input
	fingerprint []byte // nil when there is no telling
	touched     []byte
}

func (e *env) again(in generator.Input, folder string) (again, error) {
	program, ok := programMark()
	if !ok {
		return again{in: in}, nil
	}
	names, err := e.registerMark(folder)
	if err != nil {
		return again{}, err
	}
	a := again{in: in}
	if a.touched, err = in.Touched(); err != nil {
		return again{}, err
	}
	a.fingerprint, err = in.Fingerprint(program, names)
	return a, err
}

// programMark tells one build of casusboek from another, which a version alone does not while somebody works on it.
func programMark() (string, bool) {
	file, err := os.Executable()
	if err != nil {
		return "", false
	}
	info, err := os.Stat(file)
	if err != nil {
		return "", false
	}
	return fmt.Sprintf("%d %d", info.Size(), info.ModTime().UnixNano()), true
}

// registerMark is a hash of the register's files and of the key to its index.
func (e *env) registerMark(folder string) (string, error) {
	sum := sha256.New()
	for _, name := range []string{registerText, registerLocked, registerIndex} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		fmt.Fprintf(sum, "%s %t %x\n", name, err == nil, sha256.Sum256(text))
	}
	fmt.Fprintf(sum, "%q", e.registerKey(folder))
	return fmt.Sprintf("%x", sum.Sum(nil)), nil
}

// done gives the result of the build that made what is there, when this one would make the same.
func (a again) done(tree *output.Tree) (generator.Result, bool) {
	if a.fingerprint == nil {
		return generator.Result{}, false
	}
	note, ok := tree.Last(a.fingerprint)
	if !ok {
		return generator.Result{}, false
	}
	var made generator.Made
	if json.Unmarshal(note, &made) != nil {
		return generator.Result{}, false
	}
	result, err := a.in.Again(made)
	return result, err == nil
}

// remember leaves a note for the next build, unless somebody saved a file while this one was reading.
func (a again) remember(tree *output.Tree, r generator.Result) error {
	touched, err := a.in.Touched()
	if err != nil || a.fingerprint == nil || !bytes.Equal(touched, a.touched) {
		return err
	}
	note, err := json.Marshal(r.Made())
	if err != nil {
		return err
	}
	tree.Remember(a.fingerprint, note)
	return nil
}
