package theme

import (
	"errors"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// loadWords gives the catalogue of a language: the built-in one with the single words of the site's own file of the
// same name (templates/nl.yaml) laid over it. When that file has problems, the catalogue is the built-in one, so that
// they can be worded. override may be nil.
func loadWords(language string, builtin, override fs.FS) (*lang.Catalogue, diag.List, error) {
	name := language + ".yaml"
	original, err := fs.ReadFile(builtin, name)
	if err != nil {
		return nil, nil, err
	}
	words, err := lang.Load(language, original)
	if err != nil || override == nil {
		return words, nil, err
	}
	own, err := fs.ReadFile(override, name)
	if errors.Is(err, fs.ErrNotExist) {
		return words, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	if problems := checkWords(words, overlayFolder+name, own); problems.HasErrors() {
		return words, problems, nil
	}
	words, err = lang.Load(language, original, own)
	return words, nil, err
}

// yamlLine finds the line in an error of the YAML package.
var yamlLine = regexp.MustCompile(`line (\d+)`)

// checkWords looks for all that lang.Load would refuse, and for places in braces that the original does not have.
func checkWords(words *lang.Catalogue, file string, own []byte) diag.List {
	var problems diag.List
	var root yaml.Node
	if err := yaml.Unmarshal(own, &root); err != nil {
		pos := diag.Pos{File: file}
		if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
			line, _ := strconv.Atoi(m[1])
			pos.Line, pos.Col = int32(line), 1
		}
		problems.Add(diag.WordsBroken, pos, "detail", yamlDetail(err))
		return problems
	}
	if len(root.Content) == 0 {
		return nil
	}
	checkWordsIn(words, file, "", root.Content[0], &problems)
	problems.Sort()
	return problems
}

func yamlDetail(err error) string {
	text := err.Error()
	if i := strings.LastIndex(text, ": "); i >= 0 {
		text = text[i+2:]
	}
	return text
}

func checkWordsIn(words *lang.Catalogue, file, prefix string, node *yaml.Node, problems *diag.List) {
	if node.Kind != yaml.MappingNode {
		problems.AddVariant(diag.WordsBroken, "list", nodePos(file, node))
		return
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		name := prefix + key.Value
		twice := seen[name]
		seen[name] = true
		switch {
		case twice:
			problems.AddVariant(diag.WordsBroken, "twice", nodePos(file, key), "name", name)
		case value.Kind == yaml.MappingNode:
			checkWordsIn(words, file, name+".", value, problems)
		case value.Kind != yaml.ScalarNode || value.Tag != "!!str":
			problems.AddVariant(diag.WordsBroken, "text", nodePos(file, value), "name", name)
		case !words.Has(name):
			addNear(problems, diag.WordUnknown, nodePos(file, key), name, words.Keys())
		case strings.ContainsFunc(value.Value, diag.Unpublishable):
			problems.AddUnpublishable(value.Value, nodePos(file, value))
		default:
			checkPlaces(words.T(name), value.Value, name, nodePos(file, value), problems)
		}
	}
}

// hole is a place for a value in a text of the catalogue.
var hole = regexp.MustCompile(`\{[a-z_]+\}`)

// checkPlaces refuses a place that is never filled: a reader would see the braces.
func checkPlaces(original, own, name string, pos diag.Pos, problems *diag.List) {
	have := hole.FindAllString(original, -1)
	for _, p := range hole.FindAllString(own, -1) {
		if !slices.Contains(have, p) {
			problems.Add(diag.WordPlace, pos, "name", name, "place", p)
		}
	}
}

func nodePos(file string, n *yaml.Node) diag.Pos {
	return diag.Pos{File: file, Line: int32(n.Line), Col: int32(n.Column)}
}
