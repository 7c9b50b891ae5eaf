package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// entry is a line of a .dic file: a word and its flags.
type entry struct {
	word  string
	flags map[string]bool
}

// affix is one rule of an .aff file: if cond matches a word, replace strip at one end by
// add.
type affix struct {
	strip, add string
	carry      []string // flags of the new word
	cond       *regexp.Regexp
}

// affixClass holds all rules of one flag.
type affixClass struct {
	prefix, cross bool
	rules         []affix
}

// dictionary is a Hunspell dictionary without its compound rules, which the lexicon does
// not need as it splits compounds itself.
type dictionary struct {
	entries []entry
	classes map[string]*affixClass
	long    bool // whether flags have two letters
}

func readDictionary(folder string) (*dictionary, error) {
	d := &dictionary{classes: map[string]*affixClass{}}
	if err := eachLine(filepath.Join(folder, "index.aff"), d.readAffix); err != nil {
		return nil, err
	}
	first := true
	err := eachLine(filepath.Join(folder, "index.dic"), func(line string) error {
		if first { // the first line is the number of words
			first = false
			return nil
		}
		line, _, _ = strings.Cut(line, "\t")
		word, flags, _ := strings.Cut(strings.TrimSpace(line), "/")
		if word != "" {
			e := entry{word: plainIJ(word), flags: map[string]bool{}}
			for _, f := range d.splitFlags(flags) {
				e.flags[f] = true
			}
			d.entries = append(d.entries, e)
		}
		return nil
	})
	return d, err
}

func eachLine(path string, visit func(string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if err := visit(lines.Text()); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return lines.Err()
}

// plainIJ replaces the letter ĳ by two letters, as it is usually typed, and ’ by '.
func plainIJ(s string) string {
	return strings.NewReplacer("ĳ", "ij", "Ĳ", "IJ", "’", "'").Replace(s)
}

func (d *dictionary) splitFlags(flags string) []string {
	size := 1
	if d.long {
		size = 2
	}
	var all []string
	for i := 0; i+size <= len(flags); i += size {
		all = append(all, flags[i:i+size])
	}
	return all
}

// readAffix parses one line: a rule such as "SFX Yb 0 jes/CaCbCp [^m]", or the header of a
// class, "SFX Yb Y 6".
func (d *dictionary) readAffix(line string) error {
	f := strings.Fields(line)
	if len(f) == 2 && f[0] == "FLAG" && f[1] == "long" {
		d.long = true
	}
	if len(f) < 4 || f[0] != "SFX" && f[0] != "PFX" {
		return nil
	}
	c := d.classes[f[1]]
	if c == nil {
		d.classes[f[1]] = &affixClass{prefix: f[0] == "PFX", cross: f[2] == "Y"}
		return nil
	}
	add, carry, _ := strings.Cut(plainIJ(f[3]), "/")
	a := affix{strip: plainIJ(f[2]), add: add, carry: d.splitFlags(carry)}
	if a.strip == "0" {
		a.strip = ""
	}
	if a.add == "0" {
		a.add = ""
	}
	if len(f) > 4 && f[4] != "." && !strings.HasPrefix(f[4], "ts:") {
		cond := plainIJ(f[4]) + "$"
		if c.prefix {
			cond = "^" + plainIJ(f[4])
		}
		re, err := regexp.Compile(cond)
		if err != nil {
			return err
		}
		a.cond = re
	}
	c.rules = append(c.rules, a)
	return nil
}

// apply returns the word with the affix, and whether the rule matches.
func (a affix) apply(word string, prefix bool) (string, bool) {
	if a.cond != nil && !a.cond.MatchString(word) {
		return "", false
	}
	if prefix {
		rest, ok := strings.CutPrefix(word, a.strip)
		return a.add + rest, ok
	}
	rest, ok := strings.CutSuffix(word, a.strip)
	return rest + a.add, ok
}

// forms calls visit for the word and all forms that its affixes produce, with the flags of
// each form.
func (d *dictionary) forms(e entry, visit func(word string, flags map[string]bool)) {
	visit(e.word, e.flags)
	d.addSuffixes(e.word, e.flags, 2, visit)
	for flag := range e.flags {
		c := d.classes[flag]
		if c == nil || !c.prefix {
			continue
		}
		for _, a := range c.rules {
			word, ok := a.apply(e.word, true)
			if !ok {
				continue
			}
			visit(word, flagSet(a.carry))
			if c.cross {
				d.addSuffixes(word, e.flags, 2, visit)
			}
		}
	}
}

func (d *dictionary) addSuffixes(word string, flags map[string]bool, depth int, visit func(string, map[string]bool)) {
	if depth == 0 {
		return
	}
	for flag := range flags {
		c := d.classes[flag]
		if c == nil || c.prefix {
			continue
		}
		for _, a := range c.rules {
			if form, ok := a.apply(word, false); ok {
				carry := flagSet(a.carry)
				visit(form, carry)
				d.addSuffixes(form, carry, depth-1, visit)
			}
		}
	}
}

func flagSet(flags []string) map[string]bool {
	set := map[string]bool{}
	for _, f := range flags {
		set[f] = true
	}
	return set
}
