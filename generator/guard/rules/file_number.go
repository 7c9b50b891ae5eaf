package rules

import (
	"strings"

	"casusboek/generator/diag"
)

var fileCues = newCues(`zaaknummer zaaknr zaaknrs zaak zaakid dossier dossiernummer dossiernr klantnummer klantnr klant cliëntnummer clientnummer cliëntnr patiëntnummer patientnummer relatienummer
	polis polisnummer polisnr contractnummer contractnr contract huurcontractnummer huurdersnummer huurdernummer kenmerk referentie referentienummer ref parketnummer rolnummer beschikking beschikkingsnummer
	meldingsnummer meldnummer melding proces-verbaal proces-verbaalnummer procesverbaal pv pv-nummer pvnummer debiteurnummer debiteurennummer debiteur factuurnummer factuur betalingskenmerk aanvraagnummer registratienummer
	inschrijfnummer inschrijvingsnummer lidnummer verzekeringsnummer verzekerdennummer zorgpas zorgnummer uzovi kvk kvk-nummer kvknummer handelsregister btw btw-nummer btw-id btwnummer agb agb-code agbcode big big-nummer bignummer uzi uzi-nummer
	meternummer ean ean-code eancode personeelsnummer leerlingnummer studentnummer ordernummer deurwaarder incasso nummer nr casenummer case insolventienummer toezichtnummer
	complexnummer woningnummer objectnummer vhe vhe-nummer crv wsnp-nummer wmo-nummer mutatienummer loonheffingennummer`)

// fileWords is the maximum distance of a cue in words. fileDigits is the least number of
// digits beside a cue, bareDigits without one.
const fileWords, fileDigits, bareDigits = 4, 5, 7

var (
	// courtAfter matches numbers of courts and prosecutors that begin with digits:
	// 16/123456-20, 8123456 UC EXPL 20-1234, 200.123.456/01.
	courtAfter = lazyRegexp(`^(?:\d{2}[/.]\d{6}[-/]\d{2}|\d{7,8} [A-Z]{2} (?:EXPL|VERZ) \d{2}[-/]\d{2,5}|200\.\d{3}\.\d{3}(?:/\d{2})?)`)
	// courtBefore matches letters before digits, courtRest the digits after them:
	// C/16/512345, HA ZA 20-118, UTR 20/1234.
	courtBefore = lazyRegexp(`(?:C/|(?:HA|KG|FA|FT|JE|BM|CV) (?:ZA|RK|EXPL|VERZ) |(?:AWB|UTR|AMS|ROT|SGR|ARN|ZWO|LEE|MAA|BRE|HAA|DOR|GRO|ALK|ROE|ASS|ZUT|SHE|NL)[- ])$`)
	courtRest   = lazyRegexp(`^\d{2}[-./]\d{1,6}`)
	// vat matches a Dutch VAT number. Until 2020, that of a person contained the BSN.
	vat = lazyRegexp(`^[Nn][Ll][ .-]?((?:\d[ .-]?){9})[Bb][ .-]?\d[ .-]?\d`)
)

// fileNumber finds numbers of files, cases, clients, policies and companies: at least five
// digits beside a cue, numbers of courts, and seven or more digits in a row.
func fileNumber(t *FoldedText, see func(Finding)) {
	end := 0
	for i := range numbers(t) {
		if i < end {
			continue
		}
		if s, level := court(t, i); level != diag.None {
			see(hit(t, diag.PrivacyFileNumber, level, s))
			end = s.To
			continue
		}
		s, ok := reference(t, i)
		if !ok {
			s, ok = bareNumber(t, i)
		}
		if ok {
			see(hit(t, diag.PrivacyFileNumber, diag.Orange, s))
			end = s.To
		}
	}
}

// court returns the VAT number or court number around the digits at i, and its level.
func court(t *FoldedText, i int) (FoldSpan, diag.Level) {
	from := max(0, i-4)
	for from < i && !isLetter(t.Clean[from]) {
		from++
	}
	if m := vatAt(t, from); m != nil && (from == 0 || !letterBefore(t.Clean, from)) {
		digits := strings.NewReplacer(" ", "", ".", "", "-", "").Replace(m[1])
		s := FoldSpan{From: from, To: from + len(m[0])}
		if eleven(digits) {
			return s, diag.Red
		}
		return s, diag.Orange
	}
	n := runLength(t.Clean, i)
	if next := ahead(t.Clean, i+n, 1); n != 2 && n != 3 && n < 7 || next == "" || strings.IndexByte("/.- ", next[0]) < 0 {
		return FoldSpan{}, diag.None
	}
	s := FoldSpan{From: i, To: i + len(courtAfter().FindString(ahead(t.Clean, i, 36)))}
	if n == 2 && s.To == i && i > 1 && strings.IndexByte("/- ", t.Clean[i-1]) >= 0 && t.Clean[i-2] >= 'A' && t.Clean[i-2] <= 'Z' {
		if letters := courtBefore().FindString(behind(t.Clean, i, 9)); letters != "" {
			s = FoldSpan{From: i - len(letters), To: i + len(courtRest().FindString(ahead(t.Clean, i, 12)))}
		}
	}
	if s.To > i && free(t.Clean, s) {
		return s, diag.Orange
	}
	return FoldSpan{}, diag.None
}

// vatAt returns the VAT number at an offset and its digits, or nil.
func vatAt(t *FoldedText, from int) []string {
	if !strings.HasPrefix(t.Lower[from:], "nl") {
		return nil
	}
	return vat().FindStringSubmatch(ahead(t.Clean, from, 32))
}

// reference returns the number around the digits at i if a cue precedes it: letters, digits
// and signs without a space, and groups of digits after a space.
func reference(t *FoldedText, i int) (FoldSpan, bool) {
	s := FoldSpan{From: i, To: i}
	for s.From > 0 && i-s.From < 16 && inReference(t.Clean[s.From-1]) {
		s.From--
	}
	s.From += len(t.Clean[s.From:i]) - len(strings.TrimLeft(t.Clean[s.From:i], "-./_"))
	count := 0
	for s.To < len(t.Clean) && s.To-s.From < 40 {
		c := t.Clean[s.To]
		if next := digitAfter(t.Clean, s.To); next > 0 {
			s.To = next
			continue
		}
		if !inReference(c) {
			break
		}
		if isDigit(c) {
			count++
		}
		s.To++
	}
	for s.To > i && !isDigit(t.Clean[s.To-1]) && !isLetter(t.Clean[s.To-1]) {
		s.To--
	}
	if count < fileDigits || !fileCues.before(t, s.From, fileWords) || money(t, s) || anyDay(t, s) || publicNumber(t.Clean, s) {
		return s, false
	}
	return s, true
}

// digitAfter returns the offset of the digit after one to three separators at i, or 0.
func digitAfter(clean string, i int) int {
	j := i
	for j < len(clean) && j < i+3 && strings.IndexByte(between, clean[j]) >= 0 {
		j++
	}
	if j == i || j == len(clean) || !isDigit(clean[j]) {
		return 0
	}
	return j
}

func inReference(c byte) bool {
	return c < 0x80 && (isDigit(c) || isLetter(c)) || strings.IndexByte("-./_", c) >= 0
}

// anyDay reports whether a number is a date, possibly with a time after it.
func anyDay(t *FoldedText, s FoldSpan) bool {
	if !isDigit(t.Clean[s.From]) {
		return false
	}
	n, loose := dayAt(t, s.From)
	return n > 0 && !loose && n+4 >= s.To-s.From
}

// bareNumber returns the span of seven or more digits in a row that are not an amount, a
// round number or part of a public telephone number.
func bareNumber(t *FoldedText, i int) (FoldSpan, bool) {
	s := FoldSpan{From: i, To: i}
	for s.To < len(t.Clean) && isDigit(t.Clean[s.To]) {
		s.To++
	}
	number := t.Clean[s.From:s.To]
	if len(number) < bareDigits || strings.HasSuffix(number, "00000") || money(t, s) || fraction(t.Clean, i) || publicNumber(t.Clean, s) {
		return s, false
	}
	if len(number) == 8 && compactDay(number) && dateCues.before(t, i, 2) {
		return s, false
	}
	return s, true
}

// publicNumber reports whether digits are a public number such as 0800, or its last part.
func publicNumber(clean string, s FoldSpan) bool {
	before := strings.TrimRight(behind(clean, s.From, 6), " -/")
	return isPublic(clean[s.From:s.To]) || len(before) >= 4 && isPublic(before[len(before)-4:])
}
