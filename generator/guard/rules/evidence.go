package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"casusboek/generator/diag"
)

// nameRules are the rules about words, in their order of priority.
var nameRules = []Rule{byEvidence, closedWorld, smallPlaces, organisations, rare, news, special, longQuote}

// byEvidence finds names by their context: after a title, relation, role or "heet" (mevr.
// Jansen, buurman Kees), with initials (J. de Vries), with an infix between capitals (Karin
// van der Berg), and handles (p.jansen). Value is the name only.
var byEvidence = Rule{Name: diag.PrivacyName, read: findNames}

func findNames(n *names, see func(Finding)) {
	for i := 0; i < len(n.Words); i++ {
		if r, ok := n.evident(i); ok {
			if !n.elsewhere(r) {
				see(n.finding(diag.PrivacyName, diag.Orange, r))
			}
			i = r.last
			continue
		}
		if at, ok := n.handle(i); ok {
			see(hit(n.FoldedText, diag.PrivacyName, diag.Orange, at))
		}
	}
}

// evident returns a name that begins at word i, or after it if word i is a cue.
func (n *names) evident(i int) (run, bool) {
	if n.cues[i]&(person|call) != 0 {
		if r, ok := n.cued(i); ok {
			return r, true
		}
	}
	if n.kind[i] == small {
		if n.cues[i]&infix == 0 {
			return run{}, false
		}
		return n.particled(i)
	}
	for _, look := range [...]func(int) (run, bool){n.initialled, n.particled, n.listed} {
		if r, ok := look(i); ok {
			return r, true
		}
	}
	return run{}, false
}

// elsewhere reports whether a name is that of a place or an organisation, which other rules
// find.
func (n *names) elsewhere(r run) bool {
	if r.first > 0 && n.adjacent(r.first-1) && n.cues[r.first-1]&organisation != 0 {
		return true
	}
	for i := r.first; i <= r.last; i++ {
		if i > r.first && n.Words[i].Capital && n.legalForm(i) {
			return true
		}
	}
	s, ok := n.settlement(r.first)
	return ok && len(s.words) > 1 && r.first+len(s.words) > r.last
}

// cued returns a name after the cue at word i.
func (n *names) cued(i int) (run, bool) {
	first, ok := n.afterCue(i)
	if !ok {
		return run{}, false
	}
	j := first
	if k := n.overInfixes(j); k > j+1 || n.cues[i]&title != 0 || n.Words[j].Lower == "de" { // directeur van Vitens is no name
		j = k
	}
	for n.Words[j].Capital && n.kind[j] != unknown && n.cues[j]&infix != 0 && j+1 < len(n.Words) && n.adjacent(j) {
		j++
	}
	if !n.mayBeName(j, i) || n.Words[j].Sentence && j == first {
		return run{}, false
	}
	return run{first, max(n.runAt(j).last, j)}, true
}

// afterCue returns the first word after the cue at word i, skipping further cues (wijkagent
// mevrouw Aydin) and pronouns (noemt haar Loubna).
func (n *names) afterCue(i int) (int, bool) {
	if n.cues[i]&call != 0 && i+2 < len(n.Words) && pronouns[n.Words[i+1].Lower] && n.adjacent(i) {
		return i + 2, n.adjacent(i + 1)
	}
	if i+1 >= len(n.Words) || !n.goesWith(i) {
		return 0, false
	}
	j := i + 1
	for j-i < 3 && n.cues[j]&person != 0 && j+1 < len(n.Words) && n.goesWith(j) {
		j++
	}
	return j, true
}

// mayBeName reports whether word j after the cue i can be a name: an unknown word, or an
// initial with more after it. A place can be one only after mevrouw or meneer.
func (n *names) mayBeName(j, i int) bool {
	switch n.kind[j] {
	case unknown, town, doubtful:
		return true
	case initial:
		return j+1 < len(n.Words) && n.adjacent(j) && (n.kind[j+1] != small || n.cues[j+1]&infix != 0)
	case place:
		return honorifics[n.Words[i].Lower]
	}
	return false
}

var pronouns = wordSet(`haar hem zich mij me hen hun ons dit dat her him it them`)

// goesWith reports whether the cue at word i and the next word belong together: a space or
// the full stop of an abbreviation is between them, or a colon or comma after "heet" and
// "beste".
func (n *names) goesWith(i int) bool {
	if n.adjacent(i) {
		return true
	}
	switch n.Clean[n.Words[i].To:n.Words[i+1].From] {
	case ": ", " (", ", ":
		return n.cues[i]&call != 0
	}
	return false
}

// initialled returns initials with a surname: J. Jansen, A.B. de Vries.
func (n *names) initialled(i int) (run, bool) {
	if n.kind[i] != initial || i > 0 && n.adjacent(i-1) && n.kind[i-1] == initial {
		return run{}, false
	}
	j := i
	for j < len(n.Words) && n.kind[j] == initial {
		end := n.Words[j].To
		if end >= len(n.Clean) || n.Clean[end] != '.' || j+1 >= len(n.Words) || !n.adjacent(j) {
			return run{}, false
		}
		j++
	}
	for j < len(n.Words)-1 && n.kind[j] == small && n.cues[j]&infix != 0 && n.adjacent(j) {
		j++
	}
	if j >= len(n.Words) {
		return run{}, false
	}
	switch n.kind[j] {
	case unknown, town, doubtful, place:
		return run{i, max(j, n.runAt(j).last)}, true
	}
	return run{}, false
}

// particled returns a surname with infixes: two in lower case before a capital (van der
// Berg), one between two unknown capitalised words (Karin de Vries), or a capitalised one
// (meneer Van Loon).
func (n *names) particled(i int) (run, bool) {
	if n.kind[i] == unknown && n.cues[i]&infix == 0 {
		r := n.runAt(i)
		for j := r.first + 1; j < r.last; j++ {
			if n.cues[j]&infix != 0 && !n.isWord(j+1) && !n.isWord(r.first) {
				return r, true
			}
		}
		return run{}, false
	}
	if !joins[n.Words[i].Lower] || !n.Words[i].Capital && !n.twoParticles(i) {
		return run{}, false
	}
	j := i
	for j+1 < len(n.Words) && j-i < 3 && n.cues[j]&infix != 0 && n.adjacent(j) {
		j++
	}
	switch n.kind[j] {
	case unknown, town:
	case place:
		if n.kind[i] != unknown {
			return run{}, false
		}
	default:
		return run{}, false
	}
	if n.cues[j]&infix != 0 {
		return run{}, false
	}
	return run{i, max(j, n.runAt(j).last)}, true
}

// listed returns a name of two words or more, one of which is in the lexicon as a name:
// Karin Oudemans.
func (n *names) listed(i int) (run, bool) {
	if n.kind[i] != unknown {
		return run{}, false
	}
	r := n.runAt(i)
	if r.first == r.last {
		return r, false
	}
	sure, maybe := 0, 0
	for j := r.first; j <= r.last; j++ {
		if n.kind[j] == small || n.kind[j] == initial {
			continue
		}
		if notPeople[n.Words[j].Lower] {
			return r, false
		}
		switch k := n.lex.KindOf(possessed(n.Words[j].Lower)); {
		case k&Ordinary == 0 && k&Name != 0:
			sure++
		case k&Name != 0:
			maybe++
		case j == r.first && k&Ordinary != 0 && n.cues[j]&infix == 0:
			return r, false // Abdij van Berne
		}
	}
	first := n.lex.KindOf(n.Words[r.first].Lower)
	return r, sure > 0 || maybe > 0 && first&Name != 0
}

// notPeople are words in names of bands, companies, places and works, which often contain
// names of persons too.
var notPeople = wordSet(`the of and records band city town united club league line lines square lake show award awards street road avenue park hall college university institute society
	foundation company group studio studios orchestra orkest festival museum sea river island islands mountain mountains beach valley airport station bank center centre church cathedral
	football fc afc fk racing team brothers sisters stars star world international national american british royal live tour song songs album game games movie pictures entertainment
	zee meer kanaal kerk basiliek kathedraal kapel abdij klooster slot kasteel paleis museum stadion plein straat laan weg brug toren school college universiteit instituut stichting vereniging
	partij beweging liga bond raad commissie orde ziekenhuis kliniek fonds prijs cup bokaal ronde race oorlog slag verdrag wet airlines motors software solutions media nieuws journal times
	bv nv gmbh ltd inc`)

// twoParticles reports whether word i and the next are a pair such as "van der" or "op
// den".
func (n *names) twoParticles(i int) bool {
	if i+2 >= len(n.Words) || !n.adjacent(i) || !n.adjacent(i+1) {
		return false
	}
	switch n.Words[i].Lower + " " + n.Words[i+1].Lower {
	case "van der", "van den", "van t", "van ter", "op den", "in t":
		return true
	}
	return false
}

// handle returns the span of a handle: @pietjansen, or one letter, a full stop and a word
// in lower case that is not an ordinary one (p.jansen).
func (n *names) handle(i int) (FoldSpan, bool) {
	if from := n.Words[i].From; from > 0 && n.Clean[from-1] == '@' && (from == 1 || strings.IndexByte(" \n(", n.Clean[from-2]) >= 0) {
		end := min(len(n.Clean), from+longestAddress)
		to := strings.IndexFunc(n.Clean[from:end], func(c rune) bool { return c != '_' && c != '.' && !unicode.IsLetter(c) && !unicode.IsDigit(c) })
		if to < 0 {
			to = end - from
		}
		return FoldSpan{From: from, To: from + len(strings.TrimRight(n.Clean[from:from+to], "._"))}, true
	}
	if i+1 >= len(n.Words) {
		return FoldSpan{}, false
	}
	a, b := n.Words[i], n.Words[i+1]
	if a.To-a.From != 1 || a.Capital || b.Capital || b.From != a.To+1 || n.Clean[a.To] != '.' || utf8.RuneCountInString(b.Lower) < 4 {
		return FoldSpan{}, false
	}
	if a.From > 0 && n.Clean[a.From-1] != ' ' && n.Clean[a.From-1] != '\n' && n.Clean[a.From-1] != '(' || n.Clean[a.From] < 'a' {
		return FoldSpan{}, false
	}
	return FoldSpan{From: a.From, To: b.To}, n.lex.KindOf(b.Lower)&^Name == 0
}
