package guard

import (
	"path"
	"slices"
	"sort"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// FileFindings is what the rules found in one file, before anybody has asked what the casebook explains. It holds values found, so it is not for printing.
type FileFindings struct {
	path  string
	found []found
	runs  []uint64 // of the case of somebody real, see linked.go
}

// found is a finding with its place for an author.
type found struct {
	rules.Finding
	pos           diag.Pos
	before, after []string // the words around it, folded
}

// around is how many words on each side may belong to a longer name that explains a finding.
const around = 6

// place gives a finding its place and the words around it.
func place(f rules.Finding, text *rules.FoldedText, places *diag.Places) found {
	at := found{Finding: f, pos: places.At(f.At.From, f.At.To)}
	n := len(text.Words)
	first := sort.Search(n, func(i int) bool { return text.SourceSpan(text.Words[i].FoldSpan).To > f.At.From })
	last := first + sort.Search(n-first, func(i int) bool { return text.SourceSpan(text.Words[first+i].FoldSpan).From >= f.At.To })
	// Copies, because a finding is kept until the end, and a piece of a text would keep the whole of it.
	at.Value = strings.Clone(f.Value)
	for i := max(0, first-around); i < first; i++ {
		at.before = append(at.before, strings.Clone(text.Words[i].Lower))
	}
	for i := last; i < min(n, last+around); i++ {
		at.after = append(at.after, strings.Clone(text.Words[i].Lower))
	}
	return at
}

// special reports whether the file speaks of health, crime, ethnicity, religion or sexuality.
func (s FileFindings) special() bool {
	return slices.ContainsFunc(s.found, func(f found) bool { return f.Rule == diag.PrivacySpecial })
}

// Scanner looks through texts with all rules, and with the register if there is one.
type Scanner struct{ Register Register }

// find is all rules; tests put in rules of their own.
var find = rules.Find

// find gives what rules and register see. A name of the register is that and nothing else.
func (s Scanner) find(text *rules.FoldedText) []rules.Finding {
	found := find(text)
	if s.Register == nil {
		return found
	}
	names := s.Register.Find(text)
	found = slices.DeleteFunc(found, func(f rules.Finding) bool {
		return slices.ContainsFunc(names, func(n rules.Finding) bool { return f.At.From < n.At.To && n.At.From < f.At.To && f.Level != diag.Red })
	})
	for _, n := range names {
		n.Args = append(n.Args, diag.Arg{Name: "masked", Value: rules.Mask(n.Value)})
		found = append(found, n)
	}
	return found
}

// Text looks through the text of a content file, front matter and body as written, and through its name. document is what was parsed of it.
func (s Scanner) Text(text string, document casebook.Document) FileFindings {
	file := document.Document().Pos.File
	scan := s.Name(file)
	places := diag.NewPlaces(file, text)
	read := rules.Fold(text)
	for _, f := range s.find(read) {
		scan.found = append(scan.found, place(f, read, places))
	}
	switch d := document.(type) {
	case *casebook.Reflection:
		if d.Display != casebook.ShowName {
			scan.participant(read, places, d)
			scan.address(d)
		}
	case *casebook.Case:
		if d.Origin != casebook.Fictional {
			scan.runs = runs(rules.Fold(told(d)))
		}
	}
	return scan
}

// Name looks through the name of a file, such as a picture: it becomes an address.
func (s Scanner) Name(file string) FileFindings {
	scan := FileFindings{path: file}
	name := strings.TrimPrefix(file, "content/")
	name = strings.TrimSuffix(name, path.Ext(name))
	for _, f := range s.find(rules.Fold(name)) {
		if f.Rule != diag.PrivacyWord { // folders and names have capitals as people like
			scan.found = append(scan.found, found{Finding: f, pos: diag.Pos{File: file}})
		}
	}
	return scan
}

// Photo asks about a photo: somebody has to look whether anybody or anything on it can be recognised. The sum is that of its bytes, so that an answer is about
// this photo and no other of its name.
func Photo(file, sum string) FileFindings {
	return FileFindings{path: file, found: []found{{pos: diag.Pos{File: file}, Finding: rules.Finding{
		Rule: diag.PrivacyImage, Level: diag.Orange, Value: sum,
		Args: []diag.Arg{{Name: "file", Value: file}, {Name: "masked", Value: path.Base(file)}},
	}}}}
}

// participant finds the name of somebody who chose not to show it, in the text that he or she spoke. Only capitals count, since many names are words too.
func (s *FileFindings) participant(text *rules.FoldedText, places *diag.Places, r *casebook.Reflection) {
	names := map[string]bool{}
	for _, name := range []casebook.Text{r.Participant.First, r.Participant.Last} {
		for _, w := range rules.Fold(name.V).Words {
			names[bare(w.Lower)] = true
		}
	}
	if len(names) == 0 {
		return
	}
	field := participantField(r)
	for i, w := range text.Words {
		if !w.Capital || !names[bare(w.Lower)] || i > 0 && joined(text, i) && text.Words[i-1].Capital && names[bare(text.Words[i-1].Lower)] {
			continue
		}
		span := w.FoldSpan
		for j := i + 1; j < len(text.Words) && joined(text, j) && names[bare(text.Words[j].Lower)]; j++ {
			span.To = text.Words[j].To
		}
		at := text.SourceSpan(span)
		pos := places.At(at.From, at.To)
		if inside(pos, field) {
			continue
		}
		value := text.Clean[span.From:span.To]
		s.found = append(s.found, found{pos: pos, Finding: rules.Finding{
			Rule: diag.PrivacyName, Level: diag.Red, Variant: "participant", At: at, Value: value,
			Args: []diag.Arg{{Name: "masked", Value: rules.Mask(value)}},
		}})
	}
}

// address finds that name in the name of the file, which becomes an address.
func (s *FileFindings) address(r *casebook.Reflection) {
	names := map[string]bool{}
	for _, name := range []casebook.Text{r.Participant.First, r.Participant.Last} {
		for part := range strings.SplitSeq(casebook.Slug(name.V), "-") {
			names[part] = part != ""
		}
	}
	base := strings.TrimSuffix(path.Base(s.path), path.Ext(s.path))
	for part := range strings.FieldsFuncSeq(base, func(r rune) bool { return r == '-' || r == '_' || r == ' ' || r == '.' }) {
		if names[casebook.Slug(part)] {
			s.found = append(s.found, found{pos: diag.Pos{File: s.path}, Finding: rules.Finding{
				Rule: diag.PrivacyName, Level: diag.Red, Variant: "participant", Value: part,
				Args: []diag.Arg{{Name: "masked", Value: rules.Mask(part)}},
			}})
		}
	}
}

// joined reports whether word i follows the one before it with nothing but a space between them.
func joined(text *rules.FoldedText, i int) bool {
	return text.Clean[text.Words[i-1].To:text.Words[i].From] == " "
}

// bare takes a possessive off a folded word.
func bare(lower string) string {
	for _, end := range []string{"'s", "’s", "'", "’"} {
		if base, ok := strings.CutSuffix(lower, end); ok {
			return base
		}
	}
	return lower
}
