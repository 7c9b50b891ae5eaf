package measure

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
)

// Disguise hides a value from a search while a reader still reads it.
type Disguise struct {
	Name string
	Hide func(r *rand.Rand, k Kind, value string) (string, bool) // false where it makes no sense
	Wrap string                                                  // what has to stand around the text, with %s
}

// Disguises gives the twelve.
func Disguises() []Disguise {
	return []Disguise{
		{Name: "nbsp", Hide: spaces("\u00a0")},
		{Name: "thin space", Hide: spaces("\u2009", "\u202f", "\u2007")},
		{Name: "soft hyphen", Hide: insert("\u00ad")},
		{Name: "zero width", Hide: insert("\u200b", "\u200d", "\u2060", "\ufeff", "\u200e")},
		{Name: "entity", Hide: entities},
		{Name: "emphasis", Hide: emphasis},
		{Name: "at", Hide: spelledAt},
		{Name: "spelled", Hide: spelled},
		{Name: "look-alike", Hide: lookAlike},
		{Name: "line break", Hide: spaces("\n      ", "\n", " \r\n  ")},
		{Name: "other signs", Hide: signs},
		{Name: "yaml escape", Hide: yamlEscape, Wrap: "notitie: \"%s\""},
	}
}

// groups parts a value of figures that has no separator, in fours or threes.
func groups(r *rand.Rand, k Kind, value, sign string) (string, bool) {
	if !k.Numbers || strings.ContainsAny(value, " -./()+") {
		return value, false
	}
	size := 3 + r.IntN(2)
	var parts []string
	for len(value) > size {
		parts, value = append(parts, value[:size]), value[size:]
	}
	return strings.Join(append(parts, value), sign), true
}

func spaces(kinds ...string) func(*rand.Rand, Kind, string) (string, bool) {
	return func(r *rand.Rand, k Kind, value string) (string, bool) {
		space := pick(r, kinds)
		if strings.Contains(value, " ") {
			return strings.ReplaceAll(value, " ", space), true
		}
		return groups(r, k, value, space)
	}
}

func insert(kinds ...string) func(*rand.Rand, Kind, string) (string, bool) {
	return func(r *rand.Rand, _ Kind, value string) (string, bool) {
		runes := []rune(value)
		var b strings.Builder
		must := 1 + r.IntN(len(runes)-1)
		for i, c := range runes {
			if i > 0 && (i == must || r.IntN(3) == 0) {
				b.WriteString(pick(r, kinds))
			}
			b.WriteRune(c)
		}
		return b.String(), true
	}
}

func entities(r *rand.Rand, _ Kind, value string) (string, bool) {
	named := map[rune]string{'@': "&commat;", '.': "&period;", '+': "&plus;", '/': "&sol;", ',': "&comma;", ' ': "&nbsp;", '°': "&deg;"}
	every := 1 + r.IntN(3)
	var b strings.Builder
	for i, c := range []rune(value) {
		switch {
		case named[c] != "" && r.IntN(2) == 0:
			b.WriteString(named[c])
		case i%every == 0:
			fmt.Fprintf(&b, pick(r, []string{"&#%d;", "&#x%x;", "&#x%X;", "&#0%d;"}), c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String(), true
}

func emphasis(r *rand.Rand, _ Kind, value string) (string, bool) {
	runes := []rune(value)
	from := r.IntN(len(runes) - 1)
	to := from + 1 + r.IntN(len(runes)-from-1)
	if unicode.IsSpace(runes[from]) || unicode.IsSpace(runes[to-1]) || len(runes) < 3 {
		return "**" + value + "**", true
	}
	mark := pick(r, []string{"**", "*", "***"})
	return string(runes[:from]) + mark + string(runes[from:to]) + mark + string(runes[to:]), true
}

func spelledAt(r *rand.Rand, _ Kind, value string) (string, bool) {
	local, host, ok := strings.Cut(value, "@")
	if !ok {
		return value, false
	}
	dot := pick(r, []string{".", " punt ", ".", " dot ", "(punt)", "[dot]"})
	at := pick(r, []string{"(at)", " (at) ", "[at]", " apenstaartje ", " apestaartje ", " [apenstaartje] ", " at "})
	if at == " at " {
		dot = " punt "
	}
	return local + at + strings.ReplaceAll(host, ".", dot), true
}

var digitWords = []string{"nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"}

func spelled(r *rand.Rand, k Kind, value string) (string, bool) {
	if !k.Numbers || k.Name == "plate" || k.Name == "passport" || k.Name == "iban" && !strings.HasPrefix(strings.ToUpper(value), "NL") {
		return value, false
	}
	var b strings.Builder
	word := false
	for _, c := range value {
		switch {
		case c >= '0' && c <= '9':
			if b.Len() > 0 && !strings.HasSuffix(b.String(), " ") {
				b.WriteByte(' ')
			}
			said := digitWords[c-'0']
			if c == '1' && r.IntN(2) == 0 {
				said = "één"
			}
			b.WriteString(said)
			word = true
		case unicode.IsLetter(c):
			if word {
				b.WriteByte(' ')
			}
			b.WriteRune(c)
			word = false
		case c == '+':
			b.WriteString("plus ")
		}
	}
	return b.String(), true
}

func lookAlike(r *rand.Rand, _ Kind, value string) (string, bool) {
	foreign := map[rune]rune{'A': 'А', 'B': 'В', 'E': 'Е', 'H': 'Н', 'K': 'К', 'M': 'М', 'O': 'О', 'P': 'Р', 'C': 'С', 'T': 'Т', 'X': 'Х', 'a': 'а', 'e': 'е', 'o': 'о', 'c': 'с', 'p': 'р', 'i': 'і'}
	zero := pick(r, []rune{'０', '٠', '𝟎', '𝟘', '۰', '𝟬'})
	every := 1 + r.IntN(2)
	changed := false
	out := []rune(value)
	latin := 0
	for i, c := range out {
		switch {
		case c >= '0' && c <= '9' && i%every == 0:
			out[i], changed = zero+(c-'0'), true
		case foreign[c] != 0 && latin > 0 && i%2 == 0:
			out[i], changed = foreign[c], true
		case unicode.IsLetter(c):
			latin++
		}
	}
	return string(out), changed
}

func signs(r *rand.Rand, k Kind, value string) (string, bool) {
	sign := pick(r, []string{".", "/", "_", " - ", ". "})
	switch {
	case strings.HasSuffix(k.Name, "date") && strings.Count(value, "-") == 2 && len(value) == 10:
		return strings.ReplaceAll(value, "-", pick(r, []string{".", "/", " / ", " - "})), true
	case !k.Numbers || strings.ContainsAny(value, "+("):
		return value, false
	case strings.ContainsAny(value, " -."):
		return strings.NewReplacer(" ", sign, "-", sign, ".", sign).Replace(value), true
	}
	return groups(r, k, value, sign)
}

func yamlEscape(r *rand.Rand, _ Kind, value string) (string, bool) {
	every := 1 + r.IntN(3)
	var b strings.Builder
	for i, c := range []rune(value) {
		switch {
		case c == '"':
			b.WriteString(`\"`)
		case i%every == 0 && c < 0x100:
			fmt.Fprintf(&b, pick(r, []string{`\u%04x`, `\x%02x`, `\U%08X`, `\u%04X`}), c)
		default:
			b.WriteRune(c)
		}
	}
	return b.String(), true
}
