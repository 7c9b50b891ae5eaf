package rules

import (
	"strings"

	"casusboek/generator/diag"
)

var (
	postcodeCues = newCues("postcode postcodes postcodegebied pc pc6 pc4 postcodecijfers postal zipcode")
	addressCues  = newCues(`woont woonde wonen woon wonend woonachtig woonadres adres huisadres postadres verhuisde verhuist verhuizen ingeschreven briefadres address lives huis
		woning pand postcode postcodes pc straat hoek`)
	postLetters   = lazyRegexp(`^(?: {0,2}|[-._/] ?)([A-Za-z])([A-Za-z])(?:[^\pL\pN]|$)`)
	spacedLetters = lazyRegexp(`^[ ._/-]{0,3}([A-Za-z])[ ._/-]{0,3}([A-Za-z])(?:[^\pL\pN]|$)`)
	houseAfter    = lazyRegexp(`^(?:,? |, ?)(?:(?:huisnummer|nr|nummer)\.? ?)?(\d{1,4}[a-zA-Z]?)(?:[^\pL\pN,.:%]|[,.][^\d]|[,.]?$)`)
)

// shortWords are words, units and abbreviations of two letters that occur after numbers:
// 2014 en, 1500 mm.
var shortWords = newCues(`en de is in op om te of er ze je we me ik al an as at bv do ca cm dl dm ed ek el et ga go ha he hi ho hm ja kb kg km kn kw la lb mb mg ml mm mw my na no nu oh ok ons oz
	pa pk re rd se si so st ste ta th to tv u up us ut vm nm vs wc wo xl za zo ma di wo do vr jr sr gr gb tb hp cv cc bc ad ft nd uw hz ev on be by eu dus hij tm mo mi mn nl pm am`)

// postcode finds postcodes: 1000 to 9999 and two letters, never SA, SD or SS (BAG, PostNL).
// With a house number it is an address. Four digits beside a cue are yellow, as they are a
// neighbourhood.
func postcode(t *FoldedText, see func(Finding)) {
	for i := range numbers(t) {
		if i > 0 && (letterBefore(t.Clean, i) || fraction(t.Clean, i)) || t.Clean[i] == '0' {
			continue
		}
		_, stops := gather(t.Clean, i, 4, between)
		if len(stops) == 0 || stops[len(stops)-1].count != 4 {
			continue
		}
		cued := postcodeCues.before(t, i, 4)
		for _, stop := range stops {
			if stop.count != 4 || stop.before != 0 && !cued || endsInDigit(t.Clean, stop.end) {
				continue
			}
			if f, ok := postcodeAt(t, FoldSpan{From: i, To: stop.end}, cued); ok {
				see(f)
			}
		}
	}
}

// postcodeAt returns the finding for four digits, with the letters after them if there are
// any.
func postcodeAt(t *FoldedText, s FoldSpan, cued bool) (Finding, bool) {
	rest := ahead(t.Clean, s.To, 12)
	m := postLetters().FindStringSubmatchIndex(rest)
	if cued {
		m = spacedLetters().FindStringSubmatchIndex(rest)
	}
	if m != nil {
		letters := rest[m[2]:m[3]] + rest[m[4]:m[5]]
		if code := (FoldSpan{From: s.From, To: s.To + m[5]}); isPostcode(t, code, letters, m[2] == 0, cued) {
			if house := houseAfter().FindStringSubmatchIndex(ahead(t.Clean, code.To, 32)); house != nil && !notHouses.after(t, code.To+house[3], 1) {
				code.To += house[3]
				return hit(t, diag.PrivacyAddress, diag.Red, code), true
			}
			return hit(t, diag.PrivacyPostcode, diag.Red, code), true
		}
	}
	if !postcodeCues.before(t, s.From, 2) || !free(t.Clean, s) || isCount(t.Clean+" ", s) && strings.Contains(ahead(t.Clean, s.To, 1), ":") {
		return Finding{}, false
	}
	f := hit(t, diag.PrivacyPostcode, diag.Yellow, s)
	f.Variant = "four"
	return f, true
}

// isPostcode reports whether the letters after four digits make a postcode. If they follow
// directly or in capitals they do, unless they are a short word after a year or a unit. In
// lower case after a space they do beside a cue only, or if they are not a word.
func isPostcode(t *FoldedText, s FoldSpan, letters string, close, cued bool) bool {
	lower := strings.ToLower(letters)
	if upper := strings.ToUpper(letters); upper == "SA" || upper == "SD" || upper == "SS" {
		return false
	}
	if cued && !close && letters == lower && shortWords[lower] && strings.HasPrefix(t.Clean[s.To:], " ") {
		return false // postcodegebied 1098 is druk
	}
	if cued || !shortWords[lower] {
		return cued || letters != lower || close || !money(t, FoldSpan{From: s.From, To: s.From + 4})
	}
	if letters != strings.ToUpper(letters) {
		return false
	}
	if joining[lower] && !addressCues.before(t, s.From, 6) && goesAcross(t, s) {
		return false
	}
	house := houseAfter().MatchString(ahead(t.Clean, s.To, 32))
	return house || addressCues.before(t, s.From, 6) || !besideCapitals(t, s) && !(measures[lower] && measured.around(t, s, 8))
}

// joining are words that may be stressed in capitals between numbers: in 2014 EN 2015.
var joining = newCues("en of in is op om te de er")

// goesAcross reports whether another number of four digits follows a possible postcode, or
// a word in lower case if its digits may be a year.
func goesAcross(t *FoldedText, s FoldSpan) bool {
	i := wordAt(t, s.To)
	if i == len(t.Words) || t.Clean[s.To:t.Words[i].From] != " " {
		return false
	}
	next := t.Words[i]
	year := strings.HasPrefix(t.Clean[s.From:], "19") || strings.HasPrefix(t.Clean[s.From:], "20")
	return len(next.Lower) == 4 && isNumber(next.Lower) || year && !next.Capital && !isDigit(next.Lower[0])
}

// measures are units that are also written in capitals; measured are words that occur with
// them.
var (
	measures = newCues("mb gb kb tb pk hp kw km kg mm cm ml mg cc")
	measured = newCues(`geheugen bestand bestanden data internet internetbundel bundel abonnement auto motor weegt woog gewicht limiet snelheid vermogen schijf harde
		download downloaden upload foto's bijlage bijlagen afstand maximaal maximum lading groot zwaar lang`)
)

// besideCapitals reports whether a word next to a span is in capitals, so that EN is
// probably a word too.
func besideCapitals(t *FoldedText, s FoldSpan) bool {
	before, after := wordAt(t, s.From)-1, wordAt(t, s.To)
	return before >= 0 && isAllCapitals(t, before) || after < len(t.Words) && isAllCapitals(t, after)
}

func isAllCapitals(t *FoldedText, i int) bool {
	word := t.Clean[t.Words[i].From:t.Words[i].To]
	return len(word) > 2 && word == strings.ToUpper(word) && !isDigit(word[0])
}
