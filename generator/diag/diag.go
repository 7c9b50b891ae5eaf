// Package diag holds the problems that an author must fix: where, which rule, and the
// values that the message names. It holds no prose: a rule's message and hint stand, in Dutch
// and English, in the catalogue (templates/nl.yaml and en.yaml, section "rules"), so a problem is worded only when
// it is printed, in the site's language.
//
//	list.Add(diag.FieldUnknown, pos, "key", "wanner", "near", "wanneer")
//
// prints with a Dutch catalogue as
//
//	content/casussen/nadira.md:12:5: fout: onbekend veld "wanner" [field-unknown]
//	    hint: bedoelde je "wanneer"?
//
// Everything that is not an author's doing (an unreadable disk, a bug) is an ordinary error, never a Problem.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Pos is a place in a content or template file. Line and Col count from 1, columns in characters (runes, not bytes).
// EndLine and EndCol are exclusive. A zero Line means the file as a whole.
type Pos struct {
	File            string // relative to the site's folder, slash separated: content/casussen/nadira.md
	Line, Col       int32
	EndLine, EndCol int32
}

// IsZero reports whether p names no place at all, as values do that no author wrote.
func (p Pos) IsZero() bool { return p == Pos{} }

// String gives the form that editors can jump to: file:line:col, or the file alone.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders places by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Severity tells whether a problem stops a build.
type Severity uint8

// An Error stops the build, a Warning does not.
const (
	Error Severity = iota
	Warning
)

// String gives the English word that stands in JSON: error or warning.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Level says how near a finding of the guard comes to a person; None for problems that are not of the guard.
type Level uint8

// The levels of design: red names or numbers a person, orange comes close alone, yellow does so together with others,
// blue is a word that nothing explains. Red, orange and blue stop a build.
const (
	None Level = iota
	Red
	Orange
	Yellow
	Blue
)

// String gives the English word that stands in JSON; empty for None.
func (l Level) String() string { return [...]string{"", "red", "orange", "yellow", "blue"}[l] }

// Arg is one named value of a message: {key} in the catalogue's text is replaced by Value.
type Arg struct{ Name, Value string }

// Problem is one thing an author must (error) or should (warning) mend.
type Problem struct {
	Pos     Pos
	Rule    Rule
	Variant string // another wording of the same rule: the catalogue's "rules.<rule>.<variant>"; empty for the plain one
	Args    []Arg
	Level   Level // of a finding of the guard; its place is then never printed as written
	Lenient bool  // a finding that stops nothing, such as one in a draft
	Same    int   // findings of one file with the same number, not 0, are of the same value: people see the first and how many follow
}

// Severity is the severity of the problem's rule, or what the level of a finding makes of it.
func (p Problem) Severity() Severity {
	switch {
	case p.Level == None:
		return p.Rule.Severity()
	case p.Level == Yellow || p.Lenient:
		return Warning
	}
	return Error
}

// List collects problems. Its methods are not safe for concurrent use: give each goroutine its own and Join them.
type List []Problem

// Add appends a problem; args are pairs of name and value, in the order name, value, name, value.
func (l *List) Add(rule Rule, pos Pos, args ...string) { l.AddVariant(rule, "", pos, args...) }

// AddVariant appends a problem in one of its rule's other wordings.
func (l *List) AddVariant(rule Rule, variant string, pos Pos, args ...string) {
	p := Problem{Pos: pos, Rule: rule, Variant: variant}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args = append(p.Args, Arg{args[i], args[i+1]})
	}
	*l = append(*l, p)
}

// Join appends all problems of the other list.
func (l *List) Join(other List) { *l = append(*l, other...) }

// Sort orders the list by place, then rule, so that the same content always gives the same report.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Level, b.Level), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Variant, b.Variant))
	})
}

// HasErrors reports whether any problem in the list stops a build.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity() == Error })
}

// same is a value that was found, by its file and number.
type same struct {
	file string
	n    int
}

// Count gives the numbers of errors, of warnings, and of yellow findings, which are no warnings of their own. A value that was found more often in a file counts once.
func (l List) Count() (errors, warnings, yellow int) {
	first := map[same]bool{}
	for _, p := range l {
		switch {
		case p.Level == Yellow:
			yellow++
		case p.Same != 0 && first[same{p.Pos.File, p.Same}]:
		case p.Severity() == Error:
			errors++
		default:
			warnings++
		}
		if p.Same != 0 {
			first[same{p.Pos.File, p.Same}] = true
		}
	}
	return errors, warnings, yellow
}
