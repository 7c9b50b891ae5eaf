// Package diag holds the problems that an author must fix: position, rule and the values in
// the message. The texts of a rule are in the catalogue (templates/nl.yaml and en.yaml,
// section "rules"), so a problem gets its words when it is printed, in the site's language.
//
//	list.Add(diag.FieldUnknown, pos, "key", "wanner", "near", "wanneer")
//
// is printed with the Dutch catalogue as
//
//	content/casussen/nadira.md:12:5: fout: onbekend veld "wanner" [field-unknown]
//	    hint: bedoelde je "wanneer"?
//
// Everything that the author cannot fix (an unreadable disk, a bug) is an error, never a
// Problem.
package diag

import (
	"cmp"
	"fmt"
	"slices"
)

// Pos is a position in a content or template file. Line and Col count from 1; columns are
// runes, not bytes. EndLine and EndCol are exclusive. With Line 0 it is the file as a
// whole.
type Pos struct {
	File            string // relative to the site's folder, slash separated
	Line, Col       int32
	EndLine, EndCol int32
}

// IsZero reports whether p is no position, as of values that no author wrote.
func (p Pos) IsZero() bool { return p == Pos{} }

// String returns the form that editors understand: file:line:col, or only the file.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Compare orders positions by file, line and column.
func (p Pos) Compare(q Pos) int {
	return cmp.Or(cmp.Compare(p.File, q.File), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Severity is whether a problem stops a build.
type Severity uint8

// An Error stops the build, a Warning does not.
const (
	Error Severity = iota
	Warning
)

// String returns the word in JSON: error or warning.
func (s Severity) String() string {
	if s == Warning {
		return "warning"
	}
	return "error"
}

// Level is how closely a finding of the guard identifies a person; None for other problems.
type Level uint8

// The levels: red names or numbers a person, orange nearly identifies one by itself, yellow
// does so together with others, blue is a word that nothing explains. Red, orange and blue
// stop a build.
const (
	None Level = iota
	Red
	Orange
	Yellow
	Blue
)

// String returns the word in JSON; "" for None.
func (l Level) String() string { return [...]string{"", "red", "orange", "yellow", "blue"}[l] }

// Arg is one named value of a message; Value replaces {Name} in the catalogue's text.
type Arg struct{ Name, Value string }

// Problem is one thing that an author must (error) or should (warning) fix.
type Problem struct {
	Pos  Pos
	Rule Rule
	// another wording of the rule, "rules.<rule>.<variant>" in the catalogue; "" for the
	// plain one
	Variant string
	Args    []Arg
	Level   Level // of a finding of the guard; unless yellow, its text is masked when printed
	Lenient bool  // a finding that does not stop the build, such as one in a draft
	// Findings in one file with the same number, not 0, are of the same value. Only the
	// first is printed, with how many there are.
	Same int
}

// Severity returns the severity of the rule, or for findings of the guard that of the
// level.
func (p Problem) Severity() Severity {
	switch {
	case p.Level == None:
		return p.Rule.Severity()
	case p.Level == Yellow || p.Lenient:
		return Warning
	}
	return Error
}

// List collects problems. It is not safe for concurrent use: use one per goroutine and Join
// them.
type List []Problem

// Add appends a problem; args are names and values: name, value, name, value.
func (l *List) Add(rule Rule, pos Pos, args ...string) { l.AddVariant(rule, "", pos, args...) }

// AddVariant appends a problem in another wording of its rule.
func (l *List) AddVariant(rule Rule, variant string, pos Pos, args ...string) {
	p := Problem{Pos: pos, Rule: rule, Variant: variant}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args = append(p.Args, Arg{args[i], args[i+1]})
	}
	*l = append(*l, p)
}

// Join appends all problems of another list.
func (l *List) Join(other List) { *l = append(*l, other...) }

// Sort orders the list by position, level, rule and variant, so that reports are
// deterministic.
func (l List) Sort() {
	slices.SortStableFunc(l, func(a, b Problem) int {
		return cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(a.Level, b.Level),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Variant, b.Variant))
	})
}

// HasErrors reports whether any problem in the list stops a build.
func (l List) HasErrors() bool {
	return slices.ContainsFunc(l, func(p Problem) bool { return p.Severity() == Error })
}

// valueID identifies a value that the guard found; n is Problem.Same.
type valueID struct {
	file string
	n    int
}

// Count returns the numbers of errors, of warnings, and of yellow findings, which are not
// counted as warnings. A value found several times in one file counts once.
func (l List) Count() (errors, warnings, yellow int) {
	first := map[valueID]bool{}
	for _, p := range l {
		switch {
		case p.Level == Yellow:
			yellow++
		case p.Same != 0 && first[valueID{p.Pos.File, p.Same}]:
		case p.Severity() == Error:
			errors++
		default:
			warnings++
		}
		if p.Same != 0 {
			first[valueID{p.Pos.File, p.Same}] = true
		}
	}
	return errors, warnings, yellow
}
