package checks

import "testing"

func TestOutline(t *testing.T) {
	page := newPage("index.html", []byte(`<!doctype html><html lang="nl"><head><title>Nadira</title><meta name="description" content="Een huis."></head><body>
<nav><ul><li><a href="a.html">Begin</a></li><li><a href="b.html">Nu</a></li></ul></nav>
<main><h1>Een <em>duurder</em> huis</h1><p>Wie had <a href="c.html">wanneer</a>
moeten praten?</p><svg aria-hidden="true"><title>niet</title></svg>
<figure><svg><title>Levenskaart</title><text>40</text></svg><figcaption>Haar lijn</figcaption></figure>
<table><tr><th>Wie</th><td>zus</td></tr></table><dl><dt>Rondes</dt><dd>4</dd></dl>
<blockquote><p>Ik wachtte.</p></blockquote><img src="x.png" alt="Een raam"><button>Zoek</button><form hidden><p>Schrijf hier</p></form><script src="s.js"></script></main></body></html>`))
	const want = `title: Nadira
description: Een huis.
- [Begin](a.html)
- [Nu](b.html)
# Een duurder huis
Wie had [wanneer](c.html) moeten praten?
(picture: Levenskaart; 40)
~ Haar lijn
Wie | zus |
= Rondes
: 4
> Ik wachtte.
(image x.png: Een raam) (button: Zoek)
`
	if got := page.Outline(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
