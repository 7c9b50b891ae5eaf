package theme

import (
	"fmt"
	"html/template"
	"io/fs"
	"text/template/parse"

	"casusboek/generator/diag"
)

// checkPieces looks for {{template "x"}} without a {{define "x"}}. Go finds these only when a page is made, and then
// names the caller even if it is a built-in one, where the fault is that an override left out a piece that its original
// has.
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
			list.AddVariant(diag.TemplatePiece, "gone", diag.Pos{File: overlayFolder + name}, "name", piece)
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
