package answers

import yaml "go.yaml.in/yaml/v4"

var sealsKeys = Keys{"beoordelingen", "reviews"}

// Sealed is an entry of content/reviews.yaml, as it is written. Days are YYYY-MM-DD.
type Sealed struct{ Case, Sum, Rules, By, Role, Date, Until string }

// Seal writes an entry into the text of reviews.yaml, which may be empty, in place of the older ones of the same case. Other
// entries and comments stay.
func Seal(text string, s Sealed, english bool) (string, error) {
	f, err := read(text, english)
	if err != nil {
		return "", err
	}
	if _, value, name := lookup(f.root, sealsKeys); value != nil {
		f.english = name == sealsKeys.EN
	}
	about := Keys{"casus", "case"}
	entry := &yaml.Node{Kind: yaml.MappingNode}
	for _, field := range []struct {
		keys  Keys
		value string
	}{
		{about, s.Case},
		{Keys{"zegel", "seal"}, s.Sum},
		{Keys{"regels", "rules"}, s.Rules},
		{Keys{"door", "by"}, s.By},
		{Keys{"rol", "role"}, s.Role},
		{Keys{"datum", "date"}, s.Date},
		{Keys{"tot", "until"}, s.Until},
	} {
		entry.Content = append(entry.Content, scalar(field.keys.in(f.english)), scalar(field.value))
	}
	list := f.find(sealsKeys)
	if list == nil || list.Kind != yaml.SequenceNode {
		return f.add([]Keys{sealsKeys}, entry)
	}
	var kept []*yaml.Node
	replaced := false
	for _, old := range list.Content {
		switch {
		case fieldOf(old, about) != s.Case:
			kept = append(kept, old)
		case !replaced:
			entry.HeadComment, entry.FootComment, replaced = old.HeadComment, old.FootComment, true
			kept = append(kept, entry)
		}
	}
	if !replaced {
		return f.add([]Keys{sealsKeys}, entry)
	}
	list.Content = kept
	return f.encode()
}
