package guard

import (
	"path"
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// Own looks through a template, style sheet, script or word list of the site's own. original is casusboek's file of that name: lines that stand in it too
// are no secrets.
func (s Scanner) Own(file, text, original string) FileFindings {
	scan := FileFindings{path: file}
	places := diag.NewPlaces(file, text)
	lines, theirs := strings.Split(text, "\n"), map[string]bool{}
	for line := range strings.SplitSeq(original, "\n") {
		theirs[strings.TrimSpace(line)] = true
	}
	code := path.Ext(file) == ".css" || path.Ext(file) == ".js"
	read := rules.Fold(prose(file, text))
	for _, f := range s.find(read) {
		found := place(f, read, places)
		if theirs[strings.TrimSpace(lines[found.pos.Line-1])] || code && f.Rule == diag.PrivacyWord {
			continue // in code, words are names of fonts and functions
		}
		scan.found = append(scan.found, found)
	}
	return scan
}

// prose blanks out what is no text: of a template its actions and the name of a document type, of code all but its strings and comments. Places stay
// as they are.
func prose(file, text string) string {
	switch path.Ext(file) {
	case ".html":
		return without(without(text, "{{", "}}"), "<!", ">")
	case ".css", ".js":
		return spoken(text)
	}
	return text
}

// without blanks out all from one sign to the next other. A comment stays, since it stands in the page.
func without(text, from, to string) string {
	out := []byte(text)
	for at := 0; at < len(text); {
		first := strings.Index(text[at:], from)
		if first < 0 {
			break
		}
		first += at
		length := strings.Index(text[first:], to)
		if length < 0 {
			break
		}
		at = first + length + len(to)
		if !strings.HasPrefix(text[first:], "<!--") {
			blank(out[first:at])
		}
	}
	return string(out)
}

// spoken leaves the strings and comments of a style sheet or script.
func spoken(text string) string {
	out := []byte(text)
	for at := 0; at < len(text); {
		end := at
		switch c := text[at]; {
		case c == '"' || c == '\'' || c == '`':
			end = after(text, at+1, string(c))
		case strings.HasPrefix(text[at:], "/*"):
			end = after(text, at+2, "*/")
		case strings.HasPrefix(text[at:], "//"):
			end = after(text, at+2, "\n")
		}
		if end == at {
			blank(out[at : at+1])
			end++
		}
		at = end
	}
	return string(out)
}

// after is the offset behind the first sign from an offset on, or the end.
func after(text string, at int, sign string) int {
	if i := strings.Index(text[at:], sign); i >= 0 {
		return at + i + len(sign)
	}
	return len(text)
}

func blank(part []byte) {
	for i := range part {
		if part[i] != '\n' {
			part[i] = ' '
		}
	}
}
