package generator_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/diag"
	"casusboek/generator/lang/langtest"
)

const messagesDoc = "../docs/meldingen.md"

const messagesIntro = `# Alle meldingen

Wat casusboek tegen een schrijver kan zeggen, op volgorde van naam. De naam staat in de melding tussen haken, zoals ` + "`[when-missing]`" + `, en verandert nooit. Wat tussen accolades staat, vult
casusboek in. Meldingen die met ` + "`privacy-`" + ` beginnen, worden uitgelegd in [privacy.md](privacy.md).

Dit bestand komt uit de teksten zelf: ` + "`go test ./generator -run Messages -update`" + `.

| naam | melding | wat u kunt doen |
|---|---|---|
`

// TestMessagesDocument holds docs/meldingen.md to the catalogue, so that every rule is documented in the words in which it is told.
func TestMessagesDocument(t *testing.T) {
	words := langtest.Words("nl")
	plain := strings.NewReplacer("|", `\|`, "[", `\[`, "](", `]\(`, "<", `\<`, "*", `\*`) // examples of Markdown in a message are no Markdown here
	cell := func(key string) string {
		if !words.Has(key) {
			return ""
		}
		return plain.Replace(strings.Join(strings.Fields(words.T(key)), " "))
	}
	var rules []string
	for _, key := range words.Keys() {
		if parts := strings.Split(key, "."); parts[0] == "rules" && len(parts) > 2 {
			rules = append(rules, parts[1])
		}
	}
	slices.Sort(rules)
	var b strings.Builder
	b.WriteString(messagesIntro)
	for _, rule := range slices.Compact(rules) {
		kind := ""
		if diag.Rule(rule).Severity() == diag.Warning {
			kind = " (waarschuwing)"
		}
		b.WriteString("| `" + rule + "`" + kind + " | " + cell("rules."+rule+".message") + " | " + cell("rules."+rule+".hint") + " |\n")
	}
	if *update {
		if err := os.WriteFile(messagesDoc, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	is, err := os.ReadFile(messagesDoc)
	if err != nil || string(is) != b.String() {
		t.Errorf("docs/meldingen.md differs from the catalogue (%v); go test ./generator -run Messages -update writes it anew", err)
	}
	if n := strings.Count(b.String(), "\n| `"); n < 80 {
		t.Errorf("only %d rules", n)
	}
}
