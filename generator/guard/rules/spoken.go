package rules

import (
	"strings"
)

// spokenDigits maps words for numbers to one or two digits.
var spokenDigits = func() map[string]string {
	words := map[string]string{
		"nul": "0", "één": "1", "een": "1", "eén": "1", "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7", "acht": "8", "negen": "9",
		"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
		"tien": "10", "elf": "11", "twaalf": "12", "dertien": "13", "veertien": "14", "vijftien": "15", "zestien": "16", "zeventien": "17",
		"achttien": "18", "negentien": "19", "nulzes": "06",
	}
	ones := []string{"", "eenen", "tweeën", "drieën", "vieren", "vijfen", "zesen", "zevenen", "achten", "negenen"}
	tens := []string{"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"}
	for i, ten := range tens {
		for j, one := range ones {
			words[one+ten] = string([]byte{byte('2' + i), byte('0' + j)})
		}
	}
	return words
}()

// spokenSigns maps words between spoken digits to signs.
var spokenSigns = map[string]string{"punt": ".", "komma": ",", "streepje": "-", "plus": "+"}

// minNumberWords is the least number of number words in a row that are read as one number.
const minNumberWords = 4

// spoken returns the text with spoken numbers as digits: rows of number words, and words of
// digits with the letters O, l and I, which become 0 and 1. It returns nil if there are
// none.
func spoken(t *FoldedText) *FoldedText {
	var edits []FoldEdit
	long := false
	for i := 0; i < len(t.Words); {
		edit, next, count := numberRow(t, i)
		long = long || count >= minNumberWords
		switch {
		case count > 1:
			edits = append(edits, edit)
		case t.Clean[t.Words[i].From] <= 'l':
			if text, ok := lettersAsDigits(t.Clean[t.Words[i].From:t.Words[i].To]); ok {
				edits, long = append(edits, FoldEdit{FoldSpan: t.Words[i].FoldSpan, Text: text}), true
			}
		}
		i = next
	}
	if !long {
		return nil
	}
	return t.Replace(edits)
}

// numberRow returns the edit for the number words from word i, the index of the word after
// them, and their number.
func numberRow(t *FoldedText, i int) (FoldEdit, int, int) {
	digits, ok := wordDigits(t.Words[i].Lower)
	if !ok && t.Words[i].Lower == "plus" && i+1 < len(t.Words) && t.Clean[t.Words[i].To:t.Words[i+1].From] == " " {
		if edit, next, count := numberRow(t, i+1); count > 1 {
			edit.From, edit.Text = t.Words[i].From, "+"+edit.Text
			return edit, next, count
		}
	}
	if !ok {
		return FoldEdit{}, i + 1, 0
	}
	edit := FoldEdit{FoldSpan: t.Words[i].FoldSpan, Text: digits}
	count, joint, next := 1+strings.Count(t.Words[i].Lower, "-"), "", i+1
	for j := i + 1; j < len(t.Words); j++ {
		gap := t.Clean[t.Words[j-1].To:t.Words[j].From]
		if strings.Trim(gap, " ,.-/") != "" || len(gap) > 3 {
			break
		}
		if sign, ok := spokenSigns[t.Words[j].Lower]; ok && joint == "" {
			joint = sign
			continue
		}
		digits, ok := wordDigits(t.Words[j].Lower)
		if !ok {
			break
		}
		if joint == "" && gap != " " && gap != "-" {
			joint = " "
		}
		edit.Text += joint + digits
		edit.To = t.Words[j].To
		count, joint, next = count+1+strings.Count(t.Words[j].Lower, "-"), "", j+1
	}
	return edit, next, count
}

// wordDigits returns the digits for a number word, or for several joined by hyphens.
func wordDigits(lower string) (string, bool) {
	if digits, ok := spokenDigits[lower]; ok {
		return digits, true
	}
	if !strings.Contains(lower, "-") {
		return "", false
	}
	all := ""
	for part := range strings.SplitSeq(lower, "-") {
		digits, ok := spokenDigits[part]
		if !ok {
			return "", false
		}
		all += digits
	}
	return all, true
}

// lettersAsDigits returns a word of digits with O, l or I replaced by 0 and 1.
func lettersAsDigits(word string) (string, bool) {
	digits, others := 0, 0
	for i := range len(word) {
		switch c := word[i]; {
		case isDigit(c):
			digits++
		case c == 'O' || c == 'o' || c == 'l' || c == 'I':
			others++
		case c != '-':
			return "", false
		}
	}
	if others == 0 || digits < others {
		return "", false
	}
	return strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1").Replace(word), true
}
