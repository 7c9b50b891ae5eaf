package images

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func TestDrawings(t *testing.T) {
	const open, shut = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">`, "</svg>\n"
	for _, test := range []struct{ what, in, want string }{
		{"shapes and words", `<g fill="red"><title>Huis</title><path d="M0 0h4"/><text x="1">Een &lt;huis&gt; &amp; <tspan>tuin</tspan></text></g>`, `<g fill="red"><title>Huis</title><path d="M0 0h4"></path><text x="1">Een &lt;huis&gt; &amp; <tspan>tuin</tspan></text></g>`},
		{"script", `<script>alert("kanarie")</script><path d="M1"/>`, `<path d="M1"></path>`},
		{"events", `<path d="M1" onclick="kanarie()" ONLOAD="x"/>`, `<path d="M1"></path>`},
		{"foreign", `<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">kanarie</body></foreignObject>`, ``},
		{"embedded photo", `<image href="data:image/jpeg;base64,AAAA"/>`, ``},
		{"address elsewhere", `<use href="https://voorbeeld.nl/kanarie.svg#a"/><use xmlns:x="http://www.w3.org/1999/xlink" x:href="#b"/>`, `<use></use><use href="#b"></use>`},
		{"script as address", `<a href="javascript:kanarie()"><path d="M1"/></a>`, `<path d="M1"></path>`},
		{"animation of an address", `<use href="#a"><set attributeName="href" to="https://voorbeeld.nl/kanarie"/></use>`, `<use href="#a"></use>`},
		{"fill elsewhere", `<path fill="url(https://voorbeeld.nl/kanarie)" stroke="url(#lijn)"/>`, `<path stroke="url(#lijn)"></path>`},
		{"style elsewhere", `<path style="fill:url( 'kanarie.svg#a')"/><path style="fill:red"/>`, `<path></path><path style="fill:red"></path>`},
		{"escaped style", `<path style="fill:\75rl(kanarie.svg)"/>`, `<path></path>`},
		{"style sheet", `<style>.a{fill:#fff}/* kanarie */</style>`, `<style>.a{fill:#fff}</style>`},
		{"style sheet that fetches", `<style>@import "kanarie.css";</style><style><![CDATA[@font-face{src:url(kanarie.woff)}]]></style>`, `<style></style><style></style>`},
		{"an address in two pieces", `<style>svg{background:ur<!-- -->l(http://voorbeeld.nl/kanarie)}</style><style>svg{background:ur<![CDATA[l(//voorbeeld.nl/kanarie)]]>}</style><style>svg{background:ur<?x?>l(kanarie)}</style><style>svg{background:ur<b>x</b>l(kanarie)}</style>`, `<style></style><style></style><style></style><style></style>`},
		{"a comment of CSS in an address", `<style>svg{background:ur/* */l(kanarie)}</style><style>a{fill:/*x*/red/</style>`, `<style></style><style></style>`},
		{"a style in pieces", `<style>.a{fill:<!-- kanarie --><![CDATA[re]]>d}</style>`, `<style>.a{fill:red}</style>`},
		{"functions that fetch", `<path style="mask:image-set('kanarie.png' 1x)"/><path style="mask:cross-fade('kanarie.png',red)"/><path style="cursor:-webkit-image-set('kanarie')"/><path mask="paint(kanarie)"/><path style="fill:xurl(kanarie)"/>`, `<path></path><path></path><path></path><path></path><path></path>`},
		{"functions that do not", `<path style="fill:rgb(0,0,0);transform:rotate(4deg)translateX(1px)" transform="matrix(1 0 0 1 0 0) SCALE(2)"/><g aria-label="aantal(en) @huis" id="a(1)"/>`, `<path style="fill:rgb(0,0,0);transform:rotate(4deg)translateX(1px)" transform="matrix(1 0 0 1 0 0) SCALE(2)"></path><g aria-label="aantal(en) @huis" id="a(1)"></g>`},
		{"an address of an address", `<path fill="url('#a' kanarie)"/><path fill="url(&quot;'#a&quot;)"/><path fill="url(#a) url(kanarie)"/><path fill="url( '#a' )"/>`, `<path></path><path></path><path></path><path fill="url( '#a' )"></path>`},
		{"braces within words", `<style>.a{content:"} .b{";mask:url(#a)}</style><style>.a{fill:url(#a)</style>`, `<style></style><style></style>`},
		{"a base", `<g xml:base="https://voorbeeld.nl/kanarie"><use href="#a"/></g>`, `<g><use href="#a"></use></g>`},
		{"comment", `<!-- kanarie --><g/><?kanarie x?>`, `<g></g>`},
		{"of a drawing program", `<metadata>kanarie</metadata><sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"/><g xmlns:i="urn:i" i:label="kanarie" data-name="kanarie" id="laag1"/>`, `<g id="laag1"></g>`},
		{"indented", "\n    <g>\n        <path/>\n    </g>\n", "\n<g>\n<path></path>\n</g>\n"},
		{"same attribute twice", `<use href="#a" xmlns:x="http://www.w3.org/1999/xlink" x:href="#b"/>`, `<use href="#a"></use>`},
	} {
		got, facts, err := Clean("a.svg", []byte("<?xml version=\"1.0\"?><!DOCTYPE svg [<!ENTITY kanarie \"x\">]>\n<!-- kanarie -->"+open+test.in+"</svg>\n<!-- kanarie -->"))
		if err != nil {
			t.Errorf("%s: %v", test.what, err)
			continue
		}
		if want := open + test.want + shut; string(got) != want {
			t.Errorf("%s:\n got %s\nwant %s", test.what, got, want)
		}
		if facts.Width != 40 || facts.Height != 30 || facts.Photo() {
			t.Errorf("%s: %+v", test.what, facts)
		}
		again, _, err := Clean("a.svg", got)
		if err != nil || string(again) != string(got) {
			t.Errorf("%s: cleaned twice it is %s", test.what, again)
		}
	}
}

func TestDrawingsThatCannotBeRead(t *testing.T) {
	for _, text := range []string{
		`<svg><path/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg">&geheim;</svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg">`,
		`<svg xmlns="http://www.w3.org/2000/svg"/><svg xmlns="http://www.w3.org/2000/svg"/>`,
		`<g xmlns="http://www.w3.org/2000/svg"><svg/></g>`,
		"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
	} {
		if out, _, err := Clean("a.svg", []byte(text)); !errors.Is(err, errDrawing) {
			t.Errorf("%s gives %s, %v", text, out, err)
		}
	}
}

func TestHowLargeADrawingIs(t *testing.T) {
	for attributes, want := range map[string][2]int{
		`width="300" height="200.4px" viewBox="0 0 3 2"`: {300, 200}, `width="100%" viewBox="0,0,30,20"`: {30, 20}, `width="10cm" height="5cm"`: {0, 0}, ``: {0, 0},
		`viewBox="0 0 1e9 2"`: {0, 0}, `width="NaN" height="2"`: {0, 0},
	} {
		_, facts, err := Clean("a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" `+attributes+`/>`))
		if err != nil || facts.Width != want[0] || facts.Height != want[1] {
			t.Errorf("%s: %d by %d, %v", attributes, facts.Width, facts.Height, err)
		}
	}
}

// safe holds what must be true of every drawing that comes out.
func safe(t *testing.T, out []byte) {
	t.Helper()
	reader := xml.NewDecoder(strings.NewReader(string(out)))
	inStyle, sheet := false, ""
	for {
		token, err := reader.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("not XML: %v in %q", err, out)
		}
		switch token := token.(type) {
		case xml.CharData:
			if inStyle {
				sheet += string(token)
			}
		case xml.EndElement:
			leadsInside(t, sheet)
			inStyle, sheet = false, ""
		case xml.StartElement:
			inStyle = token.Name.Local == "style"
			if !elements[token.Name.Local] {
				t.Fatalf("<%s> came out: %q", token.Name.Local, out)
			}
			for _, a := range token.Attr {
				if strings.HasPrefix(strings.ToLower(a.Name.Local), "on") || a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") {
					t.Fatalf("%s=%q came out: %q", a.Name.Local, a.Value, out)
				}
				if a.Name.Local != "href" && !plainWords[a.Name.Local] {
					leadsInside(t, a.Value)
				}
			}
		case xml.Comment, xml.ProcInst, xml.Directive:
			t.Fatalf("%T came out: %q", token, out)
		}
	}
}

// leadsInside holds that a style fetches nothing, told in another way than Clean does: with all that CSS passes over taken out, each address begins with #, and nothing else takes one.
func leadsInside(t *testing.T, css string) {
	t.Helper()
	lower := strings.ToLower(css)
	if strings.ContainsAny(lower, "\\@") {
		t.Fatalf("an escape or an at-rule came out: %q", css)
	}
	for _, word := range []string{"image(", "image-set(", "src(", "cross-fade(", "element(", "paint(", "expression(", "attr(", "env(", "/*"} {
		if strings.Contains(lower, word) {
			t.Fatalf("%s came out: %q", word, css)
		}
	}
	for _, after := range strings.Split(lower, "url(")[1:] {
		if !strings.HasPrefix(strings.TrimLeft(after, " \t\r\n\f\"'"), "#") {
			t.Fatalf("an address came out: %q", css)
		}
	}
}
