package frontmatter

import (
	"errors"
	"strings"

	"github.com/adrg/frontmatter"

	"casusboek/generator/diag"
)

// front is where the front matter and the body of a file begin and end, as offsets in its text.
type front struct {
	from, to int // the YAML between the fences
	body     int
}

const fence = "---"

// split finds the front matter. adrg/frontmatter takes any line that trims to --- for a fence, also an indented one inside a block text, so such
// lines are first put out of its sight by as many other characters; it cannot tell an unclosed front matter from none, so that is asked of the first line.
func split(text string) (front, diag.Rule) {
	var matter int
	format := frontmatter.NewFormat(fence, fence, func(data []byte, _ any) error {
		matter = len(data)
		return nil
	})
	rest, err := frontmatter.MustParse(strings.NewReader(shield(text)), nil, format)
	first := 0
	for first < len(text) && strings.TrimSpace(line(text, first)) == "" {
		first += len(line(text, first))
	}
	opened := strings.TrimRight(line(text, first), " \t\n") == fence
	switch {
	case errors.Is(err, frontmatter.ErrNotFound) && opened:
		return front{}, diag.FrontUnclosed
	case err != nil || !opened:
		return front{}, diag.FrontMissing
	}
	from := first + len(line(text, first))
	return front{from, from + matter, len(text) - len(rest)}, ""
}

// line gives the line that begins at offset, with its line break.
func line(text string, offset int) string {
	if i := strings.IndexByte(text[offset:], '\n'); i >= 0 {
		return text[offset : offset+i+1]
	}
	return text[offset:]
}

// shield makes every indented --- something else of the same length.
func shield(text string) string {
	if !strings.Contains(text, " "+fence) && !strings.Contains(text, "\t"+fence) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for l := range strings.Lines(text) {
		if l[0] != '-' && strings.TrimSpace(l) == fence {
			l = strings.ReplaceAll(l, fence, "===")
		}
		b.WriteString(l)
	}
	return b.String()
}

// secondDocument reports where the body begins as a second front matter: lines of key: value up to another fence.
func secondDocument(text string, f front, known func(string) bool) bool {
	found := false
	for l := range strings.Lines(text[f.body:]) {
		trimmed := strings.TrimRight(l, " \t\n")
		key, _, isKey := strings.Cut(trimmed, ":")
		switch {
		case trimmed == "" || l[0] == ' ' || l[0] == '#' || strings.HasPrefix(trimmed, "- "):
		case trimmed == fence:
			if found {
				return true
			}
		case isKey && known(key):
			found = true
		default:
			return false
		}
	}
	return false
}
