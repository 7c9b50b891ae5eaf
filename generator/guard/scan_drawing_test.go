package guard

import (
	"strings"
	"testing"

	"casusboek/generator/diag"
)

// TestTheWordsOfADrawingAreLookedAt holds that what stands in a drawing to be read is found at its place, and that its numbers are not taken for text.
func TestTheWordsOfADrawingAreLookedAt(t *testing.T) {
	const svg = "<svg viewBox=\"0 0 111222333 9\">\n<style>.NL91ABNA0417164300 { fill: red }</style><path d=\"M612345678 0612345678\"/>\n<text>rekening <tspan>NL91 ABNA 0417 1643 00</tspan></text><!-- 06-12345678 -->\n</svg>"
	scan := Scanner{}.Drawing("content/beelden/plan.svg", svg)
	var red []found
	for _, f := range scan.found {
		if f.Level == diag.Red {
			red = append(red, f)
		}
	}
	if len(red) != 1 || red[0].Rule != diag.PrivacyIBAN || red[0].pos.Line != 3 || red[0].pos.Col != 23 {
		t.Errorf("%+v", red)
	}
	if got := lettering("<text>Een</text><text>huis</text>a<b"); len(got) != len("<text>Een</text><text>huis</text>a<b") || fmtWords(got) != "Een huis a" {
		t.Errorf("%q", got)
	}
}

func fmtWords(text string) string { return strings.Join(strings.Fields(text), " ") }
