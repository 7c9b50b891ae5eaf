package session

import (
	"slices"
	"strings"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/paper/sheet/sheettest"
)

func TestProgrammeHasClockTimes(t *testing.T) {
	b := sample.Book(1)
	p := sheettest.Maker(t, b, address.Home)
	times := func() (all []string) {
		for _, row := range programme(p, b.Sessions[0]) {
			all = append(all, row.Time+" "+row.Part)
		}
		return all
	}
	if got, want := times(), []string{"13.30 Welkom", "13.40 Eerste indruk", "13.55 Kaarten leggen", "14.35 Einde"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	b.Sessions[0].Begin = -1
	if got := times()[2]; got != "+25 Kaarten leggen" {
		t.Errorf("without a begin: %q", got)
	}
	b.Sessions[0].Programme = nil
	if got := times(); len(got) != 4 || got[1] != "+5 Wat de verhuurder weet" {
		t.Errorf("without a programme: %q", got)
	}
}

// TestPackRepeatsNoID holds the pack of a session against the ids and links of two cases on one page.
func TestPackRepeatsNoID(t *testing.T) {
	b := sample.Book(2)
	body := casebook.Prose{Plain: "Kop", Parts: []casebook.Part{
		{HTML: `<h2 id="kop">Kop</h2><p>Zie <a href="#fn:1">1</a> en `},
		{Link: &casebook.Link{Event: b.Cases[0].Events[1]}},
		{HTML: `.</p>`},
		{Image: &casebook.Picture{Path: "flat.png", Alt: "een flat"}},
	}}
	b.Cases[0].Body = body
	second := *b.Cases[0]
	second.ID = "an"
	b.Sessions[0].Cases = append(b.Sessions[0].Cases, casebook.Ref[casebook.Case]{To: &second})
	p := sheettest.Maker(t, b, "sessies/dag/pakket/")
	v := PackView(p, b.Sessions[0]).(*packView)
	if len(v.Sets) != 2 {
		t.Fatalf("%d sets", len(v.Sets))
	}
	for _, set := range v.Sets {
		text := string(set.Handout.Text)
		for _, bad := range []string{"id=", "<a", "GEBEURTENIS2", "lazy"} {
			if strings.Contains(text, bad) {
				t.Errorf("a handout in the pack has %q: %s", bad, text)
			}
		}
		if !strings.Contains(text, `<h2>Kop</h2>`) || !strings.Contains(text, `<img src="../../../beelden/flat.png"`) {
			t.Errorf("the text is not whole: %s", text)
		}
	}
}
