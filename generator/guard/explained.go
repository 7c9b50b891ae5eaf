package guard

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// as says as what a word is explained.
type as uint8

const (
	asPerson as = iota
	asOrganisation
	asPlace
	asTitle
	asWord
	asDay     // of a session
	asHeading // of a page or case: explains the capitals that its ordinary words have in it
)

// explanation is one name or word that somebody gave, and whether it explained anything.
type explanation struct {
	as   as
	text casebook.Text
	used bool
}

// index finds explanations by the whole of what was written, folded, and by each of its words.
type index struct {
	phrases, words map[string][]*explanation
	firsts         map[string]bool // first words of phrases, so that most are not put together to be looked up
}

func newIndex() *index {
	return &index{phrases: map[string][]*explanation{}, words: map[string][]*explanation{}, firsts: map[string]bool{}}
}

// begins reports whether a phrase of one of the indexes begins with a word, as it is or without a possessive.
func begins(indexes []*index, word string) bool {
	for _, form := range endings(word) {
		for _, x := range indexes {
			if x.firsts[form] {
				return true
			}
		}
	}
	return false
}

func (x *index) add(kind as, texts ...casebook.Text) []*explanation {
	var added []*explanation
	for _, text := range texts {
		words := rules.Fold(text.V).Words
		if len(words) == 0 {
			continue
		}
		e := &explanation{as: kind, text: text}
		added = append(added, e)
		all := make([]string, len(words))
		for i, w := range words {
			all[i] = w.Lower
			if kind == asHeading || kind == asDay {
				continue
			}
			x.words[w.Lower] = append(x.words[w.Lower], e)
			for part := range strings.SplitSeq(w.Lower, "-") {
				if part != w.Lower && part != "" {
					x.words[part] = append(x.words[part], e)
				}
			}
		}
		x.firsts[all[0]] = true
		phrase := strings.Join(all, " ")
		x.phrases[phrase] = append(x.phrases[phrase], e)
	}
	return added
}

// scope is all that explains words in one document.
type scope struct {
	indexes []*index
	places  []*index // for towns: in a life only those that the author answered for, since everybody knows where an organisation sits
	life    bool     // the document tells a life
	words   *rules.Lexicon
}

// explains reports whether a finding is about something that is known to be no secret, and notes what said so.
func (s *scope) explains(f found) bool {
	text := rules.Fold(f.Value)
	if len(text.Words) == 0 {
		return false
	}
	switch f.Rule {
	case diag.PrivacyName, diag.PrivacyWord, diag.PrivacyPlace, diag.PrivacyOrganisation, diag.PrivacyNews:
	case diag.PrivacyDate:
		if s.life {
			return false // the day of a session may be that of an eviction too
		}
	default:
		return false
	}
	indexes := s.indexes
	if f.Rule == diag.PrivacyPlace {
		indexes = s.places
	}
	if s.phrase(indexes, f, text) {
		return true
	}
	var kinds []as
	switch f.Rule {
	case diag.PrivacyName:
		kinds = []as{asPerson}
	case diag.PrivacyWord:
		kinds = []as{asPerson, asOrganisation, asPlace, asTitle, asWord}
	case diag.PrivacyPlace:
		kinds = []as{asPlace, asOrganisation}
	case diag.PrivacyOrganisation:
		kinds = []as{asOrganisation, asTitle}
	default:
		return false
	}
	return s.each(indexes, text, kinds)
}

// phrase reports whether the value as a whole was given, alone or with words that stand around it: De Sluis in Vakschool De Sluis.
func (s *scope) phrase(indexes []*index, f found, value *rules.FoldedText) bool {
	words := slices.Clone(f.before)
	plain := f.Rule == diag.PrivacyWord // a heading tells that words are ordinary ones, and nothing else
	for _, w := range value.Words {
		words = append(words, w.Lower)
		plain = plain && s.words.KindOf(w.Lower)&rules.Ordinary != 0
	}
	words = append(words, f.after...)
	for from := 0; from <= len(f.before); from++ {
		if !begins(indexes, words[from]) {
			continue
		}
		for to := len(words); to >= len(words)-len(f.after); to-- {
			rest, last := words[from:to-1], words[to-1]
			for _, end := range endings(last) {
				phrase := strings.Join(append(slices.Clone(rest), end), " ")
				for _, x := range indexes {
					for _, e := range x.phrases[phrase] {
						if (e.as != asHeading || plain) && (e.as == asDay) == (f.Rule == diag.PrivacyDate) {
							e.used = true
							return true
						}
					}
				}
			}
		}
	}
	return false
}

// each reports whether every word of a value that could be somebody's name was given, and at least one of them. Initials and the small words of
// surnames need no explanation, nor does an ordinary word that is nobody's name, such as the Buurvrouw before a name.
func (s *scope) each(indexes []*index, text *rules.FoldedText, kinds []as) bool {
	var by []*explanation
	for _, w := range text.Words {
		if e := s.word(indexes, w.Lower, kinds); e != nil {
			by = append(by, e)
			continue
		}
		if w.Capital && utf8.RuneCountInString(w.Lower) > 1 && !s.ordinary(w.Lower) {
			return false
		}
		if !w.Capital && !small[w.Lower] && !s.ordinary(w.Lower) {
			return false
		}
	}
	for _, e := range by {
		e.used = true
	}
	return len(by) > 0
}

// word gives what explains a word: as it is, without a possessive, or part by part where it has hyphens.
func (s *scope) word(indexes []*index, lower string, kinds []as) *explanation {
	for _, form := range endings(lower) {
		for _, x := range indexes {
			for _, e := range x.words[form] {
				if slices.Contains(kinds, e.as) {
					return e
				}
			}
		}
	}
	if !strings.Contains(lower, "-") {
		return nil
	}
	var first *explanation
	for part := range strings.SplitSeq(lower, "-") {
		e := s.word(indexes, part, kinds)
		if e == nil && !s.ordinary(part) {
			return nil
		}
		if first == nil {
			first = e
		}
	}
	return first
}

// endings gives a word as it is and without what may be a possessive: nadira's, samirs.
func endings(lower string) []string {
	forms := []string{lower}
	if base := bare(lower); base != lower {
		forms = append(forms, base)
	} else if base, ok := strings.CutSuffix(lower, "s"); ok && utf8.RuneCountInString(base) > 2 {
		forms = append(forms, base)
	}
	return forms
}

// small are words within surnames.
var small = map[string]bool{
	"van": true, "de": true, "der": true, "den": true, "het": true, "'t": true, "t": true, "ten": true, "ter": true, "te": true, "op": true, "in": true,
	"el": true, "al": true, "bin": true, "ben": true, "von": true, "du": true, "da": true, "dos": true, "la": true, "le": true, "en": true, "and": true, "of": true,
}

// ordinary reports whether a word is an ordinary one, or known with a capital, and nobody's name.
func (s *scope) ordinary(lower string) bool {
	if strings.IndexFunc(lower, func(r rune) bool { return !unicode.IsDigit(r) }) < 0 {
		return true
	}
	kind := s.words.KindOf(lower)
	return kind&(rules.Ordinary|rules.Proper|rules.Acronym) != 0 && kind&rules.Name == 0
}
