package source

import (
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"casusboek/generator/diag"
	"casusboek/generator/read/filename"
)

// portable reports a name that not every system can hold; false when it did. What has such a name is not read, since Windows cannot open it.
func (w *walk) portable(name string, at diag.Pos) bool {
	found := nameProblems(name, at)
	w.problems.Join(found)
	return len(found) == 0
}

// nameProblems is what is wrong with a name on some system.
func nameProblems(name string, at diag.Pos) diag.List {
	var problems diag.List
	fault := filename.Check(name)
	args := []string{"name", strings.ToValidUTF8(name, "\uFFFD")}
	switch fault {
	case filename.Fine:
		return nil
	case filename.Character:
		args = append(args, "char", visible(filename.BadCharacter(name)))
	}
	problems.AddVariant(diag.FileName, string(fault), at, args...)
	return problems
}

// visible returns a character as it can be shown: that of control characters is their number.
func visible(char string) string {
	if r, _ := utf8.DecodeRuneInString(char); r < ' ' || r >= 0x7f {
		return fmt.Sprintf("U+%04X", r)
	}
	return char
}

// place is where a picture or a folder of pictures was found.
type place struct {
	path   string // below the folder of pictures
	file   string // the same below content
	folder bool
}

// apart reports a picture whose path some system takes for that of another one, or whose folder for another folder; false when it did. All pictures
// share one folder of the site, so a picture of beelden/ may also be in the way of one of images/.
func (w *walk) apart(below, name string, at diag.Pos) bool {
	top := strings.TrimSuffix(name, below)
	for p := below; p != "."; p = path.Dir(p) {
		key := filename.Fold(p)
		other, taken := w.pictures[key]
		switch {
		case !taken:
			w.pictures[key] = place{p, top + p, p != below}
		case other.path != p:
			w.problems.AddVariant(diag.FileName, "alike", at, "name", path.Base(p), "other", root+other.file)
			return false
		case p == below || !other.folder:
			w.problems.AddVariant(diag.IDDuplicate, "image", at, "id", p)
			return false
		default:
			return true // a known folder: those above it are known as well
		}
	}
	return true
}
