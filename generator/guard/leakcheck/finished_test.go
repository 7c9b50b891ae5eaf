package leakcheck

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/rules"
)

// secretText is what no page below may hold.
const secretText = "Zij vertelde dat de ménsen van de brug ’s nachts nog één keer belden"

func scan(o Options, file, data string) diag.List {
	s := New(o)
	s.Look(file, []byte(data))
	return s.Problems()
}

func withheld(texts ...guard.Withheld) Options { return Options{Withheld: texts} }

var secret = guard.Withheld{Text: secretText, Pos: diag.Pos{File: "content/casussen/nadira.md", Line: 12}}

// Every way in which a file writes a text is read.
func TestAWithheldTextIsFoundHoweverItIsWritten(t *testing.T) {
	quoted, _ := json.Marshal("x " + secretText)
	ascii := func(format string) string {
		var b strings.Builder
		for _, c := range secretText {
			if c > 0x7f {
				fmt.Fprintf(&b, format, c)
			} else {
				b.WriteRune(c)
			}
		}
		return b.String()
	}
	for name, page := range map[string][2]string{
		"text":       {"a/index.html", "<p>Voor. " + secretText + "</p>"},
		"emphasis":   {"index.html", "<p>" + strings.ReplaceAll(secretText, "e", "<em>e</em>") + "</p>"},
		"attribute":  {"index.html", `<img src="x.png" alt="` + secretText + `">`},
		"comment":    {"index.html", "<p>Niets</p><!-- " + secretText + " -->"},
		"entities":   {"index.html", "<p>" + ascii("&#%d;") + "</p>"},
		"named":      {"index.html", "<p>" + strings.ReplaceAll(secretText, "é", "&eacute;") + "</p>"},
		"lines":      {"index.html", "<p>" + strings.ReplaceAll(secretText, " ", "\n   ") + "</p>"},
		"address":    {"index.html", `<a href="?q=` + url.QueryEscape(secretText) + `">x</a>`},
		"path":       {strings.ReplaceAll(secretText, " ", "-") + "/index.html", "<p>x</p>"},
		"capitals":   {"index.html", "<h1>" + strings.ToUpper(secretText) + "</h1>"},
		"soft":       {"index.html", "<p>" + strings.ReplaceAll(secretText, "e", "\u00ade") + "</p>"},
		"drawing":    {"a.svg", "<svg><title>" + secretText + "</title></svg>"},
		"two tspans": {"a.svg", "<svg><text>" + strings.Replace(secretText, " de ", "</tspan><tspan y=\"4\">de ", 1) + "</text></svg>"},
		"feed":       {"feed.xml", "<summary>&lt;p&gt;" + secretText + "&lt;/p&gt;</summary>"},
		"JSON":       {"casusboek.json", `{"a":` + string(quoted) + `}`},
		"escapes":    {"casusboek.json", `{"a":"` + ascii(`\u%04x`) + `"}`},
		"script":     {"own.js", `const a = "` + ascii(`\x%02x`) + `"`},
		"style":      {"own.css", `p::after { content: "` + ascii(`\%x `) + `" }`},
		"plain":      {"robots.txt", "# " + secretText},
		"unknown":    {"data.abc", secretText},
	} {
		if name == "script" {
			page[1] = strings.ReplaceAll(page[1], `\x2019`, `\u2019`)
		}
		problems := scan(withheld(secret), page[0], page[1])
		if len(problems) != 1 || problems[0].Rule != diag.PrivacyOutput || problems[0].Severity() != diag.Error || problems[0].Pos != secret.Pos || name != "path" && arg(problems[0], "file") != page[0] {
			t.Errorf("%s: %v", name, problems)
		}
		for _, p := range problems {
			if strings.Contains(fmt.Sprint(p.Args), "vertelde") {
				t.Errorf("%s: the message holds what was found: %v", name, p)
			}
		}
	}
}

func TestAPartOfEightWordsIsEnough(t *testing.T) {
	all := strings.Fields(secretText)
	for size := 8; size <= len(all); size++ { // a text may end anywhere between two runs
		words := all[:size]
		whole := guard.Withheld{Text: strings.Join(words, " ")}
		for from := 0; from+8 <= size; from++ {
			if len(scan(withheld(whole), "index.html", "<p>"+strings.Join(words[from:from+8], " ")+"</p>")) != 1 {
				t.Errorf("of %d words, %d to %d are not found", size, from, from+8)
			}
		}
	}
}

// What is no secret, or stands there for another reason, is no leak.
func TestOrdinaryTextIsNoLeak(t *testing.T) {
	for name, c := range map[string]struct {
		Options
		page string
	}{
		"few words":        {withheld(secret), "<p>Zij vertelde dat de mensen belden, nog één keer.</p>"},
		"a short value":    {withheld(guard.Withheld{Text: "Geen contact"}), "<p>Geen contact</p>"},
		"said openly":      {Options{Withheld: []guard.Withheld{secret}, Open: []string{"Voor. " + secretText + " Na."}}, "<p>" + secretText + "</p>"},
		"own words":        {Options{Withheld: []guard.Withheld{{Text: "Terug naar alle casussen"}}, Own: []string{"Terug naar alle casussen"}}, "<p>Terug naar alle casussen</p>"},
		"revoked id":       {Options{Withheld: []guard.Withheld{{Text: "informatie-en-communicatie", Revoked: true}}, Open: []string{"informatie-en-communicatie"}}, `<a href="themas/informatie-en-communicatie/">x</a>`},
		"two blocks":       {withheld(guard.Withheld{Text: "Nadira Ouderijn", Name: true}), "<p>Nadira</p><p>Iets anders</p><p>Ouderijn</p>"},
		"an empty setting": {withheld(guard.Withheld{Text: "  "}), "<p></p>"},
	} {
		if problems := scan(c.Options, "index.html", c.page); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestWhatIsRevokedMayNotBeSaidByAnother(t *testing.T) {
	revoked := secret
	revoked.Revoked = true
	o := Options{Withheld: []guard.Withheld{revoked}, Open: []string{secretText}}
	if len(scan(o, "index.html", "<p>"+secretText+"</p>")) != 1 {
		t.Error("a withdrawn text that another document quotes is not found")
	}
}

func TestANameIsASecretHoweverShort(t *testing.T) {
	name := guard.Withheld{Text: "Éva Nagy", Name: true}
	if len(scan(withheld(name), "index.html", "<p>Met Eva Nagy aan tafel.</p>")) != 1 {
		t.Error("a name is not found")
	}
}

// redOf finds numbers as the rules do.
func redOf(text string) []rules.Finding {
	var found []rules.Finding
	for _, f := range rules.Find(rules.Fold(text)) {
		if f.Level == diag.Red {
			found = append(found, f)
		}
	}
	return found
}

func TestRedNumbersAreFound(t *testing.T) {
	for name, page := range map[string][2]string{
		"text":      {"index.html", "<p>Bel mij op 06-1" + "2345678.</p>"},
		"attribute": {"index.html", `<img alt="rekening NL91 ABNA 0417 1643 00">`},
		"address":   {"index.html", `<a href="mailto:wies@voorbeeldhuis.nl">mail</a>`},
		"percent":   {"index.html", `<a href="?m=wies%40voorbeeldhuis.nl">mail</a>`},
		"JSON":      {"casusboek.json", `{"a": 1, "text": "rekening NL91ABNA0417164300"}`},
		"entity":    {"index.html", "<p>wies&#64;voorbeeldhuis.nl</p>"},
		"tags":      {"index.html", "<p>Rekening NL91 <b>ABNA</b> 0417 1643 00</p>"},
	} {
		problems := scan(Options{Red: redOf}, page[0], page[1])
		if len(problems) != 1 || problems[0].Variant != "found" || problems[0].Pos.File != page[0] {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func TestNumbersOfDrawingsAndDataAreNoText(t *testing.T) {
	for name, page := range map[string][2]string{
		"path":     {"a.svg", `<svg viewBox="0 0 123456789 12"><path d="M111222333 1.5h612345678v-0612345678z"/></svg>`},
		"data":     {"casusboek.json", `{"n": 111222333, "x": [0612345678, 612345678]}`},
		"style":    {"casusboek.css", `@media (max-width: 612345678px) { p { margin: 0 06 12 34 56 78 } }`},
		"cells":    {"index.html", "<td>06</td><td>1234</td><td>5678</td>"},
		"hash":     {"index.html", `<link rel="stylesheet" integrity="sha256-111222333" class="id-111222333">`},
		"pictures": {"a.jpg", "NL91ABNA0417164300"},
	} {
		if problems := scan(Options{Red: redOf}, page[0], page[1]); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

func arg(p diag.Problem, name string) string {
	for _, a := range p.Args {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// registered finds one name.
type registered string

func (r registered) Find(text *rules.FoldedText) []rules.Finding {
	if strings.Contains(text.Clean, string(r)) {
		return []rules.Finding{{Rule: diag.PrivacyRegister, Level: diag.Red, Value: string(r)}}
	}
	return nil
}

func TestNamesOfTheRegisterAreFound(t *testing.T) {
	for name, page := range map[string][2]string{
		"text":      {"index.html", "<p>Toen zei Wi<em>es</em> Oud&euml;nrijn niets.</p>"},
		"attribute": {"index.html", `<img src="a.png" alt="Wies Oudënrijn">`},
		"comment":   {"index.html", "<!-- Wies Oudënrijn -->"},
		"JSON":      {"casusboek.json", `{"who":"Wies Oudënrijn"}`},
		"plain":     {"humans.txt", "Wies Oudënrijn"},
		"path":      {"Wies Oudënrijn/index.html", ""},
	} {
		if problems := scan(Options{Register: registered("Wies Oudënrijn")}, page[0], page[1]); len(problems) != 1 || strings.Contains(fmt.Sprint(problems), "Wies") {
			t.Errorf("%s: %v", name, problems)
		}
	}
	if problems := scan(Options{Register: registered("Thema"), Own: []string{"Thema van de week"}}, "index.html", "<p>Thema</p>"); len(problems) > 0 {
		t.Error("a name that is a word of the program's own is found:", problems)
	}
}

func TestOneProblemForEachTextHoweverOften(t *testing.T) {
	s := New(withheld(secret))
	for _, file := range []string{"b.html", "a.html", "c.html"} {
		s.Look(file, []byte("<p>"+secretText+" en "+secretText+"</p>"))
	}
	problems := s.Problems()
	if len(problems) != 1 || arg(problems[0], "file") != "a.html" || arg(problems[0], "n") != "2" {
		t.Error(problems)
	}
}

func TestWatchHandsOn(t *testing.T) {
	s := New(withheld(secret))
	var got string
	if err := s.Watch(func(path string, data []byte) error { got = path + string(data); return nil })("a.txt", []byte(secretText)); err != nil || got != "a.txt"+secretText || len(s.Problems()) != 1 {
		t.Error(got, err)
	}
}

// BenchmarkScan reads pages with a casebook's worth of secrets.
func BenchmarkScan(b *testing.B) {
	var o Options
	for i := range 5000 {
		o.Withheld = append(o.Withheld, guard.Withheld{Text: fmt.Sprintf("Zij zei %d keer dat het huis aan de overkant van de straat leeg stond in jaar %d", i, i%90)})
	}
	o.Red = redOf
	var page strings.Builder
	for i := range 400 {
		fmt.Fprintf(&page, "<li id=\"feit-%d\" class=\"card\"><h3><a href=\"../../casussen/casus-%d/index.html\">Feit nummer %d</a></h3><p>De brief is <strong>duidelijk</strong> en niemand leest hem. Een telefoontje had genoeg kunnen zijn, zegt ze later.</p></li>\n", i, i, i)
	}
	data := []byte(page.String())
	s := New(o)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		s.Look("index.html", data)
	}
	if len(s.Problems()) > 0 {
		b.Fatal(s.Problems())
	}
}
