package measure

import (
	"slices"
	"strings"
	"testing"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// Sentences in which a name stands; %g is a given name, %s a surname. Those of cued tell by a title, a relation, a role or a full name that a name follows.
var (
	cued = []string{
		"De consulent spreekt met mevrouw %s over de achterstand.",
		"Haar zoon %g gaat sinds september naar een andere school.",
		"In het dossier staat: dhr. %s reageert niet.",
		"wie: neef %g",
		"De familie %s kreeg een aanbod voor een andere woning.",
		"Ze heet %g, maar iedereen noemt haar anders.",
		"Buurvrouw %g heeft een sleutel van de voordeur.",
		"Wijkagent %s schreef er drie regels over.",
		"Een meisje genaamd %g wachtte in de gang.",
		"Geachte heer %s, uw brief is ontvangen.",
	}
	uncued = []string{
		"Op dinsdag komt %g langs op het spreekuur.",
		"%g belt de woningcorporatie over de lekkage.",
		"Volgens %g %s was er nooit een brief gekomen.",
		"De sleutel lag bij %g %s, twee deuren verder.",
		"‘Ik ben %g,’ zegt ze, ‘en ik woon hier twaalf jaar.’",
		"%g %s woont met drie kinderen in een flat.",
		"De woning van %g's moeder is vochtig.",
		"Samen met %g en haar zus ging ze naar de gemeente.",
		"Er kwam een gesprek. %s was er niet bij.",
	}
)

// filled is a sentence with names, and where each stands.
type filled struct {
	text  string
	names []sample
}

type sample struct{ from, to int }

// fill puts a given name and a surname into a sentence.
func fill(pattern, given, surname string) filled {
	var f filled
	for {
		before, after, ok := strings.Cut(pattern, "%")
		f.text += before
		if !ok {
			return f
		}
		name := given
		if after[0] == 's' {
			name = surname
		}
		f.names = append(f.names, sample{len(f.text), len(f.text) + len(name)})
		f.text += name
		pattern = after[1:]
	}
}

// people calls see with all sentences of a list, filled with names of one origin.
func people(given, surnames []string, patterns []string, see func(filled)) {
	for i, g := range given {
		for j, pattern := range patterns {
			see(fill(pattern, g, strings.TrimSpace(surnames[(i*7+j*11)%len(surnames)])))
		}
	}
}

// TestNamesOfEveryOrigin holds that a name is found whatever country it comes from: whoever has a strange one is no easier to find back than others.
func TestNamesOfEveryOrigin(t *testing.T) {
	worst, best := 1.0, 0.0
	for _, o := range origins {
		found, all := 0, 0
		var missed []string
		people(strings.Fields(o.given), strings.Split(o.surnames, "|"), slices.Concat(cued, uncued), func(f filled) {
			mark := marked(f.text)
			for _, n := range f.names {
				all++
				if slices.Contains(mark[n.from:n.to], true) {
					found++
				} else {
					missed = append(missed, f.text)
				}
			}
		})
		r := share(found, all)
		worst, best = min(worst, r), max(best, r)
		t.Logf("%s: %.4f of %d names touched", o.key, r, all)
		for _, m := range missed {
			t.Log("    missed: ", m)
		}
	}
	if worst < 0.99 || best-worst > 0.005 {
		t.Errorf("from %.4f to %.4f between origins; the bar is a spread of 0.005", worst, best)
	}
}

// TestEvidence measures privacy-name alone on sentences that have evidence: recall of names, and which share of its findings is a name.
func TestEvidence(t *testing.T) {
	found, all, right, findings := 0, 0, 0, 0
	for _, o := range origins {
		people(strings.Fields(o.given), strings.Split(o.surnames, "|"), cued, func(f filled) {
			mark := marked(f.text, diag.PrivacyName)
			all += len(f.names)
			for _, n := range f.names {
				if slices.Contains(mark[n.from:n.to], true) {
					found++
				}
				for i := n.from; i < n.to; i++ {
					if mark[i] {
						right++
					}
				}
			}
			for _, m := range mark {
				if m {
					findings++
				}
			}
		})
	}
	recall, precision := share(found, all), share(right, findings)
	t.Logf("evidence alone on %d names behind a cue: recall %.4f at a precision of %.4f of the letters found", all, recall, precision)
	if recall < 0.85 || precision < 0.85 {
		t.Error("the bars are 0.85 and 0.85")
	}
}

// TestNoListExplainsAName holds that the lexicon calls nobody's name a country, a law or a people.
func TestNoListExplainsAName(t *testing.T) {
	for _, o := range origins {
		for _, name := range slices.Concat(strings.Fields(o.given), strings.FieldsFunc(o.surnames, func(r rune) bool { return r == '|' || r == ' ' || r == '\n' || r == '\t' })) {
			k := rules.DutchLexicon().KindOf(strings.ToLower(name))
			if k&rules.Proper != 0 && k&rules.Name == 0 || k&rules.Place != 0 && k&rules.Weak == 0 {
				t.Errorf("%s (%s) is explained by the lexicon", name, o.key)
			}
		}
	}
}
