package checks_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/png"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/templates"
)

// canaries gives n words that occur nowhere, from number first on.
func canaries(first, n int) []string {
	var all []string
	for i := first; i < first+n; i++ {
		all = append(all, fmt.Sprintf("qz%c%c%cwx", 'a'+i/676%26, 'a'+i/26%26, 'a'+i%26))
	}
	return all
}

// chunk is a chunk of a PNG.
func chunk(kind string, data []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	out = append(append(out, kind...), data...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// pictureWith is a PNG that says something in its comments, in its EXIF, and after its end.
func pictureWith(t *testing.T, text string) []byte {
	var b bytes.Buffer
	must(t, png.Encode(&b, image.NewGray(image.Rect(0, 0, 3, 2))))
	head, rest := b.Bytes()[:33], b.Bytes()[33:]
	all := append([]byte(nil), head...)
	all = append(all, chunk("tEXt", []byte("Comment\x00"+text))...)
	all = append(all, chunk("iTXt", []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00<x>"+text+"</x>"))...)
	all = append(all, chunk("eXIf", []byte("II*\x00\x08\x00\x00\x00\x00\x00\x00\x00"+text))...)
	return append(append(all, rest...), text...)
}

// carrier is a place in which an author may leave what is for nobody. It gets its share of the canaries as one text.
type carrier struct {
	name string
	put  func(t *testing.T, content, own fstest.MapFS, text string)
}

func fileOf(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func reflection(consent, more, body string) *fstest.MapFile {
	return fileOf("---\nkop: Wat ik zag\ntoestemming: " + consent + "\n" + more + "---\n" + body + "\n")
}

// carriers are all of them. What is put into the case stands in lines that hold its place.
var carriers = []carrier{
	{"facilitation", inCase("# begeleiding", "begeleiding: {afloop: '%s', inzichten: ['%s'], valkuilen: ['%s']}")},
	{"names of the originals", inCase("# namen", "namen: ['%s']")},
	{"rare traits", inCase("# zeldzaam", "zeldzaam: [{wat: '%s', een_op: 100}]")},
	{"comment in YAML", inCase("# commentaar", "# %s")},
	{"draft", func(t *testing.T, content, _ fstest.MapFS, text string) {
		content["casussen/concept.md"] = fileOf("---\ntitel: Een concept\npseudoniem: Mo\nherkomst: fictief\nsamenvatting: " + text + "\nconcept: ja\ngebeurtenissen:\n  - {id: een, titel: " + text + ", ronde: 0, domein: wonen, wanneer: 30 jaar}\n---\n" + text + " ![" + text + "](beelden/concept.png)\n")
		content["beelden/concept.png"] = &fstest.MapFile{Data: pictureWith(t, text)}
	}},
	{"name of a draft and its picture", func(t *testing.T, content, _ fstest.MapFS, text string) {
		for _, word := range strings.Fields(text) {
			content["casussen/concept-"+word+".md"] = fileOf("---\ntitel: Nog een concept\npseudoniem: Mo\nherkomst: fictief\nsamenvatting: Niets.\nconcept: ja\n---\n![Een huis](beelden/huis-" + word + ".png)\n")
			content["beelden/huis-"+word+".png"] = &fstest.MapFile{Data: pictureWith(t, word)}
		}
	}},
	{"withdrawn reflection", func(_ *testing.T, content, _ fstest.MapFS, text string) {
		content["reflecties/ingetrokken.md"] = reflection("{gegeven: 2026-01-01, ingetrokken: 2026-02-01}", "deelnemer: "+text+"\nstreamers: ["+text+"]\nadvies: "+text+"\n", text)
	}},
	{"reflection without consent", func(_ *testing.T, content, _ fstest.MapFS, text string) {
		content["reflecties/zonder.md"] = fileOf("---\nkop: " + text + "\neerste_indruk: " + text + "\n---\n" + text + "\n")
	}},
	{"reflection past its end", func(_ *testing.T, content, _ fstest.MapFS, text string) {
		content["reflecties/over.md"] = reflection("{gegeven: 2025-01-01, tot: 2025-12-31}", "organisatie: "+text+"\nthemas: ["+text+"]\n", text)
	}},
	{"participant who shows no name", func(_ *testing.T, content, _ fstest.MapFS, text string) {
		content["reflecties/anoniem.md"] = reflection("{gegeven: 2026-11-01}", "deelnemer: "+text+"\nfunctie: "+text+"\norganisatie: "+text+"\nweergave: anoniem\n", "Wie ik ben staat hier niet.")
	}},
	{"comments, EXIF and end of a picture", func(t *testing.T, content, _ fstest.MapFS, text string) {
		content["beelden/plein.png"] = &fstest.MapFile{Data: pictureWith(t, text)}
	}},
	{"metadata and scripts of a drawing", func(_ *testing.T, content, _ fstest.MapFS, text string) {
		content["beelden/plan.svg"] = fileOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3" onload="` + text + `"><!-- ` + text + ` --><metadata>` + text +
			`</metadata><script>` + text + `</script><path d="M0 0h4" data-who="` + text + `"/></svg>`)
	}},
	{"name of a picture that nothing shows", func(t *testing.T, content, _ fstest.MapFS, text string) {
		for _, word := range strings.Fields(text) {
			content["beelden/oud-"+word+".png"] = &fstest.MapFile{Data: pictureWith(t, word)}
		}
	}},
	{"comment in a template", func(t *testing.T, _, own fstest.MapFS, text string) {
		data, err := templates.Files.ReadFile("404.html")
		must(t, err)
		own["404.html"] = fileOf("{{/* " + text + " */}}" + string(data))
	}},
	{"answers to the guard", func(_ *testing.T, content, _ fstest.MapFS, text string) {
		content["privacy.yaml"] = fileOf("# " + text + "\nverklaard:\n  woord: []\n")
	}},
}

// inCase puts a text into the published case, where a line stands for it.
func inCase(line, form string) func(*testing.T, fstest.MapFS, fstest.MapFS, string) {
	return func(t *testing.T, content, _ fstest.MapFS, text string) {
		file := content["casussen/mo.md"]
		if !bytes.Contains(file.Data, []byte(line)) {
			t.Fatal("no place for", line)
		}
		file.Data = bytes.Replace(file.Data, []byte(line), []byte(strings.ReplaceAll(form, "%s", text)), 1)
	}
}

// carrying is a small casebook with a place for all carriers.
func carrying() fstest.MapFS {
	return fstest.MapFS{
		"index.md": fileOf("---\ntitel: Klein boek\n---\nEen boek met verzonnen levens.\n"),
		"casussen/mo.md": fileOf("---\n# commentaar\ntitel: De stapel post\npseudoniem: Mo\nherkomst: fictief\nsamenvatting: Een man betaalt zijn huur niet meer.\n# begeleiding\n# namen\n# zeldzaam\n" +
			"gebeurtenissen:\n  - {id: brief, titel: Een brief, ronde: 0, domein: wonen, wanneer: 30 jaar, tekst: Niemand leest hem.}\n---\nMo doet open.\n\n![Een plein](beelden/plein.png)\n\n![Een plan](beelden/plan.svg)\n"),
	}
}

// TestCanariesStayIn plants 500 words in all places where an author may leave what is for nobody, and looks for them in all that is published.
func TestCanariesStayIn(t *testing.T) {
	content, own := carrying(), fstest.MapFS{}
	const all = 500
	where := map[string]string{}
	for i, c := range carriers {
		words := canaries(all*i/len(carriers), all*(i+1)/len(carriers)-all*i/len(carriers))
		for _, word := range words {
			where[word] = c.name
		}
		c.put(t, content, own, strings.Join(words, " "))
	}
	if len(where) != all {
		t.Fatal(len(where), "canaries")
	}
	for _, edition := range []guard.Edition{guard.Public, guard.Facilitator} {
		out := &memory{files: map[string][]byte{}}
		result, err := generator.Build(context.Background(), generator.Input{Content: content, Templates: own, Edition: edition, Today: today}, out)
		must(t, err)
		if result.Failed() {
			t.Fatalf("the content has problems: %v", result.Problems)
		}
		if len(out.files["casussen/mo/index.html"]) == 0 || len(out.files["beelden/plein.png"]) == 0 || len(out.files["beelden/plan.svg"]) == 0 {
			t.Fatal("the case or its pictures are not published, so their canaries prove nothing")
		}
		heard := map[string]bool{}
		for name, data := range out.files {
			text := strings.ToLower(name + "\n" + string(data))
			for word, carrier := range where {
				if strings.Contains(text, word) {
					heard[carrier] = true
					if carrier != "facilitation" || edition == guard.Public {
						t.Errorf("%s: %s of %s", name, word, carrier)
					}
				}
			}
		}
		if edition == guard.Facilitator && !heard["facilitation"] {
			t.Error("the facilitator's edition shows no facilitation, so nothing would be heard")
		}
	}
}

// TestAPublicCanaryIsCaught holds that an identifier in a field for everybody stops a build, and that one which gets past all else is seen in what was made.
func TestAPublicCanaryIsCaught(t *testing.T) {
	content := carrying()
	inCase("# commentaar", "# "+"\nhoofdvraag: Wie belt rekening NL91 ABNA 0417 1643 00?")(t, content, nil, "")
	stopped(t, content, nil, diag.PrivacyIBAN)

	const outcome = "de man verhuist na een jaar naar het huis van zijn zus aan de overkant"
	content = carrying()
	content["beelden/plein.png"] = &fstest.MapFile{Data: pictureWith(t, "niets")}
	content["beelden/plan.svg"] = fileOf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4"/></svg>`)
	inCase("# begeleiding", "begeleiding: {afloop: '%s.'}")(t, content, nil, outcome)
	data, err := templates.Files.ReadFile("404.html")
	must(t, err)
	leaking := bytes.Replace(data, []byte("<h1"), []byte("<p>"+outcome+"</p><h1"), 1)
	if bytes.Equal(leaking, data) {
		t.Fatal("404.html has no heading to write before")
	}
	stopped(t, content, fstest.MapFS{"404.html": {Data: leaking}}, diag.PrivacyOutput)
}

func stopped(t *testing.T, content, own fstest.MapFS, rule diag.Rule) {
	t.Helper()
	in := generator.Input{Content: content, Today: today}
	if own != nil {
		in.Templates = own
	}
	result, err := generator.Check(context.Background(), in)
	must(t, err)
	for _, p := range result.Problems {
		if p.Rule == rule && result.Failed() {
			return
		}
	}
	t.Errorf("no %s: %v", rule, result.Problems)
}
