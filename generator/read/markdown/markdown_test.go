package markdown_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/markdown"
)

// file is where all texts of these tests stand. A place in it is line 1 and the offsets in the text, counted from 1.
const file = "content/paginas/over.md"

func at(from, to int) diag.Pos {
	return diag.Pos{File: file, Line: 1, Col: int32(from + 1), EndLine: 1, EndCol: int32(to + 1)}
}

// cut gives what stands at a place that at made.
func cut(text string, pos diag.Pos) string { return text[pos.Col-1 : pos.EndCol-1] }

func read(source string) (casebook.Prose, diag.List) {
	return markdown.Prose(markdown.Text{Source: source, File: file, At: at(0, len(source)), Pos: at, Top: 2, IDs: map[string]int{}})
}

// body gives the prose of a text without problems, and its parts joined with holes in braces.
func body(t *testing.T, source string) (casebook.Prose, string) {
	t.Helper()
	p, problems := read(source)
	if len(problems) > 0 {
		t.Errorf("%q has problems %+v", source, problems)
	}
	return p, join(t, p)
}

func join(t *testing.T, p casebook.Prose) string {
	t.Helper()
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
	return b.String()
}

func TestMarkdownBecomesHTMLWithHoles(t *testing.T) {
	cases := []struct{ name, source, html, plain string }{
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
		{"columns set to a side", "| a | b |\n|:-:|--:|\n| 1 | 2 |\n", "<table>\n<thead>\n<tr>\n<th class=\"to-center\">a</th>\n<th class=\"to-right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"to-center\">1</td>\n<td class=\"to-right\">2</td>\n</tr>\n</tbody>\n</table>\n", "a b \n1 2"},
		{"brackets that are no link", "\\[[een]] [ ] a[b] `[[x]](y)[^z]`", "<p>[[een]] [ ] a[b] <code>[[x]](y)[^z]</code></p>\n", "[[een]] [ ] a[b] [[x]](y)[^z]"},
	}
	for _, c := range cases {
		p, html := body(t, c.source)
		if html != c.html || p.Plain != c.plain {
			t.Errorf("%s: got\n%s\n%q\nwant\n%s\n%q", c.name, html, p.Plain, c.html, c.plain)
		}
	}
}

func TestBrokenLinksAreTold(t *testing.T) {
	for source, want := range map[string]string{
		"[[een\ntwee]]":                          "link-broken 0",
		"Zie [[anna en verder":                   "link-broken 4",
		"[een huis](mijn huis.md)":               "link-broken 9",
		"![een huis](../beelden/mijn huis.jpg)":  "link-broken 10",
		"Een noot[^a].\n\n[^b]: Noot\n":          "link-broken.note 8, link-broken.unused 15",
		"Een noot[^a].\n\n[^a]: Noot\n":          "",
		"[een huis](<mijn huis.md>) en [x][y]":   "",
		"Niet \\[[dit]], en niet `[[dat]](zo)`.": "",
	} {
		var got []string
		_, problems := markdown.Prose(markdown.Text{Source: source, Top: 2, Pos: func(from, to int) diag.Pos { return diag.Pos{Col: int32(from)} }})
		for _, p := range problems {
			got = append(got, strings.TrimSuffix(string(p.Rule)+"."+p.Variant, ".")+" "+strconv.Itoa(int(p.Pos.Col)))
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %q, want %q", source, got, want)
		}
	}
}

func TestFootnotesHaveIDsOfTheirText(t *testing.T) {
	prose, _ := markdown.Prose(markdown.Text{Source: "Een[^1]\n\n[^1]: Noot\n", Prefix: "nadira-sloop-", Top: 4})
	for _, want := range []string{`<li id="nadira-sloop-fn:1">`, `href="#nadira-sloop-fn:1"`} {
		if !strings.Contains(prose.Parts[0].HTML, want) {
			t.Errorf("no %s in %s", want, prose.Parts[0].HTML)
		}
	}
}

func TestHeadingsTakeNoIDThatIsTaken(t *testing.T) {
	ids := map[string]int{"sloop": 1}
	prose, _ := markdown.Prose(markdown.Text{Source: "# Sloop\n", Top: 2, IDs: ids})
	if got := prose.Parts[0].HTML; got != "<h2 id=\"sloop-2\">Sloop</h2>\n" || ids["sloop-2"] == 0 {
		t.Errorf("%s, taken %v", got, ids)
	}
	prose, _ = markdown.Prose(markdown.Text{Source: "# Sloop\n", Top: 4})
	if got := prose.Parts[0].HTML; got != "<h4>Sloop</h4>\n" {
		t.Errorf("without ids %s", got)
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
	for source, want := range cases {
		p, _ := body(t, source)
		if got := p.Links()[0].Sentence; got != want {
			t.Errorf("%q gives %q, want %q", source, got, want)
		}
	}
}

func TestEveryLinkIsPlacedWhereItWasWritten(t *testing.T) {
	text := "Één [a](b.md) en [[c]].\n\n> citaat met [d [e] f](g.md \"t\") <https://h.nl>\n\n| k | [[m]] |\n|---|---|\n| ![n](../beelden/o.png) | [p][q] |\n\n[q]: r.md\n"
	prose, _ := body(t, text)
	var got []string
	for _, part := range prose.Parts {
		switch {
		case part.Link != nil:
			got = append(got, cut(text, part.Link.Pos))
		case part.Image != nil:
			got = append(got, cut(text, part.Image.Pos))
		}
	}
	want := []string{"[a](b.md)", "[[c]]", "[d [e] f](g.md \"t\")", "<https://h.nl>", "[[m]]", "![n](../beelden/o.png)", "[p][q]"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestWhatMayNotStandThereIsReported(t *testing.T) {
	cases := []struct{ text, problem, html string }{
		{"Een <b>woord", "html-refused <b>", "<p>Een woord</p>\n"},
		{"<!-- geheim -->", "html-refused.comment <!-- geheim -->", ""},
		{"[x](javascript:alert)", "link-scheme [x](javascript:alert)", "<p>{javascript:alert|x}</p>\n"},
		{"[x](//ander.nl)", "link-scheme.none [x](//ander.nl)", "<p>{//ander.nl|x}</p>\n"},
		{"[x]()", "link-empty [x]()", "<p>{|x}</p>\n"},
		{"[[]]", "link-empty [[]]", "<p>{|}</p>\n"},
		{"![](../beelden/a.png)", "image-alt ![](../beelden/a.png)", "<p>{a.png!}</p>\n"},
		{"![a](../../geheim.png)", "image-outside ![a](../../geheim.png)", "<p>{!a}</p>\n"},
		{"[![a](../beelden/a.png)](b.md)", "image-linked [![a](../beelden/a.png)](b.md)", "<p>{b.md|}</p>\n"},
	}
	for _, c := range cases {
		prose, problems := read(c.text)
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimSuffix(string(p.Rule)+"."+p.Variant, ".")+" "+cut(c.text, p.Pos))
		}
		if strings.Join(got, ", ") != c.problem {
			t.Errorf("%s: problems %q, want %q", c.text, got, c.problem)
		}
		if html := join(t, prose); html != c.html {
			t.Errorf("%s: gives %q, want %q", c.text, html, c.html)
		}
	}
}

func TestNoTextIsNoProse(t *testing.T) {
	for _, text := range []string{"", " \n\t\n"} {
		if prose, problems := read(text); len(prose.Parts) > 0 || prose.Plain != "" || prose.Pos != (diag.Pos{}) || len(problems) > 0 {
			t.Errorf("%q gives %+v, %v", text, prose, problems)
		}
	}
	if prose, _ := read("x"); prose.Pos != at(0, 1) {
		t.Errorf("a text stands at %+v", prose.Pos)
	}
}

// FuzzProse holds that whatever a text contains, converting it does not panic, every place lies in it, and no raw HTML or mark comes out.
func FuzzProse(f *testing.F) {
	f.Add("a <b>[x](y 'z') ![](q)\n<!-- x -->\n# [[k|l]]\n")
	f.Add("[^1]\n\n[^1]: [[n]] 's `[` [a](b:c\n\n| [[x\\|y]] |\n|-|\n")
	f.Fuzz(func(t *testing.T, text string) {
		prose, problems := read(text)
		within := func(p diag.Pos) {
			if p.File != file || p.Col < 1 || p.EndCol < p.Col || int(p.EndCol) > len(text)+1 {
				t.Fatalf("place %+v is not in the text", p)
			}
		}
		for _, p := range problems {
			within(p.Pos)
		}
		for _, l := range prose.Links() {
			within(l.Pos)
		}
		for _, part := range prose.Parts {
			if strings.Contains(part.HTML, "raw HTML omitted") || strings.Contains(part.HTML, "\x00") || strings.Contains(part.HTML, "<script") {
				t.Fatalf("comes out: %s", part.HTML)
			}
		}
	})
}
