package printing

import (
	"slices"
	"strings"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/printing/sheetstest"
)

func text(s string) casebook.Text { return casebook.Text{V: s} }

func TestProgrammeHasClockTimes(t *testing.T) {
	b := sample.Book(1)
	p := sheetstest.Maker(t, b, address.Home)
	x := b.Sessions[0]
	times := func() (all []string) {
		for _, row := range newProgramme(p, x).Rows {
			all = append(all, row.Time+" "+row.Part)
		}
		return all
	}
	if got, want := times(), []string{"13.30 Welkom", "13.40 Eerste indruk", "13.55 Kaarten leggen", "14.35 Einde"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	x.Begin = 23*60 + 40
	if got := times(); got[2] != "0.05 Kaarten leggen" || got[3] != "0.45 Einde" {
		t.Errorf("past midnight: %q", got)
	}
	x.Begin = -1
	if run := newProgramme(p, x); run.Clock || run.Rows[2].Time != "25" {
		t.Errorf("without a begin times are minutes from the start: %+v", run)
	}
	x.Programme = nil
	if got := times(); len(got) != 4 || got[1] != "5 Wat de verhuurder weet" {
		t.Errorf("without a programme: %q", got)
	}
	x.Cases = append(x.Cases, casebook.Ref[casebook.Case]{To: copyOf(b.Cases[0], "an")})
	if got := times(); len(got) != 0 {
		t.Errorf("nobody knows how two cases run without a programme: %q", got)
	}
}

// copyOf is another case with the same life.
func copyOf(c *casebook.Case, id string) *casebook.Case {
	second := *c
	second.ID = id
	return &second
}

// rounds is a programme of these rounds, ten minutes each; -1 is a break.
func rounds(all ...int) *casebook.Session {
	x := &casebook.Session{Begin: 9 * 60}
	for _, n := range all {
		x.Programme = append(x.Programme, casebook.Item{Minutes: 10, Round: n})
	}
	return x
}

// TestTimesOfARoundAreNeverGuessed holds that a case has times of day only where the programme leaves one possibility.
func TestTimesOfARoundAreNeverGuessed(t *testing.T) {
	three, two := &casebook.Case{Rounds: make([]casebook.Round, 3)}, &casebook.Case{Rounds: make([]casebook.Round, 2)}
	for name, tc := range map[string]struct {
		x    *casebook.Session
		c    *casebook.Case
		want map[int]minuteSpan
	}{
		"one run":                       {rounds(-1, 0, 1, -1, 2), three, map[int]minuteSpan{0: {10, 20}, 1: {20, 30}, 2: {40, 50}}},
		"one run, for a shorter case":   {rounds(0, 1, 2), two, map[int]minuteSpan{0: {0, 10}, 1: {10, 20}, 2: {20, 30}}},
		"a round in two parts":          {rounds(0, 1, -1, 1, 2), three, map[int]minuteSpan{0: {0, 10}, 1: {10, 40}, 2: {40, 50}}},
		"two runs, the longer":          {rounds(0, 1, 2, -1, 0, 1), three, map[int]minuteSpan{0: {0, 10}, 1: {10, 20}, 2: {20, 30}}},
		"two runs, the shorter":         {rounds(0, 1, 2, -1, 0, 1), two, map[int]minuteSpan{0: {40, 50}, 1: {50, 60}}},
		"two runs that are alike":       {rounds(0, 1, 0, 1), two, nil},
		"two runs, and none that fits":  {rounds(0, 1, 0, 1), three, nil},
		"a programme without any round": {rounds(-1, -1), three, nil},
	} {
		got := roundTimes(tc.x, tc.c)
		if len(got) != len(tc.want) {
			t.Errorf("%s: %v, want %v", name, got, tc.want)
		}
		for n, at := range tc.want {
			if got[n] != at {
				t.Errorf("%s: %v, want %v", name, got, tc.want)
			}
		}
	}
}

// TestGuideHasTheTimesOfItsSession compares the guide of a case with that of the same case in a session.
func TestGuideHasTheTimesOfItsSession(t *testing.T) {
	b := sample.Book(4)
	c, x := b.Cases[0], b.Sessions[0]
	p := sheetstest.Maker(t, b, "casussen/mo/gids/")
	own := newGuide(p, c, nil, "_guide")
	if r := own.Rounds[2]; own.Clock || r.Time != "15" || r.Until != "30" {
		t.Errorf("on its own: clock %v, %s to %s", own.Clock, r.Time, r.Until)
	}
	there := newGuide(p, c, x, "_guide-1")
	if r := there.Rounds[1]; !there.Clock || r.Time != "13.55" || r.Until != "14.35" {
		t.Errorf("in the session: clock %v, %s to %s", there.Clock, r.Time, r.Until)
	}
	if r := there.Rounds[2]; r.Time != "" {
		t.Errorf("a round that the session does not play has the time %s", r.Time)
	}
	x.Begin = -1
	if g := newGuide(p, c, x, "_guide-1"); g.Clock || g.Rounds[1].Time != "5" {
		t.Errorf("in a session without a begin: %+v", g.Rounds[1])
	}
}

// TestCardsSayWhatTheyChange holds the words of a card on a round's page: value, effects and answers, by number.
func TestCardsSayWhatTheyChange(t *testing.T) {
	b := sample.Book(4)
	c := b.Cases[0]
	p := sheetstest.Maker(t, b, "casussen/mo/gids/")
	c.Events[3].Answers = []*casebook.Event{c.Events[2], c.Events[0]}
	for i, want := range map[int]string{
		0: "leidt tot kaart 2",
		1: "huur 520 → 690 euro; leidt tot kaart 3",
		3: "antwoord op kaart 1 en 3",
	} {
		if got := changesText(p, c.Events[i]); got != want {
			t.Errorf("card %d: %q, want %q", i+1, got, want)
		}
	}
}

// TestRoundThatIsTooLongHasTwoSheets holds that a long round is cut between what is put down and what is asked, and
// that a short one is not cut.
func TestRoundThatIsTooLongHasTwoSheets(t *testing.T) {
	cards := func(n int) []guideCard { return slices.Repeat([]guideCard{{Title: "Een kaart", When: "40 jaar"}}, n) }
	dilemma := guideDilemma{Question: strings.Repeat("Wel of niet? ", 8), Options: slices.Repeat([]guideOption{{"Nu", strings.Repeat("Omdat. ", 12), strings.Repeat("Maar. ", 12)}}, 3)}
	for name, tc := range map[string]struct {
		round        guideRound
		split, roomy bool
	}{
		"short":          {guideRound{Cards: cards(4), Questions: []string{"Wat nu?"}}, false, true},
		"with a dilemma": {guideRound{Cards: cards(8), Questions: []string{"Wat nu?"}, Dilemmas: []guideDilemma{dilemma}}, true, true},
		"thirty cards":   {guideRound{Cards: cards(30)}, true, false},
	} {
		r := tc.round
		if r.chooseLayout(); r.Split != tc.split || r.Roomy != tc.roomy {
			t.Errorf("%s: split %v, roomy %v; %.0f and %.0f mm", name, r.Split, r.Roomy, presentationHeight(r), discussionHeight(r))
		}
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
	b.Sessions[0].Cases = append(b.Sessions[0].Cases, casebook.Ref[casebook.Case]{To: copyOf(b.Cases[0], "an")})
	p := sheetstest.Maker(t, b, "sessies/dag/pakket/")
	v := PackView(p, b.Sessions[0]).(*packView)
	if len(v.Tables) != 2 {
		t.Fatalf("%d tables", len(v.Tables))
	}
	for _, table := range v.Tables {
		text := string(table.Leaves[0].Handout.Text)
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

// TestPackHasAPartForEachTable gives two tables one case, a third none, and leaves another case without a table.
func TestPackHasAPartForEachTable(t *testing.T) {
	b := sample.Book(2)
	x := b.Sessions[0]
	mo, an := x.Cases[0], casebook.Ref[casebook.Case]{To: copyOf(b.Cases[0], "an")}
	an.To.Title = text("Het andere huis")
	x.Cases = append(x.Cases, an)
	x.Groups = []casebook.Group{{Name: text("Tafel 1"), Case: mo}, {Name: text("Tafel 2"), Case: mo}, {Name: text("Tafel 3")}}
	v := PackView(sheetstest.Maker(t, b, "sessies/dag/pakket/"), x).(*packView)
	var parts []string
	for i, c := range v.Contents {
		parts = append(parts, c.Text)
		if want := v.Tables[i].ID; c.Text == v.Tables[i].Sign && c.ID != want {
			t.Errorf("%s leads to %q, want %q", c.Text, c.ID, want)
		}
	}
	if want := []string{"Tafel 1", "Tafel 2", "Tafel 3", "Het andere huis"}; !slices.Equal(parts, want) {
		t.Errorf("parts %q, want %q", parts, want)
	}
	if v.Personal || len(v.Tables[2].Leaves) != 0 || len(v.Tables[3].Leaves) != 2 || v.Contents[3].ID != "" {
		t.Errorf("the last two are %+v and %+v", v.Contents[2], v.Contents[3])
	}
	if foot := v.Tables[1].Leaves[0].Handout.Foot.What; !strings.HasPrefix(foot, "Tafel 2 · ") {
		t.Errorf("the sheets of a table do not say whose they are: %s", foot)
	}
	x.Groups, x.Cases = nil, x.Cases[:1]
	if v := PackView(sheetstest.Maker(t, b, "sessies/dag/pakket/"), x).(*packView); !v.Personal {
		t.Error("with one case and no tables the pack is a person's own")
	}
}

// TestRunSheetCountsThePaper reckons with eight people at a table, and not with more tables than are known.
func TestRunSheetCountsThePaper(t *testing.T) {
	b := sample.Book(2)
	x := b.Sessions[0]
	p := sheetstest.Maker(t, b, "sessies/dag/draaiboek/")
	counts := func() (all []string) {
		for _, i := range newRunSheet(p, x, true, sheetIDsByCase{}, guidesOf(p, x)).Bring[0].Items[:3] {
			all = append(all, i.Each+"/"+i.All)
		}
		return all
	}
	if got, want := counts(), []string{"8/", "8/", "1/"}; !slices.Equal(got, want) {
		t.Errorf("without tables %q, want %q", got, want)
	}
	other := casebook.Group{Name: text("Tafel 3"), Case: casebook.Ref[casebook.Case]{To: copyOf(b.Cases[0], "an")}}
	x.Groups = []casebook.Group{{Name: text("Tafel 1"), Case: x.Cases[0]}, {Name: text("Tafel 2"), Case: x.Cases[0]}, other}
	if got, want := counts(), []string{"8/16", "8/16", "1/2"}; !slices.Equal(got, want) {
		t.Errorf("with two of three tables %q, want %q", got, want)
	}
	x.Groups = []casebook.Group{other, other}
	if got, want := counts(), []string{"8/16", "8/16", "1/2"}; !slices.Equal(got, want) {
		t.Errorf("a case of no table is for all of them: %q, want %q", got, want)
	}
}

func TestSignIsAsLargeAsItsWordsAllow(t *testing.T) {
	for name, want := range map[string]string{
		"Tafel 3": "large", "Tafel Vuurtoren": "large", "Groep ochtend": "large", "Tafel twaalf bij het raam": "middle",
		"Bestaanszekerheid": "small", "Tafel 3 van de gemeente, de corporatie en het wijkteam": "small",
	} {
		if got := signSize(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}
