package printing

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/printing/sheetstest"
)

func TestAPosterShowsWhoSaidItAsTheyConsented(t *testing.T) {
	b := sample.Book(2)
	p := sheetstest.Maker(t, b, address.Path("reflecties/els/poster/"))
	for i, want := range []string{"Els van der Veld|wijkconsulent, Woonkring|[De stapel post]", "Op verzoek zonder naam||[]"} {
		by := PosterView(p, b.Reflections[i]).(*posterView).By
		if got := fmt.Sprintf("%s|%s|%v", by.Name, by.Line, by.Cases); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestWhatGivesARoundAwaySaysSo(t *testing.T) {
	b := sample.Book(2)
	p := sheetstest.Maker(t, b, address.Path("reflecties/els/poster/"))
	if v := PosterView(p, b.Reflections[0]).(*posterView); !strings.Contains(v.Later, "ronde 1 van De stapel post") {
		t.Errorf("a poster of what round 1 gives away says %q", v.Later)
	}
	if v := PosterView(p, b.Reflections[1]).(*posterView); v.Later != "" {
		t.Errorf("a poster that gives nothing away says %q", v.Later)
	}
	b.Sessions[0].Reflections = b.Reflections
	v := QuotesView(p, b.Sessions[0]).(*quotesView)
	if q := v.Pages[0].Quotes; !v.Later || q[0].Later == "" || q[1].Later != "" {
		t.Errorf("the quotes are %+v", q)
	}
	if !RevealsAny(b.Sessions[0]) {
		t.Error("the session gives a round away")
	}
}

func TestTheTypeIsAsLargeAsTheTextAllows(t *testing.T) {
	sizes := []string{"huge", "large", "middle", "plain", "small", "fine", "columns"}
	last := 0
	for length := 60; length <= 4000; length += 60 {
		r := &casebook.Reflection{Doc: casebook.Doc{Body: sample.Body(strings.Repeat("Niemand vroeg iets. ", length/20))}, Headline: casebook.Text{V: "Een kop"}}
		i := slices.Index(sizes, posterTypeSize(r, byline{}, false))
		if i < last || slices.Index(sizes, posterTypeSize(r, byline{}, true)) < i {
			t.Errorf("%d characters: %s after %s", length, sizes[max(0, i)], sizes[last])
		}
		last = i
	}
	if last != len(sizes)-1 {
		t.Errorf("the longest is set %s", sizes[last])
	}
}

func TestQuotesFillTheirPages(t *testing.T) {
	line := strings.Repeat("Niemand vroeg iets. ", 2)
	for n, want := range map[int]string{1: "w", 2: "..", 5: "w....", 6: "......", 7: "w.. ....", 13: ".... .... w...."} {
		quotes := make([]quote, n)
		for i := range quotes {
			quotes[i] = quote{Headline: "Kop", Lines: []string{line}, Size: "short"}
		}
		var got []string
		for _, p := range quotePages(quotes, wallHeadHeight) {
			row := ""
			for _, q := range p.Quotes {
				row += map[bool]string{true: "w", false: "."}[q.Wide]
			}
			got = append(got, row)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%d quotes: %q, want %q", n, got, want)
		}
	}
}

func TestAWallDoesNotBreakOffInTheMiddleOfAThought(t *testing.T) {
	for text, want := range map[string]string{
		"Kort.": "Kort.",
		strings.Repeat("Een zin van niets. ", 20):   strings.TrimSpace(strings.Repeat("Een zin van niets. ", 13)),
		strings.Repeat("zonder punt of einde ", 20): strings.Repeat("zonder punt of einde ", 12) + "zonder…",
	} {
		if got := firstSentences(sample.Body(text)); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
