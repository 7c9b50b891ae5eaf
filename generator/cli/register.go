package cli

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"casusboek/generator/guard/register"
)

// The files of the register, beside content/, and what opens them.
const (
	registerText   = "register.txt"
	registerLocked = "register.age"
	registerIndex  = "register.index"
	registerKey    = "register.key"

	keyVariable        = "CASUSBOEK_REGISTER_KEY"        // of the index
	passphraseVariable = "CASUSBOEK_REGISTER_PASSPHRASE" // of the locked register
	identityVariable   = "CASUSBOEK_REGISTER_IDENTITY"   // a file with an age key
)

// registerOf opens the register of a site: the plain one, else the locked one, else the index. Nil is a site without a
// register; one that is there and does not open is an error, since a guard that does not look must not say that all is
// well.
func (e *env) registerOf(ctx context.Context, folder string) (*register.Register, error) {
	there := func(name string) bool {
		_, err := os.Lstat(filepath.Join(folder, name))
		return err == nil
	}
	hasIndex, key := there(registerIndex), e.registerKey(folder)
	switch {
	case there(registerText):
		e.warnTracked(folder, registerText)
		text, err := os.ReadFile(filepath.Join(folder, registerText))
		if err != nil {
			return nil, err
		}
		return e.parseRegister(registerText, string(text))
	case there(registerLocked) && !(hasIndex && key != "" && !e.canUnlock()):
		text, err := e.unlock(folder)
		if err != nil {
			return nil, err
		}
		return e.parseRegister(registerLocked, text)
	case hasIndex:
		e.warnTracked(folder, registerKey)
		file, err := os.Open(filepath.Join(folder, registerIndex))
		if err != nil {
			return nil, err
		}
		defer file.Close() // nothing was written
		r, err := register.Open(file, []byte(key))
		if err != nil {
			return nil, e.registerError(err, registerIndex)
		}
		return r, nil
	}
	return nil, nil // no register is no error
}

func (e *env) parseRegister(name, text string) (*register.Register, error) {
	r, err := register.Parse(strings.NewReader(text))
	if err != nil {
		return nil, e.registerError(err, name)
	}
	return r, nil
}

// registerError words what is wrong with the register. No word of it is repeated.
func (e *env) registerError(err error, name string) error {
	var line *register.Error
	switch {
	case errors.As(err, &line):
		return errors.New(e.words.T("cli.register.line-"+line.Why, "file", name, "line", fmt.Sprint(line.Line)))
	case errors.Is(err, register.ErrKeyShort):
		return errors.New(e.words.T("cli.register.no-key", "variable", keyVariable, "file", registerKey))
	case errors.Is(err, register.ErrKeyOther):
		return errors.New(e.words.T("cli.register.other-key"))
	case errors.Is(err, register.ErrIndex):
		return errors.New(e.words.T("cli.register.index-broken", "file", name))
	case errors.Is(err, register.ErrLocked):
		return errors.New(e.words.T("cli.register.locked", "file", name, "variable", passphraseVariable, "identity", identityVariable))
	}
	return err
}

// registerKey is the key of the index, from the environment or from its own file; empty when there is none.
func (e *env) registerKey(folder string) string {
	if key := e.Getenv(keyVariable); key != "" {
		return key
	}
	data, err := os.ReadFile(filepath.Join(folder, registerKey))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(data))
}

func (e *env) canUnlock() bool {
	return e.Getenv(passphraseVariable) != "" || e.Getenv(identityVariable) != "" || e.Password != nil
}

// unlock gives the text of the locked register.
func (e *env) unlock(folder string) (string, error) {
	locked, err := os.ReadFile(filepath.Join(folder, registerLocked))
	if err != nil {
		return "", err
	}
	var keys string
	if name := e.Getenv(identityVariable); name != "" {
		data, err := os.ReadFile(name)
		if err != nil {
			return "", err
		}
		keys = string(data)
	}
	passphrase := e.Getenv(passphraseVariable)
	if passphrase == "" && keys == "" && e.Password != nil {
		if passphrase, err = e.Password(e.words.T("cli.register.ask")); err != nil {
			return "", err
		}
	}
	text, err := register.Unlock(bytes.NewReader(locked), passphrase, keys)
	if err != nil {
		return "", e.registerError(err, registerLocked)
	}
	return text, nil
}

// warnTracked warns when git would publish the register, or what opens its index.
func (e *env) warnTracked(folder string, names ...string) {
	for _, name := range names {
		if tracked(filepath.Join(folder, name)) {
			fmt.Fprintln(e.Stderr, e.words.T("cli.register.tracked", "file", name))
		}
	}
}

// registerCommand locks the register, or makes its index.
func registerCommand(ctx context.Context, e *env, args []string) error {
	words, folder, err := e.parseWith(flags("register"), args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"register"})
	} else if err != nil {
		return err
	}
	if len(words) == 0 {
		return usageError{"register", e.words.T("cli.register.what")}
	}
	switch words[0] {
	case "lock":
		return e.lockRegister(ctx, folder)
	case "index":
		return e.indexRegister(ctx, folder)
	}
	return usageError{"register", e.words.T("cli.register.what")}
}

// lockRegister writes register.age from register.txt, and leaves that: only its owner may throw it away.
func (e *env) lockRegister(ctx context.Context, folder string) error {
	text, err := os.ReadFile(filepath.Join(folder, registerText))
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New(e.words.T("cli.register.none", "file", filepath.Join(folder, registerText)))
	}
	if err != nil {
		return err
	}
	passphrase := e.Getenv(passphraseVariable)
	if passphrase == "" && e.Password != nil {
		first, err := e.Password(e.words.T("cli.register.ask-new"))
		if err != nil {
			return err
		}
		again, err := e.Password(e.words.T("cli.register.ask-again"))
		if err != nil {
			return err
		}
		if first != again {
			return errors.New(e.words.T("cli.register.differ"))
		}
		passphrase = first
	}
	if len(passphrase) < 12 {
		return errors.New(e.words.T("cli.register.short-passphrase", "variable", passphraseVariable))
	}
	var locked bytes.Buffer
	if err := register.Lock(&locked, string(text), passphrase); err != nil {
		return e.registerError(err, registerText)
	}
	if err := e.replaceFile(ctx, filepath.Join(folder, registerLocked), locked.Bytes(), 0o600, ours); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, e.words.T("cli.register.locked-done", "file", filepath.Join(folder, registerLocked), "plain", registerText))
	return nil
}

// indexRegister writes register.index from the register, and a key when there is none yet.
func (e *env) indexRegister(ctx context.Context, folder string) error {
	key := e.registerKey(folder)
	if key == "" {
		fresh := make([]byte, 32)
		if _, err := rand.Read(fresh); err != nil {
			return err
		}
		key = hex.EncodeToString(fresh)
		if err := e.replaceFile(ctx, filepath.Join(folder, registerKey), []byte(key+"\n"), 0o600, ours); err != nil {
			return err
		}
		fmt.Fprintln(e.Stdout, e.words.T("cli.register.key-made", "file", filepath.Join(folder, registerKey), "variable", keyVariable))
	}
	text, err := os.ReadFile(filepath.Join(folder, registerText))
	if errors.Is(err, fs.ErrNotExist) {
		var unlocked string
		if unlocked, err = e.unlock(folder); errors.Is(err, fs.ErrNotExist) {
			return errors.New(e.words.T("cli.register.none", "file", filepath.Join(folder, registerText)))
		}
		text = []byte(unlocked)
	}
	if err != nil {
		return err
	}
	e.warnTracked(folder, registerText, registerKey)
	var index bytes.Buffer
	if err := register.Index(&index, bytes.NewReader(text), []byte(key)); err != nil {
		return e.registerError(err, registerText)
	}
	if err := e.replaceFile(ctx, filepath.Join(folder, registerIndex), index.Bytes(), 0o644, ours); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, e.words.T("cli.register.index-done", "file", filepath.Join(folder, registerIndex)))
	return nil
}

// ours is of files whose names are casusboek's: whatever has one is replaced, as long as it is a file.
func ours(io.ReaderAt, int64) bool { return true }
