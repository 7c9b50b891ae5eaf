package rules

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"casusboek/generator/diag"
)

// smallPlaces finds where a person lives, goes to school or is cared for, if few others do:
// municipalities below 20,000 inhabitants (orange) and below 100,000 (yellow), villages
// (orange), and names after "wijk", "basisschool" or "verpleeghuis" (orange). Value is the
// name of the place only.
var smallPlaces = Rule{Name: diag.PrivacyPlace, read: findPlaces}

// Bounds in thousands of inhabitants: places with fewer are orange or yellow.
const (
	orangeBelow = 20
	yellowBelow = 100
)

// settlement is a place, with its name in lower case words.
type settlement struct {
	words     []string
	thousands int // inhabitants; 0 for a village of fewer than 20,000
}

//go:embed places/municipalities.txt
var municipalitiesText string

//go:embed places/villages.txt
var villagesText string

// settlements returns all places by the first word of their names. A municipality takes
// precedence over a village of the same name.
var settlements = sync.OnceValue(func() map[string][]settlement {
	all, seen := map[string][]settlement{}, map[string]bool{}
	for _, text := range []string{municipalitiesText, villagesText} {
		for line := range strings.Lines(text) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			for item := range strings.SplitSeq(strings.ToLower(strings.TrimSpace(line)), ",") {
				words := strings.FieldsFunc(item, func(r rune) bool { return r == ' ' })
				if len(words) == 0 {
					continue
				}
				s := settlement{words: words}
				if n, err := strconv.Atoi(words[len(words)-1]); err == nil {
					s.words, s.thousands = words[:len(words)-1], n
				}
				if name := strings.Join(s.words, " "); !seen[name] {
					seen[name] = true
					s.words[0] = strings.TrimPrefix(s.words[0], "'") // a word begins at its first letter
					all[s.words[0]] = append(all[s.words[0]], s)
				}
			}
		}
	}
	return all
})

func findPlaces(n *names, see func(Finding)) {
	for i := 0; i < len(n.Words); i++ {
		if r, ok := n.behind(i, home); ok {
			see(n.finding(diag.PrivacyPlace, diag.Orange, r))
			i = r.last
			continue
		}
		if !n.Words[i].Capital {
			continue
		}
		if s, ok := n.settlement(i); ok {
			if level := s.level(); level != diag.None {
				see(n.finding(diag.PrivacyPlace, level, run{i, i + len(s.words) - 1}))
			}
			i += len(s.words) - 1
			continue
		}
		if n.neighbourhood(i) {
			see(n.finding(diag.PrivacyPlace, diag.Orange, run{i, i}))
		}
	}
}

// level returns the level of a finding for the place.
func (s settlement) level() diag.Level {
	switch {
	case s.thousands < orangeBelow:
		return diag.Orange
	case s.thousands < yellowBelow:
		return diag.Yellow
	}
	return diag.None
}

// settlement returns the place whose name begins at word i. A name that is also a word or a
// surname must follow a word that indicates a place (in Best).
func (n *names) settlement(i int) (settlement, bool) {
	var found settlement
	for _, s := range settlements()[possessed(n.Words[i].Lower)] {
		if len(s.words) > len(found.words) && n.spells(i, s.words) {
			found = s
		}
	}
	switch len(found.words) {
	case 0:
		return found, false
	case 1:
		return found, n.tellsPlace(i) || n.isPlace(i)
	}
	return found, true
}

// isPlace reports whether word i is a place only, and not part of a name of a person.
func (n *names) isPlace(i int) bool {
	if n.kind[i] == town || n.kind[i] == opening || n.kind[i] == doubtful || n.kind[i] == composed {
		return false
	}
	k := n.lex.KindOf(possessed(n.Words[i].Lower))
	if k&(Ordinary|Weak) != 0 {
		return false
	}
	if k&Place == 0 && k&Name != 0 && (i == 0 || !weakPlacePrepositions[n.Words[i-1].Lower]) {
		return false
	}
	r := n.runAt(i)
	return r.first == i || n.kind[i] == unknown && r.first == r.last
}

// weakPlacePrepositions are words before a place, after which a word that is also a name
// counts as a place.
var weakPlacePrepositions = wordSet(`in te uit naar vanuit rond bij nabij langs door over tussen van near from to at`)

// spells reports whether the words of a name are at word i, capitalised.
func (n *names) spells(i int, words []string) bool {
	if i+len(words) > len(n.Words) {
		return false
	}
	for j, w := range words {
		if possessed(n.Words[i+j].Lower) != w || j > 0 && !n.adjacent(i+j-1) || !n.Words[i+j].Capital && !insidePlaces[w] {
			return false
		}
	}
	return true
}

// insidePlaces are words in lower case inside the names of places.
var insidePlaces = wordSet(`aan den de en der het op in over bij van ter t`)

// homes are words before the name of a neighbourhood, school or home.
var homes = wordSet(`wijk buurt dorp dorpje gehucht buurtschap stadsdeel stadswijk volkswijk nieuwbouwwijk achterstandswijk flat flatgebouw torenflat complex wooncomplex seniorencomplex
	basisschool school schoolgebouw scholengemeenschap middelbare college lyceum gymnasium vmbo mavo praktijkschool vakschool kinderdagverblijf kinderopvang peuterspeelzaal crèche bso
	verpleeghuis verpleegtehuis verzorgingshuis bejaardenhuis woonzorgcentrum zorgcentrum zorgboerderij hospice woongroep woonvorm azc asielzoekerscentrum opvanglocatie daklozenopvang
	buurthuis buurtcentrum wijkcentrum dorpshuis jongerencentrum moskee kerk parochie camping vakantiepark woonwagenkamp kamp
	neighbourhood district village primary nursery hostel estate`)

// behind returns the name after the cue at word i: wijk Kronenburg, basisschool De
// Regenboog.
func (n *names) behind(i int, cues hint) (run, bool) {
	if n.cues[i]&cues == 0 || !n.adjacent(i) {
		return run{}, false
	}
	j := i + 1
	if n.Words[j].Lower == "t" && n.adjacent(j) {
		j++ // 't Hummelhuis
	}
	switch n.kind[j] {
	case unknown, town, place:
	case proper:
		if !articles[n.Words[j].Lower] {
			return run{}, false
		}
	default:
		if !n.Words[j].Capital || !articles[n.Words[j].Lower] || n.Words[j].Sentence {
			return run{}, false
		}
	}
	if n.Words[j].Sentence {
		return run{}, false
	}
	r := run{j, max(j, n.runAt(j).last)}
	if articles[n.Words[j].Lower] && r.last == j && n.adjacent(j) && n.Words[j+1].Capital {
		r.last = j + 1
	}
	return r, true
}

var articles = wordSet(`de het t den la le el the`)

// neighbourhood reports whether word i is a name of a neighbourhood by its ending:
// Schilderswijk, Rivierenbuurt, Van Stolk-buurt.
func (n *names) neighbourhood(i int) bool {
	w := &n.Words[i]
	if w.Sentence || n.kind[i] == small || n.kind[i] == opening || w.To-w.From < 8 {
		return false
	}
	for _, suffix := range [...]string{"buurt", "wijk", "kwartier"} {
		if strings.HasSuffix(w.Lower, suffix) {
			return n.kind[i] != place || suffix == "buurt"
		}
	}
	return false
}
