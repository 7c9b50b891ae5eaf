package review_test

import (
	"strings"
	"testing"

	"casusboek/generator/guard/review"
	"casusboek/generator/read/parse"
)

func TestASealReplacesTheOlderOnesOfItsCaseAndNothingElse(t *testing.T) {
	seal := review.SealEntry{Case: "nadira", Sum: "00e1", Rules: "1", By: "E.V.", Role: "jurist: privacy", Date: "2026-11-23", Until: "2027-11-23"}
	const other = "  - casus: bob # eerst\n    zegel: aa\n    regels: \"1\"\n    door: N.N.\n    rol: collega\n    datum: 2026-01-01\n    tot: 2027-01-01\n"
	old := strings.Replace(other, "bob # eerst", "nadira", 1)
	for name, before := range map[string]string{
		"no file": "", "a comment": "# van ons\n", "another case": "# van ons\nbeoordelingen:\n" + other,
		"an older one": "beoordelingen:\n" + old + other, "two older ones": "beoordelingen:\n" + old + other + old,
		"an empty list": "beoordelingen: []\n", "nothing yet": "beoordelingen:\n",
	} {
		after, err := review.AddSeal(before, seal, false)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		reviews, problems := parse.Reviews("content/reviews.yaml", after)
		if len(problems) > 0 {
			t.Errorf("%s: %v in\n%s", name, problems, after)
		}
		var mine, others int
		for _, r := range reviews.All {
			if r.Case.V == "bob" {
				others++
			} else if mine++; r.Sum.V != "00e1" || r.Role.V != "jurist: privacy" || r.Until.Format("2006-01-02") != "2027-11-23" {
				t.Errorf("%s: %+v", name, r)
			}
		}
		if mine != 1 || others != strings.Count(before, "casus: bob") {
			t.Errorf("%s: %d of the case, %d of the other, in\n%s", name, mine, others, after)
		}
		for _, comment := range []string{"# van ons", "# eerst"} {
			if strings.Contains(before, comment) && !strings.Contains(after, comment) {
				t.Errorf("%s: %s is gone from\n%s", name, comment, after)
			}
		}
	}
	english, err := review.AddSeal("", seal, true)
	if err != nil || !strings.HasPrefix(english, "reviews:\n  - case: nadira\n    seal: '00e1'\n") {
		t.Errorf("%v in English:\n%s", err, english)
	}
	if _, err := review.AddSeal("- een lijst\n", seal, false); err == nil {
		t.Error("a text that is no mapping was taken")
	}
}
