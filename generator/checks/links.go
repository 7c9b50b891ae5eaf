package checks

import (
	"maps"
	"net/url"
	"path"
	"regexp"
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
	case strings.HasPrefix(u.Path, "/") && p.Path == "404.html":
		return s.rooted(u.Path)
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

// rooted follows a link of the page for what is not found. A host shows that page at any depth, so its links may start at the root; the site's
// folder on the host is not known here, so whatever stands before an existing file will do.
func (s *Site) rooted(address string) string {
	for rest := address; rest != ""; {
		_, rest, _ = strings.Cut(rest, "/")
		if _, ok := s.Files[rest]; ok {
			return ""
		}
	}
	return "leads nowhere"
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

// Addresses follows the full public addresses in all files, such as those of feed and sitemap: below base each must be a page or file of the site.
func (s *Site) Addresses(base string) []Fault {
	var found []Fault
	address := regexp.MustCompile(regexp.QuoteMeta(base) + `[^"'<>\s#?\\]*`)
	for _, name := range slices.Sorted(maps.Keys(s.Files)) {
		if !textFiles[path.Ext(name)] {
			continue
		}
		for _, m := range address.FindAllString(string(s.Files[name]), -1) {
			target := strings.TrimPrefix(m, base)
			if target == "" || strings.HasSuffix(target, "/") {
				target += "index.html"
			}
			if _, ok := s.Files[target]; !ok {
				found = append(found, Fault{name, "addresses", m + " leads nowhere"})
			}
		}
	}
	return found
}
