package rules

import (
	"strings"
	"unicode/utf8"

	"casusboek/generator/diag"
)

// atPattern matches the ways to write @.
var atPattern = `(?:@|[(\[{<] ?(?:at|@|apenstaart(?:je)?|apestaart(?:je)?) ?[)\]}>]|apenstaartje|apestaartje|apenstaart|apestaart)`

// dotPattern matches the ways to write a full stop in an address.
var dotPattern = `(?:\.|[(\[{] ?(?:dot|punt|\.) ?[)\]}])`

// spelledDot matches a full stop that is spelled in brackets.
var spelledDot = `[(\[{] ?(?:dot|punt|\.) ?[)\]}]`

var (
	// spelledSign matches a spelled sign at the end, inside the local part: piet (punt)
	// jansen.
	spelledSign = lazyRegexp(`(?i)(?: ?[(\[{] ?(?:dot|punt) ?[)\]}] ?| (?:punt|dot|streepje|underscore) )$`)
	atSign      = lazyRegexp(`(?i)^ {0,2}` + atPattern + ` {0,2}`)
	// domain matches the domain: labels and a top level, with signs spelled or
	// separated by spaces.
	domain = lazyRegexp(`(?i)^[\pL\pN](?:[\pL\pN-]*[\pL\pN])?(?:(?: ?` + dotPattern + ` ?| punt | dot )[\pL\pN](?:[\pL\pN-]*[\pL\pN])?)*(?: ?` + dotPattern + `| ?` + spelledDot + ` ?| punt | dot )[\pL]{2,24}|^[\pL\pN.-]*[\pL\pN]\. (?-i:nl|com|org|net|eu|be|de|info|me)`)
	strict = lazyRegexp(`(?i)^[\pL\pN](?:[\pL\pN-]*[\pL\pN])?(?:\.[\pL\pN](?:[\pL\pN-]*[\pL\pN])?)*\.[\pL]{2,24}`)
	// bareAt matches "at" as a word before a spelled domain: piet at voorbeeld punt nl.
	bareAt = lazyRegexp(`(?i)^ at (?:[\pL\pN-]+(?:\.| punt | dot )){1,4}(?:nl|com|org|net|eu|be|de|info|me|io|fr|uk)(?:[^\pL\pN]|$)`)
)

// topLevels are the top levels that can be separated by a space: "gmail. com".
var topLevels = newCues("nl com org net eu be de info fr uk gov edu amsterdam frl live me io")

// examples are domains reserved for examples (RFC 2606), and Dutch equivalents.
var examples = newCues("example.com example.org example.net example.nl voorbeeld.nl voorbeeld.com voorbeeld.org voorbeeld.be")

// roles are local parts of addresses of an organisation.
var roles = newCues(`info contact post mail klantenservice service klachten redactie bestuur secretariaat administratie receptie helpdesk support privacy
	noreply no-reply webmaster pers communicatie wonen zorg wijkteam balie gemeente fg avg hallo welkom office`)

// email finds e-mail addresses, also with (at), apenstaartje and "punt nl". An address of
// an organisation is yellow; one in a domain for examples is not found.
func email(t *FoldedText, see func(Finding)) {
	c := t.Lower
	for i := 0; i < len(c); i++ {
		switch c[i] {
		case '@':
			emailAt(t, i, see)
		case '(', '[', '{', '<':
			if next := strings.TrimLeft(ahead(c, i+1, 4), " "); strings.HasPrefix(next, "a") || strings.HasPrefix(next, "@") {
				emailAt(t, i, see)
			}
		case 'a':
			if (i == 0 || !letterBefore(c, i)) && (strings.HasPrefix(c[i:], "apenstaart") || strings.HasPrefix(c[i:], "apestaart")) {
				emailAt(t, i, see)
			}
		case ' ':
			if strings.HasPrefix(c[i:], " at ") && bareAt().MatchString(ahead(c, i, 80)) {
				emailParts(t, i, i+4, see)
			}
		}
	}
}

// emailAt finds the address with its sign at i.
func emailAt(t *FoldedText, i int, see func(Finding)) {
	if sign := atSign().FindString(ahead(t.Clean, i, 24)); sign != "" {
		emailParts(t, i, i+len(sign), see)
	}
}

// emailParts finds the address whose local part ends at offset local and whose domain
// begins at offset rest.
func emailParts(t *FoldedText, local, rest int, see func(Finding)) {
	from := localFrom(t.Clean, local)
	if from < 0 {
		return
	}
	host := domain().FindString(ahead(t.Clean, rest, 120))
	if host == "" {
		return
	}
	if plain := strict().FindString(ahead(t.Clean, rest, 120)); plain != "" && !isSpelledLabel(host[len(plain):]) {
		host = plain
	} else if top := host[strings.LastIndexFunc(host, func(c rune) bool { return c < 0x80 && !isLetter(byte(c)) })+1:]; !topLevels[strings.ToLower(top)] {
		return
	}
	s := FoldSpan{From: from, To: rest + len(host)}
	name := strings.TrimSpace(t.Lower[s.From:local])
	plain := strings.NewReplacer(" punt ", ".", " dot ", ".", " ", "", "(punt)", ".", "(dot)", ".", "[dot]", ".", "[punt]", ".").Replace(strings.ToLower(host))
	switch {
	case examples[plain] || strings.HasSuffix(plain, ".example") || strings.HasSuffix(plain, ".voorbeeld"):
	case roles[name]:
		f := hit(t, diag.PrivacyEmail, diag.Yellow, s)
		f.Variant = "role"
		see(f)
	default:
		see(hit(t, diag.PrivacyEmail, diag.Red, s))
	}
}

// isSpelledLabel reports whether the text after the plain part of a domain is another label
// that is spelled.
func isSpelledLabel(rest string) bool {
	return strings.HasPrefix(rest, " punt ") || strings.HasPrefix(rest, " dot ") || strings.HasPrefix(strings.TrimLeft(rest, " "), "(") || strings.HasPrefix(strings.TrimLeft(rest, " "), "[")
}

// longestLocal is the maximum length of a local part in bytes.
const longestLocal = 80

// localFrom returns the offset where the local part that ends at i begins, or -1. It reads
// backwards over words and the spelled signs between them.
func localFrom(clean string, i int) int {
	at := i - len(behind(clean, i, 2)) + len(strings.TrimRight(behind(clean, i, 2), " "))
	from := -1
	for i-at < longestLocal {
		word := wordBefore(clean, at, i-longestLocal)
		if word == at {
			break
		}
		at, from = word, word
		if at == 0 || strings.IndexByte(" )]}", clean[at-1]) < 0 {
			break
		}
		sign := spelledSign().FindString(behind(clean, at, 14))
		if sign == "" {
			break
		}
		at -= len(sign)
	}
	if from < 0 {
		return -1
	}
	return from + len(clean[from:i]) - len(strings.TrimLeft(clean[from:i], ".'-%+"))
}

// wordBefore returns the start of the letters, digits and signs of an address that end at
// an offset, going back to least at most.
func wordBefore(clean string, at, least int) int {
	for at > 0 && at > least {
		c, size := utf8.DecodeLastRuneInString(clean[:at])
		if !isLetterOrDigit(c) && strings.IndexByte("._%+'-", clean[at-1]) < 0 {
			break
		}
		at -= size
	}
	return at
}
