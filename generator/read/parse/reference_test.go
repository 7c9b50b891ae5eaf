package parse_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/read/parse"
)

// typeNames are the words of docs/velden.md for what a field takes: one, and a list of them.
var typeNames = map[string][2]string{
	"text":      {"tekst", "lijst van teksten"},
	"markdown":  {"Markdown", ""},
	"number":    {"getal", ""},
	"yes-no":    {"ja of nee", ""},
	"mm":        {"maat in mm", ""},
	"date":      {"datum (jaar-maand-dag)", ""},
	"clock":     {"tijdstip (13.30)", ""},
	"when":      {"tijd", ""},
	"reference": {"verwijzing", "lijst van verwijzingen"},
	"choice":    {"keuze", "lijst van keuzes"},
	"block":     {"velden", "lijst van velden"},
}

var audiences = map[casebook.Audience]string{casebook.Public: "iedereen", casebook.ForFacilitator: "begeleider", casebook.Private: "niemand"}

const referenceHead = `# Velden

Deze bladzijde is gemaakt uit de veldentabel van het programma (` + "`generator/read/parse/fields_*.go`" + `); pas haar daar aan.

Elk bestand begint met zijn gegevens, tussen twee regels met drie streepjes; daaronder staat de tekst, in Markdown. Elk veld heeft een
Nederlandse en een Engelse naam. Een veld met een * moet er zijn. Onder "ziet" staat wie de inhoud te zien krijgt: iedereen, alleen de
begeleider, of niemand: dan wordt het veld gelezen en nagekeken, maar komt het nergens op de site.

Een verwijzing is de bestandsnaam zonder ` + "`.md`" + `; thema's en organisaties mogen ook bij hun naam genoemd worden. Op de plaats van een lijst mag ook één waarde staan.

`

func TestTheReferenceOfFieldsIsUpToDate(t *testing.T) {
	var b strings.Builder
	b.WriteString(referenceHead)
	titles := map[string]string{
		"site": "content/index.md: de site", "case": "casussen/ (cases/)", "reflection": "reflecties/ (reflections/)", "session": "sessies/ (sessions/)",
		"theme": "themas/ (themes/)", "organisation": "organisaties/ (organisations/)", "page": "paginas/ (pages/)",
		"answers": "content/privacy.yaml: antwoorden aan de bewaking", "reviews": "content/reviews.yaml: wie heeft nagekeken",
	}
	for _, block := range parse.Fields() {
		writeBlock(&b, "## "+titles[block.Name], block)
	}
	const name = "../../../docs/velden.md"
	if *update {
		if err := os.MkdirAll("../../../docs", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(name)
	if err != nil || string(have) != b.String() {
		t.Errorf("docs/velden.md is not what the table says (%v); run go test ./generator/parse -update and read it", err)
	}
}

func writeBlock(b *strings.Builder, heading string, block *parse.BlockDoc) {
	fmt.Fprintf(b, "%s\n\n| veld | Engels | wat | ziet | uitleg | voorbeeld |\n|---|---|---|---|---|---|\n", heading)
	for _, f := range block.Fields {
		star, example := "", ""
		if f.Required {
			star = " *"
		}
		if f.Example != "" {
			example = "`" + f.Example + "`"
		}
		fmt.Fprintf(b, "| `%s`%s | `%s` | %s | %s | %s | %s |\n", f.Names.NL, star, f.Names.EN, typeName(f.Type), audiences[f.Audience], f.Explain.NL, example)
	}
	b.WriteString("\n")
	for _, f := range block.Fields {
		if len(f.Type.Choices) > 0 {
			var words []string
			for _, c := range f.Type.Choices {
				if c.NL == c.EN {
					words = append(words, "`"+c.NL+"`")
				} else {
					words = append(words, fmt.Sprintf("`%s` (`%s`)", c.NL, c.EN))
				}
			}
			fmt.Fprintf(b, "`%s`: %s.\n\n", f.Names.NL, strings.Join(words, ", "))
		}
		if f.Type.Block != nil {
			writeBlock(b, "### "+f.Names.NL, f.Type.Block)
		}
	}
}

func typeName(t parse.Type) string {
	names := typeNames[t.Name]
	name := names[0]
	if t.List {
		name = names[1]
	}
	switch t.Or {
	case "text":
		name += ", of een tekst"
	case "reference":
		name += ", of een verwijzing"
	case "preset":
		name += ", lijst van teksten, of een keuze"
	}
	return name
}

func TestEveryFieldIsExplained(t *testing.T) {
	var check func(*parse.BlockDoc)
	check = func(block *parse.BlockDoc) {
		seen := map[string]bool{}
		for _, f := range block.Fields {
			at := block.Name + "." + f.Names.EN
			for _, explain := range []string{f.Explain.NL, f.Explain.EN} {
				if !strings.HasSuffix(explain, ".") {
					t.Errorf("%s: explanation %q is no sentence", at, explain)
				}
			}
			for _, name := range []string{f.Names.NL, f.Names.EN} {
				if seen[name] && f.Names.NL != f.Names.EN {
					t.Errorf("%s: %q names two fields", at, name)
				}
				if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_") != "" {
					t.Errorf("%s: %q is no plain key", at, name)
				}
				seen[name] = true
			}
			if (f.Example == "") != (f.Type.Block != nil && f.Example == "") {
				t.Errorf("%s has no example", at)
			}
			if typeName(f.Type) == "" {
				t.Errorf("%s: no word for its type %+v", at, f.Type)
			}
			if f.Type.Block != nil {
				check(f.Type.Block)
			}
		}
	}
	for _, block := range parse.Fields() {
		check(block)
	}
}
