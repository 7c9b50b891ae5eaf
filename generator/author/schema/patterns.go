package schema

import (
	"regexp"
	"strings"
	"unicode"
)

// The patterns stay within what Go's RE2 and JavaScript's regular expressions (with the flag u) both read alike. None is stricter than the code that reads the value.
const (
	notBlank = `\S`
	// as generator/read/parse reads dates: no year before 1900
	datePattern  = `^(?:19|[2-9][0-9])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$`
	clockPattern = `^(?:[01]?[0-9]|2[0-3])[.:][0-5][0-9]$`
	// as casebook.Slug leaves an id, and the names that Windows keeps for devices
	idPattern = `^\s*[a-z0-9]+(?:-[a-z0-9]+)*\s*$`
	idNot     = `^\s*(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\s*$`

	addressPattern = `^\s*[hH][tT][tT][pP][sS]?://[^ /?#@]+(?:/[^ ?#]*)?\s*$`
	addressNot     = `\.[hH][tT][mM][lL]\s*$`
	// decimals with point or comma up to 10, in halves; and the notations that nobody types and Go reads
	millimetrePattern = `^[+-]?(?:0*(?:10|[0-9])(?:[.,]0*)?|0*[0-9][.,]50*|[.,][05]0*|[0-9.,_]+[eE][+-]?[0-9_]+|0[xX][0-9a-fA-F._]+[pP][+-]?[0-9_]+)$`
)

// whenPattern is the grammar of casebook.ParseWhen, without its arithmetic.
func whenPattern() string {
	const (
		number = `[0-9]{1,4}`
		dash   = `(?: [-–] |[-–])`
		point  = `(?:[0-9]{4}(?:` + dash + `[0-9]{2}(?:` + dash + `[0-9]{2})?)?|[0-9]{3}[xX])[~?%]?`
		name   = `\S+(?: [-–] \S+)*`
	)
	words := func(text string) string { return `(?:` + anyCase(strings.Fields(text)) + `)` }
	numbers := number + `(?:` + dash + number + `)?`
	year, month := words("jaar jaren year years"), words("maand maanden month months")
	units := `(?:` + year + `|` + month + `|` + words("week weken weeks dag dagen day days") + `)`
	forms := []string{
		words("jaar year") + `\s+` + numbers,
		numbers + `\s+(?:` + year + `|` + month + `)(?:\s+` + words("oud old") + `)?`,
		number + `\s+` + units + `\s+` + words("na after voor vóór before") + `\s+` + name,
		point + `(?:/` + point + `|/\.\.)?`,
		`\.\./` + point,
	}
	about := words("rond ongeveer circa omstreeks about around")
	return `^\s*(?:` + about + `\s+)?(?:` + strings.Join(forms, "|") + `)\s*$`
}

// anyCase makes a pattern of words in which capitals do not count, as strings.EqualFold sees them.
func anyCase(words []string) string {
	var b strings.Builder
	for i, word := range words {
		if i > 0 {
			b.WriteByte('|')
		}
		for _, r := range word {
			if !unicode.IsLetter(r) {
				b.WriteString(strings.ReplaceAll(regexp.QuoteMeta(string(r)), " ", `\s+`))
				continue
			}
			b.WriteByte('[')
			b.WriteRune(r)
			for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
				b.WriteRune(other)
			}
			b.WriteByte(']')
		}
	}
	return b.String()
}
