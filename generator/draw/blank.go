package draw

import (
	"casusboek/generator/casebook"
	"casusboek/generator/lang"
)

// BlankLifeMap draws a life map without a life, to fill in by hand on landscape A4: the thick line with room for a name and for what was
// said, a lane per domain of the site, ticks for years.
func BlankLifeMap(site *casebook.Site, words *lang.Catalogue) string {
	names := make([]string, len(site.Domains))
	for i := range site.Domains {
		names[i] = lowerFirst(site.Domains[i].Name.V)
	}
	const height, first = 860., 190.
	m := &lifeMap{rows: make([]row, len(site.Domains)+1)}
	for i := range site.Domains {
		step := (height - first) / float64(len(site.Domains))
		m.rows[i+1] = row{domain: &site.Domains[i], y: first + step*float64(i)}
	}
	p := &pen{}
	p.open("lifemap__svg", "0 0 1320 860", "blank_lifemap", words.T("draw.lifemap.blank"), words.T("draw.lifemap.blank-desc", "names", listed(names, words)))
	p.put(`<g class="years">`)
	for x := 206.; x < 1310; x += 48 {
		p.put(`<path d="M@ 30V852"/>`, x)
	}
	p.put(`</g>`)
	m.drawLanes(p)
	p.put(`<g class="life"><path class="life__line" d="M162 44H1320"/><path class="leader" d="M0 54H148"/></g></svg>`)
	return string(p.b)
}

// BlankNetwork draws a network picture without people, with all six rings, to fill in by hand.
func BlankNetwork(words *lang.Catalogue) string {
	var names []string
	var ties []*casebook.Tie
	for circle := casebook.Household; circle <= casebook.Professionals; circle++ {
		names = append(names, words.T("circle."+circle.String()))
		ties = append(ties, &casebook.Tie{Circle: circle})
	}
	n := &network{size: netWidth}
	n.setRings(ties, 1, words)
	p := &pen{}
	p.open("ecogram", "0 20 380 340", "blank_network", words.T("draw.network.blank"), words.T("draw.network.blank-desc", "names", listed(names, words)))
	for _, r := range n.rings {
		p.put(`<circle class="ring" cx="190" cy="190" r="@"/>`, r.radius)
	}
	for _, r := range n.rings {
		p.ringName(r, words)
	}
	p.put(`<circle class="node" cx="190" cy="190" r="32"/></svg>`)
	return string(p.b)
}
