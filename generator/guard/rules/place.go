package rules

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"casusboek/generator/diag"
	"casusboek/generator/guard/lexicon"
)

// smallPlaces finds where somebody lives, goes to school or is cared for, as far as few others do: municipalities below 20,000 inhabitants (orange) and below
// 100,000 (yellow), villages (orange), and what stands behind "wijk", "basisschool", "verpleeghuis" (orange). Value is the place's name alone.
var smallPlaces = Rule{Name: diag.PrivacyPlace, read: findPlaces}

// Bounds in inhabitants, in thousands: fewer than few is orange, fewer than some yellow.
const (
	few  = 20
	some = 100
)

// settlement is a place with its name in folded words.
type settlement struct {
	words     []string
	thousands int // 0: a village of fewer than 20,000
}

//go:embed places/municipalities.txt
var municipalitiesText string

//go:embed places/villages.txt
var villagesText string

// settlements gives all places by the first word of their names, longest names first. A municipality goes before a village of the same name.
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

// level says how much a place gives away.
func (s settlement) level() diag.Level {
	switch {
	case s.thousands < few:
		return diag.Orange
	case s.thousands < some:
		return diag.Yellow
	}
	return diag.None
}

// settlement gives the place whose name begins at word i. A name that is a word or a surname too wants a word before it that tells (in Best).
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

// isPlace reports whether word i is a place and nothing else, and no part of somebody's name.
func (n *names) isPlace(i int) bool {
	if n.kind[i] == town || n.kind[i] == opening || n.kind[i] == doubtful || n.kind[i] == composed {
		return false
	}
	k := n.lex.Of(possessed(n.Words[i].Lower))
	if k&(lexicon.Ordinary|lexicon.Weak) != 0 {
		return false
	}
	if k&lexicon.Place == 0 && k&lexicon.Name != 0 && (i == 0 || !towards[n.Words[i-1].Lower]) {
		return false
	}
	r := n.runAt(i)
	return r.first == i || n.kind[i] == unknown && r.first == r.last
}

// towards are words before places that stand before people too.
var towards = set(`in te uit naar vanuit rond bij nabij langs door over tussen van near from to at`)

// spells reports whether a name of several words stands at word i, with its capitals.
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

// insidePlaces are written small inside the names of places.
var insidePlaces = set(`aan den de en der het op in over bij van ter t`)

// homes are words behind which a neighbourhood, school or home has its name.
var homes = set(`wijk buurt dorp dorpje gehucht buurtschap stadsdeel stadswijk volkswijk nieuwbouwwijk achterstandswijk flat flatgebouw torenflat complex wooncomplex seniorencomplex
	basisschool school schoolgebouw scholengemeenschap middelbare college lyceum gymnasium vmbo mavo praktijkschool vakschool kinderdagverblijf kinderopvang peuterspeelzaal crèche bso
	verpleeghuis verpleegtehuis verzorgingshuis bejaardenhuis woonzorgcentrum zorgcentrum zorgboerderij hospice woongroep woonvorm azc asielzoekerscentrum opvanglocatie daklozenopvang
	buurthuis buurtcentrum wijkcentrum dorpshuis jongerencentrum moskee kerk parochie camping vakantiepark woonwagenkamp kamp
	neighbourhood district village primary nursery hostel estate`)

// behind gives the name behind the cue at word i: wijk Kronenburg, basisschool De Regenboog.
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

var articles = set(`de het t den la le el the`)

// neighbourhood reports whether word i is the name of one: Schilderswijk, Rivierenbuurt, Van Stolk-buurt.
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
