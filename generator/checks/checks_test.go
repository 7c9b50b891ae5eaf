package checks

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// sound is a page without a fault; every broken snippet below is this page with one thing changed.
const sound = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">
<title>Nadira</title>
<link rel="stylesheet" href="../stijl.css">
<link rel="canonical" href="https://voorbeeld.nl/casus/">
</head>
<body>
<main id="inhoud">
<h1>Nadira</h1>
<p>Tekst &amp; uitleg: 3 &lt; 4. <a href="#sloop">verder</a>, <a href="../index.html">begin</a>, <a href="https://voorbeeld.nl/">elders</a></p>
<h2 id="sloop">Sloop</h2>
<img src="../beeld.png" alt="">
<svg role="img" aria-labelledby="naam"><title id="naam">Lijn</title><path d="M0 0"/></svg>
</main>
</body>
</html>
`

func siteWith(page string) *Site {
	return NewSite(map[string][]byte{
		"casus/index.html": []byte(page),
		"index.html":       []byte(strings.NewReplacer("../", "", "<title>Nadira</title>", "<title>Begin</title>").Replace(sound)),
		"stijl.css":        []byte("body { background: url(beeld.png) }"),
		"beeld.png":        {0x89, 'P', 'N', 'G'},
	})
}

func TestSoundPageHasNoFaults(t *testing.T) {
	for _, f := range siteWith(sound).Faults() {
		t.Error(f)
	}
}

// brokenPages change one thing in the sound page.
var brokenPages = []struct{ check, old, new, says string }{
	{"links", `href="../index.html"`, `href="../weg/index.html"`, "leads nowhere"},
	{"links", `href="../index.html"`, `href="../"`, "leads nowhere"},
	{"links", `href="../index.html"`, `href="/index.html"`, "starts with a slash"},
	{"links", `href="../index.html"`, `href=""`, "is empty"},
	{"links", `href="../index.html"`, `href="../index.html#nergens"`, "anchor"},
	{"links", `href="#sloop"`, `href="#slop"`, "anchor"},
	{"links", `href="../index.html"`, `href="content/index.md"`, "leads nowhere"},
	{"links", `href="../index.html"`, `href="#ZgotmplZ"`, "anchor"},
	{"links", `href="../index.html"`, `href="ftp://x/"`, "strange scheme"},
	{"links", `src="../beeld.png"`, `src="../foto.png"`, "leads nowhere"},
	{"ids", `id="sloop"`, `id="inhoud"`, "occurs 2 times"},
	{"ids", `aria-labelledby="naam"`, `aria-labelledby="titel"`, "not there"},
	{"ids", `id="sloop"`, `id="een sloop"`, "is no id"},
	{"headings", `<h2 id="sloop">Sloop</h2>`, `<h3 id="sloop">Sloop</h3>`, "follows a <h1>"},
	{"headings", `<h2 id="sloop">Sloop</h2>`, `<h1 id="sloop">Sloop</h1>`, "2 <h1>"},
	{"headings", `<h1>Nadira</h1>`, ``, "0 <h1>"},
	{"headings", `Sloop</h2>`, ` </h2>`, "empty"},
	{"head", `lang="nl"`, ``, "lang"},
	{"head", `<title>Nadira</title>`, `<title> </title>`, "no title"},
	{"head", `<!doctype html>`, ``, "doctype"},
	{"head", `<meta charset="utf-8">`, ``, "charset"},
	{"head", `<main id="inhoud">`, `<main id="inhoud"></main><main>`, "2 <main>"},
	{"titles", `<title>Nadira</title>`, `<title>Begin</title>`, "same title"},
	{"pictures", ` alt=""`, ``, "no alt"},
	{"pictures", ` aria-labelledby="naam"><title id="naam">Lijn</title>`, `>`, "neither a name"},
	{"outside", `href="../stijl.css"`, `href="https://cdn.voorbeeld.nl/stijl.css"`, "another host"},
	{"outside", `src="../beeld.png"`, `src="//voorbeeld.nl/beeld.png"`, "another host"},
	{"outside", `src="../beeld.png"`, `src="../beeld.png" srcset="https://voorbeeld.nl/b.png 2x"`, "another host"},
	{"outside", `<path d="M0 0"/>`, `<use href="https://voorbeeld.nl/i.svg#huis"/>`, "another host"},
	{"outside", `<meta charset="utf-8">`, `<meta charset="utf-8"><meta http-equiv="refresh" content="0; url=x">`, "by itself"},
	{"policy", `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'">`, ``, "before the Content-Security-Policy"},
	{"policy", `style-src 'self'`, `style-src 'unsafe-inline'`, "unsafe-"},
	{"policy", `default-src 'none'`, `img-src 'self'`, "no strict default-src"},
	{"inline", `<main id="inhoud">`, `<main id="inhoud" style="color:red">`, "style"},
	{"inline", `<main id="inhoud">`, `<main id="inhoud" onclick="x()">`, "onclick"},
	{"inline", `<main id="inhoud">`, `<main id="inhoud"><script>x()</script>`, "<script> in the page"},
	{"inline", `<main id="inhoud">`, `<main id="inhoud"><style>p{}</style>`, "<style> in the page"},
	{"inline", `href="../index.html"`, `href=" JavaScript:x()"`, "is a script"},
	{"nesting", `verder</a>`, `verder`, "closes nothing"},
	{"nesting", `</main>`, ``, "closes nothing"},
	{"nesting", `</html>`, `<div>`, "never closed"},
	{"words", `Tekst`, `?case.summary?`, "without a text"},
	{"words", `Tekst`, `{aantal} teksten`, "without a text"},
	{"words", `alt=""`, `alt="?picture.alt?"`, "without a text"},
	{"words", `Tekst`, `Zie [[nadira]]`, "what the author wrote"},
	{"words", `Tekst`, `**Tekst**`, "what the author wrote"},
	{"escapes", `&amp; uitleg`, `&amp;amp; uitleg`, "escaped twice"},
	{"escapes", `Tekst`, `&lt;p&gt;Tekst`, "escaped twice"},
	{"escapes", `alt=""`, `alt="Nadira&amp;#39;s huis"`, "escaped twice"},
	{"leftovers", `Tekst`, `{{.Title}}`, "left over"},
	{"leftovers", `Tekst`, `%!s(MISSING)`, "left over"},
	{"leftovers", `Tekst`, `&lt;nil&gt;`, "left over"},
	{"well-formed", `<meta charset="utf-8">`, `<meta charset="utf-8"><script type="application/ld+json">{"a": }</script>`, "not JSON"},
	{"encoding", `Tekst`, "Tekst \xe9\xe9n", "not UTF-8"},
	{"encoding", `<!doctype`, "\uFEFF<!doctype", "byte order mark"},
	{"encoding", `Tekst`, "Tekst\r", "carriage"},
}

func TestBrokenPages(t *testing.T) {
	for _, test := range brokenPages {
		t.Run(test.check+" "+test.says, func(t *testing.T) {
			broken := strings.Replace(sound, test.old, test.new, 1)
			if broken == sound {
				t.Fatalf("the sound page does not have %q", test.old)
			}
			faults := siteWith(broken).Faults()
			if !slices.ContainsFunc(faults, func(f Fault) bool { return f.Check == test.check && strings.Contains(f.What, test.says) }) {
				t.Errorf("%q instead of %q: want the check %s to say %q, got %v", test.new, test.old, test.check, test.says, faults)
			}
		})
	}
}

var brokenFiles = []struct{ check, name, data, says string }{
	{"outside", "stijl.css", `@import "https://voorbeeld.nl/a.css";`, "fetches"},
	{"outside", "stijl.css", `a { background: URL( 'http://voorbeeld.nl/a.png') }`, "fetches"},
	{"outside", "stijl.css", `a { background: url(//voorbeeld.nl/a.png) }`, "fetches"},
	{"outside", "zoek.js", `fetch("https://voorbeeld.nl/")`, "names"},
	{"outside", "beeld.svg", `<svg xmlns="http://www.w3.org/2000/svg"><image href="https://voorbeeld.nl/"/></svg>`, "names"},
	{"well-formed", "casusboek.json", `{"cases": [}`, "not JSON"},
	{"well-formed", "feed.xml", `<feed><title>Nadira & Mo</title></feed>`, "not XML"},
	{"well-formed", "sitemap.xml", `<urlset><url></urlset>`, "not XML"},
	{"leftovers", "casusboek.json", `{"title": "<no value>"}`, "left over"},
	{"leftovers", "feed.xml", `<updated>0001-01-01T00:00:00Z</updated>`, "left over"},
	{"encoding", "robots.txt", ``, "is empty"},
}

func TestBrokenFiles(t *testing.T) {
	for _, test := range brokenFiles {
		faults := NewSite(map[string][]byte{test.name: []byte(test.data)}).Faults()
		if !slices.ContainsFunc(faults, func(f Fault) bool { return f.Check == test.check && strings.Contains(f.What, test.says) }) {
			t.Errorf("%s with %s: want the check %s to say %q, got %v", test.name, test.data, test.check, test.says, faults)
		}
	}
}

func TestEveryCheckHasABrokenExample(t *testing.T) {
	seen := map[string]bool{}
	for _, test := range brokenPages {
		seen[test.check] = true
	}
	for _, test := range brokenFiles {
		seen[test.check] = true
	}
	for _, c := range PageChecks {
		if !seen[c.Name] {
			t.Errorf("show the check %s a page that turns it red: add one to brokenPages", c.Name)
		}
	}
	for _, c := range FileChecks {
		if !seen[c.Name] {
			t.Errorf("show the check %s a file that turns it red: add one to brokenFiles", c.Name)
		}
	}
}

// The page for what is not found is shown at any depth.
func TestLinksOfTheNotFoundPage(t *testing.T) {
	page := strings.NewReplacer("../", "/boek/", "<title>Nadira</title>", "<title>Niet gevonden</title>").Replace(sound)
	site := siteWith(sound)
	site.Files["404.html"] = []byte(page)
	for _, f := range NewSite(site.Files).Faults() {
		t.Error(f)
	}
	site.Files["404.html"] = []byte(strings.Replace(page, "/boek/index.html", "/boek/weg.html", 1))
	if faults := NewSite(site.Files).Faults(); len(faults) != 1 || faults[0].Check != "links" {
		t.Errorf("a dead link gives %v", faults)
	}
}

func TestReadSiteLeavesHiddenFilesOut(t *testing.T) {
	site, err := ReadSite(fstest.MapFS{
		"index.html": {Data: []byte(sound)}, ".gitignore": {Data: []byte("*")}, ".well-known/x.json": {Data: []byte("{")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(site.Files) != 1 || len(site.Pages) != 1 {
		t.Errorf("got files %v", site.Files)
	}
}

func TestAddresses(t *testing.T) {
	const base = "https://voorbeeld.nl/boek/"
	site := NewSite(map[string][]byte{
		"index.html": []byte(sound), "over/index.html": []byte(sound),
		"feed.xml": []byte("<loc>" + base + "</loc><loc>" + base + "over/</loc><loc>" + base + "weg/index.html</loc><loc>https://elders.nl/</loc>"),
	})
	if got := site.Addresses(base); len(got) != 1 || got[0].File != "feed.xml" || !strings.Contains(got[0].What, "weg/index.html") {
		t.Errorf("got %v", got)
	}
}

func TestTypeOfAPage(t *testing.T) {
	for name, want := range map[string]string{
		"index.html":                          "",
		"404.html":                            "404.html",
		"casussen/index.html":                 "casussen",
		"casussen/nadira/index.html":          "casussen/*",
		"casussen/nadira/ronde-12/index.html": "casussen/*/ronde-*",
		"sessies/dag-2/pakket/index.html":     "sessies/*/pakket",
		"over/index.html":                     "over",
	} {
		if got := newPage(name, []byte(sound)).Type(); got != want {
			t.Errorf("%s is of type %q, want %q", name, got, want)
		}
	}
}
