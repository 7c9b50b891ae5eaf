package guard

import (
	"cmp"
	"slices"
	"strings"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// Hide takes what was found out of other problems: a message that quotes what an author wrote could quote a name, and every message names its file. The list is
// changed in place.
func (j Result) Hide(problems diag.List) {
	values := map[string][]string{} // by file: a value and its mask, and so on
	sorted := j.sorted()
	inNames := map[string][]Unanswered{}
	for _, o := range sorted {
		if o.Pos.Line == 0 {
			inNames[o.Document] = append(inNames[o.Document], o)
		}
		if o.Level != diag.Yellow && len(o.Value) > 2 {
			values[o.Pos.File] = append(values[o.Pos.File], o.Value, rules.Mask(o.Value))
		}
	}
	names := make([]string, 0, 2*len(j.paths))
	for _, path := range j.paths {
		names = append(names, path, masked(path, inNames[path]))
	}
	paths := strings.NewReplacer(names...)
	replacers := map[string]*strings.Replacer{}
	for file, pairs := range values {
		replacers[file] = strings.NewReplacer(pairs...)
	}
	for i := range problems {
		p := &problems[i]
		replacer := replacers[p.Pos.File]
		if replacer == nil && len(names) == 0 {
			continue
		}
		p.Args = slices.Clone(p.Args)
		for k := range p.Args {
			if replacer != nil && p.Level == diag.None {
				p.Args[k].Value = replacer.Replace(p.Args[k].Value)
			}
			p.Args[k].Value = paths.Replace(p.Args[k].Value)
		}
		p.Pos.File = paths.Replace(p.Pos.File)
	}
}

// sorted gives the findings with the longest values first, so that no name is replaced inside a longer one.
func (j Result) sorted() []Unanswered {
	return slices.SortedStableFunc(slices.Values(j.Open), func(a, b Unanswered) int { return cmp.Compare(len(b.Value), len(a.Value)) })
}

// masked is the path of a file without what was found in it.
func masked(path string, found []Unanswered) string {
	out := path
	for _, o := range found {
		out = strings.ReplaceAll(out, o.Value, rules.Mask(o.Value))
	}
	if out == path { // found in another way of reading: nothing of the name can be shown
		folder := path[:strings.LastIndexByte(path, '/')+1]
		out = folder + rules.Mask(path[len(folder):])
	}
	return out
}
