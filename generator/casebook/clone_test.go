package casebook_test

import (
	"reflect"
	"testing"

	"casusboek/generator/casebook"
)

func TestCopiesShareNothingThatChanges(t *testing.T) {
	link := &casebook.Link{Written: "zus"}
	original := &casebook.Case{
		Doc:    casebook.Doc{ID: "mo", Body: casebook.Prose{Parts: []casebook.Part{{HTML: "<p>"}, {Link: link}}}},
		Themes: []casebook.Ref[casebook.Theme]{{ID: casebook.Text{V: "zien"}}},
		Events: []*casebook.Event{{ID: casebook.Text{V: "e1"}, KnownBy: []casebook.Text{{V: "huisarts"}}, Change: &casebook.Change{What: casebook.Text{V: "huur"}}}},
		Rounds: []casebook.Round{{Choices: []casebook.Text{{V: "wachten"}}}},
	}
	documents := casebook.Clones([]casebook.Document{original, &casebook.Theme{Doc: casebook.Doc{ID: "zien"}}})
	c := documents[0].(*casebook.Case)
	if !reflect.DeepEqual(c, original) {
		t.Fatalf("the copy differs: %+v", c)
	}
	c.Body.Parts[1].Link.Doc = &c.Doc
	c.Themes[0].To = documents[1].(*casebook.Theme)
	c.Events[0].Card = 7
	c.Events[0].KnownBy[0].V = "niemand"
	c.Events[0].Change.What.V = "niets"
	c.Rounds[0].Choices[0].V = "bellen"
	c.Events = append(c.Events, &casebook.Event{})
	o := original
	if link.Doc != nil || o.Themes[0].To != nil || o.Events[0].Card != 0 || o.Events[0].KnownBy[0].V != "huisarts" ||
		o.Events[0].Change.What.V != "huur" || o.Rounds[0].Choices[0].V != "wachten" || len(o.Events) != 1 {
		t.Errorf("a change of the copy changed the original: %+v", o)
	}
}
