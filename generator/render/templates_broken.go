package render

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"text/template/parse"
	"unicode/utf8"

	"casusboek/generator/diag"
)

// brokenTemplate is the error of a template of the site's own that was read but cannot be carried out, such as one that asks for a field
// that its page does not have. Its problem is the author's to mend.
type brokenTemplate struct{ problem diag.Problem }

func (b *brokenTemplate) Error() string { return fmt.Sprintf("%s: %s", b.problem.Pos, b.problem.Rule) }

// broken collects what is wrong with the site's own templates while pages are being made in parallel, so that one run tells it all.
type broken struct {
	mu       sync.Mutex
	problems diag.List
}

// keep takes the problem out of err; any other error it gives back.
func (b *broken) keep(err error) error {
	var found *brokenTemplate
	if !errors.As(err, &found) {
		return err
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	addOnce(&b.problems, found.problem)
	return nil
}

// list gives each place with a problem once, whichever page met it first.
func (b *broken) list() diag.List {
	slices.SortFunc(b.problems, func(p, q diag.Problem) int {
		return cmp.Or(p.Pos.Compare(q.Pos), cmp.Compare(p.Rule, q.Rule), cmp.Compare(fmt.Sprint(p.Args), fmt.Sprint(q.Args)))
	})
	return slices.CompactFunc(b.problems, func(p, q diag.Problem) bool { return p.Pos == q.Pos && p.Rule == q.Rule })
}

// The forms in which the template packages of Go word their errors. Held by the tests in templates_test.go.
var (
	atPlace    = regexp.MustCompile(`template: ?([^:\s]+\.html)(?::(\d+)(?::(\d+))?)?: (?s:(.*))$`)
	noFunction = regexp.MustCompile(`function "([^"]+)" not defined`)
	noField    = regexp.MustCompile(`can't evaluate field (\S+) in type (\S+)`)
	noPiece    = regexp.MustCompile(`no such template "([^"]+)"`)
	noVariable = regexp.MustCompile(`undefined variable "([^"]+)"`)
	noEnd      = regexp.MustCompile(`unexpected EOF`)
	executing  = regexp.MustCompile(`^executing "[^"]*" at <[^>]*>: `)
)

// explain turns an error of the template packages into a problem in a file of the site's own; ok is false when the error lies elsewhere. data is what
// the template was given, to find the name that was meant.
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

// blame finds the override behind an error inside a built-in template: one that hands it something else than it needs, or
// leaves a tag open so that base.html goes on inside it. The page's own template comes first, then the shared ones by name.
func (t *Templates) blame(err error, page string) (diag.Problem, bool) {
	m := atPlace.FindStringSubmatch(err.Error())
	if m == nil {
		return diag.Problem{}, false
	}
	for _, name := range append([]string{page}, t.names(".html")...) {
		if t.sources[name].override && (name == page || name == "base.html" || strings.HasPrefix(name, "_")) {
			var list diag.List
			pos := diag.Pos{File: overrideFolder + name}
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

// pos is the place in an override. Go counts columns in bytes from 0, and parse errors have none: those take the line's first word.
func (t *Templates) pos(name, line, col string) diag.Pos {
	n, _ := strconv.Atoi(line)
	if n == 0 {
		return diag.Pos{File: overrideFolder + name}
	}
	p := diag.Pos{File: overrideFolder + name, Line: int32(n), Col: 1}
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

// checkPieces looks for {{template "x"}} without a {{define "x"}}. Go finds these only when a page is made, and then names the caller even if it is
// a built-in one, where the fault is that an override left out a piece that its original has.
func (t *Templates) checkPieces(builtin fs.FS, problems *diag.List) error {
	for _, page := range t.names(".html") {
		set, ok := t.pages[page]
		if !ok {
			continue
		}
		for _, piece := range set.Templates() {
			if piece.Tree == nil {
				continue
			}
			for _, call := range calls(piece.Tree.Root) {
				if set.Lookup(call.Name) != nil {
					continue
				}
				loc, _ := piece.Tree.ErrorContext(call)
				if problem, ok := t.explain(fmt.Errorf("template: %s: no such template %q", loc, call.Name), nil); ok {
					addOnce(problems, problem)
					continue
				}
				problem, err := t.leftOut(builtin, call.Name)
				if err != nil {
					return fmt.Errorf("%s: %w", loc, err)
				}
				addOnce(problems, problem)
			}
		}
	}
	return nil
}

// leftOut finds the override whose original defines the piece.
func (t *Templates) leftOut(builtin fs.FS, piece string) (diag.Problem, error) {
	for _, name := range t.names(".html") {
		if !t.sources[name].override {
			continue
		}
		original, err := fs.ReadFile(builtin, name)
		if err != nil {
			return diag.Problem{}, err
		}
		set, err := template.New(name).Funcs(functions).Parse(string(original))
		if err != nil {
			return diag.Problem{}, err
		}
		if set.Lookup(piece) != nil {
			var list diag.List
			list.AddVariant(diag.TemplatePiece, "gone", diag.Pos{File: overrideFolder + name}, "name", piece)
			return list[0], nil
		}
	}
	return diag.Problem{}, fmt.Errorf("no such template %q", piece)
}

// calls lists the {{template}} actions below a node, in order.
func calls(n parse.Node) []*parse.TemplateNode {
	switch n := n.(type) {
	case *parse.TemplateNode:
		return []*parse.TemplateNode{n}
	case *parse.ListNode:
		var all []*parse.TemplateNode
		if n != nil {
			for _, c := range n.Nodes {
				all = append(all, calls(c)...)
			}
		}
		return all
	case *parse.IfNode:
		return append(calls(n.List), calls(n.ElseList)...)
	case *parse.RangeNode:
		return append(calls(n.List), calls(n.ElseList)...)
	case *parse.WithNode:
		return append(calls(n.List), calls(n.ElseList)...)
	}
	return nil
}

// fieldsOf lists what a template may ask of the type with the given name, when that type can be reached from data.
func fieldsOf(data any, name string) []string {
	if data == nil {
		return nil
	}
	seen := map[reflect.Type]bool{}
	var names []string
	var walk func(t reflect.Type)
	walk = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		if t.String() == name {
			names = memberNames(t)
		}
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Array:
			walk(t.Elem())
		case reflect.Struct:
			for i := range t.NumField() {
				walk(t.Field(i).Type)
			}
		}
		for i := range t.NumMethod() {
			if m := t.Method(i).Type; m.NumOut() > 0 {
				walk(m.Out(0))
			}
		}
	}
	walk(reflect.TypeOf(data))
	return names
}

// memberNames lists the exported fields (promoted ones too) and methods of a type.
func memberNames(t reflect.Type) []string {
	var names []string
	for i := range t.NumMethod() {
		names = append(names, t.Method(i).Name)
	}
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Struct {
		for _, f := range reflect.VisibleFields(t) {
			if f.IsExported() {
				names = append(names, f.Name)
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
