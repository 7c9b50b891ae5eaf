package casebook

import "testing"

func TestWikiLinksWithoutWordsGetTheirNames(t *testing.T) {
	a := &Link{Wiki: true, Written: "nadira", Sentence: "Zie [[nadira]] en [[marcel#slot]]."}
	b := &Link{Wiki: true, Written: "marcel#slot", Sentence: a.Sentence}
	c := &Link{Wiki: true, Written: "nadira", Text: "haar"}
	p := Prose{Plain: "Zie [[nadira]] en [[marcel#slot]]. Of haar.", Parts: []Part{{Link: a}, {HTML: "x"}, {Link: b}, {Link: c}}}
	p.NameLink(a, "Een duurder huis")
	p.NameLink(b, "Drie brieven")
	const want = "Zie Een duurder huis en Drie brieven."
	if p.Plain != want+" Of haar." || a.Sentence != want || b.Sentence != want {
		t.Errorf("%q, %q, %q", p.Plain, a.Sentence, b.Sentence)
	}
}
