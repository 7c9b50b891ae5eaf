package rules

import (
	"unicode/utf8"

	"casusboek/generator/diag"
	"casusboek/generator/guard/fold"
	"casusboek/generator/guard/lexicon"
)

// nameRules are the rules about words, in the order of their names.
var nameRules = []Rule{byEvidence, closedWorld}

// byEvidence finds names by what stands around them: a title, a relation, a role or "heet" before it (mevr. Jansen, buurman Kees), initials (J. de Vries), a
// particle between capitals (Karin van der Berg), a handle (p.jansen). Value is the name alone.
var byEvidence = Rule{Name: diag.PrivacyName, find: findNames}

func findNames(t *fold.Text, see func(Finding)) {
	n := namesOf(t)
	for i := 0; i < len(n.Words); i++ {
		r, ok := n.cued(i)
		if !ok {
			r, ok = n.initialled(i)
		}
		if !ok {
			r, ok = n.particled(i)
		}
		if !ok {
			r, ok = n.listed(i)
		}
		if ok {
			see(n.finding(diag.PrivacyName, diag.Orange, r))
			i = r.last
			continue
		}
		if at, ok := n.handle(i); ok {
			see(Finding{Rule: diag.PrivacyName, Level: diag.Orange, At: n.Source(at), Value: n.Clean[at.From:at.To]})
		}
	}
}

// cued finds a name behind the cue at word i.
func (n *names) cued(i int) (run, bool) {
	cue := n.cue(i)
	if !tellsPerson(cue) && !calls[cue] || i+1 >= len(n.Words) || !n.after1(i) {
		return run{}, false
	}
	j := i + 1
	for tellsPerson(n.cue(j)) && j+1 < len(n.Words) && n.after1(j) { // wijkagent mevrouw Aydin
		j++
	}
	first := j
	if k := n.overInfixes(j); k > j+1 || titles[cue] || n.cue(j) == "de" { // directeur van Vitens is no name
		j = k
	}
	for n.Words[j].Capital && n.kind[j] != unknown && infixes[n.cue(j)] && j+1 < len(n.Words) && n.adjacent(j) {
		j++
	}
	switch n.kind[j] {
	case unknown, town, doubtful:
	case initial:
		if j+1 >= len(n.Words) || !n.adjacent(j) || n.kind[j+1] == small && !infixes[n.cue(j+1)] {
			return run{}, false
		}
	case place:
		if !honorifics[cue] {
			return run{}, false
		}
	default:
		return run{}, false
	}
	if n.Words[j].Sentence && j == first {
		return run{}, false
	}
	r := n.runAt(j)
	return run{first, max(r.last, j)}, true
}

// after1 reports whether a cue at word i and the next word belong together: a space, or an abbreviation's full stop, between them; "t.n.v." is three words.
func (n *names) after1(i int) bool {
	if n.adjacent(i) {
		return true
	}
	switch n.Clean[n.Words[i].To:n.Words[i+1].From] {
	case ": ", " (", ", ":
		return calls[n.cue(i)]
	}
	return false
}

// initialled finds initials with a surname: J. Jansen, A.B. de Vries.
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
	for j < len(n.Words)-1 && n.kind[j] == small && infixes[n.cue(j)] && n.adjacent(j) {
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

// particled finds a surname by its infixes: two small ones before a capital (van der Berg), or one between two capitals that nothing explains
// (Karin de Vries), or one with a capital in the middle of a sentence (meneer Van Loon).
func (n *names) particled(i int) (run, bool) {
	if n.kind[i] == unknown && !infixes[n.cue(i)] {
		r := n.runAt(i)
		for j := r.first + 1; j < r.last; j++ {
			if infixes[n.cue(j)] {
				return r, true
			}
		}
		return run{}, false
	}
	if !joins[n.cue(i)] || !n.Words[i].Capital && !n.twoParticles(i) {
		return run{}, false
	}
	j := i
	for j+1 < len(n.Words) && j-i < 3 && infixes[n.cue(j)] && n.adjacent(j) {
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
	if infixes[n.cue(j)] {
		return run{}, false
	}
	return run{i, max(j, n.runAt(j).last)}, true
}

// listed finds a name of two words or more of which one is on the dictionary's list of names: Karin Oudemans.
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
		switch k := n.lex.Of(possessed(n.Words[j].Lower)); {
		case k&lexicon.Ordinary == 0 && k&lexicon.Name != 0:
			sure++
		case k&lexicon.Name != 0:
			maybe++
		case j == r.first && k&lexicon.Ordinary != 0 && !infixes[n.Words[j].Lower]:
			return r, false // Abdij van Berne
		}
	}
	first := n.lex.Of(n.Words[r.first].Lower)
	return r, sure > 0 || maybe > 0 && first&lexicon.Name != 0
}

// notPeople are words in names of bands, firms, places and works, which often hold somebody's name as well.
var notPeople = set(`the of and records band city town united club league line lines square lake show award awards street road avenue park hall college university institute society
	foundation company group studio studios orchestra orkest festival museum sea river island islands mountain mountains beach valley airport station bank center centre church cathedral
	football fc afc fk racing team brothers sisters stars star world international national american british royal live tour song songs album game games movie pictures entertainment
	zee meer kanaal kerk basiliek kathedraal kapel abdij klooster slot kasteel paleis museum stadion plein straat laan weg brug toren school college universiteit instituut stichting vereniging
	partij beweging liga bond raad commissie orde ziekenhuis kliniek fonds prijs cup bokaal ronde race oorlog slag verdrag wet airlines motors software solutions media nieuws journal times
	bv nv gmbh ltd inc`)

// twoParticles reports whether word i and the next are "van der", "van den", "van de", "op den" or the like.
func (n *names) twoParticles(i int) bool {
	if i+2 >= len(n.Words) || !n.adjacent(i) || !n.adjacent(i+1) {
		return false
	}
	switch n.cue(i) + " " + n.cue(i+1) {
	case "van der", "van den", "van 't", "van ter", "op den", "in 't":
		return true
	}
	return false
}

// handle finds p.jansen: one letter, a full stop, and a small word that is not an ordinary one.
func (n *names) handle(i int) (fold.Span, bool) {
	if i+1 >= len(n.Words) {
		return fold.Span{}, false
	}
	a, b := n.Words[i], n.Words[i+1]
	if a.To-a.From != 1 || a.Capital || b.Capital || b.From != a.To+1 || n.Clean[a.To] != '.' || utf8.RuneCountInString(b.Lower) < 4 {
		return fold.Span{}, false
	}
	if a.From > 0 && n.Clean[a.From-1] != ' ' && n.Clean[a.From-1] != '\n' && n.Clean[a.From-1] != '(' || n.Clean[a.From] < 'a' {
		return fold.Span{}, false
	}
	return fold.Span{From: a.From, To: b.To}, n.lex.Of(b.Lower)&^(1<<3) == 0
}
