package register

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
)

// ErrLocked says that a locked register does not open with what was given.
var ErrLocked = errors.New("register: this passphrase or key does not open it")

// Lock encrypts a register with a passphrase, as the age format has it (age-encryption.org/v1), so that the age program
// opens it too. It is refused when it cannot be read as a register: whoever locks it wants to find names with it.
func Lock(w io.Writer, register, passphrase string) error {
	if _, err := parse(strings.NewReader(register)); err != nil {
		return err
	}
	recipient, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return fmt.Errorf("register: %w", err)
	}
	out, err := age.Encrypt(w, recipient)
	if err != nil {
		return fmt.Errorf("register: %w", err)
	}
	if _, err := io.WriteString(out, register); err != nil {
		return fmt.Errorf("register: %w", err)
	}
	if err := out.Close(); err != nil {
		return fmt.Errorf("register: %w", err)
	}
	return nil
}

// Unlock gives the text of a locked register. Either of passphrase and keys may be empty; keys is the text of an age key
// file.
func Unlock(r io.Reader, passphrase, keys string) (string, error) {
	var identities []age.Identity
	if passphrase != "" {
		identity, err := age.NewScryptIdentity(passphrase)
		if err != nil {
			return "", fmt.Errorf("register: %w", err)
		}
		identities = append(identities, identity)
	}
	if keys != "" {
		more, err := age.ParseIdentities(strings.NewReader(keys))
		if err != nil {
			return "", ErrLocked // the error of age could repeat a line of the key file
		}
		identities = append(identities, more...)
	}
	if len(identities) == 0 {
		return "", ErrLocked
	}
	plain, err := age.Decrypt(r, identities...)
	if err != nil {
		return "", ErrLocked
	}
	text, err := io.ReadAll(plain)
	if err != nil {
		return "", fmt.Errorf("register: a damaged file: %w", err)
	}
	return string(text), nil
}
