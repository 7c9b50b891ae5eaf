package rules

import (
	"strings"
	"unicode/utf8"

	"casusboek/generator/diag"
	"casusboek/generator/guard/fold"
)

// at are the ways to write @.
var at = `(?:@|[(\[{<] ?(?:at|@|apenstaart(?:je)?|apestaart(?:je)?) ?[)\]}>]|apenstaartje|apestaartje|apenstaart|apestaart)`

// dot are the ways to write a full stop inside an address, once it is clear that it is one.
var dot = `(?:\.|[(\[{] ?(?:dot|punt|\.) ?[)\]}])`

// spelledDot is a full stop that is spelled in brackets.
var spelledDot = `[(\[{] ?(?:dot|punt|\.) ?[)\]}]`

var (
	// spelledSign ends what stands before a word of the part before the sign: piet (punt) jansen.
	spelledSign = lazily(`(?i)(?: ?[(\[{] ?(?:dot|punt) ?[)\]}] ?| (?:punt|dot|streepje|underscore) )$`)
	atSign      = lazily(`(?i)^ {0,2}` + at + ` {0,2}`)
	// domain is what follows: labels and a top level, with signs spelled or split off.
	domain = lazily(`(?i)^[\pL\pN](?:[\pL\pN-]*[\pL\pN])?(?:(?: ?` + dot + ` ?| punt | dot )[\pL\pN](?:[\pL\pN-]*[\pL\pN])?)*(?: ?` + dot + `| ?` + spelledDot + ` ?| punt | dot )[\pL]{2,24}|^[\pL\pN.-]*[\pL\pN]\. (?-i:nl|com|org|net|eu|be|de|info|me)`)
	strict = lazily(`(?i)^[\pL\pN](?:[\pL\pN-]*[\pL\pN])?(?:\.[\pL\pN](?:[\pL\pN-]*[\pL\pN])?)*\.[\pL]{2,24}`)
	// bareAt is "at" as a word between spelled signs: piet at voorbeeld punt nl.
	bareAt = lazily(`(?i)^ at (?:[\pL\pN-]+(?:\.| punt | dot )){1,4}(?:nl|com|org|net|eu|be|de|info|me|io|fr|uk)(?:[^\pL\pN]|$)`)
)

// tops are the top levels that people split off: "gmail. com" over a line break.
var tops = cue("nl com org net eu be de info fr uk gov edu amsterdam frl live me io")

// examples are domains that are kept free for examples (RFC 2606), and the Dutch word for one.
var examples = cue("example.com example.org example.net example.nl voorbeeld.nl voorbeeld.com voorbeeld.org voorbeeld.be")

// roles are addresses of an organisation, not of somebody.
var roles = cue(`info contact post mail klantenservice service klachten redactie bestuur secretariaat administratie receptie helpdesk support privacy
	noreply no-reply webmaster pers communicatie wonen zorg wijkteam balie gemeente fg avg hallo welkom office`)

// email finds e-mail addresses, also as (at), apenstaartje and "punt nl". An address of an office is yellow; one in a
// domain for examples is none.
func email(t *fold.Text, see func(Finding)) {
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

// emailAt reads an address whose sign stands at i.
func emailAt(t *fold.Text, i int, see func(Finding)) {
	if sign := atSign().FindString(ahead(t.Clean, i, 24)); sign != "" {
		emailParts(t, i, i+len(sign), see)
	}
}

// emailParts reads an address whose first part ends at local and whose domain begins at rest.
func emailParts(t *fold.Text, local, rest int, see func(Finding)) {
	from := localFrom(t.Clean, local)
	if from < 0 {
		return
	}
	host := domain().FindString(ahead(t.Clean, rest, 120))
	if host == "" {
		return
	}
	if plain := strict().FindString(ahead(t.Clean, rest, 120)); plain != "" && !spelled(host[len(plain):]) {
		host = plain
	} else if top := host[strings.LastIndexFunc(host, func(c rune) bool { return c < 0x80 && !isLetter(byte(c)) })+1:]; !tops[strings.ToLower(top)] {
		return
	}
	s := fold.Span{From: from, To: rest + len(host)}
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

// spelled reports whether what follows the plain part of a domain is another label, written out.
func spelled(rest string) bool {
	return strings.HasPrefix(rest, " punt ") || strings.HasPrefix(rest, " dot ") || strings.HasPrefix(strings.TrimLeft(rest, " "), "(") || strings.HasPrefix(strings.TrimLeft(rest, " "), "[")
}

// longestLocal is how far before the sign an address is looked for.
const longestLocal = 80

// localFrom gives where the part before the sign begins, -1 if there is none. It reads backwards: words, and between them signs that are
// spelled.
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

// wordBefore gives the start of the letters, digits and signs of an address that end at an offset, least being the furthest to go back.
func wordBefore(clean string, at, least int) int {
	for at > 0 && at > least {
		c, size := utf8.DecodeLastRuneInString(clean[:at])
		if !joined(c) && strings.IndexByte("._%+'-", clean[at-1]) < 0 {
			break
		}
		at -= size
	}
	return at
}
