package draw

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"rsc.io/qr"
)

// qrDrawn reads a drawing back: which modules are black.
func qrDrawn(t *testing.T, svg string) map[[2]int]bool {
	t.Helper()
	black := map[[2]int]bool{}
	for _, run := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1h-(\d+)z`).FindAllStringSubmatch(svg, -1) {
		var n [4]int
		for i := range n {
			n[i], _ = strconv.Atoi(run[i+1])
		}
		if n[2] != n[3] {
			t.Fatalf("a run of %d goes back %d", n[2], n[3])
		}
		for x := n[0]; x < n[0]+n[2]; x++ {
			black[[2]int{x, n[1]}] = true
		}
	}
	return black
}

func TestDrawingIsTheCodeInAQuietZone(t *testing.T) {
	address := "https://voorbeeld.nl/casusboek/casussen/nadira/ronde-2/"
	svg, err := QRCode(address, `naar "ronde" <2>`)
	if err != nil {
		t.Fatal(err)
	}
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		t.Fatal(err)
	}
	black := qrDrawn(t, svg)
	for y := -4; y < code.Size+4; y++ {
		for x := -4; x < code.Size+4; x++ {
			want := x >= 0 && y >= 0 && x < code.Size && y < code.Size && code.Black(x, y)
			if black[[2]int{x + 4, y + 4}] != want {
				t.Fatalf("module %d, %d is not as it should be", x, y)
			}
		}
	}
	if side := strconv.Itoa(code.Size + 8); !strings.Contains(svg, `viewBox="0 0 `+side+" "+side+`"`) || !strings.Contains(svg, `naar &#34;ronde&#34; &lt;2&gt;`) {
		t.Errorf("the frame or the words are not as they should be: %.160s", svg)
	}
	if _, err := QRCode(strings.Repeat("x", 3000), ""); err == nil {
		t.Error("an address that fits no code is an error")
	}
}

func TestSymbolIsTheSameCode(t *testing.T) {
	const address = "https://voorbeeld.nl/casusboek/casussen/nadira/ronde-2/"
	svg, err := QRCode(address, "")
	if err != nil {
		t.Fatal(err)
	}
	symbol, err := QRSymbol(address, "_code-2")
	if err != nil {
		t.Fatal(err)
	}
	_, want, _ := strings.Cut(svg, "><")
	_, got, _ := strings.Cut(symbol, "><")
	if strings.TrimSuffix(got, "symbol>") != strings.TrimSuffix(want, "svg>") || !strings.HasPrefix(symbol, `<symbol id="_code-2" viewBox="0 0 `) {
		t.Errorf("the symbol draws something else: %.120s", symbol)
	}
}
