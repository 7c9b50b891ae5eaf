package generator_test

import (
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/diag"
)

// open opens a desk on the small casebook, and gives a function that saves a file in it.
func open(t *testing.T) (w *writer, in generator.Input, desk *generator.Workspace, save func(path, text string) generator.Result) {
	t.Helper()
	w = &writer{Rand: rand.New(rand.NewSource(1)), files: small(), originals: small()}
	w.files["templates/free.html"] = `{{define "main"}}<p>{{.Title}}</p>{{end}}`
	w.files["templates/eigen.css"] = "h1 { color: teal }"
	w.files["templates/nl.yaml"] = "page:\n  skip: Meteen lezen\n"
	content, templates := fstest.MapFS{}, fstest.MapFS{}
	w.input(content, templates)
	in = generator.Input{Content: content, Templates: templates, Today: benchDay}
	desk = generator.NewWorkspace(in)
	update := func(changed ...string) generator.Result {
		t.Helper()
		result, err := desk.Update(context.Background(), changed)
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
	if result := update(); result.Failed() {
		t.Fatal(result.Problems)
	}
	return w, in, desk, func(path, text string) generator.Result {
		t.Helper()
		w.files[path] = text
		w.input(content, templates)
		return update(path)
	}
}

// TestWhatTouchesMoreThanItsDocument says of each kind of edit whether one document was put anew, and holds every page and problem against a desk that
// was just opened.
func TestWhatTouchesMoreThanItsDocument(t *testing.T) {
	w, in, desk, save := open(t)
	paths := map[string]bool{}
	copied := "De fiets van haar broer stond al drie weken tegen dezelfde lantaarnpaal, zonder slot en zonder bel."
	for _, edit := range []struct {
		file, old, by string
		anew          bool
	}{
		{"casussen/mo", "Binnen is het koud.", "Binnen is het warm.", true},
		{"casussen/mo", "Binnen is het koud.", "Binnen is het koud.\n\nEn nat. Fatima belt 06-12345678.", true}, // the guard finds it there
		{"casussen/mo", "Zie ook [[an]]", "Kijk met Brievenbus ook naar [[an]]", false},                         // an answer is of use now
		{"casussen/mo", "Zie ook [[an]]", "Kijk eens bij [[an]]", true},                                         // the sentence is told to an
		{"casussen/mo", "Zie ook [[an]]", "Zie ook [[an]] en [[ko]]", false},
		{"casussen/mo", "Zie ook [[an]]", "Zie ook an", false},
		{"casussen/mo", "Iemand betaalt", "Al een jaar betaalt iemand", true},
		{"casussen/mo", "Kijken voor", "Zien en horen, en pas dan", true},
		{"casussen/mo", "Niemand leest hem.", strings.Repeat("Niemand leest hem. ", 60), true}, // no room on its card
		{"casussen/mo", "Niemand leest hem.", "Niemand leest **hem**.\n      Nog een regel.", true},
		{"casussen/mo", "van: 520", "van: 525", true},
		{"casussen/mo", "wie: zus", "wie: broer", true},
		{"casussen/mo", "afloop: Het kwam goed", "afloop: Het kwam niet goed", true},
		{"casussen/mo", "titel: De stapel post", "titel: De grote stapel", false},
		{"casussen/mo", "titel: De brief", "titel: De laatste brief", true},
		{"casussen/mo", "id: brief", "id: post", false},
		{"casussen/mo", "wanneer: 40 jaar", "wanneer: 41 jaar", true},
		{"casussen/mo", "wanneer: 12 maanden na brief", "wanneer: 39 jaar", false}, // before what led to it
		{"casussen/mo", "leidt_tot: [klacht]", "leidt_tot: []", true},
		{"casussen/mo", "domein: zorg", "domein: wonen", true},
		{"casussen/mo", "titel: Het brede raam", "titel: Een ander raam", false}, // explained the capitals of a reflection
		{"casussen/mo", "    ronde: 1", "    ronde: 0", false},
		{"casussen/mo", "themas: [wachten, geld]", "themas: [wachten]", false},
		{"casussen/mo", "pseudoniem: Mo", "pseudoniem: Moos", false},
		{"casussen/mo", "namen: [Motje]", "namen: [Wubbe]", false},
		{"casussen/mo", "herkomst: fictief", "herkomst: fictief\nconcept: ja", false},
		{"casussen/mo", "keuzes: [praten, wachten]", "keuzes: [zwijgen, wachten]", false},
		{"casussen/mo", "naam: Later", "naam: Veel later", true},
		{"casussen/mo", "[corporatie]", "[tovenaar]", false}, // a role that there is not
		{"casussen/an", "## Achteraf", "## Achteraf gezien", false},
		{"casussen/an", "kenmerken: [vrouw]", "kenmerken: [vrouw, gemeente-klein]", true},
		{"casussen/an", copied, "Het was stil.", true},
		{"casussen/ko", "Op donderdag is het stil.", "Op donderdag is het stil. " + copied, false}, // what an tells too
		{"casussen/concept", "Binnen is het koud.", "Binnen is het warm.", false},                  // on no page
		{"reflecties/els", "Ik had niet gebeld.", "Ik had wel gebeld.", true},
		{"reflecties/els", "advies: Bel aan.", "advies: Bel twee keer aan.\nlater_oordeel: Het kan.", true},
		{"reflecties/els", "na_ronde: 1", "na_ronde: 0", false},
		{"reflecties/els", "kop: Niet gebeld", "kop: Wel gebeld", false},
		{"reflecties/els", "voornaam: Els", "voornaam: Elske", false},
		{"reflecties/els", "weergave: naam", "weergave: anoniem", false},
		{"reflecties/stil", "advies: Wacht niet.", "advies: Wacht niet.\neerste_indruk: Het is daar stil.", true}, // the hidden name stands a line lower
		{"reflecties/stil", "Zie [[els]].", "Zie gerust [[els]].", true},
		{"reflecties/nee", "Dit mag er niet in.", "Dit mag er ook niet in.", false},
		{"sessies/dag", "minuten: 10", "minuten: 15", true},
		{"sessies/dag", "praten: 3", "praten: 4", true},
		{"sessies/dag", "ronde: 0, onderdeel", "ronde: 9, onderdeel", false}, // a round that there is not
		{"sessies/dag", "datum: 2026-11-14", "datum: 2026-11-15", false},
		{"sessies/dag", "volgorde: [stil, els]", "volgorde: [els, stil]", false},
		{"themas/wachten", "Soms is wachten goed.", "Vaak is wachten goed.", true},
		{"themas/wachten", "polen: [wachten, bellen]", "polen: [wachten, roepen]", false},
		{"organisaties/kring", "Een verzonnen kring.", "Een bedachte kring.", true},
		{"organisaties/kring", "plaats: Oeverdam", "plaats: Waterdam", false},
		{"paginas/over", "Om van te leren.", "Om samen van te leren.", true},
		{"index", "Alles is verzonnen.", "Alles is bedacht.", false},
		{"templates/free.html", "<p>", "<p class=\"wijs\">", true},
		{"templates/free.html", "<p>", "<p>Fatima belt 06-12345678. ", true}, // the guard finds it there
		{"templates/free.html", "{{.Title}}", "{{.Title", true},              // told by the pages that it makes
		{"templates/eigen.css", "teal", "tomato", true},
		{"templates/nl.yaml", "Meteen lezen", "Nu lezen", false},
	} {
		path := edit.file
		if !strings.HasPrefix(path, "templates/") {
			path = "content/" + edit.file + ".md"
		}
		text := w.files[path]
		if !strings.Contains(text, edit.old) {
			t.Fatalf("%s has no %q", path, edit.old)
		}
		before := desk.Standing()
		result := save(path, strings.Replace(text, edit.old, edit.by, 1))
		if anew := desk.Standing() == before; anew != edit.anew {
			t.Errorf("%s, %q: put anew %v, want %v", path, edit.by, anew, edit.anew)
		}
		compare(t, w, in, desk, result, paths, []string{path}, desk.Standing() == before)
		save(path, text)
		if t.Failed() {
			t.Fatalf("%s, %q", path, edit.by)
		}
	}
}

// TestADocumentPutAnewHidesWhatTheOthersHide holds that what the edition may not hold is taken out of a document that was put anew too.
func TestADocumentPutAnewHidesWhatTheOthersHide(t *testing.T) {
	w, _, desk, save := open(t)
	stood := desk.Standing()
	for _, path := range []string{"content/casussen/mo.md", "content/reflecties/stil.md"} {
		save(path, w.files[path]+"\nEn nog iets.\n")
	}
	if desk.Standing() != stood {
		t.Fatal("they were not put anew")
	}
	seen := 0
	for _, c := range desk.Book().Cases {
		if strings.Contains(c.Body.Plain, "nog iets") {
			seen++
		}
		if c.Facilitation != nil || len(c.Names) > 0 || len(c.Traits) > 0 {
			t.Errorf("%s still has %v, %v, %v", c.ID, c.Facilitation, c.Names, c.Traits)
		}
	}
	for _, r := range desk.Book().Reflections {
		if strings.Contains(r.Body.Plain, "nog iets") {
			seen++
			if !r.Participant.IsZero() || !r.Consent.Given.IsZero() {
				t.Errorf("%s still has %v, %v", r.ID, r.Participant, r.Consent)
			}
		}
	}
	if seen != 2 {
		t.Errorf("%d of the two documents were found", seen)
	}
}

// TestErrorsLeaveTheLastGoodPages holds that no page changes as long as there are errors, also when one was found half way, and that all comes
// right when they are mended, in whatever order.
func TestErrorsLeaveTheLastGoodPages(t *testing.T) {
	w, in, desk, save := open(t)
	out := shelf{files: map[string][]byte{}}
	if _, err := generator.Build(context.Background(), in, &out); err != nil {
		t.Fatal(err)
	}
	const mo, dag, els = "content/casussen/mo.md", "content/sessies/dag.md", "content/reflecties/els.md"
	good := map[string]string{mo: w.files[mo], dag: w.files[dag], els: w.files[els]}
	same := func(when string) {
		t.Helper()
		for path, want := range out.files {
			if got, _, err := desk.File(path); err != nil || string(got) != string(want) {
				t.Errorf("%s: %s changed (%v)", when, path, err)
			}
		}
	}
	for i, wrong := range []struct{ path, old, by string }{
		{dag, "ronde: 0, onderdeel: Lezen", "ronde: 9, onderdeel: Kijken"},
		{mo, "Zie ook [[an]]", "Zie ook [[niemand]]"},
		{mo, "titel:", "title"},
		{els, "sessie: dag", "sessie: nacht"},
	} {
		result := save(wrong.path, strings.Replace(good[wrong.path], wrong.old, wrong.by, 1))
		if !result.Problems.HasErrors() {
			t.Fatalf("%q is no error: %v", wrong.by, result.Problems)
		}
		same(fmt.Sprint("with error ", i))
		result = save("content/casussen/an.md", strings.Replace(w.files["content/casussen/an.md"], "koud", "warm", 1))
		if concerned := func(p diag.Problem) bool { return p.Pos.File == wrong.path && p.Severity() == diag.Error }; !anyOf(result.Problems, concerned) {
			t.Errorf("error %d is forgotten when another file is saved: %v", i, result.Problems)
		}
		same(fmt.Sprint("with another text saved, and error ", i))
		save("content/casussen/an.md", small()["content/casussen/an.md"])
		result = save(wrong.path, good[wrong.path])
		if result.Problems.HasErrors() {
			t.Errorf("error %d was mended: %v", i, result.Problems)
		}
		same(fmt.Sprint("without error ", i))
	}
}

func anyOf(list diag.List, is func(diag.Problem) bool) bool {
	for _, p := range list {
		if is(p) {
			return true
		}
	}
	return false
}
