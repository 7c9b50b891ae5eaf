package guard_test

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/review"
	"casusboek/generator/guard/rules"
	"casusboek/generator/resolve"

	"casusboek/generator/read/parse"
)

var kinds = map[string]casebook.Kind{
	"casussen": casebook.KindCase, "reflecties": casebook.KindReflection, "sessies": casebook.KindSession, "themas": casebook.KindTheme,
	"organisaties": casebook.KindOrganisation, "paginas": casebook.KindPage,
}

// folder is a content folder: files by their path below it. The text of each goes between its fields and the end.
type folder map[string]string

// judge takes the files through the pipeline up to the judgement.
func (f folder) judge(t *testing.T, register guard.Register) guard.Result {
	t.Helper()
	book := &casebook.Book{}
	var scans []guard.FileFindings
	var given casebook.Answers
	if f["index.md"] == "" {
		f["index.md"] = "---\ntitel: Klein casusboek\norganisator: Leernetwerk Zevenaar\n---\n"
	}
	var names []string
	for name := range f {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if name == "privacy.yaml" {
			var problems diag.List
			if given, problems = parse.Answers("content/privacy.yaml", f[name]); len(problems) > 0 {
				t.Fatal(problems)
			}
			continue
		}
		kind := casebook.KindSite
		if dir := path.Dir(name); dir != "." {
			kind = kinds[dir]
		}
		document, problems := parse.Document(kind, strings.TrimSuffix(path.Base(name), ".md"), "content/"+name, f[name])
		if problems.HasErrors() {
			t.Fatal(problems)
		}
		book.Add(document)
		scans = append(scans, guard.Scanner{}.Text(f[name], document))
	}
	known := guard.CollectNames(book)
	if problems := resolve.Resolve(book, resolve.Options{Today: today}); problems.HasErrors() {
		t.Fatal(problems)
	}
	resolve.Order(book)
	return guard.Judge(guard.Input{Book: book, Known: known, Scans: scans, Answers: given, Register: register, Today: today})
}

// said gives each problem as file:line rule level, with a ~ where it stops nothing.
func said(list diag.List) []string {
	var all []string
	for _, p := range list {
		mild := ""
		if p.Severity() == diag.Warning {
			mild = "~"
		}
		all = append(all, fmt.Sprintf("%s:%d %s %s%s", path.Base(p.Pos.File), p.Pos.Line, p.Rule, p.Level, mild))
	}
	return all
}

// want holds problems against what they should be. What the guard says of whole stories is left out: story_test.go and linked_test.go are about that.
func want(t *testing.T, list diag.List, want ...string) {
	t.Helper()
	list = slices.DeleteFunc(slices.Clone(list), func(p diag.Problem) bool {
		return slices.Contains([]diag.Rule{diag.RiskUntold, diag.PrivacyRisk, diag.PrivacyLinked}, p.Rule)
	})
	if got := said(list); !slices.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", strings.Join(got, "\n     "), strings.Join(want, "\n     "))
	}
}

func blue(words ...string) map[string]rules.Finding {
	all := map[string]rules.Finding{}
	for _, w := range words {
		all[w] = rules.Finding{Rule: diag.PrivacyWord, Level: diag.Blue}
	}
	return all
}

const (
	nadira = "---\ntitel: Een huis\npseudoniem: Nadira\nherkomst: geanonimiseerd\nnamen: [Samir El Idrissi]\n---\n"
	given  = "toestemming: {gegeven: 2026-01-01}\n"
)

func TestInventedNamesAreExplainedWhereTheirCaseIsTold(t *testing.T) {
	guard.Rules(t, blue("Nadira", "Nadira's", "Samir El Idrissi", "Samirs", "S. El Idrissi", "Buurvrouw Nadira", "Samir Jansen", "Nadira-casus"))
	text := "Nadira belt. Nadira's huis. Samir El Idrissi belt. Samirs huis. S. El Idrissi belt. Buurvrouw Nadira belt. De Nadira-casus.\n"
	j := folder{
		"casussen/nadira.md":  nadira + text,
		"casussen/ander.md":   "---\ntitel: Ander huis\n---\nNadira belt.\n",
		"casussen/samir.md":   nadira + "Samir Jansen belt.\n",
		"reflecties/een.md":   "---\nkop: Een\ncasussen: [nadira]\n" + given + "---\n" + text,
		"reflecties/los.md":   "---\nkop: Los\n" + given + "---\nNadira belt.\n",
		"sessies/dag.md":      "---\ntitel: Dag\ndatum: 2026-02-02\ncasussen: [nadira]\n---\n" + text,
		"sessies/tafel.md":    "---\ntitel: Tafels\ndatum: 2026-02-02\ngroepen: [{naam: Een, casus: nadira}]\n---\n" + text,
		"paginas/over.md":     "---\ntitel: Over\n---\nNadira belt.\n",
		"paginas/verwijst.md": "---\ntitel: Verwijst\n---\nNadira belt: [[nadira]].\n",
	}.judge(t, nil)
	want(t, j.Problems, "ander.md:4 privacy-word blue", "samir.md:7 privacy-word blue", "over.md:4 privacy-word blue", "los.md:5 privacy-word blue")
}

func TestOrganisationsAndTitlesExplainWordsButNotPersons(t *testing.T) {
	all := blue("Tij", "Zevenaar", "Vlieger", "Tijwater")
	all["De Sluis"] = rules.Finding{Rule: diag.PrivacyName, Level: diag.Orange}
	all["Sluis"] = rules.Finding{Rule: diag.PrivacyName, Level: diag.Orange}
	all["Woonstichting Tij"] = rules.Finding{Rule: diag.PrivacyOrganisation, Level: diag.Orange}
	guard.Rules(t, all)
	j := folder{
		"organisaties/tij.md":   "---\ntitel: Woonstichting Tij\n---\n",
		"organisaties/sluis.md": "---\ntitel: Vakschool De Sluis\n---\n",
		"sessies/dag.md":        "---\ntitel: Dag\ndatum: 2026-02-02\ngroepen: [{naam: Tafel Vlieger}]\n---\nTafel Vlieger.\n",
		"sessies/over.md":       "---\ntitel: Sessie over mevrouw De Sluis\ndatum: 2026-02-02\ngroepen: [{naam: Tafel Tijwater}]\n---\nTafel Tijwater.\n",
		"casussen/a.md":         "---\ntitel: Een huis\n---\nZij huurt bij Woonstichting Tij.\nTij belt, Zevenaar ook.\nDat doet Vakschool De Sluis.\nDat doet mevrouw Sluis.\nDat doet mevrouw De Sluis.\n",
	}.judge(t, nil)
	// A name that is found twice in the same place is two findings of the fake rules.
	want(t, j.Problems, "a.md:7 privacy-name orange", "a.md:8 privacy-name orange", "a.md:8 privacy-name orange",
		"over.md:2 privacy-name orange", "over.md:2 privacy-name orange", "over.md:4 privacy-word blue", "over.md:6 privacy-word blue")
}

func TestHeadingsExplainTheirOrdinaryWordsAlone(t *testing.T) {
	guard.Rules(t, blue("Eerste indruk", "Brief", "Jansen"))
	j := folder{
		"casussen/a.md":    "---\ntitel: Een huis\nrondes: [{naam: Eerste indruk}]\ngebeurtenissen: [{ronde: 0, wanneer: 40 jaar, titel: De Brief van Jansen}]\n---\nNa Eerste indruk. Een Brief.\n",
		"reflecties/b.md":  "---\nkop: Een kop\ncasussen: [a]\n" + given + "---\nBij De Brief van Jansen, na Eerste indruk.\n",
		"reflecties/c.md":  "---\nkop: Een kop\n" + given + "---\nNa Eerste indruk.\n",
		"paginas/jans.md":  "---\ntitel: Het huis van Jansen\n---\n",
		"paginas/brief.md": "---\ntitel: Over een Brief\n---\nLees Over een Brief.\n",
	}.judge(t, nil)
	want(t, j.Problems, "a.md:4 privacy-word blue", "a.md:6 privacy-word blue", "jans.md:2 privacy-word blue", "b.md:6 privacy-word blue", "c.md:5 privacy-word blue")
}

func TestATownIsExplainedWhereItIsNobodysHome(t *testing.T) {
	guard.Rules(t, map[string]rules.Finding{"Zandvoort": {Rule: diag.PrivacyPlace, Level: diag.Orange}, "Bunnik": {Rule: diag.PrivacyPlace, Level: diag.Orange}})
	f := folder{
		"sessies/dag.md":     "---\ntitel: Dag\ndatum: 2026-02-02\nplaats: Zandvoort\n---\nIn Zandvoort.\n",
		"organisaties/wg.md": "---\ntitel: Gemeente Bunnik\n---\n",
		"paginas/over.md":    "---\ntitel: Over\n---\nIn Zandvoort en Bunnik.\n",
		"casussen/a.md":      "---\ntitel: Een huis\n---\nZij woont in Zandvoort.\nHij in Bunnik.\n",
	}
	want(t, f.judge(t, nil).Problems, "a.md:4 privacy-place orange", "a.md:5 privacy-place orange")
	f["privacy.yaml"] = "verklaard: {plaats: [Zandvoort]}\n"
	want(t, f.judge(t, nil).Problems, "a.md:5 privacy-place orange")
}

func TestAParticipantIsNamedAsFarAsHeOrSheAsked(t *testing.T) {
	guard.Rules(t, blue("Els Veldman", "Karim Oudgoed", "Oudgoed", "Wietske Hoekema"))
	reflection := func(name, display, consent string) string {
		return "---\nkop: Een kop\ndeelnemer: " + name + "\nweergave: " + display + "\nfunctie: consulent\n" + consent + "---\n"
	}
	j := folder{
		"reflecties/a-toont.md":     reflection("Els Veldman", "naam", given) + "Els Veldman belde.\n",
		"reflecties/b-anoniem.md":   reflection("Karim Oudgoed", "anoniem", given) + "Ik, Karim, belde.\nEn Oudgoed zelf.\nVan Karim Oudgoed.\nDat karim belt.\n",
		"reflecties/c-te-laat.md":   reflection("Wietske Hoekema", "naam", "") + "Wietske Hoekema belde.\n",
		"sessies/dag.md":            "---\ntitel: Dag\ndatum: 2026-02-02\n---\nKarim Oudgoed sprak.\nEls Veldman ook.\n",
		"casussen/leven.md":         "---\ntitel: Een huis\n---\nEls Veldman woont hier.\n",
		"reflecties/d-andermans.md": reflection("Noor Bakema", "anoniem", given) + "Els Veldman belde.\n",
		"reflecties/noor-bakema.md": reflection("Noor Bakema", "anoniem", given) + "Ik belde.\n",
		"reflecties/veldman.md":     reflection("Els Veldman", "naam", given) + "Ik belde.\n",
	}.judge(t, nil)
	want(t, j.Problems,
		"leven.md:4 privacy-word blue",
		"b-anoniem.md:8 privacy-name red", "b-anoniem.md:9 privacy-name red", "b-anoniem.md:10 privacy-name red",
		"c-te-laat.md:7 privacy-name red~",
		"noor-bakema.md:0 privacy-name red", "noor-bakema.md:0 privacy-name red",
		"dag.md:5 privacy-name red")
}

func TestWhatStopsDependsOnWhatIsPublished(t *testing.T) {
	guard.Rules(t, map[string]rules.Finding{
		"06-44556677": {Rule: diag.PrivacyPhone, Level: diag.Red},
		"12 maart":    {Rule: diag.PrivacyDate, Level: diag.Orange},
		"42 jaar":     {Rule: diag.PrivacyAge, Level: diag.Yellow},
		"Zanubia":     {Rule: diag.PrivacyWord, Level: diag.Blue},
	})
	text := "Bel 06-44556677.\nOp 12 maart.\nToen zij 42 jaar was.\nZei Zanubia.\n"
	all := func(file string, line int, marks string) []string {
		var out []string
		for i, rule := range []string{"privacy-phone red", "privacy-date orange", "privacy-age yellow", "privacy-word blue"} {
			out = append(out, strings.TrimSuffix(fmt.Sprintf("%s:%d %s%c", file, line+i, rule, marks[i]), "!"))
		}
		return out
	}
	j := folder{
		"casussen/a-echt.md":          "---\ntitel: Een huis\nherkomst: geanonimiseerd\n---\n" + text,
		"casussen/b-samen.md":         "---\ntitel: Twee huizen\nherkomst: samengesteld\n---\n" + text,
		"casussen/c-verzonnen.md":     "---\ntitel: Geen huis\nherkomst: fictief\n---\n" + text,
		"casussen/d-onbekend.md":      "---\ntitel: Welk huis\n\n---\n" + text,
		"casussen/e-concept.md":       "---\ntitel: Later huis\nconcept: ja\n---\n" + text,
		"reflecties/zonder.md":        "---\nkop: Een kop\n\n---\n" + text,
		"reflecties/op-een-leven.md":  "---\nkop: Een kop\n" + given + "---\n" + text,
		"paginas/voor-iedereen.md":    "---\ntitel: Over\n\n---\n" + text,
		"reflecties/ingetrokken-x.md": "---\nkop: Een kop\ntoestemming: {gegeven: 2026-01-01, ingetrokken: 2026-02-01}\n---\n" + text,
	}.judge(t, nil)
	want(t, j.Problems, slices.Concat(
		all("a-echt.md", 5, "!!~!"), all("b-samen.md", 5, "!!~!"), all("c-verzonnen.md", 5, "!!~~"), all("d-onbekend.md", 5, "!!~!"), all("e-concept.md", 5, "~~~~"),
		all("voor-iedereen.md", 5, "!!~!"), all("ingetrokken-x.md", 5, "~~~~"), all("op-een-leven.md", 5, "!!~!"), all("zonder.md", 5, "~~~~"),
	)...)
}

func TestWhatNeverComesOutIsNotLookedAt(t *testing.T) {
	guard.Rules(t, map[string]rules.Finding{
		"2026-01-01": {Rule: diag.PrivacyDate, Level: diag.Orange}, "Zevenhuizen": {Rule: diag.PrivacyPlace, Level: diag.Orange}, "Wim Kramer": {Rule: diag.PrivacyName, Level: diag.Orange},
	})
	private := "deelnemer: Wim Kramer\nfunctie: opzichter in Zevenhuizen\norganisatie: Gemeente Zevenhuizen\ntoestemming: {gegeven: 2026-01-01}\n"
	j := folder{
		"reflecties/a.md": "---\nkop: Een kop\n" + private + "---\nIk belde.\n",
		"reflecties/b.md": "---\nkop: Een kop\nweergave: functie\n" + private + "---\nIk belde.\n",
		"sessies/dag.md":  "---\ntitel: Dag\ndatum: 2026-03-02\n---\nOp 2026-01-01.\n",
	}.judge(t, nil)
	want(t, j.Problems, "b.md:5 privacy-place orange", "dag.md:5 privacy-date orange")
}

func TestTheDayOfASessionIsNoSecretButInALife(t *testing.T) {
	all := map[string]rules.Finding{}
	for _, day := range []string{"2026-03-12", "12 maart 2026", "12-03-2026", "March 12, 2026", "12 maart 2016", "13 maart 2026"} {
		all[day] = rules.Finding{Rule: diag.PrivacyDate, Level: diag.Orange}
	}
	guard.Rules(t, all)
	j := folder{
		"sessies/dag.md":  "---\ntitel: Dag\ndatum: 2026-03-12\n---\nOp 12 maart 2026, dus 12-03-2026, March 12, 2026.\nNiet op 12 maart 2016 en 13 maart 2026.\n",
		"paginas/over.md": "---\ntitel: Over\n---\nOp 12 maart 2026 kwamen wij samen.\n",
		"casussen/a.md":   "---\ntitel: Een huis\n---\nOp 12 maart 2026 moest zij eruit.\n",
	}.judge(t, nil)
	want(t, j.Problems, "a.md:4 privacy-date orange", "dag.md:6 privacy-date orange", "dag.md:6 privacy-date orange")
}

func TestAnswersTakeFindingsAwayAndAreToldWhenTheyDoNot(t *testing.T) {
	guard.Rules(t, map[string]rules.Finding{
		"06-44556677": {Rule: diag.PrivacyPhone, Level: diag.Red}, "111222333": {Rule: diag.PrivacyBSN, Level: diag.Red},
		"Zanubia": {Rule: diag.PrivacyWord, Level: diag.Blue}, "Huize Zanubia": {Rule: diag.PrivacyPlace, Level: diag.Orange},
	})
	const key, file = "0f6b2d9c41e7a853", "content/paginas/over.md"
	entry := func(rule diag.Rule, value, until string) string {
		return fmt.Sprintf("  - {regel: %s, document: %s, kenmerk: '%s', reden: Het nummer van het netwerk zelf, tot: %s}\n", rule, file, review.Fingerprint(key, rule, file, value), until)
	}
	f := folder{
		"paginas/over.md":  "---\ntitel: Over\n---\nBel 06-44556677.\nNummer 111222333.\nIn Huize Zanubia. Van Zanubia.\n",
		"paginas/ander.md": "---\ntitel: Ander\n---\nBel 06-44556677.\n",
		"privacy.yaml": "verklaard:\n  woord: [Zanubia]\n  plaats: [Bergum]\nsleutel: " + key + "\ntoegestaan:\n" +
			entry(diag.PrivacyPhone, "06 4455 6677", "2026-12-01") + entry(diag.PrivacyBSN, "111222333", "2026-12-01") + entry(diag.PrivacyEmail, "x", "2026-12-01"),
	}
	want(t, f.judge(t, nil).Problems,
		"ander.md:4 privacy-phone red", "over.md:5 privacy-bsn red", "over.md:6 privacy-place orange",
		"privacy.yaml:3 explained-unused ~", "privacy.yaml:7 allowed-never ", "privacy.yaml:8 allowed-unused ~")
	f["privacy.yaml"] = "sleutel: " + key + "\ntoegestaan:\n" + entry(diag.PrivacyPhone, "06-44556677", today.AddDate(0, 0, -1).Format("2006-01-02"))
	want(t, f.judge(t, nil).Problems,
		"ander.md:4 privacy-phone red", "over.md:4 privacy-phone red", "over.md:5 privacy-bsn red",
		"over.md:6 privacy-place orange", "over.md:6 privacy-word blue", "over.md:6 privacy-word blue", "privacy.yaml:3 allowed-expired ~")
}

// book of names is a register.
type bookOfNames []string

func (b bookOfNames) Holds(name string) bool { return slices.Contains(b, name) }

func (b bookOfNames) Find(*rules.FoldedText) []rules.Finding { return nil }

func TestAnInventedNameThatIsRealIsRed(t *testing.T) {
	guard.Rules(t, nil)
	j := folder{
		"casussen/nadira.md": nadira, "privacy.yaml": "verklaard: {persoon: [Toos Werkelijk]}\n",
	}.judge(t, bookOfNames{"Samir El Idrissi", "Toos Werkelijk"})
	want(t, j.Problems, "nadira.md:5 privacy-register red", "privacy.yaml:1 privacy-register red")
	for _, p := range j.Problems {
		if strings.Contains(fmt.Sprint(p.Args), "Idrissi") || strings.Contains(fmt.Sprint(p.Args), "Werkelijk") {
			t.Errorf("the name stands in %v", p.Args)
		}
	}
}

func TestNoMessageHoldsWhatWasFound(t *testing.T) {
	guard.Rules(t, map[string]rules.Finding{"Toos Werkelijk": {Rule: diag.PrivacyName, Level: diag.Orange}, "toos-werkelijk": {Rule: diag.PrivacyName, Level: diag.Orange}})
	j := folder{"casussen/toos-werkelijk.md": "---\ntitel: Een huis\nhoofdvraag: Toos Werkelijk\n---\n"}.judge(t, nil)
	list := slices.Clone(j.Problems)
	list.Add(diag.ValueChoice, diag.Pos{File: "content/casussen/toos-werkelijk.md", Line: 3}, "value", "Toos Werkelijk", "place", "content/casussen/toos-werkelijk.md:3")
	list.Add(diag.LinkMissing, diag.Pos{File: "content/paginas/over.md", Line: 3}, "id", "../casussen/x.md", "other", "content/casussen/toos-werkelijk.md")
	j.Hide(list)
	text := fmt.Sprint(list)
	if len(list) < 4 || strings.Contains(text, "erkelijk") || !strings.Contains(text, "content/casussen/t•••-w••••••••.md") {
		t.Errorf("%s", text)
	}
	if strings.Contains(fmt.Sprint(j.Problems), "T••• W") {
		return
	}
	t.Errorf("no mask in %v", j.Problems)
}

func TestOwnTemplatesAreLookedAtWhereTheyAreText(t *testing.T) {
	all := blue("Zanubia")
	all["06-44556677"] = rules.Finding{Rule: diag.PrivacyPhone, Level: diag.Red}
	guard.Rules(t, all)
	for _, c := range []struct {
		name, text, original string
		want                 []string
	}{
		{"_footer.html", "<p>{{.Zanubia}} Zanubia</p>\n<!-- 06-44556677 -->\n", "", []string{"_footer.html:1 privacy-word blue", "_footer.html:2 privacy-phone red"}},
		{"_footer.html", "<p>Zanubia</p>\n<p>06-44556677</p>\n", " <p>Zanubia</p>\n", []string{"_footer.html:2 privacy-phone red"}},
		{"casusboek.css", "p{font:Zanubia;content:\"06-44556677\"}\n.x-06-44556677{}/* 06-44556677 */", "", []string{"casusboek.css:1 privacy-phone red", "casusboek.css:2 privacy-phone red"}},
		{"casusboek.js", "let Zanubia = 06-44556677 // 06-44556677\nlet x = `06-44556677", "", []string{"casusboek.js:1 privacy-phone red", "casusboek.js:2 privacy-phone red"}},
		{"nl.yaml", "site: {title: Zanubia}\n", "", []string{"nl.yaml:1 privacy-word blue"}},
	} {
		j := guard.Judge(guard.Input{
			Book: &casebook.Book{}, Known: guard.CollectNames(&casebook.Book{}), Scans: []guard.FileFindings{guard.Scanner{}.Own("templates/"+c.name, c.text, c.original)}, Today: today,
		})
		want(t, j.Problems, c.want...)
	}
}
