package rules

import (
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/guard/fold"
)

// metadata are keys of front matter whose day is of the casebook, not of a life: sessions and consent.
var metadata = cue("datum date gegeven given tot until ingetrokken withdrawn geldig valid bijgewerkt updated begin start")

var dateCues = cue("datum date d.d dd gedateerd dagtekening")

// date finds exact days. In a life a month or a season is enough; days of the casebook itself, as values of their keys,
// are none.
func date(t *fold.Text, see func(Finding)) {
	exactDays(t, func(s fold.Span, loose bool) {
		if loose && !dateCues.before(t, s.From, 2) || otherCues.before(t, s.From, 1) || ofCasebook(t, s) {
			return
		}
		see(hit(t, diag.PrivacyDate, diag.Orange, s))
	})
}

// ofCasebook reports whether a day is the value of a key such as datum or gegeven.
func ofCasebook(t *fold.Text, s fold.Span) bool {
	i := wordAt(t, s.From) - 1
	if i < 0 || !metadata[t.Words[i].Lower] {
		return false
	}
	gap := t.Clean[t.Words[i].To:s.From]
	return strings.HasPrefix(gap, ":") && strings.Trim(gap[1:], " \"'") == ""
}
