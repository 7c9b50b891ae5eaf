package draw

import "testing"

func TestNumbersHaveOneDecimalAtMost(t *testing.T) {
	for _, tc := range []struct {
		number float64
		want   string
	}{{0, "0"}, {12, "12"}, {12.04, "12"}, {12.06, "12.1"}, {-.04, "0"}, {-.26, "-0.3"}, {1319.96, "1320"}} {
		p := &SVG{}
		if p.Put("@", tc.number); p.String() != tc.want {
			t.Errorf("%v is written %s, want %s", tc.number, p, tc.want)
		}
	}
}

func TestPutFillsInOnlyItsNumbers(t *testing.T) {
	p := NewSVG(8)
	p.Put(`M@ @ post@huis `, 1, 2.5)
	p.Put(`post@huis`)
	if got, want := p.String(), `M1 2.5 post@huis post@huis`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestTextIsNeverMarkup(t *testing.T) {
	p := &SVG{}
	p.Text("<b a=\"1\">&amp; na\u00ADbe\x00\x0b @ \uFFFE👩‍👧")
	if got, want := p.String(), "&lt;b a=&#34;1&#34;&gt;&amp;amp; nabe @ 👩‍👧"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestEdgesTellDomainsOfOneWeaveApart(t *testing.T) {
	for n, want := range map[int]int{1: 1, 6: 1, 7: 2, 12: 2, 13: 3} {
		if got := Edges(n); got != want {
			t.Errorf("domain %d has %d edges, want %d", n, got, want)
		}
	}
}
