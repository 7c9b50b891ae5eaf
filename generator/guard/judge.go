package guard

import (
	"slices"
	"strings"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard/review"
	"casusboek/generator/guard/rules"
)

// Register knows who occurred in the originals.
type Register interface {
	// Holds reports whether a name stands in the register, however it is written.
	Holds(name string) bool
	// Find gives the places in a text where one of its names stands.
	Find(text *rules.FoldedText) []rules.Finding
}

// Input is all that a judgement depends on.
type Input struct {
	Book     *casebook.Book // what is published, in order, before Check
	Known    *KnownNames
	Scans    []FileFindings
	Answers  casebook.Answers
	Register Register // nil: there is none
	Today    time.Time
}

// Result is what is left of the findings when all that is explained or allowed is taken away.
type Result struct {
	Problems diag.List    // the findings, and what is wrong with the answers, by place
	Open     []Unanswered // the findings with their values; never to be printed
	Stories  []Story      // of the cases that tell of somebody real
	paths    []string     // names of files that give somebody away
	waived   map[waiver]bool
}

// waiver is a value that may stand although it is red.
type waiver struct {
	rule  diag.Rule
	value string
}

// Waived reports whether the author allowed a value, wherever it stands: what came out is looked at once more, and nobody is asked twice.
func (j Result) Waived(rule diag.Rule, value string) bool {
	return j.waived[waiver{rule, folded(value)}]
}

// Unanswered is a finding that nobody answered yet.
type Unanswered struct {
	Document string // its file, as written
	Value    string
	diag.Problem
}

// givesAway reports whether the name of a file is what was found.
func (o Unanswered) givesAway() bool {
	return o.Pos.Line == 0 && o.Rule != diag.PrivacyImage && (o.Level == diag.Red || o.Level == diag.Orange)
}

// Judge weighs what the rules found. It is the same for every edition: a facilitator's guide is left on tables too.
func Judge(q Input) Result {
	_, j := NewChecker(q)
	return j
}

// NewChecker is Judge, and keeps what is needed to judge one of the files again.
func NewChecker(q Input) (*Checker, Result) {
	b := &checks{Input: q, published: map[string]bool{}, people: newIndex(), hidden: map[string]bool{}}
	problems := b.hear()
	b.prepare()
	j := Result{waived: b.waived}
	for _, scan := range q.Scans {
		j.Open = append(j.Open, b.judge(scan)...)
	}
	special := map[string]bool{}
	for _, scan := range q.Scans {
		special[scan.path] = scan.special()
	}
	var about []Unanswered
	j.Stories, about = b.stories(special)
	tied := b.ties()
	j.Open = append(append(j.Open, about...), b.unanswered(tied)...)
	for _, open := range j.Open {
		if open.givesAway() {
			j.paths = append(j.paths, open.Document)
		}
		problems = append(problems, open.Problem)
	}
	problems.Join(b.declared(slices.Concat(b.Known.declared, b.given.Persons)))
	problems.Join(b.given.Unused())
	for _, e := range b.answers {
		if !e.used && (q.Register == nil || !q.Register.Holds(e.text.V)) {
			problems.Add(diag.ExplainedUnused, e.text.Pos, "word", e.text.V)
		}
	}
	problems.Sort()
	j.Problems = problems
	return &Checker{b, tied, len(j.paths) > 0}, j
}

// checks is a judgement in the making.
type checks struct {
	Input
	given     *review.ValidAnswers
	answers   []*explanation
	explained *index              // by the author's answers
	people    *index              // participants who show their names
	hidden    map[string]bool     // full names of those who do not, folded
	published map[string]bool     // paths
	mentions  map[string][]string // by path: cases that a document links to
	words     *rules.Lexicon
	waived    map[waiver]bool
}

// hear takes the author's answers, of which none has been of use yet, and says what is wrong with them.
func (b *checks) hear() diag.List {
	given, problems := review.CheckAnswers(b.Answers, b.Today)
	b.given, b.answers, b.explained, b.waived = given, nil, newIndex(), map[waiver]bool{}
	for kind, texts := range [][]casebook.Text{
		asPerson: b.given.Persons, asOrganisation: b.given.Organisations, asPlace: b.given.Places, asTitle: b.given.Titles, asWord: b.given.Words,
	} {
		b.answers = append(b.answers, b.explained.add(as(kind), texts...)...)
	}
	slices.SortFunc(b.answers, func(x, y *explanation) int { return x.text.Pos.Compare(y.text.Pos) })
	return problems
}

func (b *checks) prepare() {
	b.words = rules.DutchLexicon()
	if b.Book.Site.Lang == "en" {
		b.words = rules.EnglishLexicon()
	}
	b.mentions = map[string][]string{}
	for document := range b.Book.Documents() {
		b.published[document.Document().Pos.File] = true
	}
	for _, image := range b.Book.Images {
		b.published[image.File] = true
	}
	for _, c := range b.Book.Cases {
		for _, link := range c.Backlinks {
			b.mentions[link.From.Pos.File] = append(b.mentions[link.From.Pos.File], c.ID)
		}
	}
	shown := map[string]bool{}
	for _, who := range b.Known.named {
		if b.published[who.file] {
			b.people.add(asPerson, casebook.Text{V: who.Name()})
			shown[folded(who.Name())] = true
		} else {
			b.hidden[folded(who.Name())] = true
		}
	}
	for _, who := range b.Known.withheld {
		b.hidden[folded(who.Name())] = true
	}
	for name := range b.hidden {
		if shown[name] || !strings.Contains(name, " ") {
			delete(b.hidden, name)
		}
	}
}

// folded is a name as it is compared.
func folded(name string) string {
	var words []string
	for _, w := range rules.Fold(name).Words {
		words = append(words, w.Lower)
	}
	if n := len(words); n > 0 {
		words[n-1] = bare(words[n-1])
	}
	return strings.Join(words, " ")
}

// scope is what explains words in a file.
func (b *checks) scope(file string) *scope {
	s := &scope{indexes: []*index{b.Known.site}, words: b.words}
	cases := b.mentions[file]
	if a := b.Known.documents[file]; a != nil {
		s.life = a.kind == casebook.KindCase
		cases = slices.Concat(a.cases, cases)
	}
	for _, id := range cases {
		if names := b.Known.cases[id]; names != nil {
			s.indexes = append(s.indexes, names)
		}
	}
	if !s.life {
		s.indexes = append(s.indexes, b.people)
	}
	s.indexes = append(s.indexes, b.explained) // last: an answer that is not needed is told
	s.places = s.indexes
	if s.life {
		s.places = []*index{b.explained}
	}
	return s
}

// judge gives the findings of one file that are left, as problems.
func (b *checks) judge(scan FileFindings) []Unanswered {
	if len(scan.found) == 0 {
		return nil
	}
	var open []Unanswered
	about := b.Known.documents[scan.path]
	scope := b.scope(scan.path)
	same := map[string]int{}
	for _, f := range b.overruled(scan.found) {
		if about != nil && (inside(f.pos, about.private) || about.gaps && f.Level == diag.Blue) || f.Variant != "participant" && scope.explains(f) || b.allowed(scan.path, f) {
			continue
		}
		key := string(f.Rule) + f.Variant + folded(f.Value)
		if same[key] == 0 {
			same[key] = len(same) + 1
		}
		p := diag.Problem{Pos: f.pos, Rule: f.Rule, Variant: f.Variant, Args: f.Args, Level: f.Level, Same: same[key]}
		if !slices.ContainsFunc(p.Args, func(a diag.Arg) bool { return a.Name == "masked" }) {
			p.Args = append(slices.Clone(p.Args), diag.Arg{Name: "masked", Value: rules.Mask(f.Value)})
		}
		p.Lenient = b.lenient(scan.path, f.Level, about)
		open = append(open, Unanswered{scan.path, f.Value, p})
	}
	return open
}

// allowed reports whether the author answered that a finding may stand.
func (b *checks) allowed(file string, f found) bool {
	may := review.VerdictFor(f.Rule) == review.May && b.given.Allow(f.Rule, file, f.Value)
	if may && f.Level == diag.Red {
		b.waived[waiver{f.Rule, folded(f.Value)}] = true
	}
	return may
}

// lenient reports whether a finding stops nothing: its file is not published, or it is an unexplained word in a life that is all invented.
func (b *checks) lenient(file string, level diag.Level, about *about) bool {
	if strings.HasPrefix(file, "content/") && !b.published[file] {
		return true
	}
	return level == diag.Blue && about != nil && about.fictional
}

// overruled makes a name red that belongs to a participant who chose not to show it, and drops other findings of the same words.
func (b *checks) overruled(all []found) []found {
	out := slices.Clone(all)
	for i, f := range out {
		if (f.Rule == diag.PrivacyName || f.Rule == diag.PrivacyWord) && b.hidden[folded(f.Value)] {
			out[i].Rule, out[i].Level, out[i].Variant = diag.PrivacyName, diag.Red, "participant"
		}
	}
	var red []diag.Pos
	for i, f := range all {
		if f.Variant == "participant" || out[i].Variant == "participant" {
			red = append(red, f.pos)
		}
	}
	if len(red) == 0 {
		return out
	}
	seen := map[diag.Pos]bool{}
	return slices.DeleteFunc(out, func(f found) bool {
		if f.Variant == "participant" && f.pos.Line > 0 {
			again := seen[f.pos]
			seen[f.pos] = true
			return again
		}
		return (f.Rule == diag.PrivacyName || f.Rule == diag.PrivacyWord) && inside(f.pos, red)
	})
}

// declared reports invented names that are real ones.
func (b *checks) declared(names []casebook.Text) diag.List {
	var problems diag.List
	if b.Register == nil {
		return nil
	}
	for _, name := range names {
		if !name.IsZero() && b.Register.Holds(name.V) {
			problems = append(problems, diag.Problem{
				Pos: name.Pos, Rule: diag.PrivacyRegister, Variant: "declared", Level: diag.Red,
				Args: []diag.Arg{{Name: "masked", Value: rules.Mask(name.V)}},
			})
		}
	}
	return problems
}
