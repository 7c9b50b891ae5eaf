package search

import (
	"fmt"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/lang/langtest"
)

// BenchmarkFiles makes the index of casebooks of growing size: 12 events and 3 reflections a case, in words as frequent as
// those of a language are (Zipf), half of them compounds. It prints how many files there are, and how large they are.
//
//	go test ./generator/search -run '^$' -bench Files -benchtime 1x
func BenchmarkFiles(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("cases=%d", n), func(b *testing.B) {
			cleared := guard.Check(generated(n), guard.Public, today)
			b.ReportAllocs()
			var files, size, largest int
			for b.Loop() {
				files, size, largest = 0, 0, 0
				if err := Files(cleared, Options{Words: langtest.Words("nl")}, func(_ string, data []byte) error {
					files++
					size += len(data)
					largest = max(largest, len(data))
					return nil
				}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(files), "files")
			b.ReportMetric(float64(size)/1e6, "MB")
			b.ReportMetric(float64(largest)/1e3, "largest-kB")
		})
	}
}

// BenchmarkQueries searches a casebook of 10,000 cases as the page does, of which the reader has read twenty, and prints what each
// query loads, in bytes as they lie on disk, and how long it takes with files that come at once.
//
//	go test ./generator/search -run '^$' -bench Queries -benchtime 1x
func BenchmarkQueries(b *testing.B) {
	dir := scripts(b)
	for name, file := range filesOf(b, generated(10000), guard.Public) {
		put(b, dir, "index/"+name+".js", []byte(file))
	}
	for b.Loop() {
		command := exec.Command("node", "testdata/queries.js", "index")
		command.Dir = dir
		out, err := command.CombinedOutput()
		if err != nil {
			b.Fatal(err, string(out))
		}
		fmt.Print(string(out))
	}
}

// tongue makes texts out of frequent and rare words.
type tongue struct {
	words []string
	zipf  *rand.Zipf
}

func newTongue() *tongue {
	chance := rand.New(rand.NewPCG(1, 2))
	stems := strings.Fields(stemsOfBooks)
	t := &tongue{words: strings.Fields(smallWords)}
	t.words = append(t.words, stems...)
	for range 250_000 {
		word := stems[chance.IntN(len(stems))] + stems[chance.IntN(len(stems))]
		if chance.IntN(3) == 0 {
			word += []string{"en", "s", "er", "heid", "lijk", "je"}[chance.IntN(6)]
		}
		t.words = append(t.words, word)
	}
	t.zipf = rand.NewZipf(chance, 1.07, 2, uint64(len(t.words)-1))
	return t
}

func (t *tongue) text(n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(t.words[t.zipf.Uint64()])
		b.WriteByte(' ')
	}
	return b.String()
}

const smallWords = `de het een en van in dat is zij niet haar te ze op er die voor met was hij naar maar om aan ook als bij nog door over dan uit je ik wel
	geen al zijn heeft na had kan moet wordt werd toen nu daar hier waar wie wat hoe veel meer tot tegen onder zo of want omdat`

const stemsOfBooks = `huur schuld woning zorg vraag brief gesprek wijk buurt school werk dag week jaar kind moeder vader zus broer oom tante huis deur trap kamer keuken tuin
	straat plein winkel markt geld loon toeslag uitkering pensioen verzekering dokter apotheek ziekenhuis verpleging thuis hulp dienst team lijn post papier kaart
	tafel stoel bank bed kast lamp raam muur dak vloer gang bel sleutel fiets auto bus trein reis afspraak termijn bedrag rekening betaling regeling plan doel stap
	signaal melding dossier besluit bezwaar aanvraag formulier loket balie telefoon nummer adres naam verhaal vriend buur collega chef leraar klas les boek pen
	avond nacht ochtend middag lente zomer herfst winter regen wind zon sneeuw water vuur licht stilte stem woord zin taal regel recht plicht wet raad stad dorp gemeente
	vereniging stichting bouw sloop verhuizing inboedel meubel jas schoen tas koffie thee brood soep maaltijd eten drinken slaap droom angst zorgen rust vrede ruzie
	liefde trouw scheiding geboorte dood ziekte pijn medicijn therapie gewicht hart hoofd hand voet oog oor mond rug schouder adem bloed kracht moed hoop vertrouwen`

// generated is a linked casebook of so many cases, the same every time.
func generated(n int) *casebook.Book {
	t := newTongue()
	b := &casebook.Book{Site: casebook.Site{Lang: "nl"}}
	for i := range 24 {
		b.Themes = append(b.Themes, &casebook.Theme{Doc: doc(casebook.KindTheme, fmt.Sprintf("thema-%d", i), t.text(60)), Title: text(t.text(2))})
	}
	for i := range 1 + n/50 {
		b.Sessions = append(b.Sessions, &casebook.Session{
			Doc: doc(casebook.KindSession, fmt.Sprintf("sessie-%d", i), t.text(200)), Title: text(t.text(4)), Place: text(t.text(1)),
			Date: casebook.Date{Time: time.Date(2026, 1, 1+i%300, 0, 0, 0, 0, time.UTC)},
		})
	}
	for i := range n {
		c := &casebook.Case{
			Doc: doc(casebook.KindCase, fmt.Sprintf("casus-%d", i), t.text(150)), Title: text(t.text(4)), Pseudonym: text(fmt.Sprintf("Persoon %d", i)), Summary: text(t.text(25)),
			Rounds: make([]casebook.Round, 4),
		}
		for e := range 12 {
			c.Events = append(c.Events, &casebook.Event{
				ID: text(fmt.Sprintf("feit-%d", e)), Round: 1 + e/4, When: casebook.When{Axis: casebook.AgeAxis, Start: 40, End: 41}, Title: text(t.text(4)),
				Text: casebook.Prose{Plain: t.text(35)}, Case: c,
			})
		}
		c.Deck = c.Events
		b.Cases = append(b.Cases, c)
		for r := range 3 {
			b.Reflections = append(b.Reflections, &casebook.Reflection{
				Doc: doc(casebook.KindReflection, fmt.Sprintf("reflectie-%d-%d", i, r), t.text(90)), Headline: text(t.text(5)), AfterRound: r,
				Cases: []casebook.Ref[casebook.Case]{{To: c}}, Consent: casebook.Consent{Given: b.Sessions[0].Date},
			})
		}
	}
	return b
}

func doc(k casebook.Kind, id, plain string) casebook.Doc {
	return casebook.Doc{Kind: k, ID: id, Body: casebook.Prose{Plain: plain}}
}

func text(s string) casebook.Text { return casebook.Text{V: s} }
