package review

import yaml "go.yaml.in/yaml/v4"

var sealsKeys = Category{"beoordelingen", "reviews"}

// SealEntry is an entry of content/reviews.yaml, as it is written. Days are YYYY-MM-DD.
type SealEntry struct{ Case, Sum, Rules, By, Role, Date, Until string }

// AddSeal writes an entry into the text of reviews.yaml, which may be empty, in place of the older ones of the same case. Other
// entries and comments stay.
func AddSeal(text string, s SealEntry, english bool) (string, error) {
	f, err := read(text, english)
	if err != nil {
		return "", err
	}
	if _, value, name := lookup(f.root, sealsKeys); value != nil {
		f.english = name == sealsKeys.EN
	}
	about := Category{"casus", "case"}
	entry := &yaml.Node{Kind: yaml.MappingNode}
	for _, field := range []struct {
		keys  Category
		value string
	}{
		{about, s.Case},
		{Category{"zegel", "seal"}, s.Sum},
		{Category{"regels", "rules"}, s.Rules},
		{Category{"door", "by"}, s.By},
		{Category{"rol", "role"}, s.Role},
		{Category{"datum", "date"}, s.Date},
		{Category{"tot", "until"}, s.Until},
	} {
		entry.Content = append(entry.Content, scalar(field.keys.in(f.english)), scalar(field.value))
	}
	list := f.find(sealsKeys)
	if list == nil || list.Kind != yaml.SequenceNode {
		return f.add([]Category{sealsKeys}, entry)
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
		return f.add([]Category{sealsKeys}, entry)
	}
	list.Content = kept
	return f.encode()
}
