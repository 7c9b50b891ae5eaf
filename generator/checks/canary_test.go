package checks_test

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/guard"
)

// A canary is a word that stands in one place of the content and in no dictionary. Where it sings in the output, that place came out.

// nowhere holds that a word is in no file and in no file's name.
func nowhere(t *testing.T, files map[string][]byte, word string) {
	t.Helper()
	for _, name := range places(files, word) {
		t.Errorf("%q is in %s: %s", word, name, around(files[name], word))
	}
}

// places are the files in which a word stands, whatever its case.
func places(files map[string][]byte, word string) []string {
	var found []string
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if bytes.Contains(bytes.ToLower(files[name]), []byte(strings.ToLower(word))) || strings.Contains(strings.ToLower(name), strings.ToLower(word)) {
			found = append(found, name)
		}
	}
	return found
}

func around(data []byte, word string) string {
	i := bytes.Index(bytes.ToLower(data), []byte(strings.ToLower(word)))
	if i < 0 {
		return "(in the name)"
	}
	return strings.Join(strings.Fields(string(data[max(0, i-80):min(len(data), i+80)])), " ")
}

// known tells in which files a fact of a round of a case may stand. The search index holds every round; search_test.go holds
// that nobody finds one too early. The facilitator's guide and run sheet are only in that edition.
func known(name, id string, round int) bool {
	if name == "casusboek.json" || strings.HasPrefix(name, "zoeken/index/") || strings.HasPrefix(name, "sessies/") && slices.Contains([]string{"draaiboek", "pakket-begeleider"}, path.Base(path.Dir(name))) {
		return true
	}
	rest, ok := strings.CutPrefix(name, "casussen/"+id+"/")
	if !ok {
		return false
	}
	folder := path.Dir(rest)
	if folder == "levenskaart" || folder == "levenskaart/vel" || folder == "wie-wist-wat" || folder == "rollen" || folder == "presenteren" || folder == "eigen-reflectie" || folder == "kaarten" || path.Dir(folder) == "kaarten" || folder == "gids" {
		return true
	}
	var n int
	if _, err := fmt.Sscanf(strings.TrimPrefix(folder, "handout/"), "ronde-%d", &n); err != nil {
		return false
	}
	return n >= round
}

// sings holds that a canary of a round is where it may be, on every page where it must be, and nowhere else.
func sings(t *testing.T, files map[string][]byte, word, id string, round int, must ...string) {
	t.Helper()
	found := places(files, word)
	for _, name := range found {
		if !known(name, id, round) {
			t.Errorf("%q, a fact of round %d of %s, is in %s: %s", word, round, id, name, around(files[name], word))
		}
	}
	for _, name := range must {
		if !slices.Contains(found, "casussen/"+id+"/"+name) && !slices.Contains(found, name) {
			t.Errorf("%q, a fact of round %d of %s, is missing from %s: it is in %v", word, round, id, name, found)
		}
	}
}

// mark makes a canary of a case's name and a round: letters only, so that no rule takes it for a number or a postcode.
func mark(id string, round int) string {
	return "zz" + strings.ReplaceAll(id, "-", "") + strings.Repeat("q", round) + "zz"
}

// Every event, tie and dilemma of every case of the example gets a word of its own case and round, in all the prose that it has.
func TestNoSpoilersInTheExample(t *testing.T) {
	content := copyOf(t, exampleContent())
	last := map[string]int{}
	for name, file := range content {
		if path.Dir(name) == "casussen" {
			id := strings.TrimSuffix(path.Base(name), ".md")
			file.Data = edit(t, name, file.Data, func(front *yaml.Node) { last[id] = markRounds(front, id) })
		}
	}
	if len(last) < 4 {
		t.Fatalf("marked only %v", last)
	}
	for _, kind := range []guard.Edition{guard.Public, guard.Facilitator} {
		files, err := build(content, kind)
		must(t, err)
		for _, id := range slices.Sorted(maps.Keys(last)) {
			for round := 1; round <= last[id]; round++ {
				sings(t, files, mark(id, round), id, round, fmt.Sprintf("ronde-%d/index.html", round), fmt.Sprintf("handout/ronde-%d/index.html", round), "levenskaart/index.html", "wie-wist-wat/index.html", "rollen/index.html", "presenteren/index.html", "kaarten/rollen/index.html", "casusboek.json")
			}
		}
	}
}

// markRounds adds the canary of its round to all prose of what has a round, and gives the last round.
func markRounds(front *yaml.Node, id string) (last int) {
	for _, list := range []string{"gebeurtenissen", "netwerk", "dilemmas"} {
		for _, item := range items(front, list) {
			var round int
			if n := under(item, "ronde"); n == nil || n.Decode(&round) != nil || round == 0 {
				continue
			}
			if list == "gebeurtenissen" {
				last = max(last, round)
			}
			for _, key := range []string{"titel", "tekst", "wie", "vraag"} {
				if n := under(item, key); n != nil {
					n.Value = strings.TrimRight(n.Value, "\n ") + " " + mark(id, round)
				}
			}
		}
	}
	return last
}

// edit changes the front matter of a file as data, and leaves the body.
func edit(t *testing.T, name string, file []byte, change func(front *yaml.Node)) []byte {
	t.Helper()
	parts := bytes.SplitN(file, []byte("---\n"), 3)
	if len(parts) != 3 {
		t.Fatalf("%s has no front matter", name)
	}
	var document yaml.Node
	must(t, yaml.Unmarshal(parts[1], &document))
	change(document.Content[0])
	front, err := yaml.Marshal(&document)
	must(t, err)
	return slices.Concat([]byte("---\n"), front, []byte("---\n"), parts[2])
}

// under gives the value of a key, or nil.
func under(mapping *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		if mapping.Content[i].Value == key {
			return mapping.Content[i+1]
		}
	}
	return nil
}

func items(mapping *yaml.Node, key string) []*yaml.Node {
	if list := under(mapping, key); list != nil {
		return list.Content
	}
	return nil
}

// spoilable is a case with a canary in every field of what is told in round 2, and everything else that could carry one out: links to it from every
// kind of document, causes across rounds, a reflection that was turned by it.
var spoilable = map[string]string{
	"casussen/kanarie.md": `---
titel: Een rustig huis
pseudoniem: Kanarie
herkomst: fictief
samenvatting: Een huis waar niets lijkt te gebeuren.
hoofdvraag: Wat is hier stil?
themas: [kanariethema]
rondes:
  - {naam: Eerste indruk, vragen: [Wat ziet u?], keuzes: [praten, wachten]}
  - {naam: Meer, keuzes: [praten, wachten]}
  - {naam: Nog meer, inleiding: De zzinleidingzz., vragen: [Wat doet zzvraagzz?], keuzes: [praten, wachten]}
gebeurtenissen:
  - {id: eerst, ronde: 1, wanneer: 40 jaar, titel: Eerst, domein: wonen, leidt_tot: [zzidzz], tekst: "Daarna kwam [[#zzidzz]]."}
  - id: zzidzz
    ronde: 2
    wanneer: 41 jaar
    titel: De zztitelzz
    domein: zorg
    tekst: "Toen kwam de **zztekstzz**, zoals bij [[thema:kanariethema]] en [[nadira]]."
    bron: dossier
    bekend_bij: [zzrolzz]
    waarde: {wat: zzwatzz, van: zzvanzz, naar: zznaarzz, eenheid: zzeenheidzz}
    leidt_tot: [later]
  - {id: zzsignaalzz, soort: signaal, ronde: 2, wanneer: 3 maanden na zzidzz, titel: Een zzroepzz, domein: zorg, opgepakt: zzgesprekzz}
  - {id: zzgesprekzz, soort: contact, ronde: 2, wanneer: 42 jaar, titel: Een zzpraatzz, domein: zorg, gehouden: nee}
  - {id: later, ronde: 1, wanneer: 44 jaar, titel: Later, domein: wonen}
netwerk:
  - {wie: zzwiezz, kring: familie, band: broken, ronde: 2}
dilemmas:
  - {vraag: Wat zou zzdilemmazz?, ronde: 2, opties: [{tekst: zzoptiezz, voor: zzvoorzz, tegen: zztegenzz}, {tekst: niets}]}
---
Het is stil. Zie [[#zzidzz]] en [[kanarie#zzidzz]].
`,
	"themas/kanariethema.md":   "---\ntitel: Kanariethema\n---\nDenk aan [[kanarie#zzidzz]].\n",
	"paginas/kanariepagina.md": "---\ntitel: Kanariepagina\n---\nDenk aan [[kanarie#zzidzz]].\n",
	"reflecties/kanarie.md": `---
kop: Een kop die niets verraadt
toestemming: {gegeven: 2026-11-01}
casussen: [kanarie]
themas: [kanariethema]
kantelkaart: kanarie#zzidzz
na_ronde: 2
---
Het was zzcitaatzz dat mij omver blies, na [[kanarie#zzidzz]].
`,
}

func TestNoSpoilersFromAnyField(t *testing.T) {
	content := copyOf(t, exampleContent())
	plant(content, spoilable)
	content["index.md"].Data = edit(t, "index.md", content["index.md"].Data, func(front *yaml.Node) {
		if roles := under(front, "rollen"); roles != nil {
			roles.Content = append(roles.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: "zzrolzz"})
		}
	})
	everywhere := []string{"ronde-2/index.html", "handout/ronde-2/index.html", "levenskaart/index.html", "presenteren/index.html", "casusboek.json"}
	only := []string{"ronde-2/index.html", "handout/ronde-2/index.html", "presenteren/index.html"}
	where := map[string][]string{ // where a canary must sing at least, beside where it may
		"zztitelzz": everywhere, "zztekstzz": everywhere, "zzroepzz": everywhere, "zzpraatzz": everywhere, "zzwiezz": everywhere,
		"zzwatzz": only, "zzvanzz": only, "zznaarzz": only, "zzeenheidzz": only, "zzrolzz": {"ronde-2/index.html", "handout/ronde-2/index.html", "wie-wist-wat/index.html", "rollen/index.html", "presenteren/index.html", "kaarten/rollen/index.html"}, "zzidzz": {"ronde-2/index.html"},
		"zzinleidingzz": only, "zzvraagzz": only, "zzdilemmazz": only, "zzoptiezz": only, "zzvoorzz": only, "zztegenzz": only,
	}
	for _, kind := range []guard.Edition{guard.Public, guard.Facilitator} {
		files, err := build(content, kind)
		must(t, err)
		for _, word := range slices.Sorted(maps.Keys(where)) {
			sings(t, files, word, "kanarie", 2, where[word]...)
		}
		for _, name := range places(files, "zzcitaatzz") {
			if earlier.MatchString(name) {
				t.Errorf("a reflection of after round 2 is told in %s: %s", name, around(files[name], "zzcitaatzz"))
			}
		}
	}
}

// earlier are pages that a reader may see before round 2 of the case: all but the reflection's own, its session's, and those of later rounds.
var earlier = regexp.MustCompile(`^(?:index\.html|feed\.xml|reflecties/index\.html|themas/.*|casussen/index\.html|casussen/kanarie/(?:index|ronde-1/.*|handout/index.*|handout/ronde-1/.*|werkblad/.*))`)

func plant(content fstest.MapFS, files map[string]string) {
	for name, text := range files {
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
}

// private is everything that must not come out, each with a canary: drafts, reflections without valid consent, and of those with consent what
// their participant did not want to show.
var private = map[string]string{
	"casussen/geheim.md": `---
# zzcommentaarzz
titel: Een zzconceptzz
pseudoniem: Zzpseudozz
herkomst: fictief
samenvatting: De zzconceptzz.
concept: ja
---
De zzconceptzz.
`,
	"reflecties/zonder.md":      "---\nkop: Zzzonderzz\ndeelnemer: Zzzonderzz Zzzonderzz\norganisatie: Zzzonderzz\n---\nDe zzzonderzz.\n",
	"reflecties/ingetrokken.md": "---\nkop: Zzweggzz\ntoestemming: {gegeven: 2026-01-01, ingetrokken: 2026-02-01}\nthemas: [zzweggzz]\n---\nDe zzweggzz.\n",
	"reflecties/verlopen.md":    "---\nkop: Zzovergzz\ntoestemming: {gegeven: 2025-01-01, tot: 2026-11-30}\n---\nDe zzovergzz.\n",
	"reflecties/straks.md":      "---\nkop: Zzstrakszz\ntoestemming: {gegeven: 2026-12-02}\n---\nDe zzstrakszz.\n",
	"reflecties/functie.md": `---
kop: Als functie  # zzcommentaarzz
deelnemer: {voornaam: Zznaamzz, tussenvoegsel: van, achternaam: Zznaamzz}
functie: medewerker van toen
organisatie: Stichting Zichtbaar
weergave: functie
toestemming: {gegeven: 2026-11-01}
---
Mijn naam staat er niet.
`,
	"reflecties/organisatie.md": `---
kop: Als organisatie
deelnemer: Zznaamzz de Zznaamzz
functie: zzfunctiezz
organisatie: Stichting Zichtbaar
weergave: organisatie
toestemming: {gegeven: 2026-11-01}
---
Wij zijn een organisatie.
`,
	"reflecties/niemand.md": `---
kop: Als niemand
deelnemer: Zznaamzz de Zznaamzz
functie: zzfunctiezz
organisatie: Zzwerkzz
weergave: anoniem
toestemming: {gegeven: 2026-11-01}
---
Ik ben niemand.
`,
	"reflecties/stil.md": `---
kop: Zonder weergave
deelnemer: Zznaamzz de Zznaamzz
functie: zzfunctiezz
organisatie: Zzwerkzz
toestemming: {gegeven: 2026-11-01}
---
Ook dan niemand.
`,
}

func TestPrivateStaysPrivate(t *testing.T) {
	content := copyOf(t, exampleContent())
	plant(content, private)
	for name, file := range content {
		if path.Dir(name) == "casussen" {
			file.Data = bytes.Replace(file.Data, []byte("---\n"), []byte("---\n# zzcommentaarzz\n"), 1)
		}
	}
	const nadira = "casussen/nadira.md"
	content[nadira].Data = edit(t, nadira, content[nadira].Data, func(front *yaml.Node) {
		facilitation := under(front, "begeleiding")
		if facilitation == nil {
			t.Fatal(nadira + " has no begeleiding")
		}
		markAll(facilitation)
	})
	hidden := []string{
		"zzcommentaarzz", "zzconceptzz", "zzpseudozz", "zzzonderzz", "zzweggzz", "zzovergzz", "zzstrakszz", "zznaamzz", "zzwerkzz", "zzfunctiezz",
	}
	public, err := build(content, guard.Public)
	must(t, err)
	for _, word := range append(hidden, "zzbegeleidingzz") {
		nowhere(t, public, word)
	}
	for name, made := range map[string]bool{"functie": true, "zonder": false, "ingetrokken": false, "verlopen": false, "straks": false} {
		if _, there := public["reflecties/"+name+"/poster/index.html"]; there != made {
			t.Errorf("a poster of the reflection %q: %v, want %v", name, there, made)
		}
	}
	facilitator, err := build(content, guard.Facilitator)
	must(t, err)
	for _, word := range hidden {
		nowhere(t, facilitator, word)
	}
	for _, said := range []string{"Mijn naam staat er niet", "Ik ben niemand", "Ook dan niemand", "medewerker van toen", "Wij zijn een organisatie", "Stichting Zichtbaar"} {
		if len(places(public, said)) == 0 {
			t.Errorf("%q has consent and is in no file, so its canaries prove nothing", said)
		}
	}
}

// markAll adds the canary to every value below a node.
func markAll(n *yaml.Node) {
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			continue // a key
		}
		if c.Kind == yaml.ScalarNode {
			c.Value = strings.TrimRight(c.Value, "\n ") + " zzbegeleidingzz"
		}
		markAll(c)
	}
}

// The canaries themselves: a word that is planted where it may come out must be found.
func TestCanariesAreHeard(t *testing.T) {
	files := map[string][]byte{
		"casussen/nadira/ronde-1/index.html": []byte("<p>ZzNadiraQQzz</p>"), "casussen/zzgeheim/index.html": nil, "over/index.html": []byte("niets"),
	}
	if got := places(files, "zznadiraqqzz"); !slices.Equal(got, []string{"casussen/nadira/ronde-1/index.html"}) {
		t.Errorf("found in %v", got)
	}
	if got := places(files, "zzgeheim"); len(got) != 1 {
		t.Errorf("a word in a file's name is found in %v", got)
	}
	for name, want := range map[string]bool{
		"casussen/nadira/ronde-1/index.html": false, "casussen/nadira/ronde-2/index.html": true, "casussen/nadira/ronde-10/index.html": true,
		"casussen/nadira/index.html": false, "casussen/nadira/handout/index.html": false, "casussen/nadira/werkblad/index.html": false,
		"casussen/nadira/handout/ronde-1/index.html": false, "casussen/nadira/handout/ronde-2/index.html": true, "casussen/nadira/levenskaart/vel/index.html": true,
		"casussen/nadira/levenskaart/index.html": true, "casussen/nadira/kaarten/index.html": true, "casussen/nadira/wie-wist-wat/index.html": true, "casussen/nadira/rollen/index.html": true, "casussen/nadira/presenteren/index.html": true, "casussen/nadira/eigen-reflectie/index.html": true,
		"casussen/nadira/kaarten/rollen/index.html": true, "casussen/mo/rollen/index.html": false, "rollen/index.html": false, "casussen/nadira/kaarten/a7/index.html": true, "casusboek.json": true,
		"zoeken/index/words-0.js": true, "zoeken/index.html": false,
		"casussen/mo/ronde-2/index.html": false, "feed.xml": false, "index.html": false, "signalen/index.html": false,
		"sessies/congres/index.html": false, "sessies/congres/pakket/index.html": false, "sessies/congres/draaiboek/index.html": true,
	} {
		if got := known(name, "nadira", 2); got != want {
			t.Errorf("a fact of round 2 may be in %s: %v, want %v", name, got, want)
		}
	}
}
