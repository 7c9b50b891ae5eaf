package generator_test

import (
	"context"
	"fmt"
	"path"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"
)

// BenchmarkBuild builds casebooks of growing size in memory: 12 events and 3 reflections a case. ms/page and pages/s should not
// change with the size; when they do, something searches where an index belongs.
func BenchmarkBuild(b *testing.B) {
	for _, cases := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("cases=%d", cases), func(b *testing.B) {
			content := generated(cases)
			b.ReportAllocs()
			var out counter
			for b.Loop() {
				out = counter{}
				result, err := generator.Build(context.Background(), generator.Input{Content: content, Today: benchDay}, &out)
				if err != nil || result.Failed() {
					b.Fatal(err, result.Problems[:min(5, len(result.Problems))])
				}
			}
			seconds := b.Elapsed().Seconds() / float64(b.N)
			b.ReportMetric(float64(out.files.Load())/seconds, "files/s")
			b.ReportMetric(float64(out.bytes.Load())/seconds/1e6, "MB/s")
		})
	}
}

var benchDay = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

type counter struct{ files, bytes atomic.Int64 }

func (c *counter) Add(_ string, data []byte) error {
	c.files.Add(1)
	c.bytes.Add(int64(len(data)))
	return nil
}

// generated is a casebook of a given number of cases, the same every time.
func generated(cases int) fstest.MapFS {
	content := fstest.MapFS{"index.md": file("titel: Gegenereerd casusboek\nrollen: [corporatie, gemeente, school]", "Alles is verzonnen.")}
	for i := range 24 {
		content[fmt.Sprintf("themas/thema-%d.md", i)] = file(fmt.Sprintf("titel: Thema %d\npolen: [helpen, wachten]", i), "Een kwestie van kiezen.")
	}
	for i := range 1 + cases/50 {
		content[fmt.Sprintf("sessies/sessie-%d.md", i)] = file(fmt.Sprintf("titel: Sessie %d\ndatum: 2026-%02d-%02d", i, 1+i%11, 1+i%28),
			"Een middag over [[casus-"+fmt.Sprint(i*50%cases)+"]].")
	}
	for i := range cases {
		content[fmt.Sprintf("casussen/casus-%d.md", i)] = generatedCase(i, cases)
		for j := range 3 {
			content[fmt.Sprintf("reflecties/reflectie-%d-%d.md", i, j)] = file(fmt.Sprintf(
				"kop: Reflectie %d van %d\ndeelnemer: {voornaam: Jo, achternaam: Naam%d}\nweergave: naam\norganisatie: Organisatie %d\ntoestemming: {gegeven: 2026-01-01}\nsessie: sessie-%d\ncasussen: [casus-%d]\nthemas: [thema-%d]\nna_ronde: %d",
				j, i, i%500, i%40, i/50, i, i%24, j), strings.Repeat("Aan tafel werd het stil toen de kaart over de brief kwam. Ik had die brief zelf kunnen schrijven. ", 4))
		}
	}
	return content
}

func generatedCase(i, cases int) *fstest.MapFile {
	var front strings.Builder
	fmt.Fprintf(&front, "titel: Casus %d\npseudoniem: Persoon %d\nherkomst: fictief\nsamenvatting: Iemand verhuist en niemand belt.\n", i, i)
	fmt.Fprintf(&front, "themas: [thema-%d, thema-%d]\nrondes:\n  - {naam: Eerste indruk, minuten: 5, keuzes: [praten, wachten]}\n  - {naam: Meer feiten, minuten: 10}\n  - {naam: Alles, minuten: 10}\ngebeurtenissen:\n", i%24, (i+7)%24)
	domains := []string{"wonen", "zorg", "werk", "onderwijs", "sociale-zekerheid", "pensioen"}
	for e := range 12 {
		fmt.Fprintf(&front, "  - id: feit-%d\n    ronde: %d\n    wanneer: %d jaar\n    titel: Feit nummer %d\n    domein: %s\n    bekend_bij: [corporatie]\n    tekst: |\n      De brief is **duidelijk** en niemand leest hem. Een telefoontje had genoeg kunnen zijn, zegt ze later, en zo is het ook.\n",
			e, 1+e/6, 20+e*2+i%5, e, domains[e%6])
		if e%4 == 1 {
			front.WriteString("    soort: signaal\n    opgepakt: nee\n")
		}
		if e < 11 {
			fmt.Fprintf(&front, "    leidt_tot: [feit-%d]\n", e+1)
		}
	}
	front.WriteString("netwerk:\n  - {wie: zus, kring: familie, band: sterk, steun: [praktisch], ronde: 1}\n  - {wie: verhuurder, kring: instanties, band: gespannen, ronde: 2}")
	body := strings.Repeat("Op donderdag staat de deur op een kier. Wie aanbelt, krijgt koffie en een verhaal. ", 8) + fmt.Sprintf("\n\nZie ook [[casus-%d]] en [[thema:thema-%d]].", (i+1)%cases, i%24)
	return file(front.String(), body)
}

func file(front, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("---\n" + front + "\n---\n" + body + "\n")}
}

// BenchmarkEdit saves one file of a casebook that is open, and makes the page that somebody looks at: what an author waits for. A text changes its own
// document alone; a title stands in lists, links and orders, so the whole book is gone through.
func BenchmarkEdit(b *testing.B) {
	for _, cases := range []int{100, 1000, 10000} {
		content := generated(cases)
		templates := fstest.MapFS{}
		desk := generator.NewDesk(generator.Input{Content: content, Templates: templates, Today: benchDay})
		if result, err := desk.Update(context.Background(), nil); err != nil || result.Failed() {
			b.Fatal(err, result.Problems[:min(5, len(result.Problems))])
		}
		edit := func(name, page string, change func(i int)) {
			b.Run(fmt.Sprintf("cases=%d/%s", cases, strings.TrimSuffix(path.Base(name), path.Ext(name))), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					change(i)
					if _, err := desk.Update(context.Background(), []string{name}); err != nil {
						b.Fatal(err)
					}
					if _, _, err := desk.File(page); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		add := func(name string) func(int) {
			was := content[name].Data
			return func(i int) { content[name].Data = fmt.Appendf(was[:len(was):len(was)], "\nRegel %d.\n", i) }
		}
		edit("content/casussen/casus-7.md", "casussen/casus-7/index.html", add("casussen/casus-7.md"))
		edit("content/reflecties/reflectie-7-1.md", "reflecties/reflectie-7-1/index.html", add("reflecties/reflectie-7-1.md"))
		edit("templates/casusboek.css", "casusboek.css", func(i int) {
			templates["casusboek.css"] = &fstest.MapFile{Data: fmt.Appendf(nil, "h1 { margin: %dpx }", i)}
		})
		edit("content/casussen/titel.md", "casussen/casus-7/index.html", func(i int) {
			content["casussen/titel.md"] = file(fmt.Sprintf("titel: Titel %d\nherkomst: fictief\nsamenvatting: Iemand verhuist.", i), "Er brandt licht.")
		})
	}
}
