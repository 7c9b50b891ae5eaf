package output

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"os"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"
)

// lastName is where older versions of casusboek kept the note of the last build: in the output, which then differed in two builds of the same input.
const lastName = ".casusboek-last"

// Remember has Commit leave a note for Last in Options.Memory. key stands for all that the files depend on. The note is sealed under a key that is made
// of this one and of every file as the build left it. Whoever can open it has the same sources and the same output, and nobody else learns anything
// from it, not even a hash to try guesses on.
func (t *Tree) Remember(key, note []byte) {
	t.life.Lock()
	defer t.life.Unlock()
	t.lastKey, t.lastNote = key, note
}

// Last gives the note of the build that made this output, if that was with the same key and nobody has changed, removed or
// replaced one of its files since, as far as their sizes and times tell.
func (t *Tree) Last(key []byte) (note []byte, ok bool) {
	text, err := t.memory.load(noteRecord)
	if err != nil || t.earlier.text == nil {
		return nil, false
	}
	seal, err := sealOf(key, t.out, t.earlier.text)
	if err != nil {
		return nil, false
	}
	note, err = seal.Open(nil, make([]byte, seal.NonceSize()), text, nil)
	return note, err == nil
}

// leaveNote writes the note of this build about the output as it is now, or removes the one of an earlier build. Without a note the next build only takes
// longer, so that no error comes of it.
func (t *Tree) leaveNote(manifest []byte) {
	if info, err := os.Lstat(writeWithin(t.out, lastName)); err == nil && info.Mode().IsRegular() {
		_ = os.Remove(writeWithin(t.out, lastName))
	}
	if t.lastKey == nil {
		t.memory.forget(noteRecord)
		return
	}
	seal, err := sealOf(t.lastKey, t.out, manifest)
	if err != nil {
		return
	}
	// The nonce may be zero because a key seals nothing but this one note.
	_ = t.memory.save(noteRecord, seal.Seal(nil, make([]byte, seal.NonceSize()), t.lastNote, nil))
}

func sealOf(key []byte, out string, manifest []byte) (cipher.AEAD, error) {
	state, err := stateOf(out, manifest)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(slices.Concat(key, state))
	block, err := aes.NewCipher(sum[:])
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// stateOf is a hash of the size and time of each file of a manifest; an error when one is not there as a plain file.
func stateOf(out string, manifest []byte) ([]byte, error) {
	_, rest, _ := bytes.Cut(manifest, []byte("\n"))
	paths := bytes.Split(bytes.TrimSuffix(rest, []byte("\n")), []byte("\n"))
	const some = 1024
	sums := make([][]byte, (len(paths)+some-1)/some)
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range sums {
		work.Go(func() error {
			sum := sha256.New()
			for _, p := range paths[i*some : min(len(paths), (i+1)*some)] {
				if err := hashStat(sum, writeWithin(out, string(p))); err != nil {
					return err
				}
			}
			sums[i] = sum.Sum(nil)
			return nil
		})
	}
	if err := work.Wait(); err != nil {
		return nil, err
	}
	all := sha256.Sum256(slices.Concat(append(sums, manifest)...))
	return all[:], nil
}

func hashStat(sum hash.Hash, file string) error {
	info, err := os.Lstat(file)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return os.ErrInvalid
	}
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(info.Size()))
	binary.BigEndian.PutUint64(b[8:], uint64(info.ModTime().UnixNano()))
	_, err = sum.Write(b[:])
	return err
}
