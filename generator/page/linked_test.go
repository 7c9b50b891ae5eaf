package page_test

import (
	"encoding/json"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
	"casusboek/generator/page"
)

// said is what a page with a reflection tells machines.
func said(t *testing.T, r *casebook.Reflection) string {
	t.Helper()
	p := runOf(t, sample.Book(1), guard.Public).Page("x/", "reflection.html")
	p.LinkReflection(r, page.PersonOf(p, r))
	data, err := json.Marshal(p.Linked)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func reflectionOf(display casebook.Display, afterRound int) *casebook.Reflection {
	r := &casebook.Reflection{Headline: text("Een kop"), Role: text("wijkmakelaar"), Display: display, AfterRound: afterRound}
	r.Participant = casebook.Person{First: text("Jo"), Last: text("Zomerdijk")}
	r.Body.Plain = "Ik had kunnen bellen."
	return r
}

func TestOnlyWhoConsentedToANameIsAPerson(t *testing.T) {
	named := said(t, reflectionOf(casebook.ShowName, 0))
	if !strings.Contains(named, `"spokenByCharacter":{"@type":"Person","name":"Jo Zomerdijk","jobTitle":"wijkmakelaar"}`) {
		t.Errorf("by name: %s", named)
	}
	for _, display := range []casebook.Display{casebook.ShowRole, casebook.ShowOrganisation} {
		if got := said(t, reflectionOf(display, 0)); strings.Contains(got, "Person") || strings.Contains(got, "Zomerdijk") {
			t.Errorf("display %v: %s", display, got)
		}
	}
}

func TestTextBehindARoundIsNotForMachines(t *testing.T) {
	if got := said(t, reflectionOf(casebook.ShowRole, 0)); !strings.Contains(got, "kunnen bellen") {
		t.Errorf("round 0: %s", got)
	}
	if got := said(t, reflectionOf(casebook.ShowRole, 2)); strings.Contains(got, "kunnen bellen") || !strings.Contains(got, "Een kop") {
		t.Errorf("round 2: %s", got)
	}
}

func TestFacilitatorsPageTellsMachinesNothing(t *testing.T) {
	p := runOf(t, sample.Book(1), guard.Facilitator).Page("x/", "case.html")
	p.LinkCase(&casebook.Case{Title: text("Titel")})
	if p.Linked != nil {
		t.Errorf("it tells %+v", p.Linked)
	}
}
