package rules

import (
	"strings"

	"casusboek/generator/diag"
)

// metadata are keys of front matter whose date is not of a life: sessions and consent.
var metadata = newCues("datum date gegeven given tot until ingetrokken withdrawn geldig valid bijgewerkt updated begin start")

var dateCues = newCues("datum date d.d dd gedateerd dagtekening")

// date finds exact days. A case needs no more than a month or a season. Dates of the
// casebook itself, as values of their keys, are not found.
func date(t *FoldedText, see func(Finding)) {
	exactDays(t, func(s FoldSpan, loose bool) {
		if loose && !dateCues.before(t, s.From, 2) || otherCues.before(t, s.From, 1) || ofCasebook(t, s) {
			return
		}
		see(hit(t, diag.PrivacyDate, diag.Orange, s))
	})
}

// ofCasebook reports whether a date is the value of a key such as datum or gegeven.
func ofCasebook(t *FoldedText, s FoldSpan) bool {
	i := wordAt(t, s.From) - 1
	if i < 0 || !metadata[t.Words[i].Lower] {
		return false
	}
	gap := t.Clean[t.Words[i].To:s.From]
	return strings.HasPrefix(gap, ":") && strings.Trim(gap[1:], " \"'") == ""
}
