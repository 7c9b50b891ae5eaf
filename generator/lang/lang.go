// Package lang is the catalogue of all texts that casusboek shows, on pages and to authors,
// in Dutch and English. It also suggests the nearest name for a misspelled one (Nearest).
//
// A catalogue is a YAML file with nested keys (templates/nl.yaml, templates/en.yaml), read
// as flat keys such as "round.of". Texts have named placeholders in braces. A site can
// override single texts by a file of the same name in its own templates folder.
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

// Catalogue holds the texts of one language. It is read-only after Load and safe for
// concurrent use.
type Catalogue struct {
	Lang  string // BCP 47: nl or en
	texts map[string]string
}

// Load parses a catalogue; texts of later files override those of earlier ones. A key in a
// later file that is not in the first is an error, since no page would show it.
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

// Has reports whether the catalogue has a text for key.
func (c *Catalogue) Has(key string) bool { _, ok := c.texts[key]; return ok }

// T returns the text of key with its placeholders replaced by args (name, value, name,
// value ...). For a missing key it returns the key between question marks; a test checks
// that all keys in code and templates exist.
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

// valueOf returns the value of a name in pairs of names and values.
func valueOf(name string, args []string) (string, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == name {
			return args[i+1], true
		}
	}
	return "", false
}

// N returns a text with a number: key.one for 1, else key.other, with n for {n}. Dutch and
// English have no other plural forms.
func (c *Catalogue) N(key string, n int, args ...string) string {
	form := ".other"
	if n == 1 {
		form = ".one"
	}
	return c.T(key+form, append(args, "n", strconv.Itoa(n))...)
}

// Spelled returns a number in words up to twenty, and in figures above.
func (c *Catalogue) Spelled(n int) string {
	figures := strconv.Itoa(n)
	if key := "number.n" + figures; c.Has(key) {
		return c.T(key)
	}
	return figures
}

// Keys returns all keys, sorted.
func (c *Catalogue) Keys() []string {
	keys := make([]string, 0, len(c.texts))
	for k := range c.texts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
