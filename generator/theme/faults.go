package theme

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"casusboek/generator/diag"
)

// fault is the error of a template of the site's own that was read but cannot be carried out, such as one that asks for
// a field that its page does not have. Its problem is the author's to mend.
type fault struct{ problem diag.Problem }

func (f *fault) Error() string { return fmt.Sprintf("%s: %s", f.problem.Pos, f.problem.Rule) }

// Faults collects what is wrong with the site's own templates while pages are being made, so that one run tells it all.
// The zero value is ready, and safe for concurrent use.
type Faults struct {
	mu       sync.Mutex
	problems diag.List
}

// Keep takes an author's fault out of an error of [Templates], wrapped or not, and gives nil; any other error it gives
// back.
func (f *Faults) Keep(err error) error {
	var found *fault
	if !errors.As(err, &found) {
		return err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	addOnce(&f.problems, found.problem)
	return nil
}

// Problems gives each place with a fault once, whichever page met it first, in the order of the files.
func (f *Faults) Problems() diag.List {
	slices.SortFunc(f.problems, func(p, q diag.Problem) int {
		return cmp.Or(p.Pos.Compare(q.Pos), cmp.Compare(p.Rule, q.Rule), cmp.Compare(fmt.Sprint(p.Args), fmt.Sprint(q.Args)))
	})
	return slices.CompactFunc(f.problems, func(p, q diag.Problem) bool { return p.Pos == q.Pos && p.Rule == q.Rule })
}

// The forms in which the template packages of Go word their errors. The tests hold them.
var (
	atPlace    = regexp.MustCompile(`template: ?([^:\s]+\.html)(?::(\d+)(?::(\d+))?)?: (?s:(.*))$`)
	noFunction = regexp.MustCompile(`function "([^"]+)" not defined`)
	noField    = regexp.MustCompile(`can't evaluate field (\S+) in type (\S+)`)
	noPiece    = regexp.MustCompile(`no such template "([^"]+)"`)
	noVariable = regexp.MustCompile(`undefined variable "([^"]+)"`)
	noEnd      = regexp.MustCompile(`unexpected EOF`)
	executing  = regexp.MustCompile(`^executing "[^"]*" at <[^>]*>: `)
)

// explain turns an error of the template packages into a problem in a file of the site's own; ok is false when the
// error lies elsewhere. data is what the template was given, to find the name that was meant.
func (t *Templates) explain(err error, data any) (diag.Problem, bool) {
	m := atPlace.FindStringSubmatch(err.Error())
	if m == nil || !t.sources[m[1]].override {
		return diag.Problem{}, false
	}
	pos := t.pos(m[1], m[2], m[3])
	what := executing.ReplaceAllString(m[4], "")
	var list diag.List
	switch {
	case noFunction.MatchString(what):
		addNear(&list, diag.TemplateFunction, pos, noFunction.FindStringSubmatch(what)[1], functionNames())
	case noField.MatchString(what):
		f := noField.FindStringSubmatch(what)
		addNear(&list, diag.TemplateField, pos, f[1], fieldsOf(data, f[2]))
	case noPiece.MatchString(what):
		list.Add(diag.TemplatePiece, pos, "name", noPiece.FindStringSubmatch(what)[1])
	case noVariable.MatchString(what):
		list.AddVariant(diag.TemplateBroken, "variable", pos, "name", noVariable.FindStringSubmatch(what)[1])
	case noEnd.MatchString(what):
		list.AddVariant(diag.TemplateBroken, "end", pos)
	default:
		list.Add(diag.TemplateBroken, pos, "detail", what)
	}
	return list[0], true
}

// blame finds the override behind an error inside a built-in template: one that hands it something else than it needs,
// or leaves a tag open so that base.html goes on inside it. The page's own template comes first, then the shared ones
// by name.
func (t *Templates) blame(err error, page string) (diag.Problem, bool) {
	m := atPlace.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Problem{}, false
	}
	for _, name := range append([]string{page}, t.names(".html")...) {
		if t.sources[name].override && (name == page || isShared(name)) {
			var list diag.List
			pos := diag.Pos{File: overlayFolder + name}
			if strings.Contains(err.Error(), "html/template:") {
				list.AddVariant(diag.TemplateBroken, "html", pos, "detail", m[4])
			} else {
				list.AddVariant(diag.TemplatePiece, "given", pos, "name", m[1])
			}
			return list[0], true
		}
	}
	return diag.Problem{}, false
}

// pos is the place in an override. Go counts columns in bytes from 0, and parse errors have none: those take the line's
// first word.
func (t *Templates) pos(name, line, col string) diag.Pos {
	n, _ := strconv.Atoi(line)
	if n == 0 {
		return diag.Pos{File: overlayFolder + name}
	}
	p := diag.Pos{File: overlayFolder + name, Line: int32(n), Col: 1}
	lines := bytes.Split(t.sources[name].text, []byte("\n"))
	if n > len(lines) {
		return p
	}
	text := lines[n-1]
	offset, err := strconv.Atoi(col)
	if err != nil {
		offset = len(text) - len(bytes.TrimLeft(text, " \t"))
	}
	p.Col = int32(utf8.RuneCount(text[:min(offset, len(text))])) + 1
	return p
}
