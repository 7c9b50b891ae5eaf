// Package lang is the catalogue: every word that casusboek says, on pages and to authors, in Dutch and English.
//
// A catalogue is a YAML file of nested keys (templates/nl.yaml, templates/en.yaml), read flat: "round.of". Texts hold named
// places in braces. A site may override single words with a file of the same name in its own templates folder.
//
//	c.T("round.of", "n", "2", "total", "3")  ->  "ronde 2 van 3"
//	c.N("cards", 12)                         ->  "12 kaarten" (keys cards.one and cards.other)
package lang

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Catalogue holds the texts of one language. It is read-only after Load and safe for concurrent use.
type Catalogue struct {
	Lang  string // BCP 47: nl or en
	texts map[string]string
}

// Load reads a catalogue from YAML and lays the later files over the earlier ones. A key that the first file does
// not have is an error, since no page would ever show it.
func Load(lang string, files ...[]byte) (*Catalogue, error) {
	c := &Catalogue{Lang: lang, texts: map[string]string{}}
	for i, data := range files {
		var tree map[string]any
		if err := yaml.Unmarshal(data, &tree); err != nil {
			return nil, fmt.Errorf("%s.yaml: %w", lang, err)
		}
		flat := map[string]string{}
		if err := flatten("", tree, flat); err != nil {
			return nil, fmt.Errorf("%s.yaml: %w", lang, err)
		}
		for key, text := range flat {
			if _, known := c.texts[key]; i > 0 && !known {
				return nil, fmt.Errorf("%s.yaml: no word %q to override", lang, key)
			}
			c.texts[key] = text
		}
	}
	return c, nil
}

func flatten(prefix string, tree map[string]any, into map[string]string) error {
	for key, value := range tree {
		switch v := value.(type) {
		case map[string]any:
			if err := flatten(prefix+key+".", v, into); err != nil {
				return err
			}
		case string:
			into[prefix+key] = v
		default:
			return fmt.Errorf("key %q is not a text", prefix+key)
		}
	}
	return nil
}

// Has reports whether the catalogue holds a text under key.
func (c *Catalogue) Has(key string) bool { _, ok := c.texts[key]; return ok }

// T gives the text under key, with args (name, value, name, value ...) put in their places. A key that is missing gives
// the key itself between question marks; a test holds all keys that the code and templates use against the catalogues.
func (c *Catalogue) T(key string, args ...string) string {
	text, ok := c.texts[key]
	if !ok {
		return "?" + key + "?"
	}
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:open])
		text = text[open:]
		name, rest, _ := strings.Cut(text[1:], "}")
		if value, known := valueOf(name, args); known {
			b.WriteString(value)
			text = rest
		} else {
			b.WriteByte('{')
			text = text[1:]
		}
	}
}

// valueOf finds the value of a place among names and values.
func valueOf(name string, args []string) (string, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return "", false
}

// N gives a text with a number in it, from key.one for 1 and key.other for all others; {n} is the number. Dutch and English need no
// more than these two.
func (c *Catalogue) N(key string, n int, args ...string) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return c.T(key+form, append(args, "n", strconv.Itoa(n))...)
}

// Spelled gives a count in words up to twenty, as Dutch and English editors write it, and in figures above.
func (c *Catalogue) Spelled(n int) string {
	figures := strconv.Itoa(n)
	if key := "number.n" + figures; c.Has(key) {
		return c.T(key)
	}
	return figures
}

// Keys lists all keys, sorted.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.texts))
	for k := range c.texts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
