package casebook

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"casusboek/generator/lang/langtest"
)

var whens = []struct {
	written    string
	axis       Axis
	start, end float64
	nl, en     string
}{
	{"41 jaar", AgeAxis, 41, 42, "41 jaar", "41 years"},
	{"41 years old", AgeAxis, 41, 42, "41 jaar", "41 years"},
	{"1 year", AgeAxis, 1, 2, "1 jaar", "1 year"},
	{"0 jaar", AgeAxis, 0, 1, "0 jaar", "0 years"},
	{"41-43 jaar", AgeAxis, 41, 44, "41–43 jaar", "41–43 years"},
	{"41 – 43 jaar", AgeAxis, 41, 44, "41–43 jaar", "41–43 years"},
	{"rond 41 jaar", AgeAxis, 41, 42, "rond 41 jaar", "about 41 years"},
	{"about 41 years", AgeAxis, 41, 42, "rond 41 jaar", "about 41 years"},
	{"9 maanden", AgeAxis, 0.75, 10.0 / 12, "9 maanden", "9 months"},
	{"1 maand", AgeAxis, 1.0 / 12, 2.0 / 12, "1 maand", "1 month"},
	{"9-12 months", AgeAxis, 0.75, 13.0 / 12, "9–12 maanden", "9–12 months"},
	{"jaar 3", StoryAxis, 3, 4, "jaar 3", "year 3"},
	{"Year 3", StoryAxis, 3, 4, "jaar 3", "year 3"},
	{"jaar 3-5", StoryAxis, 3, 6, "jaar 3–5", "years 3–5"},
	{"rond jaar 3", StoryAxis, 3, 4, "rond jaar 3", "about year 3"},
	{"2014", DateAxis, 2014, 2015, "2014", "2014"},
	{"2014-05", DateAxis, 2014 + 4.0/12, 2014 + 5.0/12, "mei 2014", "May 2014"},
	{"2014-12", DateAxis, 2014 + 11.0/12, 2015, "december 2014", "December 2014"},
	{"2014-05-31", DateAxis, 2014 + (4+30.0/31)/12, 2014 + 5.0/12, "31 mei 2014", "31 May 2014"},
	{"2016-02-29", DateAxis, 2016 + (1+28.0/29)/12, 2016 + 2.0/12, "29 februari 2016", "29 February 2016"},
	{"2014-21", DateAxis, 2014 + 2.0/12, 2014 + 5.0/12, "voorjaar 2014", "spring 2014"},
	{"2014-22", DateAxis, 2014 + 5.0/12, 2014 + 8.0/12, "zomer 2014", "summer 2014"},
	{"2014-23", DateAxis, 2014 + 8.0/12, 2014 + 11.0/12, "najaar 2014", "autumn 2014"},
	{"2014-24", DateAxis, 2014 + 11.0/12, 2015 + 2.0/12, "winter 2014", "winter 2014"},
	{"2014~", DateAxis, 2014, 2015, "omstreeks 2014", "about 2014"},
	{"omstreeks 2014", DateAxis, 2014, 2015, "omstreeks 2014", "about 2014"},
	{"2014?", DateAxis, 2014, 2015, "2014, niet zeker", "2014, not certain"},
	{"2014-05%", DateAxis, 2014 + 4.0/12, 2014 + 5.0/12, "omstreeks mei 2014, niet zeker", "about May 2014, not certain"},
	{"201X", DateAxis, 2010, 2020, "jaren 2010", "2010s"},
	{"201x", DateAxis, 2010, 2020, "jaren 2010", "2010s"},
	{"2014/2016", DateAxis, 2014, 2017, "2014–2016", "2014–2016"},
	{"2014-05/2014-09", DateAxis, 2014 + 4.0/12, 2014 + 9.0/12, "mei 2014 – september 2014", "May 2014 – September 2014"},
	{"2014-05-03/2014-05-31", DateAxis, 2014 + (4+2.0/31)/12, 2014 + 5.0/12, "3 mei 2014 – 31 mei 2014", "3 May 2014 – 31 May 2014"},
	{"2015-02-01/2015-02-28", DateAxis, 2015 + 1.0/12, 2015 + 2.0/12, "1 februari 2015 – 28 februari 2015", "1 February 2015 – 28 February 2015"},
	{"2014/..", DateAxis, 2014, 2015, "vanaf 2014", "from 2014"},
	{"../2016", DateAxis, 2016, 2017, "tot 2016", "until 2016"},
}

func TestEveryWrittenTimeHasItsPlaceAndLabel(t *testing.T) {
	nl, en := langtest.Words("nl"), langtest.Words("en")
	for _, c := range whens {
		w, err := ParseWhen(c.written)
		if err != nil {
			t.Errorf("ParseWhen(%q): %v", c.written, err)
			continue
		}
		if w.Axis != c.axis || math.Abs(w.Start-c.start) > 1e-9 || math.Abs(w.End-c.end) > 1e-9 {
			t.Errorf("ParseWhen(%q) = %s [%v, %v), want %s [%v, %v)", c.written, w.Axis, w.Start, w.End, c.axis, c.start, c.end)
		}
		if got := w.Label(nl); got != c.nl {
			t.Errorf("%q prints %q in Dutch, want %q", c.written, got, c.nl)
		}
		if got := w.Label(en); got != c.en {
			t.Errorf("%q prints %q in English, want %q", c.written, got, c.en)
		}
	}
}

func TestEveryDayPrintsAsItWasWritten(t *testing.T) {
	nl := langtest.Words("nl")
	for year := 1999; year <= 2004; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= daysIn(year, month); day++ {
				w, err := ParseWhen(fmt.Sprintf("%d-%02d-%02d", year, month, day))
				if err != nil {
					t.Fatal(err)
				}
				want := fmt.Sprintf("%d %s %d", day, nl.T(fmt.Sprintf("when.month.m%d", month)), year)
				if got := w.Label(nl); got != want {
					t.Errorf("%s prints %q, want %q", w.Written, got, want)
				}
			}
		}
	}
}

func TestFaultsOfWrittenTimesAreNamed(t *testing.T) {
	cases := map[string]WhenFault{
		"": WhenForm, "vroeger": WhenForm, "jaar": WhenForm, "rond": WhenForm, "41 jaar geleden": WhenForm, "12 mei 2014": WhenForm,
		"2014-5": WhenForm, "2014-": WhenForm, "20XX": WhenForm, "2014//2016": WhenForm, "../..": WhenForm, "~": WhenForm, "-41 jaar": WhenForm,
		"14 uur na sloop": WhenForm, "veertien maanden na sloop": WhenForm, "14 maanden bij sloop": WhenForm, "２０１４": WhenForm,
		"41": WhenUnit, "7": WhenUnit,
		"230 jaar": WhenAge, "2014 jaar": WhenAge, "9999 maanden": WhenAge,
		"43-41 jaar": WhenOrder, "41-41 jaar": WhenOrder, "jaar 5-3": WhenOrder, "2016/2014": WhenOrder,
		"2014-13": WhenDate, "2014-25": WhenDate, "2014-02-30": WhenDate, "2015-02-29": WhenDate, "2014-00": WhenDate,
		"2014/2016-05": WhenMixed,
	}
	for written, want := range cases {
		w, err := ParseWhen(written)
		var fault WhenFault
		if !errors.As(err, &fault) || fault != want {
			t.Errorf("ParseWhen(%q) = %+v, %v, want fault %q", written, w, err, want)
		}
	}
}

func TestAnOffsetCountsFromItsEvent(t *testing.T) {
	nl := langtest.Words("nl")
	cases := []struct{ base, written, event, label string }{
		{"41 jaar", "14 maanden na sloop", "sloop", "rond 42 jaar"},
		{"41 jaar", "2 jaar voor Sloop", "Sloop", "rond 39 jaar"},
		{"41-43 jaar", "1 year after sloop", "sloop", "rond 42 jaar"},
		{"9 maanden", "3 maanden na geboorte", "geboorte", "rond 12 maanden"},
		{"jaar 3", "2 jaar voor sloop", "sloop", "rond jaar 1"},
		{"2014-11", "14 months after move", "move", "omstreeks 2016"},
		{"2014", "3 weken na sloop", "sloop", "omstreeks 2014"},
		{"2014/..", "370 dagen na sloop", "sloop", "omstreeks 2015"},
	}
	for _, c := range cases {
		base, err := ParseWhen(c.base)
		if err != nil {
			t.Fatal(err)
		}
		w, err := ParseWhen(c.written)
		if err != nil || w.Axis != Offset || w.OffsetFrom.V != c.event {
			t.Fatalf("ParseWhen(%q) = %+v, %v", c.written, w, err)
		}
		if got := w.Label(nl); got != c.written {
			t.Errorf("unresolved %q prints %q", c.written, got)
		}
		if got := w.Resolve(w); got.Axis != Offset {
			t.Errorf("%q resolved against an unresolved offset", c.written)
		}
		w = w.Resolve(base)
		if w.Axis != base.Axis || math.Abs(w.Start-base.Start-w.OffsetYears) > 1e-9 {
			t.Errorf("%q from %q = %+v", c.written, c.base, w)
		}
		if got := w.Label(nl); got != c.label {
			t.Errorf("%q from %q prints %q, want %q", c.written, c.base, got, c.label)
		}
	}
}

func TestTimesSortByStartThenEnd(t *testing.T) {
	sorted := []string{"2013", "2014", "2014/..", "2014/2016", "2014-02", "2014-21", "2014-12-31", "../2016", "2016"}
	var list []When
	for _, s := range slices.Backward(sorted) {
		w, err := ParseWhen(s)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, w)
	}
	slices.SortStableFunc(list, When.Compare)
	for i, w := range list {
		if w.Written != sorted[i] {
			t.Errorf("place %d is %q, want %q", i, w.Written, sorted[i])
		}
	}
	if list[0].Before(list[0]) || !list[0].Before(list[1]) || list[1].Before(list[0]) {
		t.Error("Before does not follow Compare")
	}
}

func FuzzParseWhen(f *testing.F) {
	for _, c := range whens {
		f.Add(c.written)
	}
	f.Add("14 maanden na sloop")
	nl, en := langtest.Words("nl"), langtest.Words("en")
	f.Fuzz(func(t *testing.T, written string) {
		w, err := ParseWhen(written)
		if err != nil {
			if w != (When{}) {
				t.Fatalf("%q: %v and still %+v", written, err, w)
			}
			return
		}
		if w.Axis == NoAxis || w.Start > w.End || w.Axis != Offset && w.Start >= w.End {
			t.Fatalf("%q = %+v", written, w)
		}
		if again, err := ParseWhen(w.Written); err != nil || again != w {
			t.Fatalf("%q = %+v, and its Written %+v", written, w, again)
		}
		if w.Label(nl) == "" || w.Label(en) == "" {
			t.Fatalf("%q has no label", written)
		}
	})
}
