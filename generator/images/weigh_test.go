package images

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// copies returns a drawing of levels that each hold ten of the one below, told by a format in which %d is the level.
func copies(levels int, lowest, level, top string) string {
	var b strings.Builder
	b.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">` + lowest)
	for i := range levels {
		b.WriteString(strings.NewReplacer("{this}", fmt.Sprint(i+1), "{below}", fmt.Sprint(i)).Replace(level))
	}
	return b.String() + top + "</svg>"
}

func TestADrawingThatGrowsWhenItIsPaintedIsRefused(t *testing.T) {
	const dot = `<path id="a0" d="M0 0h1"/>`
	ten := strings.Repeat(`<use href="#a{below}"/>`, 10)
	for name, c := range map[string]struct{ lowest, level, top string }{
		"copies":              {dot, `<g id="a{this}">` + ten + `</g>`, ""},
		"copies by xlink":     {dot, `<g id="a{this}" xmlns:x="http://www.w3.org/1999/xlink">` + strings.ReplaceAll(ten, "href", "x:href") + `</g>`, ""},
		"escaped names":       {dot, `<g id="a{this}">` + strings.ReplaceAll(ten, "#a", "#%61") + `</g>`, ""},
		"symbols":             {`<symbol id="a0"><path/></symbol>`, `<symbol id="a{this}">` + ten + `</symbol>`, `<use href="#a9"/>`},
		"inside what is gone": {dot, `<g id="a{this}"><a><switch>` + ten + `</switch></a></g>`, ""},
		"patterns":            {`<pattern id="a0"><path/></pattern>`, `<pattern id="a{this}">` + strings.Repeat(`<path fill="url(#a{below})"/>`, 10) + `</pattern>`, `<path fill="url(#a9)"/>`},
		"masks in a style":    {`<mask id="a0"><path/></mask>`, `<mask id="a{this}">` + strings.Repeat(`<path style="opacity:1;mask:url( '#a{below}' )"/>`, 10) + `</mask>`, `<path mask="url(#a9)"/>`},
		"clips, inherited":    {`<clipPath id="a0"><path/></clipPath>`, `<clipPath id="a{this}"><g style="--c:url(#a{below})">` + strings.Repeat(`<path clip-path="var(--c)"/>`, 10) + `</g></clipPath>`, ``},
		"markers":             {`<marker id="a0"><path/></marker>`, `<marker id="a{this}"><path marker-mid="url(#a{below})" d="M0 0h1h1h1h1h1h1h1h1h1h1"/></marker>`, `<path marker-mid="url(#a9)" d="M0 0h1h1h1h1h1h1h1h1h1h1"/>`},
		"markers of a group":  {`<marker id="a0"><path/></marker>`, `<marker id="a{this}"><g marker-mid="url(#a{below})">` + strings.Repeat(`<path d="M0 0h1h1"/>`, 10) + `</g></marker>`, ``},
		"by a class": {
			`<mask id="a0"><path/></mask>`, `<style>.x .c{this}, b{opacity:1;mask:url(#a{below})}</style><mask id="a{this}">` + strings.Repeat(`<path class="d c{this}"/>`, 10) + `</mask>`, ``,
		},
		"by an id":        {`<mask id="a0"><path/></mask>`, `<style>#g{this}0{mask:url(#a{below})}</style><mask id="a{this}">` + strings.Repeat(`<path id="g{this}0" mask="url(#a{below})"/>`, 10) + `</mask>`, ``},
		"by a kind":       {`<pattern id="a0">` + strings.Repeat(`<g/>`, 400) + `</pattern>`, ``, `<style>path{fill:url(#a0)}</style>` + strings.Repeat(`<path/>`, 400)},
		"by all":          {`<pattern id="a0">` + strings.Repeat(`<g/>`, 400) + `</pattern>`, ``, `<style>:not(g){fill:url(#a0)}</style>` + strings.Repeat(`<path/>`, 400)},
		"a ring":          {`<g id="a0"><use href="#a9"/></g>`, `<g id="a{this}"><use href="#a{below}"/></g>`, ``},
		"itself":          {`<g id="a0"><use href="#a0"/></g>`, ``, ``},
		"nested":          {strings.Repeat("<g>", 300), ``, strings.Repeat("</g>", 300)},
		"a chain":         {dot, ``, copies300()},
		"too many rules":  {`<style>` + strings.Repeat("*{fill:url(#x)}", 400) + `</style>`, ``, strings.Repeat("<path/>", 400)},
		"simply too much": {strings.Repeat("<path/>", maxElements+1), ``, ``},
	} {
		text := copies(9, c.lowest, c.level, c.top)
		if out, _, err := Clean("a.svg", []byte(text)); !errors.Is(err, errHeavy) {
			t.Errorf("%s goes through: %.300s, %v", name, out, err)
		}
	}
}

// copies300 places a copy of a copy, three hundred times.
func copies300() string {
	var b strings.Builder
	for i := range 300 {
		fmt.Fprintf(&b, `<g id="a%d"><use href="#a%d"/></g>`, i+1, i)
	}
	return b.String()
}

// What drawing programs write is not refused: many elements, gradients used all over, a symbol on each place of a map, arrows at the ends of long lines.
func TestADrawingOfADrawingProgramGoesThrough(t *testing.T) {
	line := "M0 0" + strings.Repeat("h1.25v3.5", 3000)
	for name, text := range map[string]string{
		"a map":          strings.Repeat(`<path d="M0 0h1"/>`, 20_000),
		"gradients":      `<defs><linearGradient id="a"><stop/><stop/></linearGradient><linearGradient id="b" href="#a"/></defs><style>.c{fill:url(#b)}</style><g fill="url(#a)">` + strings.Repeat(`<path class="c"/>`, 15_000) + `</g>`,
		"symbols":        `<symbol id="a">` + strings.Repeat("<path/>", 20) + `</symbol>` + strings.Repeat(`<use href="#a"/>`, 1000),
		"arrows":         `<marker id="a"><path/><path/></marker><path marker-end="url(#a)" marker-start="url(#a)" d="` + line + `"/>`,
		"a clip":         `<clipPath id="a"><use href="#b"/></clipPath><defs><rect id="b"/></defs><style>.c{clip-path:url(#a)}</style><g class="c">` + strings.Repeat("<path/>", 2000) + `</g>`,
		"a variable":     `<style>:root{--c:url(#a)}.d{fill:var(--c)}</style><linearGradient id="a"><stop/></linearGradient><path class="d"/>`,
		"missing things": `<use href="#x"/><path fill="url(#y)"/><use href="#"/>`,
		"nested":         strings.Repeat("<g>", 200) + strings.Repeat("</g>", 200),
	} {
		text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">` + text + "</svg>"
		if _, _, err := Clean("a.svg", []byte(text)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
