// Package measure makes what the guard is measured with: invented values of every kind of identifier, sentences that hold
// them, and disguises over them. Its tests print recall per kind and fail under the bars.
//
// It knows nothing of the rules: no list, no expression of theirs stands here, so that a rule cannot be right only about itself.
// The same seed gives the same values.
//
//	for _, k := range measure.Kinds() {
//		value := k.Value(r)                 // "06-48213957"
//		s := measure.In(k.Sentences, value) // "Bel hem op 06-48213957, liefst 's avonds."
//	}
//
// A kind more is a file more: a function that makes values and a list of sentences.
package measure

import (
	"math/rand/v2"
	"strings"
)

// Kind is a kind of identifier.
type Kind struct {
	Name      string
	Rules     []string // names of the rules that may find it, without "privacy-"
	Level     string   // the least that it must be: red or orange
	Value     func(r *rand.Rand) string
	Sentences []string // with %s where the value stands
	Numbers   bool     // consists of figures that can be grouped, spelled, parted by other signs
	Never     bool     // must always be found: the bar is 1.000
}

// Sample is a value in its surroundings.
type Sample struct {
	Text     string
	From, To int // where the value stands in Text, in bytes
}

// In puts a value into one of some sentences.
func In(r *rand.Rand, sentences []string, value string) Sample {
	before, after, _ := strings.Cut(pick(r, sentences), "%s")
	return Sample{before + value + after, len(before), len(before) + len(value)}
}

// Inside puts a sample among other sentences, as it stands in a case.
func (s Sample) Inside(before, after string) Sample {
	return Sample{before + s.Text + after, s.From + len(before), s.To + len(before)}
}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// digits gives n random digits.
func digits(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte('0' + r.IntN(10))
	}
	return string(b)
}

// letters gives n random letters out of some.
func letters(r *rand.Rand, from string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = from[r.IntN(len(from))]
	}
	return string(b)
}

// grouped parts a value after so many characters each time.
func grouped(value, sign string, sizes ...int) string {
	var parts []string
	for _, n := range sizes {
		parts = append(parts, value[:n])
		value = value[n:]
	}
	if value != "" {
		parts = append(parts, value)
	}
	return strings.Join(parts, sign)
}
