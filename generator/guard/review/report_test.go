package review_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/diag"
	"casusboek/generator/guard/review"
	"casusboek/generator/lang"
	"casusboek/templates"
)

// rules are the privacy rules as diag names them.
func rules(t *testing.T) []string {
	t.Helper()
	source, err := os.ReadFile("../../diag/privacy.go")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range regexp.MustCompile(`Rule += "(privacy-[a-z-]+)"`).FindAllStringSubmatch(string(source), -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return names
}

func TestEveryRuleHasItsLine(t *testing.T) {
	var got []string
	for _, rule := range review.RecordRules {
		got = append(got, string(rule))
	}
	slices.Sort(got)
	if want := rules(t); !slices.Equal(got, want) {
		t.Errorf("rules in the record:\n%s\nwant\n%s", got, want)
	}
}

// docs/privacy.md explains each rule, and no other.
func TestTheManualExplainsEveryRule(t *testing.T) {
	manual, err := os.ReadFile("../../../docs/privacy.md")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, m := range regexp.MustCompile("(?m)^\\| `(privacy-[a-z-]+)` \\| [^|]+ \\| [^|]+ \\| [^|]+ \\|$").FindAllStringSubmatch(string(manual), -1) {
		got = append(got, m[1])
	}
	slices.Sort(got)
	if want := rules(t); !slices.Equal(got, want) {
		t.Errorf("rules in docs/privacy.md:\n%s\nwant\n%s", got, want)
	}
}

func words(t *testing.T, code string) *lang.Catalogue {
	t.Helper()
	data, err := templates.Files.ReadFile(code + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	words, err := lang.Load(code, data)
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func TestARecordSaysWhatIsOpenAndNeverThatAllIsSafe(t *testing.T) {
	phone := diag.Problem{
		Pos: diag.Pos{File: "content/casussen/anna.md", Line: 8, Col: 3}, Rule: diag.PrivacyPhone, Level: diag.Red,
		Args: []diag.Arg{{Name: "masked", Value: "0•-••••••••"}},
	}
	over := phone
	over.Pos.File = "content/paginas/over.md"
	d := review.Record{
		Title: "Thuis <in> verandering", Date: "23 november 2026", Version: "1.0", RulesVersion: "1", Register: true, Entries: 3,
		Found: diag.List{phone, over}, Elsewhere: diag.List{over},
		Cases: []review.RecordCase{
			{
				Title: "De sleutel", File: "content/casussen/anna.md", Origin: "anonymised", Found: diag.List{phone}, Told: true, Low: "1", High: "8", Limit: "100",
				Ways: []string{"een vrouw → –: 1 → 2"}, Sealed: "changed", Allowed: []review.RecordAllowed{{Rule: "privacy-age", Reason: "Zij wil dat zelf", Until: "2027-01-01"}},
			},
			{Title: "De fiets", File: "content/casussen/bob.md", Origin: "composite", Told: true, Low: "400", High: "4000", Limit: "100", Enough: true, Sealed: "good", SealedOn: "1 november 2026", Role: "jurist"},
			{Title: "Het plein", File: "content/casussen/cor.md", Origin: "unknown", Sealed: "none"},
		},
		Explained: []review.RecordExplained{{Kind: "place", Words: []string{"Oeverdam", "Rietmeer"}}},
	}
	for _, code := range []string{"nl", "en"} {
		html, err := review.RenderRecord(d, words(t, code))
		if err != nil {
			t.Fatal(err)
		}
		text := string(html)
		for _, part := range []string{
			"Thuis &lt;in&gt; verandering", "0•-••••••••", "content/paginas/over.md</span> 8:3", "Zij wil dat zelf", "een vrouw → –: 1 → 2", "Oeverdam, Rietmeer", "jurist",
		} {
			if !strings.Contains(text, part) {
				t.Errorf("%s: no %q in the record", code, part)
			}
		}
		if regexp.MustCompile(`(?i)anoniem|anonymous|<script|https?:|src=|url\(|privacy-report\.`).MatchString(text) {
			t.Errorf("%s: the record promises too much, needs something from outside, or lacks words: %s", code, regexp.MustCompile(`(?i).{20}(anoniem|anonymous|<script|https?:|src=|url\(|privacy-report\.).{20}`).FindString(text))
		}
	}
	html, _ := review.RenderRecord(d, words(t, "nl"))
	text := string(html)
	for _, part := range []string{"Er staan nog 2 bevindingen open", "geen bewijs dat niemand te herkennen is", "gebruikt, met 3 vermeldingen", "Dat zijn er te weinig.", "Nagelezen op 1 november 2026 (jurist)", "niet nagekeken"} {
		if !strings.Contains(text, part) {
			t.Errorf("no %q in the record", part)
		}
	}
	if row := regexp.MustCompile(`<code>?privacy-phone|privacy-phone</td><td class="n">2</td><td class="n">–</td>`).FindString(text); row == "" {
		t.Error("two red telephone numbers are not counted in their row")
	}
}
