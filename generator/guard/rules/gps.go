package rules

import (
	"strconv"
	"strings"

	"casusboek/generator/diag"
)

var (
	// decimalPair matches 52.37403, 4.88969, also with decimal commas, degree signs,
	// compass letters and words.
	decimalPair = lazyRegexp(`(?i)^(\d{1,3})[.,](\d{2,15}) ?[°ºd]? ?([NSOZEW])?(?: ?[,;/|&+] ?| |, ?(?:lon|lng|long|lengte|longitude|lengtegraad|oosterlengte)[.:=" ]*|[,;&" ]{1,3}(?:lon|lng|long|lengte|longitude|lengtegraad)[":= ]{1,4}| (?:en|and|bij) )([-+]?)(?:[NSOEWZ] ?)?(\d{1,3})[.,](\d{2,15}) ?[°ºd]? ?([NSOEWZ])?(?:[^\d]|$)`)
	// degrees matches 52°22'26.5"N 4°53'22"E, where seconds and signs are optional.
	degrees   = lazyRegexp(`(?i)^(\d{1,3}) ?(?:[°º˚o]|deg|graden) ?(?:(\d{1,2}(?:[.,]\d+)?) ?(?:['′’´]|min(?:uten)?) ?)?(?:(\d{1,2}(?:[.,]\d+)?) ?(?:["″”]|′′|''|''|sec(?:onden)?) ?)?([NSOEWZ]|noord|oost|noorderbreedte|oosterlengte)?[,;/ ]{0,3}(?:en )?([NSOEWZ])? ?(\d{1,3}) ?(?:[°º˚o]|deg|graden)`)
	grid      = lazyRegexp(`^(\d{5,6})(?:[.,]\d+)?(?: ?[,;/] ?| | ?[,;]? ?[yY] ?[:=]? ?)(\d{6})(?:[.,]\d+)?(?:[^\d]|$)`)
	plusSign  = lazyRegexp(`^[23456789CFGHJMPQRVWX]{2,3}(?:[^\pL\pN]|$)`)
	threeDots = lazyRegexp(`^///\pL{2,}\.\pL{2,}\.\pL{2,}`)
)

var (
	gpsCues = newCues(`gps coördinaat coördinaten coordinaten coordinaat lat latitude breedtegraad lon lng longitude lengtegraad breedte lengte locatie geo wgs84 geotag
		noorderbreedte oosterlengte positie maps ll`)
	gridCues = newCues("rd rijksdriehoek rijksdriehoekscoördinaten rd-coördinaten xy x coördinaten coordinaten")
)

// gps finds coordinates: decimal degrees, degrees and minutes, the Dutch grid (RD) beside a
// cue, plus codes and what3words.
func gps(t *FoldedText, see func(Finding)) {
	for i := range numbers(t) {
		if i > 0 && (letterBefore(t.Clean, i) && !compass(t.Clean, i-1) || fraction(t.Clean, i)) {
			continue
		}
		if n := coordinates(t, i); n > 0 {
			see(hit(t, diag.PrivacyGPS, diag.Red, FoldSpan{From: i, To: i + n}))
		}
	}
	for i := strings.IndexByte(t.Clean, '+'); i >= 0; i = index(t.Clean, "+", i+1) {
		if s := plusCode(t.Clean, i); s.To > 0 {
			see(hit(t, diag.PrivacyGPS, diag.Red, s))
		}
	}
	for i := strings.Index(t.Clean, "///"); i >= 0; i = index(t.Clean, "///", i+3) {
		if m := threeDots().FindString(ahead(t.Clean, i, 90)); m != "" {
			see(hit(t, diag.PrivacyGPS, diag.Red, FoldSpan{From: i, To: i + len(m)}))
		}
	}
}

// index returns the index of what in text, from an offset, or -1.
func index(text, what string, from int) int {
	if from >= len(text) {
		return -1
	}
	if at := strings.Index(text[from:], what); at >= 0 {
		return from + at
	}
	return -1
}

// compass reports whether the letter at i is a separate compass letter.
func compass(clean string, i int) bool {
	return strings.IndexByte("NSOEWZnsoewz", clean[i]) >= 0 && (i == 0 || !letterBefore(clean, i))
}

// coordinates returns the length of the coordinates at i, or 0.
func coordinates(t *FoldedText, i int) int {
	text := ahead(t.Clean, i, 96)
	if m := decimalPair().FindStringSubmatchIndex(text); m != nil {
		end := m[13]
		if m[14] >= 0 {
			end = m[15]
		}
		if isCoordinatePair(t, FoldSpan{From: i, To: i + end}, text, m) {
			return end
		}
	}
	if m := degrees().FindStringSubmatch(text); m != nil && (m[2] != "" || m[4] != "" || m[5] != "") {
		return len(m[0])
	}
	if m := grid().FindStringSubmatchIndex(text); m != nil && gridCues.before(t, i, 4) {
		x, y := whole(text[m[2]:m[3]]), whole(text[m[4]:m[5]])
		if x < 300_000 && y > 300_000 && y < 620_000 {
			return m[5]
		}
	}
	return 0
}

// maxRate is the least value of one of two unmarked numbers outside the Netherlands to be
// coordinates. Exchange rates and shares are lower.
const maxRate = 10

// isCoordinatePair reports whether two numbers are a latitude and a longitude in any order.
// Four decimals are sufficient, as are three in the Netherlands. Two decimals, as in
// prices, count only there and beside a cue or a degree sign. Small numbers with many
// decimals are rates (1,0842 en 0,9123) unless they are marked: a finding of coordinates
// cannot be allowed, so it must not be wrong.
func isCoordinatePair(t *FoldedText, s FoldSpan, text string, m []int) bool {
	part := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return text[m[2*i]:m[2*i+1]]
	}
	first, err1 := strconv.ParseFloat(part(1)+"."+part(2), 64)
	second, err2 := strconv.ParseFloat(part(5)+"."+part(6), 64)
	if err1 != nil || err2 != nil || max(first, second) > 180 || min(first, second) > 90 {
		return false
	}
	dutch := inRange(first, 50.5, 53.8) && inRange(second, 3.1, 7.4) || inRange(second, 50.5, 53.8) && inRange(first, 3.1, 7.4)
	points := func(i int) bool { return m[2*i] >= 0 && !(m[2*i+1] < len(text) && isLetter(text[m[2*i+1]])) } // N, not the n of "en"
	marked := points(3) || points(7) || strings.ContainsAny(t.Clean[s.From:s.To], "°º") || gpsCues.before(t, s.From, 6)
	decimals := min(len(part(2)), len(part(6)))
	switch {
	case decimals >= 4:
		return dutch || marked || max(first, second) >= maxRate
	case decimals == 3:
		return dutch || marked
	}
	return dutch && marked && !money(t, s)
}

func inRange(x, from, to float64) bool { return x >= from && x <= to }

// plusCode returns the span of the plus code with its + at i (Open Location Code: four to
// eight characters before it, two or three after it), or an empty span.
func plusCode(clean string, i int) FoldSpan {
	from := i
	for from > 0 && i-from < 9 && strings.IndexByte("23456789CFGHJMPQRVWX", clean[from-1]) >= 0 {
		from--
	}
	m := plusSign().FindString(ahead(clean, i+1, 5))
	if n := i - from; n < 4 || n > 8 || n%2 != 0 || m == "" || !free(clean, FoldSpan{From: from, To: i}) {
		return FoldSpan{}
	}
	digits := strings.ContainsAny(clean[from:i], "23456789") || strings.ContainsAny(m, "23456789")
	if !digits || isNumber(clean[from:i]) && isNumber(strings.TrimRight(m, " .,;)")) {
		return FoldSpan{}
	}
	end := i + 1 + len(m)
	for end > i && !isDigit(clean[end-1]) && (clean[end-1] < 'A' || clean[end-1] > 'Z') {
		end--
	}
	return FoldSpan{From: from, To: end}
}

func isNumber(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}
