package measure

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// capitals are all letters.
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// citizen makes a number that passes the test of eleven.
func citizen(r *rand.Rand) string {
	for {
		d := digits(r, 8)
		sum := 0
		for i := range d {
			sum += (9 - i) * int(d[i]-'0')
		}
		if rest := sum % 11; rest < 10 && strings.Trim(d[:4], "0") != "" {
			return d + fmt.Sprint(rest)
		}
	}
}

func bsn(r *rand.Rand) string {
	v := citizen(r)
	switch r.IntN(6) {
	case 0:
		return grouped(v, ".", 4, 2)
	case 1:
		return grouped(v, " ", 3, 3)
	case 2:
		return grouped(v, pick(r, []string{"-", "."}), 3, 3)
	}
	return v
}

// account makes an account number of a country, its check digits by ISO 7064.
func account(r *rand.Rand) string {
	country, rest := "NL", letters(r, capitals, 4)+digits(r, 10)
	switch r.IntN(8) {
	case 0:
		country, rest = "BE", digits(r, 12)
	case 1:
		country, rest = "DE", digits(r, 18)
	case 2:
		country, rest = "PL", digits(r, 24)
	case 3:
		country, rest = "TR", digits(r, 22)
	}
	whole := 0
	for _, c := range rest + country {
		if c >= 'A' {
			whole = (whole*100 + int(c-'A') + 10) % 97
		} else {
			whole = (whole*10 + int(c-'0')) % 97
		}
	}
	return fmt.Sprintf("%s%02d%s", country, 98-whole*100%97, rest)
}

func iban(r *rand.Rand) string {
	v := account(r)
	switch r.IntN(4) {
	case 0:
		return strings.TrimSpace(grouped(v, " ", 4, 4, 4, 3))
	case 1:
		return strings.ToLower(v)
	case 2:
		return grouped(v, " ", 4, 4, 4, 2)
	}
	return v
}

func phone(r *rand.Rand) string {
	mobile := "6" + string(byte('1'+r.IntN(5))) + digits(r, 7)
	area := pick(r, []string{"10", "20", "30", "24", "38", "40", "50", "53", "70", "78"})
	small := pick(r, []string{"172", "318", "475", "512", "598", "223", "164"})
	switch r.IntN(12) {
	case 0:
		return "06" + mobile[1:]
	case 1:
		return "06-" + mobile[1:]
	case 2:
		return "06 " + grouped(mobile[1:], " ", 2, 2, 2)
	case 3:
		return "+31 6 " + mobile[1:]
	case 4:
		return "+31" + mobile
	case 5:
		return "0031 " + grouped(mobile, " ", 1, 4)
	case 6:
		return "+31 (0)6 " + grouped(mobile[1:], " ", 4)
	case 7:
		return "0" + area + "-" + digits(r, 7)
	case 8:
		return "(0" + area + ") " + grouped(pick(r, []string{"2", "4", "7"})+digits(r, 6), " ", 3, 2)
	case 9:
		return "0" + small + "-" + grouped(digits(r, 6), " ", 2, 2)
	case 10:
		return pick(r, []string{"+32 4", "+49 15", "+48 60", "+90 53", "+212 6"}) + digits(r, 1) + " " + digits(r, 3) + " " + digits(r, 4)
	}
	return "0" + small + digits(r, 6)
}

// consonants are the letters of plates since 1978.
const consonants = "BDFGHJKLNPRSTVXZ"

func plate(r *rand.Rand) string {
	for {
		n, x := digits(r, 3), letters(r, consonants, 4)
		v := pick(r, []string{
			x[:2] + "-" + n[:2] + "-" + x[2:], x[:2] + "-" + x[2:] + "-" + n[:2], n[:2] + "-" + x[:2] + "-" + x[2:],
			n[:2] + "-" + x[:3] + "-" + n[2:], n[:1] + "-" + x[:3] + "-" + n[1:], x[:2] + "-" + n + "-" + x[2:3], x[:1] + "-" + n + "-" + x[1:3],
			x[:3] + "-" + n[:2] + "-" + x[3:], n[:1] + "-" + x[:2] + "-" + digits(r, 3), x[:2] + "-" + digits(r, 2) + "-" + n[:2],
			n[:2] + "-" + digits(r, 2) + "-" + x[:2], n[:2] + "-" + x[:2] + "-" + digits(r, 2),
		})
		for _, bad := range []string{"GVD", "KKK", "NSB", "PKK", "PSV", "TBS", "SS", "SD", "PVV", "SGP", "VVD"} {
			if strings.Contains("-"+v+"-", "-"+bad+"-") {
				v = ""
			}
		}
		if v != "" {
			return v
		}
	}
}

// noO are the letters of documents.
const noO = "ABCDEFGHIJKLMNPQRSTUVWXYZ"

func passport(r *rand.Rand) string {
	return pick(r, []string{"N", "I", "S", "B"}) + letters(r, noO, 1) + letters(r, noO+"123456789", 6) + string(byte('1'+r.IntN(9)))
}

func residence(r *rand.Rand) string {
	return "V" + letters(r, "ABCDEFGHJKLMNPRTUVWXYZ", 2) + letters(r, "123456789", 6)
}

func tenDigits(r *rand.Rand) string { return string(byte('1'+r.IntN(9))) + digits(r, 9) }

func file(r *rand.Rand) string {
	switch r.IntN(6) {
	case 0:
		return "2" + digits(r, 4)
	case 1:
		return fmt.Sprintf("Z-%d-%s", 2012+r.IntN(12), digits(r, 5))
	case 2:
		return fmt.Sprintf("%d/%s", 2012+r.IntN(12), digits(r, 6))
	case 3:
		return letters(r, capitals, 2) + digits(r, 6)
	case 4:
		return "4" + grouped(digits(r, 8), ".", 3, 3)
	}
	return "7" + digits(r, 7)
}

func company(r *rand.Rand) string { return string(byte('1'+r.IntN(8))) + digits(r, 7) }

func coordinates(r *rand.Rand) string {
	lat, lon := 50.75+2.7*r.Float64(), 3.4+3.7*r.Float64()
	dms := func(x float64, hemisphere string) string {
		m := (x - float64(int(x))) * 60
		return fmt.Sprintf("%d°%02d'%04.1f\"%s", int(x), int(m), (m-float64(int(m)))*59.9, hemisphere)
	}
	switch r.IntN(6) {
	case 0:
		return dms(lat, "N") + " " + dms(lon, "E")
	case 1:
		return fmt.Sprintf("%.5f,%.5f", lat, lon)
	case 2:
		return fmt.Sprintf("%.4f %.4f", lat, lon)
	case 3:
		return fmt.Sprintf("%.6f; %.6f", lat, lon)
	case 4:
		return strings.ReplaceAll(fmt.Sprintf("%.5f %.5f", lat, lon), ".", ",")
	}
	return fmt.Sprintf("%.5f, %.5f", lat, lon)
}
