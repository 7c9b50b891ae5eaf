package parse_test

import (
	"bytes"
	"flag"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/parse"
	"casusboek/generator/read/source"
)

var update = flag.Bool("update", false, "write what is made as what is wanted")

// report reads and parses a content folder and gives what its author would see.
func report(t testing.TB, content fs.FS) string {
	t.Helper()
	files, _, problems, err := source.Files(content)
	if err != nil {
		t.Fatal(err)
	}
	language := "nl"
	lines := map[string][]string{}
	for _, f := range files {
		text, found, err := f.Text()
		if err != nil {
			t.Fatal(err)
		}
		problems.Join(found)
		if found.HasErrors() {
			continue
		}
		lines[f.Path] = strings.Split(text, "\n")
		doc, found := parse.Document(f.Kind, f.ID, f.Path, text)
		problems.Join(found)
		if site, ok := doc.(*casebook.Site); ok {
			language = site.Lang
		}
	}
	problems.Sort()
	var b bytes.Buffer
	err = diag.Fprint(&b, problems, langtest.Words(language), func(file string, line int) string {
		if l := lines[file]; line <= len(l) {
			return l[line-1]
		}
		return ""
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const site = "---\ntitel: Klein\n---\n"

// page gives what an author sees of one page with the given bytes.
func page(t *testing.T, text string) string {
	t.Helper()
	return report(t, fstest.MapFS{"index.md": {Data: []byte(site)}, "paginas/p.md": {Data: []byte(text)}})
}

func TestFilesAsPeopleMakeThem(t *testing.T) {
	cases := []struct{ name, text, want string }{
		{"as it should be", "---\ntitel: Over\n---\nTekst.\n", ""},
		{"with a byte order mark", "\xef\xbb\xbf---\ntitel: Over\n---\nTekst.\n", ""},
		{"with CRLF", "---\r\ntitel: Over\r\n---\r\nTekst.\r\n", ""},
		{"with lone CR", "---\rtitel: Over\r---\rTekst.\r", ""},
		{"with empty lines above", "\n\n---\ntitel: Over\n---\n", ""},
		{"with spaces behind the fence", "---  \ntitel: Over\n---\t\nTekst.\n", ""},
		{"with a rule in the body", "---\ntitel: Over\n---\nEen\n\n---\n\nTwee\n", ""},
		{"with --- indented in a block text", "---\ntitel: |\n  Over\n  ---\n  alles\n---\nTekst.\n", ""},
		{"with words that YAML takes for something else", "---\ntitel: nee\n---\n", ""},
		{"with a time as title", "---\ntitel: 12:30\n---\n", ""},
		{"Windows-1252", "---\ntitel: Over\n---\nEen caf\xe9.\n", `content/paginas/p.md:4:8: fout: op deze plek staat een teken dat geen UTF-8 is, vermoedelijk "é" in Windows-1252 [file-encoding]
    hint: bewaar het bestand opnieuw als UTF-8 (in Kladblok bij "Opslaan als", Codering)
`},
		{"UTF-16", "\xff\xfe-\x00-\x00", `content/paginas/p.md: fout: dit bestand is bewaard als UTF-16 ("Unicode") [file-encoding]
    hint: bewaar het bestand opnieuw als UTF-8 (in Kladblok bij "Opslaan als", Codering)
`},
		{"a picture named .md", "\x89PNG\r\n\x1a\n\x00\x00", `content/paginas/p.md:1:1: fout: op deze plek staat een teken dat geen UTF-8 is, vermoedelijk "‰" in Windows-1252 [file-encoding]
    hint: bewaar het bestand opnieuw als UTF-8 (in Kladblok bij "Opslaan als", Codering)
`},
		{"zero bytes", "---\nab\x00\n", `content/paginas/p.md:2:3: fout: dit is geen tekstbestand, er staan nul-tekens in [file-encoding]
    hint: bewaar de tekst als Markdown in UTF-8
`},
		{"a control character", "---\r\ntitel: a\x0bb\r\n---\r\n", `content/paginas/p.md:2:9: fout: hier staat een onzichtbaar stuurteken (U+000B) [file-encoding]
    hint: haal het weg; meestal is het met kopiëren meegekomen
`},
		{"ten megabytes", strings.Repeat("tekst\n", 10<<20/6), `content/paginas/p.md: fout: dit bestand is groter dan 256 kB [file-too-large]
    hint: splits de tekst, of zet afbeeldingen als bestand in beelden
`},
		{"empty", "", `content/paginas/p.md: fout: dit bestand is leeg [file-empty]
    hint: begin met drie streepjes, een titel en weer drie streepjes
`},
		{"white space alone", "\xef\xbb\xbf \r\n\t\r\n", `content/paginas/p.md: fout: dit bestand is leeg [file-empty]
    hint: begin met drie streepjes, een titel en weer drie streepjes
`},
		{"no front matter", "# Over\n", `content/paginas/p.md:1:1: fout: het bestand begint niet met gegevens [front-missing]
        # Over
        ^^^^^^
    hint: zet boven aan het bestand een regel met drie streepjes, dan de velden, dan weer drie streepjes
`},
		{"unclosed front matter", "---\ntitel: Over\n\nTekst.\n", `content/paginas/p.md:1:1: fout: de gegevens boven aan het bestand worden niet afgesloten [front-unclosed]
        ---
        ^^^
    hint: zet onder het laatste veld een regel met alleen drie streepjes, zonder spaties ervoor
`},
		{"an indented closing fence", "---\ntitel: Over\n  ---\nTekst.\n", `content/paginas/p.md:1:1: fout: de gegevens boven aan het bestand worden niet afgesloten [front-unclosed]
        ---
        ^^^
    hint: zet onder het laatste veld een regel met alleen drie streepjes, zonder spaties ervoor
`},
		{"empty front matter", "---\n---\nTekst.\n", `content/paginas/p.md:1:1: fout: veld "titel" ontbreekt [field-missing]
        ---
        ^^^
`},
		{"comments alone", "---\n# niets\n---\nTekst.\n", `content/paginas/p.md:1:1: fout: veld "titel" ontbreekt [field-missing]
        ---
        ^^^
`},
		{"an empty title", "---\ntitel:\n---\n", `content/paginas/p.md:2:1: fout: veld "titel" is leeg [field-missing]
        titel:
        ^^^^^
`},
		{"a second YAML document", "---\ntitel: Over\n---\ntitel: Nog eens\n---\nTekst.\n", `content/paginas/p.md:4:1: fout: hier beginnen de gegevens voor een tweede keer [yaml-second]
        titel: Nog eens
        ^^^^^^^^^^^^^^^
    hint: zet alle velden bij elkaar, tussen de eerste twee regels met drie streepjes
`},
		{"a second YAML document after dots", "---\ntitel: Over\n...\ntitel: Nog eens\n---\nTekst.\n", `content/paginas/p.md:3:1: fout: hier beginnen de gegevens voor een tweede keer [yaml-second]
        ...
        ^^^
    hint: zet alle velden bij elkaar, tussen de eerste twee regels met drie streepjes
`},
		{"tabs", "---\ntitel:\n\tOver\n\tmeer\n---\n", `content/paginas/p.md:3:1: fout: deze regel springt in met een tab [yaml-syntax]
         Over
        ^
    hint: gebruik spaties, twee per stap
content/paginas/p.md:4:1: fout: deze regel springt in met een tab [yaml-syntax]
         meer
        ^
    hint: gebruik spaties, twee per stap
`},
		{"a key twice", "---\ntitel: Over\ntitel: Meer\n---\n", `content/paginas/p.md:3:1: fout: veld "titel" staat al op content/paginas/p.md:2:1 [key-duplicate]
        titel: Meer
        ^^^^^
    hint: haal een van de twee weg
`},
		{"a field in both languages", "---\ntitel: Over\ntitle: About\n---\n", `content/paginas/p.md:3:1: fout: "title" is hetzelfde veld als "titel" op content/paginas/p.md:2:1 [field-twice]
        title: About
        ^^^^^
    hint: haal een van de twee weg
`},
		{"an anchor", "---\ntitel: &a Over\n---\n", `content/paginas/p.md:2:8: fout: een waarde met een anker (&) wordt niet gelezen [yaml-refused]
        titel: &a Over
               ^^^^^^^
    hint: hoort de & bij de tekst, zet die dan tussen aanhalingstekens
`},
		{"an anchor and its alias", "---\ntitel: &a Over\nx: *a\n---\n", `content/paginas/p.md:2:8: fout: een waarde met een anker (&) wordt niet gelezen [yaml-refused]
        titel: &a Over
               ^^^^^^^
    hint: hoort de & bij de tekst, zet die dan tussen aanhalingstekens
content/paginas/p.md:3:4: fout: een verwijzing met * wordt niet gelezen [yaml-refused]
        x: *a
           ^^
    hint: schrijf de waarde uit; hoort de * bij de tekst, zet die dan tussen aanhalingstekens
`},
		{"a tag", "---\ntitel: !!str Over\n---\n", `content/paginas/p.md:2:8: fout: een waarde met een label (!) wordt niet gelezen [yaml-refused]
        titel: !!str Over
               ^^^^^^^^^^
    hint: hoort het ! bij de tekst, zet die dan tussen aanhalingstekens
`},
		{"a merge key", "---\ntitel: Over\n<<: {titel: x}\n---\n", `content/paginas/p.md:3:1: fout: velden overnemen met << kan niet [yaml-refused]
        <<: {titel: x}
        ^^
    hint: schrijf de velden uit
`},
		{"a star", "---\ntitel: *Over* ons\n---\n", `content/paginas/p.md:2:8: fout: een waarde kan hier niet met "*" beginnen [yaml-syntax]
        titel: *Over* ons
               ^^^^^^^^^^
    hint: zet de hele waarde tussen aanhalingstekens
`},
		{"a colon in a text", "---\ntitel: Over: ons\n---\n", `content/paginas/p.md:2:12: fout: hier staat een dubbele punt die niet kan, of de inspringing klopt niet [yaml-syntax]
        titel: Over: ons
                   ^^^^^
    hint: zet een tekst met een dubbele punt erin tussen aanhalingstekens
`},
		{"an apostrophe", "---\ntitel: 's Avonds\n---\n", `content/paginas/p.md:2:8: fout: deze apostrof opent een tekst die niet wordt afgesloten [yaml-syntax]
        titel: 's Avonds
               ^^^^^^^^^
    hint: begint de tekst met een apostrof, zet er dan dubbele aanhalingstekens omheen: "'s Avonds thuis"
`},
		{"a quote that goes on", "---\ntitel: \"Over\" ons\n---\n", `content/paginas/p.md:2:15: fout: achter het aanhalingsteken staat nog tekst [yaml-syntax]
        titel: "Over" ons
                      ^^^
    hint: zet om de hele waarde nog een paar andere aanhalingstekens
`},
		{"an open bracket", "---\ntitel: [Over\n---\n", `content/paginas/p.md:2:8: fout: dit haakje wordt niet goed afgesloten [yaml-syntax]
        titel: [Over
               ^^^^^
    hint: zet komma's tussen de waarden en sluit af, zoals [een, twee]
`},
		{"a list for a text", "---\ntitel: [Over, ons]\n---\n", `content/paginas/p.md:2:8: fout: bij "titel" hoort één tekst [value-type]
        titel: [Over, ons]
               ^^^^^^^^^^^
    hint: schrijf één waarde, zonder haken eromheen en zonder streepje ervoor
`},
		{"text without fields", "---\nOver ons\n---\n", `content/paginas/p.md:2:1: fout: hier horen velden te staan [yaml-syntax]
        Over ons
        ^^^^^^^^
    hint: schrijf elk veld als naam: waarde, op een eigen regel
`},
		{"HTML", "---\ntitel: Over\n---\nTekst <b>vet</b>.\n\n<div>\nblok\n</div>\n\n<!-- geheim -->\n", `content/paginas/p.md:4:7: fout: HTML wordt niet doorgelaten: <b> [html-refused]
        Tekst <b>vet</b>.
              ^^^
    hint: schrijf het in Markdown; een los < schrijf je als \<
content/paginas/p.md:4:13: fout: HTML wordt niet doorgelaten: </b> [html-refused]
        Tekst <b>vet</b>.
                    ^^^^
    hint: schrijf het in Markdown; een los < schrijf je als \<
content/paginas/p.md:6:1: fout: HTML wordt niet doorgelaten: <div> [html-refused]
        <div>
        ^^^^^
    hint: schrijf het in Markdown; een los < schrijf je als \<
content/paginas/p.md:10:1: fout: HTML-commentaar wordt niet doorgelaten [html-refused]
        <!-- geheim -->
        ^^^^^^^^^^^^^^^
    hint: haal het weg; wat niet op de site mag, hoort niet in de tekst
`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := page(t, c.text); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
