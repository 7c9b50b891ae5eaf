package parse

import (
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/lang"
)

// ruleNames reads the rules of a file of diag from the source, so that none can be forgotten here.
func ruleNames(t *testing.T, name string) []string {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "../../diag/"+name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if id, named := specType(spec, ok); named && id == "Rule" {
			names = append(names, strings.Trim(spec.Values[0].(*ast.BasicLit).Value, `"`))
		}
		return true
	})
	return names
}

func specType(spec *ast.ValueSpec, ok bool) (string, bool) {
	if !ok {
		return "", false
	}
	id, ok := spec.Type.(*ast.Ident)
	if !ok {
		return "", false
	}
	return id.Name, true
}

func TestEveryRuleHasItsWordsInBothLanguages(t *testing.T) {
	nl, en := langtest.Words("nl"), langtest.Words("en")
	names := append(ruleNames(t, "rules.go"), ruleNames(t, "privacy.go")...)
	if len(names) < 60 {
		t.Fatalf("only %d rules found", len(names))
	}
	for _, rule := range names {
		for _, c := range []*lang.Catalogue{nl, en} {
			if !c.Has("rules." + rule + ".message") {
				t.Errorf("%s.yaml has no words for rule %s", c.Lang, rule)
			}
			if strings.HasPrefix(rule, "privacy-") && !slices.ContainsFunc(c.Keys(), func(key string) bool {
				return strings.HasPrefix(key, "rules."+rule+".") && strings.HasSuffix(key, "hint")
			}) {
				t.Errorf("%s.yaml does not say what to do about %s", c.Lang, rule)
			}
		}
	}
	for _, key := range nl.Keys() {
		if rule, ok := strings.CutPrefix(key, "rules."); ok {
			if name, _, _ := strings.Cut(rule, "."); !slices.Contains(names, name) {
				t.Errorf("%s is about a rule that does not exist", key)
			}
		}
	}
}

func TestEveryBlockHasItsHint(t *testing.T) {
	nl := langtest.Words("nl")
	for key, blocks := range belongs {
		for _, b := range blocks {
			if !nl.Has("rules.field-unknown.in-" + b + ".hint") {
				t.Errorf("no hint that %q belongs to %s", key, b)
			}
		}
	}
}
