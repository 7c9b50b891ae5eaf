package bundle

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

const source = `<!doctype html><html lang="nl"><head><title>T</title><link rel="stylesheet" href="../../casusboek.css"><link rel="canonical" href="https://x.example/"><meta property="og:title" content="T"><script src="../../reader.js"></script></head>
<body><svg class="sprite"><defs></defs></svg><header><p><a href="../../index.html">Boek</a></p><nav><a href="../index.html">Menu</a></nav></header>
<main><h1>Een <em>duurder</em> huis</h1><nav class="stops"><a href="ronde-1/index.html#kaart">Ronde 1</a></nav><p>Zie <a href="../mo/index.html">Mo <b>zelf</b></a>, <a href="#hier">hier</a> en <a href="https://elders.example/">elders</a>.</p>
<p class="label no-print">Uitprinten</p><form hidden><button>Bewaar</button></form><p hidden>Verborgen</p><img src="../../beelden/huis.png" alt=""></main>
<footer><p class="label">Alles is verzonnen.</p></footer></body></html>`

const at = "casussen/nadira/index.html"

func cut(t *testing.T, s Excerpt) (*ExcerptPage, string) {
	t.Helper()
	p, err := s.Cut(at, []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := html.Render(&b, p.Root); err != nil {
		t.Fatal(err)
	}
	return p, b.String()
}

func TestAPageStandsAlone(t *testing.T) {
	p, text := cut(t, Excerpt{Pages: map[string]bool{"casussen/nadira/ronde-1/index.html": true}})
	if p.Title != "Een duurder huis" || p.Foot != "Alles is verzonnen." || p.Lang != "nl" || p.Main == nil || p.Icons == nil {
		t.Errorf("title %q, foot %q, language %q", p.Title, p.Foot, p.Lang)
	}
	for _, want := range []string{`<a href="ronde-1/index.html#kaart">`, "Zie Mo <b>zelf</b>,", `<a href="#hier">`, `<a href="https://elders.example/">`, `href="../../casusboek.css"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
	for _, gone := range []string{"Menu", "Uitprinten", "Bewaar", "Verborgen", "<script", "canonical", "og:title"} {
		if strings.Contains(text, gone) {
			t.Errorf("%s is still in %s", gone, text)
		}
	}
}

func TestOtherPagesAreOnTheSite(t *testing.T) {
	_, text := cut(t, Excerpt{Base: "https://voorbeeld.example/boek/"})
	if !strings.Contains(text, `<a href="https://voorbeeld.example/boek/casussen/mo/">Mo`) {
		t.Errorf("the link does not lead to the site: %s", text)
	}
}

func TestScriptsComeAlongWithWhatTheyShow(t *testing.T) {
	p, text := cut(t, Excerpt{Scripts: true})
	for _, want := range []string{"<script src", "<button>", "<form hidden"} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is gone from %s", want, text)
		}
	}
	if got := strings.Join(p.Uses(at), " "); got != "casusboek.css reader.js beelden/huis.png" {
		t.Errorf("it uses %s", got)
	}
}

func TestAPageWithoutAMainPartIsAnError(t *testing.T) {
	if _, err := (Excerpt{}).Cut(at, []byte("<p>Los")); err == nil || !strings.Contains(err.Error(), at) {
		t.Errorf("the error is %v", err)
	}
}
