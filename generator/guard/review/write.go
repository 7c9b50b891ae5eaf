package review

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"
)

// ErrShape is the answer to a text that is no file of answers; parse says what is wrong with it.
var ErrShape = errors.New("no mapping of answers")

// Category are the names that an entry may stand under, Dutch and English. Which of the two is written follows what the file has already.
type Category struct{ NL, EN string }

func (k Category) in(english bool) string {
	if english {
		return k.EN
	}
	return k.NL
}

// The parts of the file.
var (
	explained = Category{"verklaard", "explained"}
	allowed   = Category{"toegestaan", "allowed"}
	key       = Category{"sleutel", "key"}
)

// Categories are the ways to explain a word.
var Categories = []Category{{"persoon", "person"}, {"organisatie", "organisation"}, {"plaats", "place"}, {"titel", "title"}, {"woord", "word"}}

// AllowEntry is a finding that may stand, as it is written.
type AllowEntry struct{ Rule, Document, Mark, Reason, Until string }

// Explain writes a word into the text of privacy.yaml, which may be empty. What stands in the text stays as it is, comments too. A word that is there already
// gives the text back unchanged.
func Explain(text, word string, as Category, english bool) (string, error) {
	f, err := read(text, english)
	if err != nil {
		return "", err
	}
	if list := f.find(explained, as); list != nil {
		words := list.Content
		if list.Kind == yaml.ScalarNode {
			words = []*yaml.Node{list}
		}
		if slices.ContainsFunc(words, func(n *yaml.Node) bool { return n.Value == word }) {
			return text, nil
		}
	}
	return f.add([]Category{explained, as}, scalar(word))
}

// Allow writes an entry into the text of privacy.yaml, and the key when it has none yet. One of the same rule, document and mark is replaced.
func Allow(text string, e AllowEntry, secret string, english bool) (string, error) {
	f, err := read(text, english)
	if err != nil {
		return "", err
	}
	entry := &yaml.Node{Kind: yaml.MappingNode}
	english = f.english
	for _, field := range []struct {
		keys  Category
		value string
	}{
		{Category{"regel", "rule"}, e.Rule},
		{Category{"document", "document"}, e.Document},
		{Category{"kenmerk", "mark"}, e.Mark},
		{Category{"reden", "reason"}, e.Reason},
		{Category{"tot", "until"}, e.Until},
	} {
		entry.Content = append(entry.Content, scalar(field.keys.in(english)), scalar(field.value))
	}
	if list := f.find(allowed); list != nil {
		for i, old := range list.Content {
			if fieldOf(old, Category{"kenmerk", "mark"}) == e.Mark && fieldOf(old, Category{"regel", "rule"}) == e.Rule {
				entry.HeadComment, entry.FootComment = old.HeadComment, old.FootComment
				list.Content[i] = entry
				return f.encode()
			}
		}
	}
	text, err = f.add([]Category{allowed}, entry)
	if err != nil || f.find(key) != nil {
		return text, err
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	return text + key.in(english) + ": " + quoted(secret) + "\n", nil
}

// file is the text of privacy.yaml as it is being written.
type file struct {
	text    string
	root    *yaml.Node // a mapping
	doc     yaml.Node
	english bool
}

func read(text string, english bool) (*file, error) {
	f := &file{text: text, english: english}
	if err := yaml.Unmarshal([]byte(text), &f.doc); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrShape, err)
	}
	if len(f.doc.Content) == 0 || f.doc.Content[0].Tag == "!!null" {
		f.root = &yaml.Node{Kind: yaml.MappingNode, Line: 0}
		f.doc = yaml.Node{Kind: yaml.DocumentNode, Content: []*yaml.Node{f.root}}
		return f, nil
	}
	f.root = f.doc.Content[0]
	if f.root.Kind != yaml.MappingNode {
		return nil, ErrShape
	}
	for _, keys := range []Category{explained, allowed, key} {
		if _, value, name := lookup(f.root, keys); value != nil {
			f.english = name == keys.EN
			break
		}
	}
	return f, nil
}

// lookup finds a key of a mapping under either name.
func lookup(n *yaml.Node, keys Category) (k, value *yaml.Node, name string) {
	if n.Kind != yaml.MappingNode {
		return nil, nil, ""
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if name := n.Content[i].Value; name == keys.NL || name == keys.EN {
			return n.Content[i], n.Content[i+1], name
		}
	}
	return nil, nil, ""
}

func fieldOf(n *yaml.Node, keys Category) string {
	if _, value, _ := lookup(n, keys); value != nil {
		return value.Value
	}
	return ""
}

// find gives the value under a path of keys, nil when there is none.
func (f *file) find(path ...Category) *yaml.Node {
	n := f.root
	for _, keys := range path {
		if _, n, _ = lookup(n, keys); n == nil || n.Tag == "!!null" {
			return nil
		}
	}
	return n
}

// add appends an item to the list under a path. The text is changed where the item comes and nowhere else; where the file is written in a way in which that
// fails, the whole is written anew from its nodes, which keeps comments and order but not empty lines.
func (f *file) add(path []Category, item *yaml.Node) (string, error) {
	inserted, ok := f.insert(path, item)
	n := f.root
	for i, keys := range path {
		k, value, _ := lookup(n, keys)
		switch {
		case k == nil:
			value = &yaml.Node{Kind: yaml.MappingNode}
			n.Content = append(n.Content, scalar(keys.in(f.english)), value)
		case value.Kind == yaml.ScalarNode && value.Tag == "!!null":
			*value = yaml.Node{Kind: yaml.MappingNode, LineComment: value.LineComment}
		}
		if i == len(path)-1 && value.Kind != yaml.SequenceNode {
			old := *value
			*value = yaml.Node{Kind: yaml.SequenceNode}
			if old.Kind == yaml.ScalarNode || len(old.Content) > 0 {
				value.Content = []*yaml.Node{&old}
			}
		}
		n = value
	}
	n.Content = append(n.Content, item)
	encoded, err := f.encode()
	if err == nil && ok && same(inserted, encoded) {
		return inserted, nil
	}
	return encoded, err
}

func (f *file) encode() (string, error) {
	out, err := yaml.Dump(&f.doc)
	return string(out), err
}

// same reports whether two texts say the same.
func same(a, b string) bool {
	var x, y any
	return yaml.Unmarshal([]byte(a), &x) == nil && yaml.Unmarshal([]byte(b), &y) == nil && reflect.DeepEqual(x, y)
}

// scalar is a text. Without a tag it would lose its quotation marks where it looks like a number or a date.
func scalar(value string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
}

// quoted is a text as it stands in YAML, on one line.
func quoted(value string) string {
	out, err := yaml.Dump(scalar(value))
	if text := strings.TrimSpace(string(out)); err == nil && !strings.Contains(text, "\n") {
		return text
	}
	return "'" + strings.ReplaceAll(strings.Join(strings.Fields(value), " "), "'", "''") + "'"
}
