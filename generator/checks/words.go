package checks

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// readable calls yield with every piece of a page that a person reads or hears: text, and attributes that hold words.
func (p *Page) readable(yield func(string)) {
	for n := range p.Root.Descendants() {
		switch n.Type {
		case html.TextNode:
			if n.Parent == nil || n.Parent.Data != "script" && n.Parent.Data != "style" {
				yield(n.Data)
			}
		case html.ElementNode:
			for _, key := range []string{"alt", "title", "aria-label", "aria-description", "placeholder", "content", "label"} {
				if v, ok := attr(n, key); ok {
					yield(v)
				}
			}
		}
	}
}

var (
	missingWord = regexp.MustCompile(`\?[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+\?|\{[a-z_]+\}`)
	escaped     = regexp.MustCompile(`&(?:[a-z]+|#[0-9]+|#x[0-9a-f]+);|</?(?:p|a|b|em|strong|span|div|br|li|ul|svg)\b[^>]*>`)
)

// markup is what authors write, which no reader may meet.
var markup = regexp.MustCompile(`\[\[[^\]]+\]\]|\*\*[\pL\d]|\]\([^)\s]+\.md`)

// words finds words that the catalogue did not have, places for values that got none, and Markdown that was not turned into text.
func words(_ *Site, p *Page) []string {
	var found []string
	p.readable(func(s string) {
		for _, m := range missingWord.FindAllString(s, -1) {
			found = append(found, fault("%s is a word without a text, in %q", m, clip(s)))
		}
		if m := markup.FindString(s); m != "" {
			found = append(found, fault("%s is what the author wrote, not what a reader should read, in %q", m, clip(s)))
		}
	})
	return found
}

// escapes finds text that was escaped twice: the page has been parsed, so no entity and no tag may be left in it.
func escapes(_ *Site, p *Page) []string {
	var found []string
	p.readable(func(s string) {
		if m := escaped.FindString(s); m != "" {
			found = append(found, fault("%s is escaped twice, in %q", m, clip(s)))
		}
	})
	return found
}

func clip(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}

var textFiles = map[string]bool{".html": true, ".css": true, ".js": true, ".json": true, ".xml": true, ".txt": true, ".svg": true, ".md": true}

// encoding holds that text files are UTF-8 without a byte order mark, in one form of line end.
func encoding(name string, data []byte) []string {
	if !textFiles[path.Ext(name)] {
		return nil
	}
	var found []string
	if !utf8.Valid(data) {
		found = append(found, "is not UTF-8")
	}
	if bytes.Contains(data, []byte("\uFEFF")) {
		found = append(found, "has a byte order mark")
	}
	if bytes.Contains(data, []byte("\uFFFD")) {
		found = append(found, "has a replacement character: text was read in the wrong encoding")
	}
	if bytes.Contains(data, []byte("\r")) {
		found = append(found, "has carriage returns")
	}
	if bytes.ContainsRune(data, 0) {
		found = append(found, "has a zero byte")
	}
	if len(data) == 0 {
		found = append(found, "is empty")
	}
	return found
}

// wellFormed parses the files that other programs parse.
func wellFormed(name string, data []byte) []string {
	switch path.Ext(name) {
	case ".json":
		if !json.Valid(data) {
			return []string{"is not JSON"}
		}
	case ".html":
		for _, block := range dataBlock.FindAllSubmatch(data, -1) {
			if !json.Valid(block[1]) {
				return []string{"has a block of data that is not JSON"}
			}
		}
	case ".xml", ".svg":
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return []string{fault("is not XML: %v", err)}
			}
		}
	}
	return nil
}

// dataBlock is what a page holds for machines; in it braces may follow each other.
var dataBlock = regexp.MustCompile(`(?s)<script type="application/(?:ld\+)?json">(.*?)</script>`)

var leftover = regexp.MustCompile(`\{\{|\}\}|<no value>|&lt;no value|%!|ZgotmplZ|\[object Object\]|\b(?:lorem ipsum|TODO|FIXME)\b|<nil>|&lt;nil&gt;|0001-01-01`)

// leftovers finds what templates, formats and zero values leave behind when a value is not there.
func leftovers(name string, data []byte) []string {
	if ext := path.Ext(name); !textFiles[ext] || ext == ".css" || ext == ".js" {
		return nil
	}
	if m := leftover.Find(dataBlock.ReplaceAll(data, nil)); m != nil {
		return []string{fault("%q is left over from a template", m)}
	}
	return nil
}
