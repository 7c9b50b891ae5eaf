package generator

import (
	"slices"
	"strings"
	"unicode"

	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/leakcheck"
	"casusboek/generator/guard/rules"

	"casusboek/generator/lang"
	"casusboek/templates"
)

// lastLook prepares the scan of what is made: for what this edition withholds, names of the register, and what is red by its shape unless its author allowed it.
func (in Input) lastLook(withheld []guard.Withheld, open []string, result Result) (*leakcheck.Checker, error) {
	own, err := ownWords(result.Words.Lang)
	if err != nil {
		return nil, err
	}
	o := leakcheck.Options{Withheld: withheld, Open: open, Own: own, Red: func(text string) []rules.Finding {
		return slices.DeleteFunc(rules.Find(rules.Fold(text)), func(f rules.Finding) bool {
			return f.Level != diag.Red || streetAlone(f) || result.judgement.Waived(f.Rule, f.Value)
		})
	}}
	if in.Register != nil {
		o.Register = in.Register
	}
	return leakcheck.New(o), nil
}

// streetAlone reports whether a finding is a street with a number and no postcode. What stands beside each other on a page was written apart, and a name before a number looks like one.
func streetAlone(f rules.Finding) bool {
	return f.Rule == diag.PrivacyAddress && strings.IndexFunc(f.Value, unicode.IsDigit)+5 > len(f.Value)
}

// ownWords are casusboek's own texts. What a site lays over them its author wrote, and has to answer for.
func ownWords(language string) ([]string, error) {
	data, err := templates.Files.ReadFile(language + ".yaml")
	if err != nil {
		return nil, err
	}
	catalogue, err := lang.Load(language, data)
	if err != nil {
		return nil, err
	}
	var own []string
	for _, key := range catalogue.Keys() {
		own = append(own, catalogue.T(key))
	}
	return own, nil
}
