package render

import (
	"bytes"
	"html/template"

	"casusboek/generator/casebook"
)

// spriteMark stands in a page's HTML where its icons go, until the page is made and it is known which it uses.
const spriteMark = "\x00sprite\x00"

// Sprite is the place of the icons and weaves that the page uses.
func (p *Page) Sprite() template.HTML { return spriteMark }

func (s *site) putSprite(page []byte) []byte {
	return bytes.Replace(page, []byte(spriteMark), nil, 1)
}

func (s *site) lifeMap(c *casebook.Case, round int) template.HTML { return "" }

func (s *site) network(c *casebook.Case, round int) template.HTML { return "" }

func (s *site) lane(e *casebook.Event) template.HTML { return "" }

type railItem struct {
	SVG   template.HTML
	Pause string
}

func (s *site) rail(c *casebook.Case, round int) []railItem { return nil }

func (s *site) kind(e *casebook.Event, round int) string {
	return s.Words.T("event." + e.Kind.String())
}

func (s *site) stops(rounds int) template.HTML { return "" }

func (s *site) legend(c *casebook.Case, round int) template.HTML { return "" }

func (s *site) votes(t []casebook.Tally) template.HTML { return "" }
