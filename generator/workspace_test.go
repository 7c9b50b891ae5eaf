package generator_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/guard"
)

// small is a casebook that has some of everything: references of all kinds, a draft, reflections with and without consent, an answer to the guard.
func small() map[string]string {
	return map[string]string{
		"content/index.md":              "---\ntitel: Wie belt er aan\norganisator: Leerkring Thuis\nrollen: [corporatie, gemeente, huisarts]\nmenu: [over]\nprivacy: {beoordeling: gewenst}\n---\nAlles is verzonnen. Begin bij [[mo]].\n",
		"content/casussen/mo.md":        smallCase("De stapel post", "fictief", "Mo", "Zie ook [[an]], [[over]] en [de brief](an.md#brief)."),
		"content/casussen/an.md":        smallCase("Een nieuwe sleutel", "samengesteld", "An", "## Achteraf\n\nOver [[thema:wachten]] en [[mo#klacht]]. De fiets van haar broer stond al drie weken tegen dezelfde lantaarnpaal, zonder slot en zonder bel."),
		"content/casussen/ko.md":        "---\ntitel: Het lege bed\nherkomst: samengesteld\nsamenvatting: Een zaal met negen bedden.\nrondes: [{naam: Eerste indruk}]\n---\nOp donderdag is het stil.\n",
		"content/casussen/concept.md":   strings.Replace(smallCase("Nog niet af", "fictief", "Bo", ""), "\n---\n", "\nconcept: ja\n---\n", 1),
		"content/reflecties/els.md":     "---\nkop: Niet gebeld\ndeelnemer: {voornaam: Els, tussenvoegsel: van, achternaam: Weeme}\nweergave: naam\norganisatie: Woonkring\ntoestemming: {gegeven: 2026-01-01}\nsessie: dag\ncasussen: [mo]\nthemas: [wachten]\nna_ronde: 1\nkantelkaart: brief\nadvies: Bel aan.\n---\nIk had niet gebeld. Dat zei [[mo]] ook, bij het Brede Raam.\n",
		"content/reflecties/stil.md":    "---\nkop: Stil\nweergave: functie\nadvies: Wacht niet.\ndeelnemer: {voornaam: Joke, achternaam: Visbeen}\nfunctie: wijkconsulent\ntoestemming: {gegeven: 2026-01-02}\nsessie: dag\ncasussen: [an]\nreageert_op: els\nstreamers: [Het bleef stil]\n---\nHet bleef stil. Zie [[els]].\n",
		"content/reflecties/nee.md":     "---\nkop: Toch niet\ntoestemming: {gegeven: 2026-01-01, ingetrokken: 2026-02-01}\nsessie: dag\ncasussen: [mo]\n---\nDit mag er niet in.\n",
		"content/sessies/dag.md":        "---\ntitel: Middag over post\ndatum: 2026-11-14\norganisator: Woonkring\ncasussen: [mo]\ngroepen: [{naam: Tafel Raam, casus: an}]\nprogramma:\n  - {minuten: 10, ronde: 0, onderdeel: Lezen}\ntellingen:\n  - {groep: Tafel Raam, ronde: 0, praten: 3, wachten: 1}\nvolgorde: [stil, els]\n---\nEen middag over [[mo]] en [[els]].\n",
		"content/themas/wachten.md":     "---\ntitel: Wachten of bellen\npolen: [wachten, bellen]\nsynoniemen: [wachten]\n---\nSoms is wachten goed. Zie [[mo]].\n",
		"content/organisaties/kring.md": "---\ntitel: Woonkring\nplaats: Oeverdam\n---\nEen verzonnen kring.\n",
		"content/paginas/over.md":       "---\ntitel: Over dit boek\n---\n## Waarom\n\nOm van te leren. Lees [[an]] en [[sessie:dag]].\n",
		"content/privacy.yaml":          "verklaard:\n  woord: [Brievenbus]\n  plaats: [Oeverdam]\n",
	}
}

func smallCase(title, origin, name, body string) string {
	return "---\ntitel: " + title + "\npseudoniem: " + name + "\nherkomst: " + origin + "\nsamenvatting: Iemand betaalt opeens niet meer.\nleerdoelen: [Kijken voor je handelt]\n" +
		"themas: [wachten, geld]\nrondes:\n  - {naam: Eerste indruk, minuten: 5, keuzes: [praten, wachten]}\n  - {naam: Later, minuten: 10, vragen: [Wat nu?]}\ngebeurtenissen:\n" +
		"  - id: brief\n    ronde: 0\n    wanneer: 40 jaar\n    titel: De brief\n    domein: wonen\n    bekend_bij: [corporatie]\n    tekst: |\n      Er komt een brief. Niemand leest hem.\n    leidt_tot: [klacht]\n" +
		"  - id: klacht\n    ronde: 1\n    soort: signaal\n    opgepakt: nee\n    wanneer: 12 maanden na brief\n    titel: Het brede raam\n    domein: zorg\n    tekst: |\n      De buren klagen.\n    waarde: {wat: huur, van: 520, naar: 690, eenheid: EUR/maand}\n" +
		"netwerk:\n  - {wie: zus, kring: familie, band: sterk, steun: [praktisch], ronde: 1}\ndilemmas:\n  - {vraag: Wel of niet bellen?, ronde: 1, opties: [{tekst: Nu, voor: dichtbij, tegen: schrik}]}\n" +
		"namen: [" + name + "tje]\nkenmerken: [vrouw]\nbegeleiding:\n  afloop: Het kwam goed.\n---\n" + name + " doet open. Binnen is het koud.\n\n" + body + "\n"
}

// writer edits a casebook in all ways that an author may, good and bad.
type writer struct {
	*rand.Rand
	files, originals map[string]string
	n                int
	broken           bool // there are errors: an author who sees one mends it, sooner or later
}

// words are what is written by chance: ordinary ones, ids and titles that others name, things that the guard finds.
var words = strings.Fields("koud tafel mo an els brief klacht wachten Woonkring over dag fictief samengesteld ja nee 0 1 2 3 wonen zorg naam anoniem [[mo]] [[an]] [[niets]] [[thema:geld]] " +
	"**huis** Fatima Oeverdam Brievenbus 06-12345678 040-2123456 11-03-1971 titel: - kruis: 41 jaar 2026-03-01 concept: # ## `")

func (w *writer) word() string { return words[w.Intn(len(words))] }

func (w *writer) file(ending string) string {
	names := slices.Sorted(maps.Keys(w.files))
	names = slices.DeleteFunc(names, func(name string) bool { return !strings.HasSuffix(name, ending) })
	return names[w.Intn(len(names))]
}

// edit changes something and gives the files that it touched.
func (w *writer) edit() []string {
	w.n++
	if w.broken && w.Intn(3) > 0 {
		return w.mend()
	}
	switch p := w.Intn(100); {
	case p < 60:
		return w.write()
	case p < 78:
		return w.spoil()
	case p < 84:
		return w.mend()
	case p < 88:
		path := w.file("")
		delete(w.files, path)
		return []string{path}
	case p < 92:
		path := fmt.Sprintf("content/casussen/nieuw-%d.md", w.Intn(3))
		w.files[path] = smallCase(fmt.Sprintf("Nieuw %d", w.n), "fictief", "Nu", "Zie [[mo]].")
		return []string{path}
	}
	return w.lay()
}

// write adds words to a text, as authors mostly do, or says one of the fields that are a document's own in other words.
func (w *writer) write() []string {
	path := w.file(".md")
	text := w.files[path]
	said := []string{"Niemand leest hem", "De buren klagen", "Iemand betaalt opeens niet meer", "Het kwam goed", "dichtbij", "zus", "Wat nu?", "Bel aan", "690", "Lezen", "opgepakt: nee", "stil."}
	said = slices.DeleteFunc(said, func(s string) bool { return !strings.Contains(text, s) })
	if len(said) > 0 && w.Intn(3) > 0 {
		s := said[w.Intn(len(said))]
		by := s + " " + []string{"echt", "nu", "morgen", "Fatima", "Brievenbus", "040-2123456", "mo", "en dan nog " + strings.Repeat("heel veel woorden ", 60)}[w.Intn(8)]
		w.files[path] = strings.Replace(text, s, by, 1)
		return []string{path}
	}
	word := []string{"gisteren", "Fatima", "Brievenbus", w.word()}[w.Intn(4)]
	w.files[path] = text + fmt.Sprintf("\nNog iets over de kou van %s, met *nadruk* en %d.\n", word, w.n)
	return []string{path}
}

// spoil changes any line, which mostly breaks something.
func (w *writer) spoil() []string {
	path := w.file("")
	lines := strings.Split(w.files[path], "\n")
	i := w.Intn(len(lines))
	parts := strings.Split(lines[i], " ")
	switch w.Intn(4) {
	case 0:
		lines = slices.Delete(lines, i, i+1)
	case 1:
		lines = slices.Insert(lines, i, lines[w.Intn(len(lines))])
	default:
		parts[w.Intn(len(parts))] = w.word()
		lines[i] = strings.Join(parts, " ")
	}
	w.files[path] = strings.Join(lines, "\n")
	return []string{path}
}

// mend makes files what they were at first: one, or all that are not.
func (w *writer) mend() []string {
	var changed []string
	for path := range w.originals {
		if w.files[path] != w.originals[path] {
			changed = append(changed, path)
		}
	}
	for path := range w.files {
		if _, was := w.originals[path]; !was && w.broken {
			changed = append(changed, path)
		}
	}
	slices.Sort(changed)
	if len(changed) > 1 && w.Intn(4) == 0 {
		changed = changed[:1]
	}
	for _, path := range changed {
		if w.files[path] = w.originals[path]; w.files[path] == "" {
			delete(w.files, path)
		}
	}
	return changed
}

// lay changes the site's own templates and words.
func (w *writer) lay() []string {
	own := map[string]string{
		"templates/casusboek.css": fmt.Sprintf("h1 { margin: %dpx }", w.n),
		"templates/nl.yaml":       []string{"page:\n  skip: Meteen lezen\n", "page:\n  skip: [fout]\n"}[w.Intn(2)],
		"templates/free.html":     []string{`{{define "main"}}<p>{{.Title}}</p>{{end}}`, `{{define "main"}}{{.Niets}}{{end}}`, `{{define`}[w.Intn(3)],
	}
	names := slices.Sorted(maps.Keys(own))
	path := names[w.Intn(len(names))]
	if _, there := w.files[path]; there {
		delete(w.files, path)
	} else {
		w.files[path] = own[path]
	}
	return []string{path}
}

// input is a casebook in memory as it is now.
func (w *writer) input(content, templates fstest.MapFS) {
	for folder, files := range map[string]fstest.MapFS{"content/": content, "templates/": templates} {
		clear(files)
		for path, text := range w.files {
			if name, in := strings.CutPrefix(path, folder); in {
				files[name] = &fstest.MapFile{Data: []byte(text)}
			}
		}
	}
}

// shelf is what a build writes.
type shelf struct {
	mu    sync.Mutex
	files map[string][]byte
}

func (k *shelf) Add(path string, data []byte) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.files[path] = bytes.Clone(data)
	return nil
}

// TestADeskIsAlwaysAsIfJustOpened edits a casebook hundreds of times, in all ways, and holds a desk that stays open against one that is opened anew and
// against a build: all problems and all pages are the same, whichever way the desk took.
func TestADeskIsAlwaysAsIfJustOpened(t *testing.T) {
	for seed := range int64(3) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			w := &writer{Rand: rand.New(rand.NewSource(seed)), files: small(), originals: small()}
			content, templates := fstest.MapFS{}, fstest.MapFS{}
			w.input(content, templates)
			in := generator.Input{Content: content, Templates: templates, Edition: guard.Edition(seed % 2), Today: benchDay}
			desk, paths := generator.NewWorkspace(in), map[string]bool{}
			must := func(r generator.Result, err error) generator.Result {
				if err != nil {
					t.Fatal(err)
				}
				return r
			}
			if r := must(desk.Update(context.Background(), nil)); r.Failed() {
				t.Fatal(r.Problems)
			}
			anew, whole := 0, 0
			for range 80 {
				changed := w.edit()
				w.input(content, templates)
				before := desk.Standing()
				got := must(desk.Update(context.Background(), changed))
				w.broken = desk.Standing() == nil
				stood := before != nil && desk.Standing() == before
				if stood {
					anew++
				} else {
					whole++
				}
				compare(t, w, in, desk, got, paths, changed, stood)
				if t.Failed() {
					t.Fatalf("after edit %d of %q, put anew %v:\n%s", w.n, changed, stood, w.files[strings.Join(changed, "")])
				}
			}
			if t.Logf("%d anew, %d whole", anew, whole); anew < 12 || whole < 12 {
				t.Errorf("%d edits put one document anew and %d made the whole book: too few to tell", anew, whole)
			}
		})
	}
}

// compare holds a desk against one that is opened now, and against a build. paths are all that any site so far had. anew says that one
// document was put anew. A build takes longer than all the rest, so not each edit is built.
func compare(t *testing.T, w *writer, in generator.Input, desk *generator.Workspace, got generator.Result, paths map[string]bool, changed []string, anew bool) {
	t.Helper()
	fresh := generator.NewWorkspace(in)
	if !slices.ContainsFunc(changed, func(path string) bool { return strings.HasPrefix(path, "templates/") }) {
		fresh.Borrow(desk)
	}
	want, err := fresh.Update(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if g, x := fmt.Sprintf("%+v", got.Problems), fmt.Sprintf("%+v", want.Problems); g != x {
		t.Errorf("problems\n%s\nwant\n%s", g, x)
	}
	if g, x := fmt.Sprint(got.Cases, got.Reflections, got.Sessions, got.Drafts, got.Unconsented, got.Updated), fmt.Sprint(want.Cases, want.Reflections, want.Sessions, want.Drafts, want.Unconsented, want.Updated); g != x {
		t.Errorf("counted %s, want %s", g, x)
	}
	if fresh.Standing() == nil {
		return // there are no pages; the open desk has those of the last good book
	}
	out := shelf{files: map[string][]byte{}}
	var built generator.Result
	if w.n%7 == 1 || len(paths) == 0 {
		if built, err = generator.Build(context.Background(), in, &out); err != nil {
			t.Fatal(err)
		}
	}
	for path := range out.files {
		paths[path] = true
	}
	for path := range paths {
		if !anew && w.Intn(10) > 0 {
			continue // the same steps made both: a sample will do
		}
		is, problems, err := desk.File(path)
		should, wantProblems, wantErr := fresh.File(path)
		if !bytes.Equal(is, should) || fmt.Sprint(problems) != fmt.Sprint(wantProblems) || errors.Is(err, fs.ErrNotExist) != errors.Is(wantErr, fs.ErrNotExist) {
			t.Errorf("%s: the open desk has another page than one that is opened now: %v %v", path, err, wantErr)
		}
		if made, there := out.files[path]; there && !built.Failed() && !bytes.Equal(is, made) {
			t.Errorf("%s: the desk has another page than a build", path)
		}
		if desk.Shows(path) != fresh.Shows(path) {
			t.Errorf("%s shows %q, want %q", path, desk.Shows(path), fresh.Shows(path))
		}
	}
	for _, path := range changed {
		if desk.PageOf(path) != fresh.PageOf(path) {
			t.Errorf("the page of %s is %q, want %q", path, desk.PageOf(path), fresh.PageOf(path))
		}
	}
}
