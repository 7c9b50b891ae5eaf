package importing

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"casusboek/generator/lang"
)

// LedgerName is the file of the list, in content/. Its name begins with a point, so that no command takes it for content.
const LedgerName = ".import.txt"

// Ledger is the list of rows that were imported, by their marks. A file may be edited, renamed or thrown away: its row stays on the list and does not come back.
type Ledger struct {
	Key   string // with which marks are made: hexadecimal digits
	Last  int    // the highest number that a file got
	Marks []string
}

// LedgerError says on which line a list cannot be read.
type LedgerError struct{ Line int }

func (e LedgerError) Error() string { return fmt.Sprintf("line %d of the list of imports", e.Line) }

var (
	ledgerKey  = regexp.MustCompile(`^(?:sleutel|key): ([0-9a-f]{32})$`)
	ledgerLast = regexp.MustCompile(`^(?:laatste|last): (\d{1,7})$`)
	ledgerMark = regexp.MustCompile(`^[b-t]{16}$`)
	markLine   = regexp.MustCompile(`(?m)^# import: ([b-t]{16})\b`)
)

// ReadLedger reads the list. A line that is none of its kinds is a LedgerError: of half a list, what it lost would come back.
func ReadLedger(text string) (Ledger, error) {
	var l Ledger
	n := 0
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case ledgerMark.MatchString(line):
			l.Marks = append(l.Marks, line)
		case ledgerKey.MatchString(line) && l.Key == "":
			l.Key = ledgerKey.FindStringSubmatch(line)[1]
		case ledgerLast.MatchString(line):
			last, _ := strconv.Atoi(ledgerLast.FindStringSubmatch(line)[1]) // seven digits at most
			l.Last = max(l.Last, last)
		default:
			return Ledger{}, LedgerError{n}
		}
	}
	if l.Key == "" {
		return Ledger{}, LedgerError{n}
	}
	return l, nil
}

// Text writes the list, explained in the words of a language.
func (l Ledger) Text(words *lang.Catalogue) string {
	key, last := "sleutel", "laatste"
	if words.Lang == "en" {
		key, last = "key", "last"
	}
	var b strings.Builder
	for line := range strings.Lines(words.T("author.import.ledger")) {
		b.WriteString("# " + strings.TrimSpace(line) + "\n")
	}
	fmt.Fprintf(&b, "%s: %s\n%s: %d\n", key, l.Key, last, l.Last)
	for _, mark := range l.Marks {
		b.WriteString(mark + "\n")
	}
	return b.String()
}

// MarkIn is the mark in the front matter of a file that came out of an import; empty in others.
func MarkIn(text string) string {
	if m := markLine.FindStringSubmatch(text); m != nil {
		return m[1]
	}
	return ""
}

// mark is by what a row is known: sixteen letters of an HMAC over what it says. With a plain hash, whoever reads a published text could try what was taken out of it. There are no vowels and no digits in
// it, so that it is neither a word nor a number to the guard.
func mark(key string, said ...string) string {
	secret, err := hex.DecodeString(key)
	if err != nil {
		secret = []byte(key)
	}
	sum := hmac.New(sha256.New, secret)
	for _, text := range said {
		fmt.Fprintf(sum, "%d:%s", len(text), text)
	}
	const letters = "bcdfghjklmnpqrst"
	var b strings.Builder
	for _, c := range sum.Sum(nil)[:8] {
		b.WriteByte(letters[c>>4])
		b.WriteByte(letters[c&15])
	}
	return b.String()
}
