package rules

import (
	"strings"

	"casusboek/generator/diag"
)

// news finds what links a case to a published judgment or news report, which may contain
// the real names: an ECLI, an address of a news or social media site, a headline in
// quotation marks, and an incident with its day and place.
var news = Rule{Name: diag.PrivacyNews, find: findNews, passage: true}

// newsSites are hosts of newspapers, broadcasters, social media and judgments. Subdomains
// match too (www., mijn.).
var newsSites = wordSet(`nos.nl nu.nl ad.nl telegraaf.nl volkskrant.nl nrc.nl trouw.nl parool.nl rtl.nl rtlnieuws.nl fd.nl nd.nl rd.nl metronieuws.nl bd.nl ed.nl pzc.nl bndestem.nl
	gelderlander.nl tubantia.nl destentor.nl limburger.nl 1limburg.nl l1.nl l1nieuws.nl dvhn.nl lc.nl fd.nl frieschdagblad.nl noordhollandsdagblad.nl haarlemsdagblad.nl leidschdagblad.nl gooieneemlander.nl
	omroepbrabant.nl omroepgelderland.nl gld.nl omroepwest.nl omroepzeeland.nl omropfryslan.nl omroepflevoland.nl rtvnoord.nl rtvdrenthe.nl rtvoost.nl oost.nl rtvutrecht.nl nhnieuws.nl at5.nl rijnmond.nl
	indebuurt.nl hartvannederland.nl geenstijl.nl dumpert.nl powned.tv joop.nl npo.nl zembla.nl bnnvara.nl eenvandaag.avrotros.nl opsporingverzocht.avrotros.nl 112groningen.nl meldpunt.nl
	facebook.com fb.com instagram.com tiktok.com twitter.com x.com linkedin.com youtube.com youtu.be snapchat.com reddit.com threads.net bsky.app nextdoor.nl mastodon.nl pinterest.com t.me telegram.me
	uitspraken.rechtspraak.nl deeplink.rechtspraak.nl politie.nl bbc.com bbc.co.uk theguardian.com nytimes.com hln.be vrt.be nieuwsblad.be`)

// incidents are events that newspapers report.
var incidents = wordSet(`brand woningbrand flatbrand uitslaande schietpartij schietincident steekpartij steekincident ontruiming ontruimd ontruimde explosie gasexplosie ontploffing overval overvallen moord doodslag
	vermoord gijzeling gijzelingsactie familiedrama gezinsdrama aanslag vechtpartij mishandeling ongeval ongeluk verkeersongeval aanrijding verdrinking verdronken inval politie-inval arrestatieteam hennepkwekerij
	wietkwekerij drugslab vermist vermissing ontvoering ontvoerd rellen steekwapen doodgestoken doodgeschoten neergestoken neergeschoten lijk instorting ingestort
	fire shooting stabbing eviction explosion robbery murder`)

// press are words after which a headline may follow.
var press = wordSet(`krant kranten dagblad nieuwsblad journaal nieuws kop kopte krantenkop krantenartikel nieuwsbericht headline titelde documentaire reportage uitzending`)

var monthNames = wordSet(`januari februari maart april mei juni juli augustus september oktober november december jan feb mrt apr jun jul aug sep sept okt nov dec
	january february march may june july august october december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag`)

func findNews(t *FoldedText, see func(Finding)) {
	for i := range t.Words {
		lower := t.Words[i].Lower
		switch {
		case lower == "ecli":
			if at, ok := ecli(t, i); ok {
				see(hit(t, diag.PrivacyNews, diag.Orange, at))
			}
		case i+1 < len(t.Words) && t.Words[i+1].From == t.Words[i].To+1 && t.Clean[t.Words[i].To] == '.':
			if at, ok := newsAddress(t, i); ok {
				see(hit(t, diag.PrivacyNews, diag.Orange, at))
			}
		case incidents[lower]:
			if first, last, ok := reportedIncident(t, i); ok {
				see(hit(t, diag.PrivacyNews, diag.Orange, spanOf(t, first, last)))
			}
		case press[lower] && !isKey(t, i):
			if at, ok := headline(t, i); ok {
				see(hit(t, diag.PrivacyNews, diag.Orange, at))
			}
		}
	}
}

// ecli returns the span of an ECLI such as ECLI:NL:RBAMS:2020:1234 (European Case Law
// Identifier, Council 2011/C 127/01) at word i, with colons, full stops or spaces between
// its five parts.
func ecli(t *FoldedText, i int) (FoldSpan, bool) {
	parts := 1
	j := i
	for j+1 < len(t.Words) && parts < 5 && t.Words[j+1].From-t.Words[j].To <= 2 && strings.Trim(t.Clean[t.Words[j].To:t.Words[j+1].From], ": .-") == "" {
		j++
		parts++
	}
	return spanOf(t, i, j), parts == 5 && len(t.Words[i+1].Lower) == 2
}

// longestAddress is the maximum length of an address in bytes.
const longestAddress = 200

// newsAddress returns the span of the address whose host begins at word i, if the host is
// in newsSites.
func newsAddress(t *FoldedText, i int) (FoldSpan, bool) {
	if i > 0 && t.Words[i].From == t.Words[i-1].To+1 && strings.ContainsRune(".@", rune(t.Clean[t.Words[i].From-1])) {
		return FoldSpan{}, false
	}
	from := t.Words[i].From
	end := min(len(t.Lower), from+longestAddress)
	if k := strings.IndexAny(t.Lower[from:end], " \n)>\"',;]|"); k >= 0 {
		end = from + k
	}
	host, _, _ := strings.Cut(t.Lower[from:end], "/")
	host = strings.TrimRight(host, ".:")
	for h := host; h != ""; {
		if newsSites[h] {
			return FoldSpan{From: from, To: from + len(strings.TrimRight(t.Lower[from:end], ".:?!"))}, true
		}
		_, rest, ok := strings.Cut(h, ".")
		if !ok {
			break
		}
		h = rest
	}
	return FoldSpan{}, false
}

// reportedIncident reports whether the incident at word i has a day or year and a place in
// its sentence, and returns the first and last word of the three.
func reportedIncident(t *FoldedText, i int) (first, last int, ok bool) {
	day, where := -1, -1
	lex := DutchLexicon()
	for j := max(0, i-12); j < min(len(t.Words), i+13); j++ {
		from, to := min(i, j), max(i, j)
		if j == i || endsSentence(t.Clean[t.Words[from].To:t.Words[to].From]) {
			continue
		}
		w := t.Words[j]
		switch {
		case day < 0 && (isYear(w.Lower) || monthNames[w.Lower] && j > 0 && isDayNumber(t.Words[j-1].Lower)):
			day = j
		case where < 0 && w.Capital && j > 0 && placePrepositions[t.Words[j-1].Lower]:
			if k := lex.KindOf(w.Lower); k&Place != 0 || k&^Name == 0 || !w.Sentence {
				where = j
			}
		}
	}
	if day < 0 || where < 0 {
		return 0, 0, false
	}
	return min(i, day, where), max(i, day, where), true
}

var placePrepositions = wordSet(`in te uit bij aan op nabij at near`)

// endsSentence reports whether a sentence ends in the text between two words.
func endsSentence(between string) bool {
	for i := 0; i < len(between); i++ {
		if between[i] == '\n' || strings.IndexByte(".!?", between[i]) >= 0 && i+1 < len(between) && between[i+1] == ' ' {
			return true
		}
	}
	return false
}

func isYear(w string) bool {
	return len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")) && allDigits(w)
}

func isDayNumber(w string) bool { return len(w) <= 2 && allDigits(w) }

func allDigits(w string) bool {
	return w != "" && strings.Trim(w, "0123456789") == ""
}

// isKey reports whether the word is the key of a field with a value in quotation marks:
// kop: "Een vlieger".
func isKey(t *FoldedText, i int) bool {
	w := t.Words[i]
	return (w.From == 0 || t.Clean[w.From-1] == '\n') && !w.Capital && strings.HasPrefix(t.Clean[w.To:], ": \"")
}

// headline returns the quotation of three words or more after a word about the press.
func headline(t *FoldedText, i int) (FoldSpan, bool) {
	from := t.Words[i].To
	near := t.Clean[from:min(len(t.Clean), from+40)]
	if end := strings.IndexAny(near, ".\n"); end >= 0 {
		near = near[:end]
	}
	for _, m := range quotationMarks {
		if open := strings.Index(near, m[0]); open >= 0 {
			q, ok := quotation(t.Clean, from+open)
			return q, ok && len(strings.Fields(t.Clean[q.From:q.To])) >= 3
		}
	}
	return FoldSpan{}, false
}

// quotationMarks are pairs of opening and closing marks.
var quotationMarks = [...][2]string{{"‘", "’"}, {"“", "”"}, {"„", "”"}, {"«", "»"}, {"\"", "\""}}

// longestQuote is the maximum length of a quotation in bytes.
const longestQuote = 5000

// quotation returns the span between the mark at i and the one that closes it, without the
// marks.
func quotation(clean string, i int) (FoldSpan, bool) {
	for _, m := range quotationMarks {
		if strings.HasPrefix(clean[i:], m[0]) {
			from := i + len(m[0])
			size := strings.Index(clean[from:min(len(clean), from+longestQuote)], m[1])
			if size < 0 || strings.IndexByte(clean[from:from+size], '\n') >= 0 {
				return FoldSpan{}, false
			}
			return FoldSpan{From: from, To: from + size}, true
		}
	}
	return FoldSpan{}, false
}
