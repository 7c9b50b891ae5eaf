package resolve

import (
	"net/url"
	"path"
	"strings"

	"golang.org/x/text/unicode/norm"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

// fileTarget finds the target of an ordinary Markdown link to a .md file, relative to the file in which it stands, or to a heading of
// that file itself.
func (r *resolver) fileTarget(p casebook.Passage, l *casebook.Link) target {
	file, fragment, _ := strings.Cut(l.Written, "#")
	file, fragment = decoded(file), decoded(fragment)
	if file == "" {
		return target{p.In, fragment}
	}
	from := p.In.Document().Pos.File
	full := norm.NFC.String(path.Join(path.Dir(from), file))
	written := casebook.Text{V: l.Written, Pos: l.Pos}
	root := norm.NFC.String(path.Join("content", file)) // as it would be from the folder content
	switch {
	case strings.HasPrefix(file, "/") && r.byPath[root] != nil:
		r.reportNear(diag.LinkMissing, "", written, relative(path.Dir(from), root))
	case strings.HasPrefix(strings.ToLower(file), "www."):
		r.problems.AddVariant(diag.LinkMissing, "web", l.Pos, "id", l.Written)
	case strings.Contains(file, "@") && !strings.Contains(file, "/"):
		r.problems.AddVariant(diag.LinkMissing, "mail", l.Pos, "id", l.Written)
	case strings.HasPrefix(file, "/") || !strings.HasPrefix(full, "content/"):
		r.problems.Add(diag.LinkOutside, l.Pos, "id", l.Written)
	case !strings.EqualFold(path.Ext(full), ".md"):
		r.problems.AddVariant(diag.LinkMissing, "file", l.Pos, "id", l.Written)
	case r.byPath[full] != nil:
		return target{r.byPath[full], fragment}
	default:
		near := r.nearestFile(full)
		if near != "" {
			near = relative(path.Dir(from), near)
		}
		r.reportNear(diag.LinkMissing, "", written, near)
	}
	return target{}
}

// decoded undoes percent-encoding; what is not well encoded is taken as it stands.
func decoded(part string) string {
	if plain, err := url.PathUnescape(part); err == nil {
		return norm.NFC.String(plain)
	}
	return norm.NFC.String(part)
}

// nearestFile gives the file that was most likely meant: the one whose name comes nearest, in the folder named or else in any.
func (r *resolver) nearestFile(full string) string {
	if r.hints == 0 {
		return "" // before the sorting
	}
	var here, elsewhere []string
	byName := map[string]string{}
	for _, file := range sortedKeys(r.byPath) {
		name := strings.TrimSuffix(path.Base(file), ".md")
		if path.Dir(file) == path.Dir(full) {
			here = append(here, name)
			byName[name] = file
		} else {
			elsewhere = append(elsewhere, name)
			if byName[name] == "" {
				byName[name] = file
			}
		}
	}
	name := strings.TrimSuffix(path.Base(full), path.Ext(full))
	if near := r.suggest(name, here); near != "" {
		return byName[near]
	}
	return byName[r.suggest(name, elsewhere)]
}

// relative gives the path from a folder to a file, both below the same root.
func relative(folder, file string) string {
	from, to := strings.Split(folder, "/"), strings.Split(file, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}
