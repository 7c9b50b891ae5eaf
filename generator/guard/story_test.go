package guard_test

import (
	"strings"
	"testing"

	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/review"
	"casusboek/generator/guard/risk"
	"casusboek/generator/guard/rules"
)

// about gives what a rule says of which story, with its numbers.
func about(j guard.Result, rule diag.Rule) []string {
	var all []string
	for _, p := range j.Problems {
		if p.Rule == rule {
			text := p.Pos.File[len("content/casussen/"):]
			for _, a := range p.Args {
				if a.Name == "low" || a.Name == "high" || a.Name == "limit" || a.Name == "trait" || a.Name == "near" {
					text += " " + a.Value
				}
			}
			all = append(all, text)
		}
	}
	return all
}

func wantAbout(t *testing.T, j guard.Result, rule diag.Rule, want ...string) {
	t.Helper()
	if got := about(j, rule); strings.Join(got, "; ") != strings.Join(want, "; ") {
		t.Errorf("%s: got %q, want %q", rule, got, want)
	}
}

const (
	few  = "Weinig\nkenmerken: [gemeente-middel, vrouw, leeftijd-tien, sloop]\n" // 8 people at most
	many = "Veel\nkenmerken: [grote-stad, vrouw, levensfase, sociale-huur]\n"    // 18 750 at most
)

func TestAStoryThatFewFitStops(t *testing.T) {
	j := folder{
		"casussen/echt.md":      life("geanonimiseerd", few, other),
		"casussen/genoeg.md":    life("geanonimiseerd", many, shared),
		"casussen/samen.md":     life("samengesteld", few, ""),
		"casussen/verzonnen.md": life("fictief", few, ""),
		"casussen/zelf.md":      life("geanonimiseerd", "Zelf\nzeldzaam:\n  - {wat: imker, een_op: 2000}\nkenmerken: [gemeente-klein]\n", ""),
	}.judge(t, nil)
	wantAbout(t, j, diag.PrivacyRisk, "echt.md <1 8 100", "samen.md <1 8 100", "zelf.md <1 7 100")
	for _, p := range j.Problems {
		if p.Rule == diag.PrivacyRisk && p.Severity() != diag.Error {
			t.Errorf("%s stops nothing", p.Pos)
		}
	}
	if len(j.Stories) != 4 {
		t.Errorf("%d stories, want those of real people: 4", len(j.Stories))
	}
	for _, s := range j.Stories {
		if s.Enough() != (s.Case.ID == "genoeg") || s.Allowed {
			t.Errorf("%s: enough %v, allowed %v", s.Case.ID, s.Enough(), s.Allowed)
		}
	}
}

// Who tells of somebody's health, faith or sentence needs ten times as many people.
func TestASpecialCategoryRaisesTheLimit(t *testing.T) {
	guard.Rules(t, map[string]rules.Finding{"psychose": {Rule: diag.PrivacySpecial, Level: diag.Yellow}})
	enough := "Enkele honderden\nkenmerken: [grote-stad, vrouw, levensfase, bijstand, leeftijd-tien]\n" // 900 at most
	j := folder{
		"casussen/gewoon.md": life("geanonimiseerd", many, shared),
		"casussen/ziek.md":   life("geanonimiseerd", many, "Er was een psychose.\n"),
		"casussen/net.md":    life("geanonimiseerd", enough, "Er was een psychose.\n"),
	}.judge(t, nil)
	wantAbout(t, j, diag.PrivacyRisk, "net.md 90 900 1000")
	for _, s := range j.Stories {
		if want := map[bool]risk.Limit{true: risk.SiteLimit, false: risk.SpecialLimit}[s.Case.ID == "gewoon"]; s.Limit != want {
			t.Errorf("%s: limit %d, want %d", s.Case.ID, s.Limit, want)
		}
	}
}

func TestWhatAStoryTellsIsAsked(t *testing.T) {
	j := folder{
		"casussen/echt.md":      life("geanonimiseerd", "Echt\n", ""),
		"casussen/samen.md":     life("samengesteld", "Samen\n", ""),
		"casussen/verzonnen.md": life("fictief", "Verzonnen\n", ""),
		"casussen/verteld.md":   life("geanonimiseerd", many, ""),
		"casussen/zonder.md":    "---\ntitel: Niet gezegd\n---\n",
	}.judge(t, nil)
	wantAbout(t, j, diag.RiskUntold, "echt.md", "samen.md")
}

func TestATraitThatTheTableLacksIsTold(t *testing.T) {
	j := folder{
		"casussen/een.md":       life("geanonimiseerd", "Een\nkenmerken: [vrouww, grote-stad]\n", ""),
		"casussen/twee.md":      life("geanonimiseerd", "Twee\nkenmerken: [ruimtevaarder]\n", ""),
		"casussen/verzonnen.md": life("fictief", "Verzonnen\nkenmerken: [mann]\n", ""),
	}.judge(t, nil)
	wantAbout(t, j, diag.TraitUnknown, "een.md vrouww vrouw", "twee.md ruimtevaarder", "verzonnen.md mann man")
	wantAbout(t, j, diag.RiskUntold, "twee.md")
}

// What is allowed is what the story tells now: another trait asks for another reason.
func TestARiskIsAllowedForTheseTraitsAlone(t *testing.T) {
	const key = "00112233445566778899aabbccddeeff"
	allowed := "sleutel: " + key + "\ntoegestaan:\n  - {regel: privacy-risk, document: content/casussen/echt.md, kenmerk: " +
		review.Fingerprint(key, diag.PrivacyRisk, "content/casussen/echt.md", "gemeente-middel, leeftijd-tien, sloop, vrouw") +
		", reden: De verteller wil met naam en toenaam gehoord worden, tot: 2027-06-30}\n"
	f := folder{"casussen/echt.md": life("geanonimiseerd", few, ""), "privacy.yaml": allowed}
	j := f.judge(t, nil)
	wantAbout(t, j, diag.PrivacyRisk)
	if !j.Stories[0].Allowed || j.Stories[0].Enough() {
		t.Errorf("%+v", j.Stories[0])
	}
	f["casussen/echt.md"] = life("geanonimiseerd", strings.Replace(few, "sloop", "sloop, kind-verloren", 1), "")
	wantAbout(t, f.judge(t, nil), diag.PrivacyRisk, "echt.md <1 <1 100")
}

func TestTheMessageNamesTheCheapestWaysOut(t *testing.T) {
	j := folder{"casussen/echt.md": life("geanonimiseerd", few, "")}.judge(t, nil)
	advice := ""
	for _, p := range j.Problems {
		for _, a := range p.Args {
			if a.Name == "advice" {
				advice = a.Value
			}
		}
	}
	want := "een gemeente met 20.000 tot 100.000 inwoners → Nederland: <1 → 320; moest weg vanwege sloop of renovatie → weglaten: <1 → 270; " +
		"de leeftijd in klassen van tien jaar → weglaten: <1 → 7"
	if advice != want {
		t.Errorf("advice: %s\nwant %s", advice, want)
	}
}

func TestPeopleAreRoundedToWhatIsKnown(t *testing.T) {
	for n, want := range map[float64]string{0: "<1", .99: "<1", 1.4: "1", 9.4: "9", 9.6: "10", 84.3: "84", 8437: "8400", 999: "1000", 18_000_000: "18000000"} {
		if got := guard.People(n); got != want {
			t.Errorf("%v people: %s, want %s", n, got, want)
		}
	}
}
