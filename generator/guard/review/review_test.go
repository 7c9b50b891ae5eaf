package review_test

import (
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/guard/review"
)

// Anything that changes the case or its pictures breaks the seal.
func TestSumSeesEveryChange(t *testing.T) {
	base := review.Checksum("tekst", [][]byte{[]byte("a"), []byte("b")})
	for name, sum := range map[string]string{
		"another text":                       review.Checksum("tekst.", [][]byte{[]byte("a"), []byte("b")}),
		"another picture":                    review.Checksum("tekst", [][]byte{[]byte("a"), []byte("c")}),
		"pictures in another order":          review.Checksum("tekst", [][]byte{[]byte("b"), []byte("a")}),
		"a byte from one picture to another": review.Checksum("tekst", [][]byte{[]byte("ab"), nil}),
		"a byte from text to picture":        review.Checksum("teks", [][]byte{[]byte("ta"), []byte("b")}),
		"no picture":                         review.Checksum("tekst", nil),
	} {
		if sum == base {
			t.Errorf("%s has the same sum", name)
		}
	}
	if len(base) != 64 {
		t.Errorf("sum %q is no SHA-256", base)
	}
}

func TestStanding(t *testing.T) {
	day := func(text string) time.Time {
		d, err := time.Parse(time.DateOnly, text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	seal := casebook.Review{Sum: casebook.Text{V: "AB"}, Until: casebook.Date{Time: day("2026-12-31")}}
	for _, c := range []struct {
		seal  casebook.Review
		sum   string
		today string
		want  review.State
	}{
		{seal, "ab", "2026-12-31", review.Good},
		{seal, "ab", "2027-01-01", review.Expired},
		{seal, "abc", "2026-12-31", review.Changed},
		{seal, "", "2026-12-31", review.Changed},
		{casebook.Review{Sum: casebook.Text{V: "ab"}}, "ab", "2026-12-31", review.Expired}, // a seal without an end is none
	} {
		if got := review.StateOf(c.seal, c.sum, day(c.today)); got != c.want {
			t.Errorf("seal %v, sum %q on %s: %d, want %d", c.seal.Sum.V, c.sum, c.today, got, c.want)
		}
	}
}
