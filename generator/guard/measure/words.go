package measure

import (
	"fmt"
	"math/rand/v2"
)

var (
	handles = []string{"jolanda", "p.terpstra", "m_oezturk", "kees.van.dongen", "fatima83", "sjors-de-graaf", "a.b.meulenbelt", "dewi", "r.kowalska", "huseyin.k"}
	hosts   = []string{"gmail.com", "hotmail.com", "ziggo.nl", "kpnmail.nl", "outlook.com", "live.nl", "home.nl", "wijkzorg-oost.nl", "proton.me", "mail.huurdersplein.nl"}
	streets = []string{
		"Populierenstraat", "Anjerlaan", "Burgemeester Van Tielweg", "Tolhuisweg", "Rozensingel", "Klompenmakersgracht", "Marktplein", "Fluitekruidstraat",
		"Laan van Oldenborgh", "Oude Kerkstraat", "Vissersdijk", "Koningin Emmakade", "Sperwerhof", "Zwaluwpad", "Graaf Floriskade", "Dokter Schaapmanlaan", "Pijlkruiddreef", "Bergerweg", "Korte Nieuwstraat",
		"Kastanjeplantsoen", "Weversteeg", "Hertogpark", "Lindenhof", "Sint Jansstraat",
	}
	monthNames = []string{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"}
)

func email(r *rand.Rand) string { return pick(r, handles) + "@" + pick(r, hosts) }

func address(r *rand.Rand) string {
	number := fmt.Sprint(1 + r.IntN(360))
	switch r.IntN(7) {
	case 0:
		number += pick(r, []string{"a", "B", "c", " D"})
	case 1:
		number += pick(r, []string{"-2", "-14", " bis", " hs", " III"})
	case 2:
		number = pick(r, []string{"nr. ", "nummer ", "nr "}) + number
	}
	return pick(r, streets) + " " + number
}

func postcode(r *rand.Rand) string {
	for {
		two := letters(r, "ABCDEGHJKLMNPRSTVWXZ", 2)
		if two == "SA" || two == "SD" || two == "SS" {
			continue
		}
		return string(byte('1'+r.IntN(9))) + digits(r, 3) + pick(r, []string{" ", "", " "}) + two
	}
}

// day gives a day of a life as people write it.
func day(r *rand.Rand, from, to int) string {
	y, m, d := from+r.IntN(to-from), 1+r.IntN(12), 1+r.IntN(28)
	switch r.IntN(9) {
	case 0:
		return fmt.Sprintf("%02d-%02d-%d", d, m, y)
	case 1:
		return fmt.Sprintf("%d-%d-%d", d, m, y)
	case 2:
		return fmt.Sprintf("%02d/%02d/%d", d, m, y)
	case 3:
		return fmt.Sprintf("%d-%02d-%02d", y, m, d)
	case 4:
		return fmt.Sprintf("%d %s", d, monthNames[m-1])
	case 5:
		return fmt.Sprintf("%d %s %d", d, pick(r, []string{"jan", "feb", "mrt", "apr", "aug", "sept", "okt", "nov", "dec"}), y)
	case 6:
		return fmt.Sprintf("%02d-%02d-%02d", d, m, y%100)
	}
	return fmt.Sprintf("%d %s %d", d, monthNames[m-1], y)
}

func birthDate(r *rand.Rand) string { return day(r, 1931, 2019) }

func date(r *rand.Rand) string { return day(r, 2009, 2026) }

func age(r *rand.Rand) string {
	n := 90 + r.IntN(15)
	return fmt.Sprintf(pick(r, []string{"%d jaar oud", "%d-jarige", "%d jaar"}), n)
}
