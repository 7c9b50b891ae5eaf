package review_test

import (
	"fmt"
	"os"
	"regexp"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard/review"
	"casusboek/generator/read/parse"
)

func strs(texts []casebook.Text) []string { return casebook.Strings(texts) }

const secret = "0f6b2d9c41e7a85333d1c07e6a90b4f2"

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func given(t *testing.T, text string) (*review.ValidAnswers, diag.List) {
	t.Helper()
	parsed, problems := parse.Answers("content/privacy.yaml", text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return review.CheckAnswers(parsed, today)
}

func entryOf(rule, document, mark, reason, until string) string {
	return fmt.Sprintf("  - {regel: %s, document: %s, kenmerk: '%s', reden: %s, tot: %s}\n", rule, document, mark, reason, until)
}

const number, page, good = "030-9876543", "content/paginas/over.md", "Het algemene nummer van het netwerk"

func TestAnAllowedValueIsKnownInItsDocumentAlone(t *testing.T) {
	mark := review.Fingerprint(secret, diag.PrivacyPhone, page, number)
	g, problems := given(t, "sleutel: "+secret+"\ntoegestaan:\n"+entryOf("privacy-phone", page, mark, good, "2026-11-23"))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if unused := g.Unused(); len(unused) != 1 || unused[0].Rule != diag.AllowedUnused || unused[0].Pos.Line != 3 {
		t.Errorf("before anything was asked: %v", unused)
	}
	for _, c := range []struct {
		rule            diag.Rule
		document, value string
		want            bool
	}{
		{diag.PrivacyPhone, page, number, true},
		{diag.PrivacyPhone, page, "030 98 76 543", true}, // another way to write it
		{diag.PrivacyPhone, page, "030-9876544", false},
		{diag.PrivacyPhone, "content/casussen/anna.md", number, false},
		{diag.PrivacyFileNumber, page, number, false},
	} {
		if got := g.Allow(c.rule, c.document, c.value); got != c.want {
			t.Errorf("%s in %s: allowed is %v", c.rule, c.document, got)
		}
	}
	if unused := g.Unused(); len(unused) != 0 {
		t.Errorf("after it was used: %v", unused)
	}
	if review.Fingerprint(secret, diag.PrivacyPhone, page, number) == review.Fingerprint("00", diag.PrivacyPhone, page, number) {
		t.Error("the key does not matter")
	}
}

func TestWhatCanNotBeAllowedIsReportedAndAllowsNothing(t *testing.T) {
	for _, c := range []struct {
		rule, reason, until string
		key                 string
		want                diag.Rule
		variant             string
	}{
		{"privacy-bsn", good, "2027-01-01", secret, diag.AllowedNever, ""},
		{"privacy-iban", good, "2027-01-01", secret, diag.AllowedNever, ""},
		{"privacy-gps", good, "2027-01-01", secret, diag.AllowedNever, ""},
		{"privacy-register", good, "2027-01-01", secret, diag.AllowedNever, ""},
		{"privacy-word", good, "2027-01-01", secret, diag.AllowedNever, "explain"},
		{"privacy-fone", good, "2027-01-01", secret, diag.AllowedNever, "unknown"},
		{"privacy-phone", "Mag wel, staat er al", "2027-01-01", secret, "", ""},
		{"privacy-phone", "Mag wel, staat erop", "2027-01-01", secret, diag.ReasonShort, ""},
		{"privacy-phone", good, "2026-11-22", secret, diag.AllowedExpired, ""},
		{"privacy-phone", good, "2027-01-01", "geheim", diag.AllowedKey, ""},
	} {
		mark := review.Fingerprint(secret, diag.Rule(c.rule), page, number)
		g, problems := given(t, "sleutel: "+c.key+"\ntoegestaan:\n"+entryOf(c.rule, page, mark, "'"+c.reason+"'", c.until))
		allowed := g.Allow(diag.Rule(c.rule), page, number)
		if c.want == "" {
			if len(problems) != 0 || !allowed {
				t.Errorf("%v: %v, allowed %v", c, problems, allowed)
			}
			continue
		}
		if len(problems) != 1 || problems[0].Rule != c.want || problems[0].Variant != c.variant || allowed {
			t.Errorf("%v: %v, allowed %v", c, problems, allowed)
		}
	}
}

// TestEveryRuleHasAVerdict holds that a new rule is decided about.
func TestEveryRuleHasAVerdict(t *testing.T) {
	source, err := os.ReadFile("../../diag/privacy.go")
	if err != nil {
		t.Fatal(err)
	}
	names := regexp.MustCompile(`Rule = "(privacy-[a-z-]+)"`).FindAllSubmatch(source, -1)
	if len(names) < 20 {
		t.Fatalf("only %d rules found", len(names))
	}
	for _, m := range names {
		if review.VerdictFor(diag.Rule(m[1])) == review.Unknown {
			t.Errorf("nothing says whether findings of %s may be allowed", m[1])
		}
	}
}
