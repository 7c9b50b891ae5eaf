package register

import (
	"bufio"
	"cmp"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// An index is a text file: a first line with a check value, then how many names each entry needs, then one line a kept
// value with the entries it belongs to. It tells how many entries there are, and nothing of what they say to whoever has not the key.
//
//	casusboek-register 1 <check>
//	<needs, separated by spaces>
//	<value> <entry> <entry> ...
const indexKind = "casusboek-register 1"

// KeyLength is the least number of bytes of an index's key.
const KeyLength = 16

// The reasons why an index cannot be used.
var (
	ErrKeyShort = errors.New("register: the key is shorter than 16 bytes")
	ErrKeyOther = errors.New("register: the index was made with another key")
	ErrIndex    = errors.New("register: this is no index, or a damaged one")
)

// Index reads a register and writes its index under a key. The same register and key give the same bytes.
func Index(w io.Writer, register io.Reader, key []byte) error {
	if len(key) < KeyLength {
		return ErrKeyShort
	}
	entries, err := parse(register)
	if err != nil {
		return err
	}
	hash := hashed(key)
	slices.SortFunc(entries, func(a, b entry) int { // the order of the file would tell something
		return cmp.Compare(hash(strings.Join(a.names, " ")), hash(strings.Join(b.names, " ")))
	})
	r := build(entries, hash)
	out := bufio.NewWriter(w)
	fmt.Fprintln(out, indexKind, hash(indexKind))
	fmt.Fprintln(out, numbers(r.whole))
	for _, values := range []map[string][]int{r.names, r.typos} {
		fmt.Fprintln(out, len(values))
		for _, v := range slices.Sorted(maps.Keys(values)) {
			fmt.Fprintln(out, v, numbers(values[v]))
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("register: writing the index: %w", err)
	}
	return nil
}

// Open reads an index with its key. A wrong key is an error, since it would find nothing.
func Open(index io.Reader, key []byte) (*Register, error) {
	if len(key) < KeyLength {
		return nil, ErrKeyShort
	}
	hash := hashed(key)
	lines := bufio.NewScanner(index)
	lines.Buffer(nil, 64<<20) // an entry list of a very common name is long
	next := func() []string {
		lines.Scan()
		return strings.Fields(lines.Text())
	}
	head := next()
	if len(head) != 3 || head[0]+" "+head[1] != indexKind {
		return nil, ErrIndex
	}
	if !hmac.Equal([]byte(head[2]), []byte(hash(indexKind))) {
		return nil, ErrKeyOther
	}
	r := &Register{key: hash, names: map[string][]int{}, typos: map[string][]int{}}
	var err error
	if r.whole, err = ints(next(), -1); err != nil {
		return nil, err
	}
	for _, values := range []map[string][]int{r.names, r.typos} {
		count, err := ints(next(), -1)
		if err != nil || len(count) != 1 {
			return nil, ErrIndex
		}
		for range count[0] {
			line := next()
			if len(line) < 2 {
				return nil, ErrIndex
			}
			if values[line[0]], err = ints(line[1:], len(r.whole)); err != nil {
				return nil, err
			}
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("register: reading the index: %w", err)
	}
	return r, nil
}

// hashed keeps the first 16 bytes of the HMAC-SHA256 (RFC 2104) of a name.
func hashed(key []byte) keyer {
	return func(name string) string {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(name))
		return base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:16])
	}
}

func numbers(list []int) string {
	words := make([]string, len(list))
	for i, n := range list {
		words[i] = strconv.Itoa(n)
	}
	return strings.Join(words, " ")
}

// ints reads numbers below limit; a limit of -1 is none.
func ints(words []string, limit int) ([]int, error) {
	list := make([]int, len(words))
	for i, w := range words {
		n, err := strconv.Atoi(w)
		if err != nil || n < 0 || limit >= 0 && n >= limit {
			return nil, ErrIndex
		}
		list[i] = n
	}
	return list, nil
}
