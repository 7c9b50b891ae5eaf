package checks_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/browser"
	"casusboek/generator/diag"
)

// fitWords are words of all lengths that Dutch has, to make texts of.
var fitWords = strings.Fields(`de het een op aan met en van naar voor ze hij niet wel dan al nog zij haar zijn er is was heeft werd
	brief huis jaar maand dochter zoon buurvrouw keuken trap balie loket wachtkamer telefoon gesprek formulier handtekening antwoord
	belt schrijft betaalt verhuist vergeet vraagt wacht zegt krijgt begrijpt uitgelegd doorverwezen aangemeld kwijtgescholden
	huurtoeslag bijstandsuitkering zorgverzekeraar woningcorporatie schuldhulpverlening wijkverpleegkundige belastingdienst
	gemeentelijke 1.860 euro, 2014 donderdag, ’s avonds, eenpersoonshuishouden arbeidsongeschiktheidsverzekering`)

// fitContent is a casebook of cases full of cards whose texts, titles and lists are made by chance, most of them about as long as a
// card can hold.
func fitContent(chance *rand.Rand, cases int) fstest.MapFS {
	say := func(words int) string {
		var said []string
		for i := range words {
			word := fitWords[chance.IntN(len(fitWords))]
			if i%9 == 8 {
				word += "."
			}
			said = append(said, word)
		}
		return strings.Join(said, " ")
	}
	content := fstest.MapFS{"index.md": {Data: []byte("---\ntitel: Proef\npapier: {kaarten: [a6, a6-klein, a7, poker, groot]}\nrollen: [corporatie, gemeente, huisarts, familie]\n---\nx\n")}}
	for n := range cases {
		var b strings.Builder
		fmt.Fprintf(&b, "---\ntitel: Leven %d\nherkomst: fictief\nsamenvatting: Iemand.\ngebeurtenissen:\n", n)
		for i := range 12 {
			fmt.Fprintf(&b, "  - id: f-%d\n    ronde: 1\n    wanneer: %d jaar\n    domein: %s\n    titel: %q\n", i, 20+i, []string{"wonen", "zorg", "[werk, sociale-zekerheid]"}[i%3], strings.TrimRight(say(2+chance.IntN(4)), ".,"))
			if i%2 == 0 {
				b.WriteString("    bekend_bij: [corporatie, gemeente, huisarts]\n    bron: dossier\n")
			}
			if i%3 == 1 {
				b.WriteString("    soort: signaal\n")
			}
			if i%4 == 3 {
				b.WriteString("    waarde: {wat: huur, van: 520, naar: 690, eenheid: EUR/maand}\n")
			}
			fmt.Fprintf(&b, "    tekst: |\n      %s\n", say(12+chance.IntN(75)))
			if i%5 == 4 {
				fmt.Fprintf(&b, "\n      %s\n", say(4+chance.IntN(9)))
			}
		}
		content[fmt.Sprintf("casussen/leven-%d.md", n)] = &fstest.MapFile{Data: []byte(b.String() + "---\nEen leven.\n")}
	}
	return content
}

// The estimate that authors get is nearly what a browser measures: hardly a card runs over of which they were not told, and few are told of
// that would have fitted. The exact answer depends on the fonts of who prints.
func TestEstimateAgainstTheBrowser(t *testing.T) {
	needsBrowser(t)
	const cases = 30
	content := fitContent(rand.New(rand.NewPCG(3, 14)), cases)
	out := &memory{files: map[string][]byte{}}
	result, err := generator.Build(context.Background(), generator.Input{Content: content, Today: today, Version: "test"}, out)
	must(t, err)
	if result.Failed() {
		t.Fatal(result.Problems)
	}
	told := map[string]bool{} // case, line and size
	for _, p := range result.Problems {
		if p.Rule == diag.CardTooLong {
			told[p.Pos.File+" "+p.Args[0].Value+" "+p.Args[2].Value] = true
		}
	}
	dir := t.TempDir()
	must(t, save(dir, out.files))
	lent := tab(t)
	for _, size := range cardSizes {
		name := result.Words.T("paper.cards.size." + size.String())
		cards, unseen, needless, smaller := 0, 0, 0, 0
		for n := range cases {
			path := fmt.Sprintf("casussen/leven-%d/kaarten/%s", n, map[bool]string{true: "", false: strings.ReplaceAll(strings.ReplaceAll(size.String(), "small", "klein"), "large", "groot") + "/"}[size == casebook.A6])
			must(t, lent.Open(fromDisk(dir, path+"index.html"), browser.View{Width: 794, Print: true}))
			type measured struct {
				Title    string
				Over     bool
				Fits     bool // would fit in the smallest type
				Smallest bool
				Before   bool // would fit a step larger
			}
			all, err := browser.Eval[[]measured](lent, `[...document.querySelectorAll(".card[data-event]")].map(card => {
				const place = card.parentElement, step = +(place.className.match(/place--([12])/) || [0, 0])[1]
				const over = () => card.scrollHeight > card.clientHeight
				const now = over()
				place.className = "place place--2"
				const fits = !over()
				place.className = "place place--" + (step - 1)
				const before = step > 0 && !over()
				place.className = "place place--" + step
				return {Title: card.querySelector(".card__title").textContent, Over: now, Fits: fits, Smallest: step == 2, Before: before}
			})`)
			must(t, err)
			for _, m := range all {
				cards++
				warned := told[fmt.Sprintf("content/casussen/leven-%d.md %s %s", n, m.Title, name)]
				switch {
				case m.Over && !warned:
					unseen++
				case warned && m.Fits:
					needless++
				case m.Before && !warned:
					smaller++
				}
			}
		}
		t.Logf("%v: of %d cards %d run over untold, %d are told of and would fit, %d have a type smaller than needed", size, cards, unseen, needless, smaller)
		if cards != 12*cases || unseen > cards/100 || needless > cards/12 {
			t.Errorf("%v: the estimate is off: of %d cards %d run over untold, %d are told of and fit", size, cards, unseen, needless)
		}
	}
}
