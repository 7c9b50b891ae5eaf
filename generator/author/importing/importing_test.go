package importing

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"

	"casusboek/generator/casebook"
	"casusboek/generator/lang"
	"casusboek/generator/lang/langtest"
	"casusboek/generator/read/parse"
)

var today = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

func dutch(t testing.TB) *lang.Catalogue {
	t.Helper()
	return langtest.Words("nl")
}

// table is a sheet of rows as they are.
func table(rows ...[]string) Table {
	var t Table
	for i, cells := range rows {
		t.Rows = append(t.Rows, Row{Number: i + 1, Cells: cells})
	}
	return t
}

func options(t testing.TB) Options {
	return Options{Words: dutch(t), Keys: "nl", Today: today, Number: 1, Ledger: Ledger{Key: "00112233445566778899aabbccddeeff"}}
}

// made imports rows and parses what came out, which must have no problems.
func made(t *testing.T, o Options, rows ...[]string) (Result, []*casebook.Reflection) {
	t.Helper()
	result := Reflections(MatchColumns(table(rows...), ReflectionFields), o)
	var all []*casebook.Reflection
	for _, f := range result.Files {
		document, problems := parse.Document(casebook.KindReflection, "x", "content/reflecties/"+f.Path, f.Text)
		if len(problems) > 0 {
			t.Fatalf("%v in\n%s", problems, f.Text)
		}
		all = append(all, document.(*casebook.Reflection))
	}
	return result, all
}

func TestConsentIsNeverInvented(t *testing.T) {
	for answer, want := range map[string]bool{
		"Ja": true, "ja.": true, "JA!": true, "yes": true, "Akkoord": true, "TRUE": true, "Waar": true, "Ja, dat mag": true, "Ja, mijn reactie mag op de site": true, "Ik geef toestemming": true,
		"Ja, graag": true, "Ik ga akkoord;": true, "Yes, of course": true, "Ja, anoniem": true, "Ja, met naam": true,
		"": false, "nee": false, "No": false, "?": false, "misschien": false, "Ja, maar niet met naam": false, "Ja, mits ik het eerst lees": false, "ja/nee": false, "x": false, "1": false, "mag": false,
		"niet akkoord": false, "Ik geef geen toestemming": false, "I do not agree": false, "Ja, alleen intern": false, "ja nee": false, "n.v.t.": false, "FALSE": false, "prima": false, "jaap": false,
		"Yes, if I can read it first": false, "only with permission": false,
	} {
		o := options(t)
		o.Date = today
		_, all := made(t, o, []string{"Wat viel u op?", "Mag uw reactie op de site?"}, []string{"Dat het stil was.", answer})
		if got := !all[0].Consent.Given.IsZero(); got != want {
			t.Errorf("%q is consent: %v", answer, got)
		}
	}
}

func TestOnlyAQuestionForConsentIsAskedForIt(t *testing.T) {
	for question, want := range map[string]bool{
		"Mag uw reactie op de site?": true, "3. Mogen we je reactie op onze website plaatsen?": true, "Toestemming": true, "Geeft u toestemming voor publicatie?": true, "May we publish your response?": true,
		"Mogen we u bellen?": false, "Mag uw reactie liever niet op de site?": false, "Heeft u bezwaar, of mag uw reactie op de site?": false, "Heeft u bezwaar tegen plaatsing op de site?": false, "Mag uw naam op de site?": false, "Ik wil niet dat mijn reactie op de site komt": false,
		"Toestemming voor het verwerken van uw gegevens": false, "Mag uw foto op de site?": false, "Mogen we u de nieuwsbrief sturen over de website?": false,
	} {
		o := options(t)
		o.Date = today
		_, all := made(t, o, []string{"Wat viel u op?", question}, []string{"Dat het stil was.", "Ja"})
		if got := !all[0].Consent.Given.IsZero(); got != want {
			t.Errorf("%q asks for consent: %v", question, got)
		}
	}
}

func TestADayIsToldOrThereIsNone(t *testing.T) {
	for _, c := range []struct{ column, want string }{
		{"2026-11-12 14:03:22", "2026-11-12"},
		{"2026/11/2 2:03:22 PM GMT+1", "2026-11-02"},
		{"12-11-2026 14:03", "2026-11-12"},
		{"3.4.2026", "2026-04-03"},
		{"3/4/2026", ""}, // the third of April or the fourth of March
		{"3/4/2026|25/4/2026", "2026-04-03"},
		{"3/4/2026|4/25/2026", "2026-03-04"},
		{"13/4/2026|4/25/2026", ""},
		{"31-02-2026", ""},
		{"gisteren", ""},
		{"2027-01-01", ""}, // still to come
		{"", ""},
	} {
		rows := [][]string{{"Tijdstempel", "Toestemming", "Reactie"}}
		for when := range strings.SplitSeq(c.column, "|") {
			rows = append(rows, []string{when, "ja", "Het was stil."})
		}
		result, all := made(t, options(t), rows...)
		got := ""
		if given := all[0].Consent.Given; !given.IsZero() {
			got = given.Format(time.DateOnly)
		}
		if got != c.want || (got == "") != (len(result.Undated) > 0) {
			t.Errorf("%q gives %q, want %q; undated %v", c.column, got, c.want, result.Undated)
		}
	}
	o := options(t)
	o.Date = time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)
	_, all := made(t, o, []string{"Tijdstempel", "Toestemming", "Reactie"}, []string{"2026-09-09", "ja", "a"}, []string{"", "ja", "b"})
	if a, b := all[0].Consent.Given.Format(time.DateOnly), all[1].Consent.Given.Format(time.DateOnly); a != "2026-09-09" || b != "2026-10-01" {
		t.Errorf("given on %s and %s", a, b)
	}
}

// TestAFileHoldsNoMoreOfAPersonThanIsShown: the rest of the row is nowhere in the file.
func TestAFileHoldsNoMoreOfAPersonThanIsShown(t *testing.T) {
	head := []string{"Naam", "Functie", "Organisatie", "Hoe wilt u genoemd worden?", "Mag uw reactie op de site?", "Reactie", "E-mail"}
	for _, c := range []struct {
		how, consent string
		shown        string // of naam, functie, organisatie
		unclear      bool
	}{
		{"Met naam en functie", "ja", "naam functie organisatie", false},
		{"Met mijn volledige naam", "ja", "naam functie organisatie", false},
		{"Alleen mijn functie", "ja", "functie", false},
		{"functie en organisatie", "ja", "functie", false},
		{"Organisatie", "ja", "organisatie", false},
		{"Anoniem", "ja", "", false},
		{"Liever zonder naam", "ja", "", true},
		{"", "ja", "", false},
		{"Els", "ja", "", true},
		{"met voornaam", "ja", "", true},
		{"Met naam", "nee", "", false},
		{"Met naam", "Ja, anoniem", "", false},
		{"by name", "yes", "naam functie organisatie", false},
	} {
		o := options(t)
		o.Date = today
		result, all := made(t, o, head, []string{"Els van der Veld", "wijkconsulent", "Woonstede", c.how, c.consent, "Het was stil.", "els@voorbeeld.nl"})
		r, text := all[0], result.Files[0].Text
		for field, value := range map[string]string{"naam": "Veld", "functie": "wijkconsulent", "organisatie": "Woonstede"} {
			if strings.Contains(text, value) != strings.Contains(c.shown, field) {
				t.Errorf("%q, %q: %s is in the file: %v", c.how, c.consent, field, !strings.Contains(c.shown, field))
			}
		}
		want := casebook.ShowAnonymous
		if c.shown != "" {
			want = map[string]casebook.Display{"naam": casebook.ShowName, "functie": casebook.ShowRole, "organisatie": casebook.ShowOrganisation}[strings.Fields(c.shown)[0]]
		}
		if r.Display != want || (len(result.Unclear) > 0) != c.unclear || strings.Contains(text, "@") {
			t.Errorf("%q, %q: shown as %d, unclear %v\n%s", c.how, c.consent, r.Display, result.Unclear, text)
		}
	}
}

func TestPartsOfANameStayParts(t *testing.T) {
	o := options(t)
	o.Date = today
	_, all := made(t, o, []string{"Voornaam", "Tussenvoegsel", "Achternaam", "Weergave", "Toestemming", "Reactie"},
		[]string{"Els: #1", "van der", "'t Veld", "naam", "ja", "a"}, []string{"Karim", "", "", "naam", "ja", "b"})
	if p := all[0].Participant; p.First.V != "Els: #1" || p.Infix.V != "van der" || p.Last.V != "'t Veld" {
		t.Errorf("got %+v", p)
	}
	if p := all[1].Participant; p.First.V != "Karim" {
		t.Errorf("got %+v", p)
	}
}

// hostile are texts that Markdown and YAML would make something of.
var hostile = []string{
	"<script>alert(1)</script> <b>vet</b> &amp; &lt; &#65; <!-- weg -->",
	"=SOM(A1:A9)", "+31 6", "-1", "@iemand", "- een\n- twee", "* een\n* twee", "1. een\n2) twee", "# kop\n## kop", "tekst\n===\ntekst\n---\ntekst", "---\nkop: anders\n---\ntekst",
	"> citaat\n>> dieper", "[x](javascript:alert(1)) ![](x) [[nadira]] [^1]\n\n[^1]: noot", "[a]: http://voorbeeld.nl", "http://voorbeeld.nl <http://voorbeeld.nl> a@voorbeeld.nl",
	"`code` ``` ~~~\n```\nblok\n```\n~~~\nblok", "*schuin* **vet** _schuin_ __vet__ ~~weg~~ ***", "a | b\n--- | ---\n1 | 2", `c:\map\naam \* \`, "    ingesprongen\n\ttab", "regel \\\nregel",
	"kop: 'x' \"y\" #3 {a: b} [c] &d *e !f %g @h `i", "null", "ja", "2026-11-12", "1e3", "0x1F", "~", "'", `"`, ": ", "#", "#x", "x #y", "x: y", "- x", "? x", "!tag", "|", ">", "…", "\u00a0x\u202fy", "\u200bnul",
	"🙂 é ü 漢 \u202eomgekeerd", strings.Repeat("lang ", 400), "een\n\n\n\ntwee\n \n drie",
}

// plain evens out what typesetting changes and what nobody sees.
func plain(text string) string {
	text = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "…", "...", "—", "-", "–", "-", "--", "-", "---", "-").Replace(text)
	for strings.Contains(text, "--") {
		text = strings.ReplaceAll(text, "--", "-")
	}
	return strings.Join(strings.Fields(text), " ")
}

func TestWhatWasSaidStaysToTheLetter(t *testing.T) {
	for _, text := range hostile {
		_, all := made(t, options(t), []string{"Reactie", "Kop", "Eerste indruk", "Advies", "Thema", "Functie"}, []string{text, text, text, text, "", text})
		r := all[0]
		if got := plain(r.Body.Plain); got != plain(text) {
			t.Errorf("body of %q is %q: %+v", text, got, r.Body.Parts)
		}
		for _, p := range r.Body.Parts {
			if p.Link != nil || p.Image != nil || strings.Contains(p.HTML, "<script") || strings.Contains(p.HTML, "<h") || strings.Contains(p.HTML, "<code") || strings.Contains(p.HTML, "<em") || strings.Contains(p.HTML, "<li") {
				t.Errorf("a sign of %q does something: %+v", text, p)
			}
		}
		for name, got := range map[string]string{"headline": r.Headline.V, "first impression": r.FirstImpression.V, "advice": r.Advice.V} {
			if got != strings.Join(strings.Fields(text), " ") {
				t.Errorf("%s of %q is %q", name, text, got)
			}
		}
	}
}

func TestLineBreaksStay(t *testing.T) {
	_, all := made(t, options(t), []string{"Reactie"}, []string{"een\ntwee\n\ndrie"})
	if got := all[0].Body.Parts[0].HTML; got != "<p>een<br>\ntwee</p>\n<p>drie</p>\n" {
		t.Errorf("got %q", got)
	}
}

func TestHeadlines(t *testing.T) {
	for text, want := range map[string]string{
		"Ik had gebeld. Nu niet.": "Ik had gebeld", "Wie wist dit? Niemand.": "Wie wist dit?", "een\ntwee": "een",
		"Dit is een zin die zo lang is dat hij nergens als kop kan staan, ook niet op een breed scherm.": "Dit is een zin die zo lang is dat hij nergens als kop kan…",
	} {
		if got := headline(text); got != want {
			t.Errorf("%q gives %q", text, got)
		}
	}
}

func TestARowComesOnce(t *testing.T) {
	head := []string{"Tijdstempel", "Reactie", "Toestemming"}
	rows := [][]string{head, {"2026-11-12", "Stil.", ""}, {"2026-11-12", "Stil.", ""}, {"2026-11-13", "Stil.", ""}, {"", "", "ja"}}
	first, _ := made(t, options(t), rows...)
	if len(first.Files) != 3 || !reflect.DeepEqual(first.Empty, []int{5}) || first.Ledger.Last != 3 {
		t.Fatalf("%d files, empty %v, last %d", len(first.Files), first.Empty, first.Ledger.Last)
	}
	if marks := first.Ledger.Marks; marks[0] == marks[1] {
		t.Error("two rows that say the same have one mark")
	}
	o := options(t)
	o.Ledger, o.Number = first.Ledger, first.Ledger.Last+1
	again, _ := made(t, o, rows...)
	if len(again.Files) != 0 || again.Before != 3 || !reflect.DeepEqual(again.Ledger, first.Ledger) {
		t.Errorf("again: %d files, %d before", len(again.Files), again.Before)
	}
	// A column that was added, consent that was filled in, another order and a new row.
	more, _ := made(t, o, []string{"Toestemming", "Reactie", "Tijdstempel", "Notitie"}, []string{"ja", "Stil.", "13-11-2026 10:00", "x"}, []string{"ja", "Nieuw.", "13-11-2026", ""}, []string{"", "Stil.", "12-11-2026", ""}, []string{"", "Stil.", "12-11-2026", ""})
	if len(more.Files) != 1 || more.Files[0].Path != "reflectie-4.md" || more.Before != 3 {
		t.Errorf("more: %v, %d before", more.Files, more.Before)
	}
	o.Ledger.Key = strings.Repeat("0", 32)
	if other, _ := made(t, o, rows...); other.Before != 0 {
		t.Error("a mark is the same with another key")
	}
	for i, f := range first.Files {
		if MarkIn(f.Text) != first.Ledger.Marks[i] {
			t.Errorf("no mark in\n%s", f.Text)
		}
	}
}

func TestTheListIsReadAsItWasWritten(t *testing.T) {
	words := dutch(t)
	l := Ledger{Key: "00112233445566778899aabbccddeeff", Last: 12, Marks: []string{"bcdfghjklmnpqrst", "tttttttttttttttt"}}
	got, err := ReadLedger("\ufeff" + strings.ReplaceAll(l.Text(words), "\n", "\r\n"))
	if err != nil || !reflect.DeepEqual(got, l) {
		t.Errorf("got %+v, %v", got, err)
	}
	for text, line := range map[string]int{"": 0, "sleutel: xyz\n": 1, l.Text(words) + "<<<<<<< HEAD\n": 7, l.Text(words)[:len(l.Text(words))-5]: 6} {
		if _, err := ReadLedger(text); err != (LedgerError{line}) {
			t.Errorf("%q: %v, want line %d", text, err, line)
		}
	}
}

func TestReferencesAreFoundByIDOrTitle(t *testing.T) {
	o := options(t)
	o.Sessions, o.Cases = Titles{}, Titles{}
	o.Sessions.Add("congres-2026", "Congres De derde stoel")
	o.Cases.Add("nadira", "Een duurder huis")
	o.Cases.Add("marcel", "Te groot")
	result, all := made(t, o, []string{"Reactie", "Sessie", "Casus", "Thema"},
		[]string{"a", "Congres: de derde stoel", "Marcel, een duurder huis", "Vroegsignalering; Zelfregie"}, []string{"b", "Een ander congres", "nadira, niemand", ""})
	if r := all[0]; r.Session.ID.V != "congres-2026" || len(r.Cases) != 2 || r.Cases[1].ID.V != "nadira" || len(r.Themes) != 2 {
		t.Errorf("got %+v", r)
	}
	if r := all[1]; r.Session.ID.V != "" || len(r.Cases) != 1 || !reflect.DeepEqual(result.NoSession, []int{3}) || !reflect.DeepEqual(result.NoCase, []int{3}) {
		t.Errorf("got %+v, %v, %v", r, result.NoSession, result.NoCase)
	}
	o.Session = "training"
	if _, all := made(t, o, []string{"Reactie", "Sessie"}, []string{"a", "Congres De derde stoel"}); all[0].Session.ID.V != "training" {
		t.Errorf("got %q", all[0].Session.ID.V)
	}
}

type nowhere struct{}

func (nowhere) Add(string, []byte) error { return nil }

// TestACasebookWithImportedFilesBuilds, in both languages, with everything that a sheet can say.
func TestACasebookWithImportedFilesBuilds(t *testing.T) {
	for _, keys := range []string{"nl", "en"} {
		o := options(t)
		o.Words, o.Keys, o.Date, o.Sessions = langtest.Words(keys), keys, today, Titles{}
		o.Sessions.Add("congres", "Congres")
		rows := [][]string{{"Voornaam", "Achternaam", "Functie", "Organisatie", "Weergave", "Toestemming", "Sessie", "Thema", "Eerste indruk", "Later oordeel", "Advies", "Reactie"}}
		for i, text := range []string{"Dat het stil was.", "- een\n- twee <b>vet</b>", "Wie wist dit?"} {
			rows = append(rows, []string{"Els", "Veld", "wijkconsulent", "Woonstede", []string{"naam", "functie", ""}[i], "ja", "congres", "rust", "a", "b", "c", text})
		}
		result, _ := made(t, o, rows...)
		events := Case(MatchColumns(table(
			[]string{"id", "titel", "ronde", "wanneer", "domein", "tekst", "bron", "bekend bij", "soort", "leidt tot", "opgepakt", "gehouden"},
			[]string{"", "Verhuisd, naar duurder", "0", "41 jaar", "Wonen", "- **duur** <b>x</b>\n\n[[weg]]", "Dossier", "corporatie; gemeente", "", "Te laat, Gebeld", "", ""},
			[]string{"laat", "Te laat", "Ronde 1", "42 jaar", "wonen, werk", "", "resident", "", "Signal", "", "Gebeld", ""},
			[]string{"", "Gebeld", "1.0", "43 jaar", "", "", "", "", "contact", "", "", "Nee"},
			[]string{"", "Gebeld", "2", "44 jaar", "", "", "", "", "contact", "", "", "ja"},
		), EventFields), "Nieuw: een #1", o)
		content := fstest.MapFS{
			"index.md":            {Data: []byte("---\ntitel: Boek\ntaal: " + keys + "\n---\n")},
			"sessies/congres.md":  {Data: []byte("---\ntitel: Congres\ndatum: 2026-11-12\n---\n")},
			"casussen/nieuw.md":   {Data: []byte(events)},
			".import.txt":         {Data: []byte(result.Ledger.Text(o.Words))},
			".import-new/half.md": {Data: []byte("---\n")},
		}
		for _, f := range result.Files {
			content["reflecties/"+f.Path] = &fstest.MapFile{Data: []byte(f.Text)}
		}
		built, err := generator.Build(context.Background(), generator.Input{Content: content, Today: today, Drafts: true}, nowhere{})
		if err != nil || len(built.Problems) > 0 || built.Reflections != 3 || built.Cases != 1 {
			t.Fatalf("%v, %d reflections, %d cases, %v\n%s", err, built.Reflections, built.Cases, built.Problems, events)
		}
		document, _ := parse.Document(casebook.KindCase, "x", "content/casussen/x.md", events)
		c := document.(*casebook.Case)
		said := fmt.Sprint(len(c.Rounds), " ", c.Draft, " ", c.Title.V, " ", c.Events[0].LeadsTo[0].ID.V, c.Events[0].LeadsTo[1].ID.V, " ", c.Events[1].AnsweredBy.ID.V, " ", c.Events[3].ID.V, " ", c.Events[0].Text.Plain)
		if want := "3 true Nieuw: een #1 laatgebeld gebeld gebeld-2 - **duur** <b>x</b> [[weg]]"; strings.Join(strings.Fields(said), " ") != want {
			t.Errorf("got  %s\nwant %s", said, want)
		}
	}
}
