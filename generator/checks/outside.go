package checks

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// outsidePage finds what a browser would fetch from another host. An ordinary link that a reader may follow is allowed, and so are addresses that
// nothing loads (canonical, alternate, licence).
func outsidePage(_ *Site, p *Page) []string {
	var found []string
	for n := range p.Root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			if loads(n, a.Key) && outside(a.Val) {
				found = append(found, fault("<%s %s=%q> is fetched from another host", n.Data, a.Key, a.Val))
			}
		}
		if n.Data == "base" {
			found = append(found, "<base> changes where all links lead")
		}
		if equiv, _ := attr(n, "http-equiv"); strings.EqualFold(equiv, "refresh") {
			found = append(found, "a page that sends the reader on by itself")
		}
	}
	return found
}

// loads reports whether a browser fetches the attribute's address without being asked.
func loads(n *html.Node, key string) bool {
	switch key {
	case "src", "srcset", "imagesrcset", "data", "poster", "background", "ping", "action", "formaction", "manifest":
		return true
	case "href":
		if n.Data == "link" {
			rel, _ := attr(n, "rel")
			return !slices.Contains([]string{"canonical", "alternate", "license", "author", "next", "prev"}, rel)
		}
		return n.Data != "a" && n.Data != "area"
	}
	return false
}

func outside(address string) bool {
	address = strings.ToLower(strings.TrimSpace(address))
	return strings.Contains(address, "://") || strings.HasPrefix(address, "//") || strings.HasPrefix(address, "data:") || strings.HasPrefix(address, "blob:")
}

var (
	cssAddress = regexp.MustCompile(`(?i)url\(\s*['"]?([^'")]*)|@import\s+['"]([^'"]*)`)
	webAddress = regexp.MustCompile(`(?i)(?:https?|wss?):\\?/\\?/[^\s'"<>)]*`)
)

// namespaces are names that look like addresses and that nothing fetches.
var namespaces = []string{"http://www.w3.org/", "http://www.sitemaps.org/schemas/"}

// outsideFile finds addresses of other hosts in styles, scripts and drawings.
func outsideFile(name string, data []byte) []string {
	var found []string
	switch path.Ext(name) {
	case ".css":
		for _, m := range cssAddress.FindAllStringSubmatch(string(data), -1) {
			if address := m[1] + m[2]; outside(address) {
				found = append(found, fault("fetches %s", address))
			}
		}
	case ".js", ".svg":
		if path.Base(path.Dir(name)) == "index" {
			return nil // of the search: authors' words, which fetch nothing
		}
		for _, address := range webAddress.FindAllString(string(data), -1) {
			if !slices.ContainsFunc(namespaces, func(ns string) bool { return strings.HasPrefix(address, ns) }) {
				found = append(found, fault("names %s", address))
			}
		}
	}
	return found
}

// policy holds that every page forbids what it does not need, before the browser has met anything to load.
func policy(_ *Site, p *Page) []string {
	for _, n := range p.elements("meta", "link", "script", "style", "img") {
		equiv, _ := attr(n, "http-equiv")
		if !strings.EqualFold(equiv, "content-security-policy") {
			if n.Data == "meta" {
				continue
			}
			return []string{fault("<%s> stands before the Content-Security-Policy", n.Data)}
		}
		return weak(n)
	}
	return []string{"no Content-Security-Policy"}
}

func weak(n *html.Node) []string {
	var found []string
	content, _ := attr(n, "content")
	if !strings.Contains(content, "default-src 'none'") && !strings.Contains(content, "default-src 'self'") {
		found = append(found, fault("the policy %q has no strict default-src", content))
	}
	for _, hole := range []string{"unsafe-", "*", "http:", "https:", "data:", "blob:"} {
		if strings.Contains(content, hole) {
			found = append(found, fault("the policy allows %s", hole))
		}
	}
	return found
}

// inline finds scripts and styles inside a page, which the policy would refuse.
func inline(_ *Site, p *Page) []string {
	var found []string
	for n := range p.Root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		src, _ := attr(n, "src")
		kind, _ := attr(n, "type")
		data := kind == "application/json" || kind == "application/ld+json"
		if n.Data == "script" && src == "" && !data || n.Data == "style" {
			found = append(found, fault("a <%s> in the page", n.Data))
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" || strings.HasPrefix(a.Key, "on"):
				found = append(found, fault("<%s %s=%q>", n.Data, a.Key, a.Val))
			case strings.HasPrefix(strings.ToLower(strings.TrimSpace(a.Val)), "javascript:"):
				found = append(found, fault("<%s %s=%q> is a script", n.Data, a.Key, a.Val))
			}
		}
	}
	return found
}
