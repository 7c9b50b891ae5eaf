package parse_test

import (
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/parse"
)

// body gives the prose of a page and joins its parts, with holes in braces.
func body(t *testing.T, markdown string) (casebook.Prose, string) {
	t.Helper()
	p := one[*casebook.Page](t, casebook.KindPage, "---\ntitel: x\n---\n"+markdown).Body
	var b strings.Builder
	for _, part := range p.Parts {
		set := 0
		if part.HTML != "" {
			set++
			b.WriteString(part.HTML)
		}
		if part.Link != nil {
			set++
			b.WriteString("{" + part.Link.Written + "|" + part.Link.Text + "}")
		}
		if part.Image != nil {
			set++
			b.WriteString("{" + part.Image.Path + "!" + part.Image.Alt + "}")
		}
		if set != 1 {
			t.Errorf("part %+v holds %d things", part, set)
		}
	}
	return p, b.String()
}

func TestMarkdownBecomesHTMLWithHoles(t *testing.T) {
	cases := []struct{ name, markdown, html, plain string }{
		{
			"quotes and apostrophes", `Ze zei: "Ik kom 's avonds 't huis uit." 'Ja' -- foto's uit '90...`,
			"<p>Ze zei: “Ik kom ’s avonds ’t huis uit.” ‘Ja’ – foto’s uit ’90…</p>\n",
			"Ze zei: “Ik kom ’s avonds ’t huis uit.” ‘Ja’ – foto’s uit ’90…",
		},
		{
			"escapes and entities", "5 \\* 3 < 20 &amp; caf&eacute; &lt;b&gt; `a\\*b`",
			"<p>5 * 3 &lt; 20 &amp; café &lt;b&gt; <code>a\\*b</code></p>\n",
			"5 * 3 < 20 & café <b> a\\*b",
		},
		{
			"wiki links", "Van [[nadira]], [[nadira#sloop|de *sloop*]] en [[thema:rust]].",
			"<p>Van {nadira|}, {nadira#sloop|de *sloop*} en {thema:rust|}.</p>\n",
			"Van [[nadira]], de *sloop* en [[thema:rust]].",
		},
		{
			"ordinary links", "Een [**vet** woord](../a.md#kop), [ref][r] en <https://x.nl/?a=1&b=2>.\n\n[r]: https://x.nl/é 'titel'\n",
			"<p>Een {../a.md#kop|<strong>vet</strong> woord}, {https://x.nl/é|ref} en {https://x.nl/?a=1&b=2|https://x.nl/?a=1&amp;b=2}.</p>\n",
			"Een vet woord, ref en https://x.nl/?a=1&b=2.",
		},
		{"pictures", "![Een *huis*](../beelden/oud/een%20huis.jpg)", "<p>{oud/een huis.jpg!Een huis}</p>\n", ""},
		{"headings", "# Boven\n\n### Onder\n\n# Boven\n", "<h2 id=\"boven\">Boven</h2>\n<h3 id=\"onder\">Onder</h3>\n<h2 id=\"boven-2\">Boven</h2>\n", "Boven\nOnder\nBoven"},
		{"low headings", "### Eén\n\n#### Twee\n", "<h2 id=\"een\">Eén</h2>\n<h3 id=\"twee\">Twee</h3>\n", "Eén\nTwee"},
		{"a table", "| a | b |\n|---|---|\n| [[x\\|y]] | 2 |\n", "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>{x|y}</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n", "a b \ny 2"},
		{"brackets that are no link", "[[een\ntwee]] [ ] [[a[b]]", "<p>[[een\ntwee]] [ ] [[a[b]]</p>\n", "[[een twee]] [ ] [[a[b]]"},
	}
	for _, c := range cases {
		p, html := body(t, c.markdown)
		if html != c.html || p.Plain != c.plain {
			t.Errorf("%s: got\n%s\n%q\nwant\n%s\n%q", c.name, html, p.Plain, c.html, c.plain)
		}
	}
}

func TestFootnotesOfDifferentTextsDoNotCollide(t *testing.T) {
	c := one[*casebook.Case](t, casebook.KindCase, `---
titel: x
gebeurtenissen:
  - {id: a, ronde: 0, wanneer: 1 jaar, titel: A, tekst: "Een[^1]\n\n[^1]: Noot\n"}
  - {id: b, ronde: 0, wanneer: 1 jaar, titel: B, tekst: "Twee[^1]\n\n[^1]: Noot\n"}
---
Drie[^1]

[^1]: Noot
`)
	for id, prose := range map[string]casebook.Prose{"x-fn:1": c.Body, "x-a-fn:1": c.Events[0].Text, "x-b-fn:1": c.Events[1].Text} {
		if !strings.Contains(prose.Parts[0].HTML, `<li id="`+id+`">`) {
			t.Errorf("no %s in %s", id, prose.Parts[0].HTML)
		}
	}
}

func TestHeadingsDoNotTakeIDsOfEvents(t *testing.T) {
	c := one[*casebook.Case](t, casebook.KindCase, "---\ntitel: x\ngebeurtenissen: [{id: sloop, ronde: 0, wanneer: 1 jaar, titel: A, tekst: '# Kop'}]\n---\n# Sloop\n")
	if got := c.Body.Parts[0].HTML; got != "<h2 id=\"sloop-2\">Sloop</h2>\n" {
		t.Errorf("body %s", got)
	}
	if got := c.Events[0].Text.Parts[0].HTML; got != "<h4>Kop</h4>\n" {
		t.Errorf("event %s", got)
	}
}

func TestOutsideLinksAreMarkedAndEscaped(t *testing.T) {
	p, _ := body(t, "[a](HTTPS://x.nl/a'b) <jan@voorbeeld.nl> [b](mailto:x@y.nl) [c](over.md) [d](#kop)")
	var got []string
	for _, l := range p.Links() {
		got = append(got, l.Outside)
	}
	if want := "HTTPS://x.nl/a'b mailto:jan@voorbeeld.nl mailto:x@y.nl  "; strings.Join(got, " ") != want {
		t.Errorf("got %q", strings.Join(got, " "))
	}
}

func TestSentenceAroundALink(t *testing.T) {
	cases := map[string]string{
		"Eerst dit. Dan *zag* dhr. Jansen [[x]] staan, o.a. buiten! Klaar.": "Dan zag dhr. Jansen [[x]] staan, o.a. buiten!",
		"[[x]] begint.":                           "[[x]] begint.",
		"Zij zei: \"Kijk [[x]].\" Hij zweeg.":     "Zij zei: “Kijk [[x]].”",
		"Over\ntwee regels [[x]]\nheen. En toen?": "Over twee regels [[x]] heen.",
		"Met A. de Vries bij [[x]] in 3.5 km.":    "Met A. de Vries bij [[x]] in 3.5 km.",
		"- een\n- twee [[x]]\n":                   "twee [[x]]",
		"**Vet. En [[x]].** Daarna.":              "En [[x]].",
	}
	for markdown, want := range cases {
		p, _ := body(t, markdown)
		if got := p.Links()[0].Sentence; got != want {
			t.Errorf("%q gives %q, want %q", markdown, got, want)
		}
	}
}

func TestEveryLinkIsPlacedWhereItWasWritten(t *testing.T) {
	text := "---\ntitel: x\n---\n\nÉén [a](b.md) en [[c]].\n\n> citaat met [d [e] f](g.md \"t\") <https://h.nl>\n\n| k | [[m]] |\n|---|---|\n| ![n](../beelden/o.png) | [p][q] |\n\n[q]: r.md\n"
	doc, problems := parse.Document(casebook.KindPage, "x", "content/paginas/x.md", text)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := []string{"[a](b.md)", "[[c]]", "[d [e] f](g.md \"t\")", "<https://h.nl>", "[[m]]", "![n](../beelden/o.png)", "[p][q]"}
	lines := strings.Split(text, "\n")
	i := 0
	for _, part := range doc.Document().Body.Parts {
		pos := doc.Document().Pos
		switch {
		case part.Link != nil:
			pos = part.Link.Pos
		case part.Image != nil:
			pos = part.Image.Pos
		default:
			continue
		}
		if got := string([]rune(lines[pos.Line-1])[pos.Col-1 : pos.EndCol-1]); got != want[i] {
			t.Errorf("place %d holds %q, want %q", i, got, want[i])
		}
		i++
	}
	if i != len(want) {
		t.Errorf("%d places, want %d", i, len(want))
	}
}
