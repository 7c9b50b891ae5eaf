package finish_test

import (
	"slices"
	"strings"
	"testing"

	"casusboek/generator/pdf/finish"
)

func TestUnmarked(t *testing.T) {
	for _, c := range []struct {
		name, stream string
		want         []string
	}{
		{"nothing", "", nil},
		{"a path", "q 0 0 1 rg 0 0 9 9 re f Q", []string{"0 0 9 9 re f"}},
		{"a path of many parts", "1 1 m 2 2 l 3 3 4 4 5 5 c h S", []string{"1 1 m 2 2 l 3 3 4 4 5 5 c h S"}},
		{"a clip paints nothing", "0 0 9 9 re W* n 1 1 2 2 re f*", []string{"1 1 2 2 re f*"}},
		{"a tagged path", "/P <</MCID 0>> BDC 0 0 9 9 re f EMC", nil},
		{"decoration", "/Artifact BMC 0 0 9 9 re f EMC", nil},
		{"nested", "/P <</MCID 0>>BDC /Span BMC EMC 0 0 9 9 re f EMC 1 1 2 2 re f", []string{"1 1 2 2 re f"}},
		{"text", "BT /F1 9 Tf (a) Tj 1 0 Td (b) Tj ET", []string{"BT /F1 9 Tf (a) Tj 1 0 Td (b) Tj ET"}},
		{"text that shows nothing", "BT /F1 9 Tf ET", nil},
		{"text half tagged", "BT (a) Tj /P <</MCID 1>>BDC (b) Tj EMC [(c) 3 (d)] TJ ET", []string{"(a) Tj", "[(c) 3 (d)] TJ"}},
		{"text within tags", "/P <</MCID 1>>BDC BT (b) Tj ET EMC", nil},
		{"operators in strings", `BT (f \) S ( n ) f) Tj ET`, []string{`BT (f \) S ( n ) f) Tj ET`}},
		{"operators in comments", "% 0 0 9 9 re f\n1 1 2 2 re f", []string{"1 1 2 2 re f"}},
		{"a picture", "/X1 Do /Y2 Do", []string{"/X1 Do"}},
		{"a picture in the stream", "BI /W 1 /H 1 ID \x00f EI\x01 EI Q", []string{"BI /W 1 /H 1 ID \x00f EI\x01 EI"}},
		{"a shading", "/S1 sh", []string{"/S1 sh"}},
	} {
		spans, err := finish.Unmarked([]byte(c.stream), func(name string) bool { return name == "Y2" })
		var got []string
		for _, s := range spans {
			got = append(got, c.stream[s.From:s.To])
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestBrokenStreams(t *testing.T) {
	for _, stream := range []string{"EMC", "/P BMC", "(a", "<41", "[1 2", "<</A 1", "1 ] f", "BI /W 1 ID xx"} {
		if spans, err := finish.Unmarked([]byte(stream), nil); err == nil {
			t.Errorf("%q: no error but %v", stream, spans)
		}
	}
}

func TestEach(t *testing.T) {
	var got []string
	err := finish.Each([]byte("/P <</MCID 12 /A [1 2]>> BDC true null <4 1> (x(y)) ' 1 .5 -2 rg"), func(op finish.Op) error {
		var operands []string
		for _, o := range op.Operands {
			operands = append(operands, string(o))
		}
		got = append(got, op.Name+": "+strings.Join(operands, " | "))
		return nil
	})
	want := []string{"BDC: /P | <</MCID 12 /A [1 2]>>", "': true | null | <4 1> | (x(y))", "rg: 1 | .5 | -2"}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
}

// FuzzUnmarked holds that no bytes make it fail otherwise than by saying so, and that what it finds lies in order in the stream.
func FuzzUnmarked(f *testing.F) {
	f.Add([]byte("q /P <</MCID 0>>BDC BT (a) Tj ET EMC 0 0 9 9 re f BI ID  EI Q"))
	f.Fuzz(func(t *testing.T, data []byte) {
		spans, err := finish.Unmarked(data, nil)
		if err != nil {
			return
		}
		at := 0
		for _, s := range spans {
			if s.From < at || s.To <= s.From || s.To > len(data) {
				t.Fatalf("%v in a stream of %d", spans, len(data))
			}
			at = s.To
		}
	})
}
