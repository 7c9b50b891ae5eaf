package guard

import (
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// Drawing looks through the words of an SVG file, and through its name. Numbers and names inside tags are no text, and styles, scripts and what programs note are not
// published.
func (s Scanner) Drawing(file, svg string) FileFindings {
	scan := s.Name(file)
	places := diag.NewPlaces(file, svg)
	read := rules.Fold(lettering(svg))
	for _, f := range s.find(read) {
		scan.found = append(scan.found, place(f, read, places))
	}
	return scan
}

// lettering blanks all of a drawing but its words, byte for byte, so that what is found in them keeps its place. Between two texts stands an empty line, so that they are not
// read as one.
func lettering(svg string) string {
	out := []byte(strings.Repeat(" ", len(svg)))
	hidden := ""
	for at := 0; at < len(svg); {
		open := strings.IndexByte(svg[at:], '<')
		if open < 0 {
			open = len(svg) - at
		}
		if hidden == "" {
			copy(out[at:], svg[at:at+open])
		}
		at += open
		if at == len(svg) {
			break
		}
		end := strings.IndexByte(svg[at:], '>')
		if strings.HasPrefix(svg[at:], "<!--") {
			if end = strings.Index(svg[at:], "-->"); end >= 0 {
				end += 2
			}
		}
		if end < 0 {
			break
		}
		tag := svg[at+1 : at+end]
		if !strings.Contains(tag, "tspan") {
			copy(out[at:at+end+1], "\n\n")
		}
		name, _, _ := strings.Cut(strings.TrimRight(tag, "/"), " ")
		switch {
		case hidden != "" && name == "/"+hidden:
			hidden = ""
		case hidden == "" && !strings.HasSuffix(tag, "/") && (name == "style" || name == "script" || name == "metadata"):
			hidden = name
		}
		at += end + 1
	}
	return string(out)
}
