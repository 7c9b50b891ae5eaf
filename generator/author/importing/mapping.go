package importing

import (
	"slices"
	"strconv"
	"strings"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
	"casusboek/generator/read/frontmatter"
	"casusboek/generator/read/parse"
)

// The keys of a mapping, and what stands behind a column that is not used.
var (
	headerKey  = parse.Names{NL: "kopregel", EN: "header_row"}
	columnsKey = parse.Names{NL: "kolommen", EN: "columns"}
	unused     = parse.Names{NL: "niet gebruikt", EN: "not used"}
)

func is(text string, n parse.Names) bool { return text == n.NL || text == n.EN }

// WriteMapping makes a mapping of what was found, with the words of a language.
func WriteMapping(found Mapping, fields []Field, words *lang.Catalogue) string {
	english := words.Lang == "en"
	name := func(n parse.Names) string {
		if english {
			return n.EN
		}
		return n.NL
	}
	var names []string
	for _, f := range fields {
		names = append(names, f.in(english))
	}
	var b strings.Builder
	for line := range strings.Lines(words.T("author.mapping.head", "unused", name(unused), "fields", strings.Join(names, ", "))) {
		b.WriteString("# " + strings.TrimSpace(line) + "\n")
	}
	b.WriteString(name(headerKey) + ": " + strconv.Itoa(found.Header) + "\n" + name(columnsKey) + ":\n")
	for _, c := range found.Columns {
		if c.Head == "" {
			continue
		}
		value := name(unused)
		if c.Field != nil {
			value = c.Field.in(english)
		}
		b.WriteString("  " + strconv.Quote(c.Head) + ": " + value + "\n")
	}
	return b.String()
}

// columnsReader reads one mapping.
type columnsReader struct {
	*frontmatter.File
	fields   []Field
	english  bool
	problems diag.List
}

// ReadMapping reads a mapping of a sheet. path is how problems call the file. With errors among the problems nothing is found.
func ReadMapping(path, text string, t Table, fields []Field) (Mapping, diag.List) {
	file, problems := frontmatter.ReadYAML(path, text, func(key string) bool { return is(key, headerKey) || is(key, columnsKey) })
	r := &columnsReader{File: file, fields: fields, problems: problems}
	if file.Fields == nil {
		return Mapping{}, r.problems
	}
	header, columns := r.keys()
	if columns == nil {
		if !r.problems.HasErrors() {
			r.problems.AddVariant(diag.MappingKey, "missing", diag.Pos{File: path})
		}
		return Mapping{}, r.problems
	}
	row := r.row(header, t)
	if row < 0 {
		return Mapping{}, r.problems
	}
	all := heads(t, row)
	for i := range all {
		all[i].New = all[i].Head != ""
	}
	r.columns(columns, all)
	if r.problems.HasErrors() {
		return Mapping{}, r.problems
	}
	return Mapping{Header: t.Rows[row].Number, Columns: all, Rows: t.Rows[row+1:]}, r.problems
}

// keys gives what stands behind the keys of the mapping, nil for one that is not there.
func (r *columnsReader) keys() (header, columns *yaml.Node) {
	r.twice(r.Fields)
	for i := 0; i+1 < len(r.Fields.Content); i += 2 {
		key, value := r.Fields.Content[i], r.Fields.Content[i+1]
		switch {
		case is(key.Value, headerKey):
			header = value
		case is(key.Value, columnsKey) && value.Kind == yaml.MappingNode:
			r.english = key.Value == columnsKey.EN
			columns = value
		case is(key.Value, columnsKey):
			r.problems.AddVariant(diag.MappingKey, "columns", r.Span(key), "key", key.Value)
		default:
			r.problems.Add(diag.MappingKey, r.Span(key), "key", key.Value)
		}
	}
	return header, columns
}

// twice reports keys that stand there a second time, if under their other name.
func (r *columnsReader) twice(mapping *yaml.Node) {
	first := map[string]*yaml.Node{}
	for i := 0; i < len(mapping.Content); i += 2 {
		key := mapping.Content[i]
		means, rule := key.Value, diag.KeyDuplicate
		for _, n := range []parse.Names{headerKey, columnsKey} {
			if mapping == r.Fields && is(key.Value, n) {
				means = n.NL
			}
		}
		other := first[means]
		if other == nil {
			first[means] = key
			continue
		}
		if other.Value != key.Value {
			rule = diag.FieldTwice
		}
		r.problems.Add(rule, r.Span(key), "key", key.Value, "other", other.Value, "place", r.Span(other).String())
	}
}

// row is the index of the row with the questions, -1 when there is none of that number.
func (r *columnsReader) row(header *yaml.Node, t Table) int {
	if header == nil {
		header = &yaml.Node{Kind: yaml.ScalarNode, Value: strconv.Itoa(t.Rows[0].Number), Line: 1, Column: 1}
	}
	number, err := strconv.Atoi(header.Value)
	i := slices.IndexFunc(t.Rows, func(row Row) bool { return err == nil && row.Number == number })
	if i < 0 {
		r.problems.Add(diag.MappingHeader, r.Span(header))
	}
	return i
}

// columns sets the fields of all columns.
func (r *columnsReader) columns(mapping *yaml.Node, all []Column) {
	r.twice(mapping)
	first := map[string]diag.Pos{}
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := mapping.Content[i], mapping.Content[i+1]
		at := slices.IndexFunc(all, func(c Column) bool { return c.Head != "" && c.Head == strings.Join(strings.Fields(key.Value), " ") })
		if at < 0 {
			r.noColumn(key, all)
			continue
		}
		all[at].New = false
		f := r.field(value)
		if f == nil {
			continue
		}
		if other, twice := first[f.ID]; twice && !f.Many {
			r.problems.Add(diag.MappingTwice, r.Span(value), "field", value.Value, "place", other.String())
			continue
		}
		if f.ID == "consent" && !asksForConsent(key.Value) {
			r.problems.Add(diag.MappingConsent, r.Span(value))
			continue
		}
		first[f.ID] = r.Span(value)
		all[at].Field = f
	}
}

func (r *columnsReader) noColumn(key *yaml.Node, all []Column) {
	var known []string
	for _, c := range all {
		if c.Head != "" {
			known = append(known, c.Head)
		}
	}
	if i := lang.Nearest(key.Value, known); i >= 0 {
		r.problems.AddVariant(diag.MappingColumn, "near", r.Span(key), "column", key.Value, "near", known[i])
		return
	}
	r.problems.Add(diag.MappingColumn, r.Span(key), "column", key.Value)
}

// field is what a value names; nil for a column that is not used, and with a problem for what is no field.
func (r *columnsReader) field(value *yaml.Node) *Field {
	if value.Kind == yaml.ScalarNode && (value.Tag == "!!null" || strings.TrimSpace(value.Value) == "" || is(value.Value, unused)) {
		return nil
	}
	var names []string
	for i, f := range r.fields {
		if value.Kind == yaml.ScalarNode && is(value.Value, f.Names) {
			return &r.fields[i]
		}
		names = append(names, f.in(r.english))
	}
	if i := lang.Nearest(value.Value, names); i >= 0 && value.Kind == yaml.ScalarNode {
		r.problems.AddVariant(diag.MappingField, "near", r.Span(value), "field", value.Value, "near", names[i])
	} else {
		r.problems.Add(diag.MappingField, r.Span(value), "field", value.Value, "choices", strings.Join(names, ", "))
	}
	return nil
}
