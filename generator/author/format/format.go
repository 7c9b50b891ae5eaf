// Package format puts the fields at the top of a content file in the order of the tables, with one indent and, if asked, with their names in one language.
//
//	text, problems, err := format.Document(casebook.KindCase, "content/casussen/nadira.md", raw, format.Options{Keys: "nl"})
//
// It moves lines and leaves what stands on them as it is: quotation marks, block texts, lists between brackets and comments come out as they were typed. A comment stays with the
// field below it, or with the one whose line it stands on. From the second line of --- on, and in the line breaks and the byte order mark, not a byte changes. Formatting twice
// gives what formatting once gives.
//
// What is done is then read again: a file whose fields would not say exactly what they said before is given back as it was, with ErrUnsure.
package format

import (
	"errors"
	"slices"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/frontmatter"
	"casusboek/generator/read/parse"
)

// Options say how fields are written.
type Options struct {
	Keys string // nl or en: the language of all keys; empty leaves each as it is
}

// ErrUnsure is given for a file whose fields are written in a way that cannot be rearranged without saying something else. It is left as it is.
var ErrUnsure = errors.New("the fields cannot be rearranged safely")

// Document formats one file. raw is all of it, as it lies on disk; a byte order mark and any line breaks are kept. With errors among the problems, which are those of
// parse.Document that leave the fields in doubt, the text comes back as it was.
func Document(kind casebook.Kind, path, raw string, o Options) (string, diag.List, error) {
	mark := ""
	if strings.HasPrefix(raw, "\uFEFF") {
		mark, raw = raw[:len("\uFEFF")], raw[len("\uFEFF"):]
	}
	lines, ends := split(raw)
	text := strings.Join(lines, "\n")
	if problems := doubts(kind, path, text); len(problems) > 0 {
		return mark + raw, problems, nil
	}
	file, _ := frontmatter.Read(path, text, func(string) bool { return false })
	first, after := file.YAML()
	block := parse.Fields()[kind]
	done, err := rearrange(lines[first:after], block, file.Fields, o)
	if err != nil {
		return mark + raw, nil, err
	}
	var b strings.Builder
	b.WriteString(mark)
	for i, line := range slices.Concat(lines[:first], done, lines[after:]) {
		b.WriteString(line)
		b.WriteString(ends[i])
	}
	return b.String(), nil, nil
}

// doubts are the problems with which it is not certain what the fields of a file are.
func doubts(kind casebook.Kind, path, text string) diag.List {
	_, problems := parse.Document(kind, "x", path, text)
	unsafe := []diag.Rule{diag.FileEncoding, diag.FileEmpty, diag.FrontMissing, diag.FrontUnclosed, diag.YAMLSyntax, diag.YAMLRefused, diag.YAMLSecond, diag.KeyDuplicate, diag.FieldTwice}
	return slices.DeleteFunc(problems, func(p diag.Problem) bool { return !slices.Contains(unsafe, p.Rule) })
}

// split takes a text apart into lines and what ends each of them, as source evens line breaks: \r\n, \n or \r. The last line may have no end.
func split(raw string) (lines, ends []string) {
	for raw != "" {
		i := strings.IndexAny(raw, "\r\n")
		if i < 0 {
			return append(lines, raw), append(ends, "")
		}
		n := 1
		if strings.HasPrefix(raw[i:], "\r\n") {
			n = 2
		}
		lines, ends = append(lines, raw[:i]), append(ends, raw[i:i+n])
		raw = raw[i+n:]
	}
	return append(lines, ""), append(ends, "")
}

// rearrange does all steps, and then less when the result would say something else. The number of lines stays.
func rearrange(lines []string, block *parse.BlockDoc, fields *yaml.Node, o Options) ([]string, error) {
	if len(fields.Content) == 0 {
		return lines, nil
	}
	names := func(s *sheet) { s.rename(s.root, block, o.Keys) }
	steps := []func(*sheet){names, (*sheet).space, (*sheet).indent, func(s *sheet) { s.order(block) }}
	for _, some := range [][]func(*sheet){steps, {names, steps[3]}} {
		s := &sheet{lines: slices.Clone(lines), root: fields}
		for _, step := range some {
			if s.root == nil {
				break
			}
			step(s)
			s.read()
		}
		if s.root != nil && len(s.lines) == len(lines) && same(fields, s.root, block) {
			return s.lines, nil
		}
	}
	return nil, ErrUnsure
}

// sheet is the YAML of one file between two steps.
type sheet struct {
	lines []string
	root  *yaml.Node // nil when the lines are no YAML any more
}

// read takes the lines for YAML anew.
func (s *sheet) read() {
	file, problems := frontmatter.Read("x", "---\n"+strings.Join(s.lines, "\n")+"\n---\n", func(string) bool { return false })
	s.root = file.Fields
	if problems.HasErrors() {
		s.root = nil
	}
}

// same reports whether two front matters say the same, whatever the order and language of their keys.
func same(a, b *yaml.Node, block *parse.BlockDoc) bool {
	if a.Kind != b.Kind || a.Value != b.Value || a.Tag != b.Tag || len(a.Content) != len(b.Content) {
		return false
	}
	if a.Kind != yaml.MappingNode {
		return slices.EqualFunc(a.Content, b.Content, func(a, b *yaml.Node) bool { return same(a, b, block) })
	}
	for i := 0; i < len(a.Content); i += 2 {
		found := false
		for j := 0; j < len(b.Content); j += 2 {
			if meaning(a.Content[i], block) == meaning(b.Content[j], block) {
				found = same(a.Content[i+1], b.Content[j+1], inside(block, a.Content[i].Value))
				break
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// meaning is what a key stands for: the Dutch name of its field.
func meaning(key *yaml.Node, block *parse.BlockDoc) string {
	if i := index(block, key.Value); i >= 0 {
		return block.Fields[i].Names.NL
	}
	return "?" + key.Value
}

// index is the place of a key in the table of its block, -1 for a key that is not in it.
func index(block *parse.BlockDoc, key string) int {
	if block == nil {
		return -1
	}
	return slices.IndexFunc(block.Fields, func(f parse.FieldDoc) bool { return f.Names.NL == key || f.Names.EN == key })
}

// inside is the block that stands behind a key, nil when it holds no block.
func inside(block *parse.BlockDoc, key string) *parse.BlockDoc {
	if i := index(block, key); i >= 0 {
		return block.Fields[i].Type.Block
	}
	return nil
}
