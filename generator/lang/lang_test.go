package lang_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/lang"
	"casusboek/templates"
)

func load(t *testing.T, language string, more ...string) *lang.Catalogue {
	t.Helper()
	data, err := templates.Files.ReadFile(language + ".yaml")
	if err != nil {
		t.Fatal(err)
	}
	files := [][]byte{data}
	for _, m := range more {
		files = append(files, []byte(m))
	}
	c, err := lang.Load(language, files...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var place = regexp.MustCompile(`\{[a-z0-9]+\}`)

// A word that one language has and the other lacks, or fills in another way, would show on a page as a gap.
func TestBothLanguagesSayTheSameThings(t *testing.T) {
	nl, en := load(t, "nl"), load(t, "en")
	for _, key := range nl.Keys() {
		if !en.Has(key) {
			t.Errorf("%s is Dutch only", key)
			continue
		}
		if a, b := places(nl.T(key)), places(en.T(key)); !slices.Equal(a, b) {
			t.Errorf("%s fills in %v in Dutch and %v in English", key, a, b)
		}
	}
	for _, key := range en.Keys() {
		if !nl.Has(key) {
			t.Errorf("%s is English only", key)
		}
	}
}

func places(text string) []string {
	found := place.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestWordsAreFilledIn(t *testing.T) {
	c := load(t, "nl", "number: {n2: een paar}")
	if got := c.N("cli.count.cases", 1); got != "1 casus" {
		t.Errorf("one case is %q", got)
	}
	if got := c.N("cli.count.cases", 0); got != "0 casussen" {
		t.Errorf("no cases are %q", got)
	}
	if got := c.T("cli.look-at", "file", "{n}"); !strings.Contains(got, "{n}") {
		t.Errorf("a value is filled in again: %q", got)
	}
	if got := c.Spelled(2) + ", " + c.Spelled(3) + ", " + c.Spelled(21); got != "een paar, drie, 21" {
		t.Errorf("counts are %q", got)
	}
	if got := c.T("cli.no-such-word"); got != "?cli.no-such-word?" {
		t.Errorf("a missing word is %q", got)
	}
}

func TestOverridesAreChecked(t *testing.T) {
	data, err := templates.Files.ReadFile("nl.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"nummer: {n2: twee}", "number: {n2: [twee]}", "number: {n2: 2}", "number: [", "number: {n2: {x: y}}"} {
		if _, err := lang.Load("nl", data, []byte(bad)); err == nil {
			t.Errorf("%q was taken", bad)
		}
	}
}
