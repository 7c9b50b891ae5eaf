// Package review checks the seals of cases. A seal records that a person read a case to
// find what could identify people, and the checksum of that case. Seals are kept in
// content/reviews.yaml, which package parse reads and package answers writes.
//
//	sum := review.Checksum(text, pictures)
//	standing := review.StateOf(seal, sum, today)
package review

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
	"time"

	"casusboek/generator/casebook"
)

// RulesVersion is the version of the guard's rules, recorded in each seal. A seal under
// older rules remains valid, since what a newer rule finds stops the build anyway.
const RulesVersion = "1"

// Checksum returns the checksum of a case for its seal: SHA-256 in hexadecimal over its text,
// with LF line endings, and its pictures in order. Each part is preceded by its length, so
// that bytes cannot move from one to the next.
func Checksum(text string, pictures [][]byte) string {
	h := sha256.New()
	for _, part := range append([][]byte{[]byte(text)}, pictures...) {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		h.Write(part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// State is the state of a seal.
type State uint8

// The states of a seal.
const (
	Good    State = iota
	Changed       // the case differs from the one that was read
	Expired
)

// StateOf returns the state of a seal for a case with the given checksum.
func StateOf(r casebook.Review, sum string, today time.Time) State {
	switch {
	case !strings.EqualFold(r.Sum.V, sum):
		return Changed
	case r.Until.Before(today): // also without a day
		return Expired
	}
	return Good
}
