// Package review weighs seals: that somebody read a case for what could give anybody away, and whether the case is still what
// it was then. They are kept in content/reviews.yaml, which package parse reads and package answers writes.
//
//	sum := review.Sum(text, pictures)
//	standing := review.Of(seal, sum, today)
package review

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"
	"time"

	"casusboek/generator/casebook"
)

// RulesVersion is the version of the guard's rules; it stands in each seal. A seal under older rules stays good: what a
// newer rule finds stops the build by itself.
const RulesVersion = "1"

// Sum is what a seal holds of a case: SHA-256 over its text, with lines ending in LF, and its pictures in the order in
// which it shows them. Each is preceded by its length, so that nothing can move from one to the other.
func Sum(text string, pictures [][]byte) string {
	h := sha256.New()
	for _, part := range append([][]byte{[]byte(text)}, pictures...) {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(part))))
		h.Write(part)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Standing is what a seal is worth.
type Standing uint8

// The standings.
const (
	Good    Standing = iota
	Changed          // the case is another than the one that was read
	Expired
)

// Of weighs a seal against what the case is now.
func Of(r casebook.Review, sum string, today time.Time) Standing {
	switch {
	case !strings.EqualFold(r.Sum.V, sum):
		return Changed
	case r.Until.Before(today): // also without a day
		return Expired
	}
	return Good
}
