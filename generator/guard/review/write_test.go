package review_test

import (
	"strings"
	"testing"

	"casusboek/generator/guard/review"
	"casusboek/generator/read/parse"
)

var entry = review.AllowEntry{Rule: "privacy-phone", Document: "content/paginas/over.md", Mark: "4be1c07d92aa5f3e", Reason: "Het nummer: van het netwerk zelf.", Until: "2027-03-01"}

func word(text, word, as string) (string, error) {
	for _, keys := range review.Categories {
		if keys.NL == as {
			return review.Explain(text, word, keys, false)
		}
	}
	panic(as)
}

// Each case is a file, what is explained, and the file afterwards: only one line may have changed.
func TestAWordIsWrittenWhereItBelongsAndNothingElseChanges(t *testing.T) {
	for _, c := range []struct{ name, before, word, as, after string }{
		{"an empty file", "", "Oeverdam", "plaats", "verklaard:\n  plaats:\n    - Oeverdam\n"},
		{"a file of comments", "# van ons\n", "Oeverdam", "plaats", "# van ons\nverklaard:\n  plaats:\n    - Oeverdam\n"},
		{
			"a list in lines, with comments and empty lines",
			"# boven\n\nverklaard:\n    plaats:\n        # verzonnen\n        - Rietmeer   # stad\n\n    # de rest\n    woord: [Ecogram]\n",
			"Oeverdam", "plaats",
			"# boven\n\nverklaard:\n    plaats:\n        # verzonnen\n        - Rietmeer   # stad\n        - Oeverdam\n\n    # de rest\n    woord: [Ecogram]\n",
		},
		{"a list in brackets", "verklaard:\n  woord: [Ecogram, Sociogram] # twee\n", "Genogram", "woord", "verklaard:\n  woord: [Ecogram, Sociogram, Genogram] # twee\n"},
		{"an empty list in brackets", "verklaard: {woord: []}\n", "Genogram", "woord", "verklaard: {woord: [Genogram]}\n"},
		{"a list that is not there yet", "verklaard:\n  woord: [Ecogram]\n\n# einde\n", "Jan Jansen", "persoon", "verklaard:\n  woord: [Ecogram]\n  persoon:\n    - Jan Jansen\n\n# einde\n"},
		{"a key with nothing", "verklaard:\n  plaats:\n  woord: [Ecogram]\n", "Oeverdam", "plaats", "verklaard:\n  plaats:\n    - Oeverdam\n  woord: [Ecogram]\n"},
		{"no line break at the end", "verklaard:\n  woord:\n  - Ecogram", "Genogram", "woord", "verklaard:\n  woord:\n  - Ecogram\n  - Genogram\n"},
		{"what YAML takes for a no", "", "Nee", "woord", "verklaard:\n  woord:\n    - Nee\n"},
		{"a comma in brackets", "verklaard: {woord: [Ecogram]}\n", "Praat, nu", "titel", "verklaard: {woord: [Ecogram], titel: ['Praat, nu']}\n"},
		{"there already", "verklaard: # x\n  woord: Ecogram\n", "Ecogram", "woord", "verklaard: # x\n  woord: Ecogram\n"},
		{"English keys", "explained:\n  word: [Ecogram]\n", "Oeverdam", "plaats", "explained:\n  word: [Ecogram]\n  place:\n    - Oeverdam\n"},
		{"one value for a list", "verklaard:\n  woord: Ecogram # een\n", "Genogram", "woord", ""},
	} {
		got, err := word(c.before, c.word, c.as)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if c.after != "" && got != c.after {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.after)
		}
		given, problems := parse.Answers("content/privacy.yaml", got)
		if len(problems) > 0 {
			t.Errorf("%s: %v in\n%s", c.name, problems, got)
		}
		said := ""
		for _, list := range [][]string{strs(given.Persons), strs(given.Places), strs(given.Titles), strs(given.Words)} {
			said += strings.Join(list, "|") + "|"
		}
		if !strings.Contains(said, c.word+"|") || strings.Contains(c.before, "Ecogram") && !strings.Contains(said, "Ecogram|") {
			t.Errorf("%s: reads as %s", c.name, said)
		}
		if strings.Count(c.before, "#") != strings.Count(got, "#") {
			t.Errorf("%s: a comment was lost:\n%s", c.name, got)
		}
	}
}

func TestAnAllowedFindingIsWrittenWithTheKeyOnce(t *testing.T) {
	one, err := review.Allow("# ons\nverklaard:\n  woord: [Ecogram]\n", entry, "0f6b2d9c41e7a853", false)
	want := `# ons
verklaard:
  woord: [Ecogram]
toegestaan:
  - regel: privacy-phone
    document: content/paginas/over.md
    kenmerk: 4be1c07d92aa5f3e
    reden: 'Het nummer: van het netwerk zelf.'
    tot: '2027-03-01'
sleutel: 0f6b2d9c41e7a853
`
	if err != nil || one != want {
		t.Fatalf("%v\n%s\nwant\n%s", err, one, want)
	}
	other := entry
	other.Rule, other.Mark = "privacy-email", "0000000000000001"
	two, err := review.Allow(one, other, "another", false)
	given, problems := parse.Answers("content/privacy.yaml", two)
	if err != nil || len(problems) > 0 || len(given.Allowed) != 2 || given.Key.V != "0f6b2d9c41e7a853" || given.Allowed[1].Rule.V != "privacy-email" {
		t.Errorf("%v %v\n%s", err, problems, two)
	}
	later := entry
	later.Until = "2028-03-01"
	three, err := review.Allow(two, later, "another", false)
	given, problems = parse.Answers("content/privacy.yaml", three)
	if err != nil || len(problems) > 0 || len(given.Allowed) != 2 || given.Allowed[0].Until.Year() != 2028 || !strings.HasPrefix(three, "# ons\n") {
		t.Errorf("allowed once more: %v %v\n%s", err, problems, three)
	}
}
