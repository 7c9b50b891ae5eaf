package images

import (
	"fmt"
	"strings"
	"testing"
)

const head = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">`

// nested returns a drawing of levels groups, each of which refers ten times to the one before.
func nested(levels int, refer func(id string) string) string {
	var b strings.Builder
	b.WriteString(head + `<defs><g id="p0"><path d="M0 0h1"/></g>`)
	for i := 1; i <= levels; i++ {
		fmt.Fprintf(&b, `<g id="p%d">%s</g>`, i, strings.Repeat(refer(fmt.Sprintf("p%d", i-1)), 10))
	}
	fmt.Fprintf(&b, `</defs>%s</svg>`, refer(fmt.Sprintf("p%d", levels)))
	return b.String()
}

func TestDrawingsThatMultiplyAreRefused(t *testing.T) {
	use := func(id string) string { return `<use href="#` + id + `"/>` }
	fill := func(id string) string { return `<rect width="1" height="1" fill="url(#` + id + `)"/>` }
	styled := func(id string) string { return `<rect width="1" height="1" style="mask:url('#` + id + `')"/>` }
	for name, refer := range map[string]func(string) string{"use": use, "fill": fill, "style": styled} {
		if _, _, err := Clean("a.svg", []byte(nested(9, refer))); err != errExpands {
			t.Errorf("%s, nine levels: %v, want %v", name, err, errExpands)
		}
		if _, _, err := Clean("a.svg", []byte(nested(3, refer))); err != nil {
			t.Errorf("%s, three levels: %v", name, err)
		}
	}
	around := head + `<g id="a"><use href="#a"/><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>`
	if _, _, err := Clean("a.svg", []byte(around)); err != nil {
		t.Errorf("elements that use each other: %v", err)
	}
}

func TestAStyleInPiecesFetchesNothing(t *testing.T) {
	for name, css := range map[string]string{
		"comment":     `svg{background:ur<!-- -->l(http://a.example/x)}`,
		"cdata":       `svg{background:ur<![CDATA[l(http://a.example/x)]]>}`,
		"instruction": `svg{background:ur<?x?>l(http://a.example/x)}`,
		"at rule":     `<![CDATA[@]]>import "http://a.example/x";`,
		"css comment": `svg{background:u/*<!-- -->*/rl(http://a.example/x)}`,
	} {
		out, _, err := Clean("a.svg", []byte(head+`<style>`+css+`</style><path d="M0 0h1"/></svg>`))
		if err != nil || strings.Contains(string(out), "a.example") {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
	out, _, err := Clean("a.svg", []byte(head+`<style>.a{fill:red<!-- x -->;stroke:url(#b)}</style></svg>`))
	if want := `.a{fill:red;stroke:url(#b)}`; err != nil || !strings.Contains(string(out), want) {
		t.Errorf("%v\n%s\nlacks %s", err, out, want)
	}
}

// What comes out of a style must be the same when it is cleaned once more, and fetch nothing.
func FuzzSVGStyle(f *testing.F) {
	for _, css := range []string{"a{b:c}", "ur<!-- -->l(http:x)", "u<![CDATA[rl(]]>//x)", "/* */@import", "a{b:url(#c)}"} {
		f.Add(css)
	}
	f.Fuzz(func(t *testing.T, css string) {
		out, _, err := Clean("a.svg", []byte(head+"<style>"+css+"</style></svg>"))
		if err != nil {
			return
		}
		again, _, err := Clean("a.svg", out)
		if err != nil || string(again) != string(out) {
			t.Fatalf("%v: %q becomes %q", err, out, again)
		}
		text := strings.ToLower(string(out))
		for _, address := range strings.Split(text, "url(")[1:] {
			if !strings.HasPrefix(strings.TrimLeft(strings.ReplaceAll(address, "&quot;", `"`), ` "'`), "#") {
				t.Fatalf("%q fetches", out)
			}
		}
		if strings.Contains(text, "@") {
			t.Fatalf("%q has an at-rule", out)
		}
	})
}
