// Package answers holds what authors answered to the guard: findings that may stand, for a reason and until a day, and explained words. They are kept in
// content/privacy.yaml, which package parse reads and this package writes:
//
//	verklaard:
//	  plaats: [Oeverdam]
//	toegestaan:
//	  - regel: privacy-phone
//	    document: content/paginas/over.md
//	    kenmerk: 4be1c07d92aa5f3e
//	    reden: Het algemene nummer van het netwerk zelf.
//	    tot: 2027-03-01
//	sleutel: 0f6b2d9c41e7a85333d1c07e6a90b4f2
//
// A value that may stand is known by its mark, a keyed hash over rule, document and value; so a line number never goes stale, and the file names nothing. The key
// keeps the marks of two sites apart and makes tables useless. It is no secret: what is allowed stands on the site anyway.
//
//	given, problems := review.CheckAnswers(parsed, today)
//	if given.Allow(diag.PrivacyPhone, "content/paginas/over.md", "030-1234567") { ... }
//	problems.Join(given.Unused())
package review

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// ShortestReason is the number of characters that a reason has at least.
const ShortestReason = 20

// never are the rules of which no finding may stand: nothing makes it right.
var never = []diag.Rule{diag.PrivacyBSN, diag.PrivacyIBAN, diag.PrivacyGPS, diag.PrivacyRegister, diag.PrivacyOutput}

// allowable are those of which one may, for a reason.
var allowable = []diag.Rule{
	diag.PrivacyEmail, diag.PrivacyPhone, diag.PrivacyAddress, diag.PrivacyPostcode, diag.PrivacyPlate, diag.PrivacyDocument,
	diag.PrivacyFileNumber, diag.PrivacyBirthDate, diag.PrivacyDate, diag.PrivacyAge, diag.PrivacyName, diag.PrivacyPlace, diag.PrivacyOrganisation,
	diag.PrivacyRare, diag.PrivacyNews, diag.PrivacySpecial, diag.PrivacyQuote, diag.PrivacyImage,
	diag.PrivacyRisk, diag.PrivacyLinked,
}

// Verdict says whether a finding of a rule can be allowed.
type Verdict uint8

// The verdicts.
const (
	Unknown Verdict = iota // there is no such rule
	Never
	ByWord // a word is explained once, for the whole site
	May
)

// VerdictFor says whether a finding of a rule can be allowed.
func VerdictFor(rule diag.Rule) Verdict {
	switch {
	case slices.Contains(never, rule):
		return Never
	case rule == diag.PrivacyWord:
		return ByWord
	case slices.Contains(allowable, rule):
		return May
	}
	return Unknown
}

// ValidAnswers are an author's answers, weighed on a day.
type ValidAnswers struct {
	casebook.Answers
	allowed map[allowance]*casebook.Allowed
	used    map[*casebook.Allowed]bool
}

// allowance is by what an allowed finding is known.
type allowance struct{ rule, document, mark string }

// CheckAnswers looks at what the answers allow, and reports entries that allow nothing: of a rule that never may, without a good reason, past their day.
func CheckAnswers(a casebook.Answers, today time.Time) (*ValidAnswers, diag.List) {
	g := &ValidAnswers{Answers: a, allowed: map[allowance]*casebook.Allowed{}, used: map[*casebook.Allowed]bool{}}
	var problems diag.List
	if key, err := hex.DecodeString(a.Key.V); len(a.Allowed) > 0 && (err != nil || len(key) < 8) {
		pos := a.Key.Pos
		if a.Key.IsZero() {
			pos = a.Allowed[0].Pos
		}
		problems.Add(diag.AllowedKey, pos)
	}
	for i := range a.Allowed {
		entry := &a.Allowed[i]
		if g.holds(entry, today, &problems) {
			g.allowed[allowance{entry.Rule.V, entry.Document.V, entry.Mark.V}] = entry
		}
	}
	return g, problems
}

// holds reports what is wrong with an entry, and whether it allows anything.
func (g *ValidAnswers) holds(entry *casebook.Allowed, today time.Time, problems *diag.List) bool {
	before := len(*problems)
	switch VerdictFor(diag.Rule(entry.Rule.V)) {
	case Unknown:
		if entry.Rule.V != "" { // what is missing, parse has reported
			problems.AddVariant(diag.AllowedNever, "unknown", entry.Rule.Pos, "rule", entry.Rule.V)
		}
	case Never:
		problems.Add(diag.AllowedNever, entry.Rule.Pos, "rule", entry.Rule.V)
	case ByWord:
		problems.AddVariant(diag.AllowedNever, "explain", entry.Rule.Pos, "rule", entry.Rule.V)
	}
	if n := utf8.RuneCountInString(entry.Reason.V); entry.Reason.V != "" && n < ShortestReason {
		problems.Add(diag.ReasonShort, entry.Reason.Pos, "n", strconv.Itoa(n), "min", strconv.Itoa(ShortestReason))
	}
	if !entry.Until.IsZero() && entry.Until.Before(today) {
		problems.Add(diag.AllowedExpired, entry.Until.Pos, "rule", entry.Rule.V)
	}
	return len(*problems) == before && !entry.Rule.IsZero() && !entry.Document.IsZero() && !entry.Mark.IsZero() &&
		!entry.Reason.IsZero() && !entry.Until.IsZero()
}

// Allow reports whether a value that a rule found in a document may stand there, and notes that its entry was of use.
func (g *ValidAnswers) Allow(rule diag.Rule, document, value string) bool {
	if len(g.allowed) == 0 {
		return false
	}
	entry := g.allowed[allowance{string(rule), document, Fingerprint(g.Key.V, rule, document, value)}]
	if entry != nil {
		g.used[entry] = true
	}
	return entry != nil
}

// Unused reports the entries that allowed nothing: what they were about was changed, or stands elsewhere now.
func (g *ValidAnswers) Unused() diag.List {
	var problems diag.List
	for i := range g.Allowed {
		entry := &g.Allowed[i]
		if g.allowed[allowance{entry.Rule.V, entry.Document.V, entry.Mark.V}] != nil && !g.used[entry] {
			problems.Add(diag.AllowedUnused, entry.Pos, "rule", entry.Rule.V, "document", entry.Document.V)
		}
	}
	return problems
}

// Fingerprint is by what a value is known without being named: sixteen hexadecimal digits of an HMAC-SHA256 over rule, document and value. VerdictFor the value only letters and
// digits count, so that another way to write a number is the same number.
func Fingerprint(key string, rule diag.Rule, document, value string) string {
	secret, err := hex.DecodeString(key)
	if err != nil {
		secret = []byte(key)
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, value)
	sum := hmac.New(sha256.New, secret)
	sum.Write([]byte(string(rule) + "\x00" + document + "\x00" + bare))
	return hex.EncodeToString(sum.Sum(nil))[:16]
}
