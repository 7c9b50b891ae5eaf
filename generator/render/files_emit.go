package render

import (
	"fmt"

	"casusboek/generator/address"
	"casusboek/generator/guard"
)

// The files that stand at the top of the site beside its home page.
const (
	feedFile    = "feed.xml"
	sitemapFile = "sitemap.xml"
	robotsFile  = "robots.txt"
	dataFile    = "casusboek.json"
)

// files makes everything that is not a page: styles, scripts, pictures, data, feed and sitemap. Feed and sitemap need full addresses, so
// they are there only when the site says its public address, and never in the facilitator's edition, which has none.
func (s *site) files(emit Emit) error {
	for _, ext := range []string{".css", ".js"} {
		for _, name := range s.Templates.names(ext) {
			if err := emit(name, s.Templates.sources[name].text); err != nil {
				return err
			}
		}
	}
	for _, i := range s.book.Images {
		data, err := i.Read()
		if err != nil {
			return fmt.Errorf("image %s: %w", i.Path, err)
		}
		if err := emit(s.at.Image(i.Path), data); err != nil {
			return err
		}
	}
	if err := emit(robotsFile, s.robots()); err != nil {
		return err
	}
	type made struct {
		name string
		data func() ([]byte, error)
	}
	rest := []made{{dataFile, s.dataFile}}
	if address.Base(&s.book.Site) != "" && s.edition == guard.Public {
		rest = append(rest, made{feedFile, s.feed}, made{sitemapFile, s.sitemap})
	}
	for _, f := range rest {
		data, err := f.data()
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		if data == nil {
			continue
		}
		if err := emit(f.name, data); err != nil {
			return err
		}
	}
	return nil
}
