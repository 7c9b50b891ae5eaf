package finish

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// What Chromium does to titles is mended by the headings of the page, in order.
func TestBookmarksGetTheirHeadings(t *testing.T) {
	shown := []Heading{{1, "Huisbezoek met de wijkagent"}, {2, "Niet op papier"}, {2, "Draaiboek"}, {2, "Aa"}, {2, "Koﬃe en fietsen"}, {3, "Draaiboek"}}
	var made []*bookmark
	for _, title := range []string{"Huisbezoekmet de wijkagent", "DraaiboekDraaiboek", "Aa", "Koffie en ﬁetsen", "Van niemand", "Draaiboek"} {
		made = append(made, &bookmark{title: title, level: 9})
	}
	setTitles(made, shown)
	var got []string
	for _, b := range made {
		got = append(got, string(rune('0'+b.level))+" "+b.title)
	}
	want := []string{"1 Huisbezoek met de wijkagent", "2 Draaiboek", "2 Aa", "2 Koﬃe en fietsen", "9 Van niemand", "3 Draaiboek"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestLinksGetTheirWords(t *testing.T) {
	shown := []Link{{"#a", "een"}, {"https://x/", "twee"}, {"#a", "drie"}}
	next := 0
	var got []string
	for _, href := range []string{"#a", "#a", "https://x/", "#weg"} {
		var words string
		words, next = findText(shown, next, href)
		got = append(got, words)
	}
	if want := []string{"een", "drie", "twee", "weg"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestText(t *testing.T) {
	for written, want := range map[string]string{
		`a (b) \c`: `(a \(b\) \\c)`, "é": "<FEFF00E9>", "a\nb": "<FEFF0061000A0062>", "😀": "<FEFFD83DDE00>", "": "()",
	} {
		o := textString(written)
		if got := o.PDFString(); !strings.EqualFold(got, want) {
			t.Errorf("%q is written %s, want %s", written, got, want)
		}
		if back, err := types.StringOrHexLiteral(o); err != nil || back == nil || *back != written {
			t.Errorf("%q is read back as %v, %v", written, back, err)
		}
	}
}

func TestMetadataAreWellFormed(t *testing.T) {
	data := xmp(Meta{Title: `A & B <c> "d"`, Lang: "nl", Author: "Kring & Co", Rights: "CC BY", RightsPage: "https://x/?a&b", Date: time.Unix(0, 0), Claim: true})
	decoder, said := xml.NewDecoder(strings.NewReader(string(data))), ""
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		if words, ok := token.(xml.CharData); ok {
			said += string(words)
		}
	}
	for _, want := range []string{`A & B <c> "d"`, "Kring & Co", "CC BY", "https://x/?a&b", "1970-01-01T00:00:00Z"} {
		if !strings.Contains(said, want) {
			t.Errorf("%s is not in %s", want, said)
		}
	}
	if bare := string(xmp(Meta{Title: "A"})); strings.Contains(bare, "pdfuaid:part>") || strings.Contains(bare, "CreateDate") || strings.Contains(bare, "dc:rights") {
		t.Errorf("without a claim, a date and a licence: %s", bare)
	}
}

func TestDecimal(t *testing.T) {
	for f, want := range map[float64]string{0: "0.0", 1: "1.0", -.5: "-0.5", 841.91998: "841.91998", 1e-7: "0.0000001", 1e21: "1000000000000000000000.0"} {
		if got := formatFloat(f); got != want {
			t.Errorf("%g is written %s, want %s", f, got, want)
		}
	}
}

func TestWhatIsNoPDFIsRefused(t *testing.T) {
	for _, data := range []string{"", "<html>", "%PDF-1.7\n%%EOF"} {
		if _, err := Complete([]byte(data), Meta{}, Page{}); err == nil {
			t.Errorf("%q is finished", data)
		}
	}
}
