package checks

import (
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
)

// links follows every link and every loaded file of a page. Addresses inside the site are relative and name the file, so that the site works in any
// folder and from disk; an anchor must exist on the page that it leads to.
func links(s *Site, p *Page) []string {
	var found []string
	for n := range p.Root.Descendants() {
		for _, key := range []string{"href", "src", "data", "poster", "action"} {
			address, ok := attr(n, key)
			if !ok {
				continue
			}
			if what := s.follow(p, address, n.Data == "link"); what != "" {
				found = append(found, fault("<%s %s=%q> %s", n.Data, key, address, what))
			}
		}
	}
	return found
}

// follow says what is wrong with an address on a page, or nothing.
func (s *Site) follow(p *Page, address string, head bool) string {
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return "is no address"
	case u.Scheme == "https", u.Scheme == "http", u.Scheme == "mailto", u.Scheme == "tel":
		return "" // whether it may stand there is the check "outside"
	case u.Scheme != "":
		return "has a strange scheme"
	case u.Host != "":
		return "names a host without a scheme"
	case strings.HasPrefix(u.Path, "/"):
		return "starts with a slash and breaks in a subfolder and from disk"
	case address == "":
		return "is empty"
	}
	target := p.Path
	if u.Path != "" {
		target = path.Join(path.Dir(p.Path), u.Path)
	}
	if _, ok := s.Files[target]; !ok {
		return "leads nowhere: there is no file " + target
	}
	page := s.pages[target]
	if u.Fragment != "" && page != nil && page.ids[u.Fragment] == 0 {
		return "leads to an anchor that " + target + " does not have"
	}
	return ""
}

// ids holds that ids are unique, that references to them resolve, and that labels name a control.
func ids(_ *Site, p *Page) []string {
	var found []string
	for _, id := range slices.Sorted(maps.Keys(p.ids)) {
		if n := p.ids[id]; n > 1 {
			found = append(found, fault("the id %q occurs %d times", id, n))
		}
		if id == "" || strings.ContainsAny(id, " \t\n") {
			found = append(found, fault("%q is no id", id))
		}
	}
	for n := range p.Root.Descendants() {
		for _, key := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "for", "headers", "list"} {
			value, _ := attr(n, key)
			for id := range strings.FieldsSeq(value) {
				if p.ids[id] == 0 {
					found = append(found, fault("<%s %s> names the id %q, which is not there", n.Data, key, id))
				}
			}
		}
	}
	return found
}
