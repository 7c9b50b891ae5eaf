package draw

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"casusboek/generator/casebook"
)

// Uses returns the ids of the sprite's symbols and patterns that a piece of HTML refers to,
// sorted, without duplicates.
func Uses(html []byte) []string {
	var ids []string
	for _, start := range []string{`href="#i-`, `url(#w-`} {
		for rest := html; ; {
			i := bytes.Index(rest, []byte(start))
			if i < 0 {
				break
			}
			rest = rest[i+len(start)-2:]
			end := bytes.IndexAny(rest, `")`)
			if end < 0 {
				break
			}
			if id := string(rest[:end]); !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	slices.Sort(ids)
	return ids
}

// Sprite returns the hidden SVG with the symbols and patterns that a page uses, as found by
// Uses. It is part of every page, because browsers do not load symbols from another file
// when a page is opened from disk. Domain n has icon i-dn and pattern w-n; the other icons
// are i-signal, i-missed, i-contact, i-gap, i-ring, i-strength, i-help, i-arrow, i-open and
// i-quote (a single quotation mark).
func Sprite(site *casebook.Site, use ...string) string {
	if slices.Contains(use, "i-missed") || slices.Contains(use, "i-gap") || slices.Contains(use, "i-open") {
		use = append(slices.Clone(use), "i-quote")
	}
	p := &SVG{}
	p.Put(`<svg class="sprite" aria-hidden="true" focusable="false"><defs>`)
	for _, s := range symbols {
		if slices.Contains(use, s.id) {
			p.Put(s.markup)
		}
	}
	icons := domainIcons(site)
	for i := range site.Domains {
		n := site.Domains[i].N
		id := strconv.Itoa(n)
		if slices.Contains(use, "i-d"+id) {
			p.Put(`<symbol id="i-d` + id + `" viewBox="0 0 24 24"><path d="` + icons[i] + `"/></symbol>`)
		}
		if slices.Contains(use, "w-"+id) {
			w := weaves[(n-1)%len(weaves)]
			p.Put(`<pattern id="w-` + id + `" class="d-` + id + `" ` + w.size + ` patternUnits="userSpaceOnUse"><path d="` + w.path + `" fill="none" stroke="var(--d)" stroke-width="1"/></pattern>`)
		}
	}
	p.Put(`</defs></svg>`)
	return p.String()
}

const quotePath = "M5.1 0C2.1 1 0 3.5 0 6.6c0 1.6 1.1 2.7 2.5 2.7s2.4-1 2.4-2.4-1-2.3-2.3-2.3c.2-1.4 1.2-2.6 2.9-3.4zM11.3 0C8.3 1 6.2 3.5 6.2 6.6c0 1.6 1.1 2.7 2.5 2.7s2.4-1 2.4-2.4-1-2.3-2.3-2.3c.2-1.4 1.2-2.6 2.9-3.4z"

var symbols = []struct{ id, markup string }{
	{"i-quote", `<path id="i-quote" d="` + quotePath + `"/>`},
	{"i-open", `<symbol id="i-open" viewBox="0 0 12 9.4"><use href="#i-quote"/></symbol>`},
	{"i-missed", `<symbol id="i-missed" viewBox="0 0 36 24"><use href="#i-quote" transform="translate(1 7)"/><use href="#i-quote" transform="translate(35 17) scale(-1)"/></symbol>`},
	{"i-signal", `<symbol id="i-signal" viewBox="0 0 24 24"><path d="M5 2h2v20H5zM8 3l13 5-13 5z"/></symbol>`},
	{"i-contact", `<symbol id="i-contact" viewBox="0 0 24 24"><path d="M12 1a11 11 0 1 0 0 22 11 11 0 0 0 0-22z"/></symbol>`},
	{"i-gap", `<symbol id="i-gap" viewBox="0 0 24 36"><use href="#i-quote" transform="translate(4.5 2) scale(1.3)"/><use href="#i-quote" transform="translate(19.5 34) scale(-1.3)"/></symbol>`},
	{"i-ring", `<symbol id="i-ring" viewBox="0 0 24 24"><circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" stroke-width="3" stroke-dasharray="4 3.46"/></symbol>`},
	{"i-strength", `<symbol id="i-strength" viewBox="0 0 24 24"><path d="M12 3l9.5 17h-19z"/></symbol>`},
	{"i-help", `<symbol id="i-help" viewBox="0 0 24 24"><path d="M4 4h16v16H4z"/></symbol>`},
	{"i-arrow", `<symbol id="i-arrow" viewBox="0 0 30 12"><path d="M2 6h25M21 1.5 27.5 6 21 10.5"/></symbol>`},
}

// weaves are the patterns of the ribbons: brick bond, small crosses, diagonals, squared
// paper, net, year rings. They tell domains apart on a laser print, where colours look
// alike.
var weaves = [Patterns]struct{ size, path string }{
	{`width="24" height="16"`, "M0 .5H24M0 8.5H24M6 .5v8M18 .5v8M0 8.5v8M12 8.5v8"},
	{`width="16" height="16"`, "M3 4h4M5 2v4M11 12h4M13 10v4"},
	{`width="8" height="16"`, "M-2 16 10 0M-6 16 6 0M2 16 14 0"},
	{`width="8" height="8"`, "M0 .5H8M.5 0V8"},
	{`width="16" height="16"`, "M0 8 8 0l8 8-8 8z"},
	{`width="16" height="16"`, "M0 16a8 8 0 0 1 16 0M4 16a4 4 0 0 1 8 0M-8 8a8 8 0 0 1 16 0M8 8a8 8 0 0 1 16 0M-4 8a4 4 0 0 1 8 0M12 8a4 4 0 0 1 8 0"},
}

// domainIcons returns the icon of each domain of the site: one that fits its id, or else a
// geometric figure by its number. No icon that fits an id is used twice.
func domainIcons(site *casebook.Site) []string {
	icons := make([]string, len(site.Domains))
	for i := range site.Domains {
		for _, known := range meanings {
			if strings.Contains(site.Domains[i].ID, known.word) && !slices.Contains(icons, known.path) {
				icons[i] = known.path
				break
			}
		}
		if icons[i] == "" {
			icons[i] = figures[(site.Domains[i].N-1)%len(figures)]
		}
	}
	return icons
}

// meanings are icons for words in the ids of domains, more specific words first. The words
// are from the default list, the Zelfredzaamheid-Matrix (2017), positieve gezondheid, and
// common names.
var meanings = func() (list []struct{ word, path string }) {
	for _, m := range []struct{ words, path string }{
		{"relatie gezin family relation", "M8 4.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM16.5 7.5a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6zM2.5 20c0-4 2-6.5 5.5-6.5s5.5 2.5 5.5 6.5M15 15c4-.6 6.5 1.4 6.5 5"},
		{"geestelijk mentaal mental psych", "M9 20v-3H6.5v-3.5L4.5 12l2-2.5C6.8 6 9.5 3.5 13 3.5a7 7 0 0 1 4 12.5v4M10.5 9.5a2.5 2.5 0 0 1 5 0c0 2-2.5 2-2.5 3.5"},
		{"sociale-zekerheid zekerheid inkomen uitkering security benefit", "M12 5V3M3.5 13.5a8.5 8.5 0 0 1 17 0zM12 13.5V19a2 2 0 0 0 4 0"},
		{"netwerk network sociaal", "M12 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM5.5 15a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM18.5 15a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM10.5 8.2l-3.700 7M13.5 8.2l3.700 7M8 17.5h8"},
		{"onderwijs opleiding school education", "M12 7C10 5.5 7 5 3.5 5.3v13.2C7 18.2 10 18.7 12 20.2c2-1.5 5-2 8.5-1.7V5.3C17 5 14 5.5 12 7zM12 7v13.2"},
		{"werk arbeid work job", "M3.5 8h17v11.5h-17zM9 8V4.5h6V8M3.5 13h17M12 12v2.5"},
		{"wonen huisvesting housing home woon", "M3.5 11.5 12 4l8.5 7.5M6 9.5V20h12V9.5M10 20v-6h4v6"},
		{"pensioen pension oud", "M12 3a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM12 21V9.5M12 15l3.2-2.7M12 12.7 9.5 10.5"},
		{"financ geld schuld money debt finance", "M5 8.5h14.5v11H5a1.5 1.5 0 0 1-1.5-1.5V6.5A1.5 1.5 0 0 1 5 5h12v3.5M19.5 12.5h-4.5a1.5 1.5 0 0 0 0 3h4.5"},
		{"middelen verslaving substance addiction", "M9.5 3.5h5M10.5 3.5v5l-2.5 3.5v8.5h8V12l-2.5-3.5v-5M8 14.5h8"},
		{"instrument huishoud household", "M4 9.5h13v6a4.5 4.5 0 0 1-4.5 4.5h-4A4.5 4.5 0 0 1 4 15.5zM17 11h1.5a2 2 0 0 1 0 5H17M8 3.5v3M12.5 3.5v3"},
		{"adl dagelijks daily", "M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M5.300 18.700l1.400-1.400M17.300 6.700l1.400-1.400"},
		{"lichaam lichamelijk body physical", "M12 2.5a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600zM4 9.5h16M9.5 9.5v5L8 21.5M14.5 9.5v5l1.5 7M9.5 14.5h5"},
		{"zorg gezond care health welzijn", "M12 20C6 15.5 3.5 12.3 3.5 9A4.3 4.3 0 0 1 12 7.5 4.3 4.3 0 0 1 20.5 9c0 3.3-2.5 6.5-8.5 11z"},
		{"tijd dagbesteding time", "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7v5l3.5 2"},
		{"justitie politie recht justice police law", "M12 3.5v17M7 20.5h10M5 6.5h14M5 6.5l-2.5 6.5h5zM19 6.5l-2.5 6.5h5zM2.5 13a2.5 2.5 0 0 0 5 0M16.5 13a2.5 2.5 0 0 0 5 0"},
		{"particip meedoen community buurt", "M4 20.5V4M4 4.5c5-2 8 2 13 0v8.5c-5 2-8-2-13 0"},
		{"zingeving meaning", "M3.5 19.5h17M6.5 16a5.5 5.5 0 0 1 11 0M12 7V4M5 10 3 8M19 10l2-2"},
		{"kwaliteit quality plezier", "M12 3.5l2.600 5.400 5.900.8-4.300 4.100 1.100 5.900-5.300-2.900-5.300 2.900 1.100-5.900L3.5 9.700l5.900-.8z"},
		{"veilig safe", "M12 3l7.5 3v5.5c0 4.5-3 7.5-7.5 9.5-4.5-2-7.5-5-7.5-9.5V6z"},
		{"kind jeugd child youth", "M12 3.5l6 7.5-6 6-6-6zM12 17v4.5M12 3.5V17M6 11h12"},
	} {
		for word := range strings.FieldsSeq(m.words) {
			list = append(list, struct{ word, path string }{word, m.path})
		}
	}
	return list
}()

// figures are icons for domains whose ids contain none of these words.
var figures = [16]string{
	"M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
	"M4.5 4.5h15v15h-15z",
	"M12 4l9 15.5H3z",
	"M12 3l9 9-9 9-9-9z",
	"M9 3.5h6V9h5.5v6H15v5.5H9V15H3.5V9H9z",
	"M7.5 4.200h9L21 12l-4.5 7.800h-9L3 12z",
	"M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z",
	"M4.5 4.5h15v15h-15zM4.5 12h15M12 4.5v15",
	"M3 9c3-4 6-4 9 0s6 4 9 0M3 16c3-4 6-4 9 0s6 4 9 0",
	"M4 16.5a8 8 0 0 1 16 0z",
	"M12 3l8.5 6.5-3.200 10.5H6.700L3.5 9.5z",
	"M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16",
	"M4 5l8 7-8 7zM20 5l-8 7 8 7z",
	"M12 3l9 9-9 9-9-9zM12 8.5l3.5 3.5-3.5 3.5L8.5 12z",
	"M4 6.5h16M4 12h16M4 17.5h16",
	"M7 4.5h10v15H7zM3.5 8v8M20.5 8v8",
}
