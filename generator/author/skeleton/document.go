package skeleton

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/lang"
	"casusboek/generator/read/frontmatter"
	"casusboek/generator/read/parse"
)

// Kind is a kind of document that can be made anew.
type Kind struct {
	Of      casebook.Kind
	Block   string      // as the tables call it
	Names   parse.Names // as authors call it
	Folders [2]string   // below content/, Dutch and English
}

// Kinds are all of them.
var Kinds = []Kind{
	{casebook.KindCase, "case", parse.Names{NL: "casus", EN: "case"}, [2]string{"casussen", "cases"}},
	{casebook.KindReflection, "reflection", parse.Names{NL: "reflectie", EN: "reflection"}, [2]string{"reflecties", "reflections"}},
	{casebook.KindSession, "session", parse.Names{NL: "sessie", EN: "session"}, [2]string{"sessies", "sessions"}},
	{casebook.KindTheme, "theme", parse.Names{NL: "thema", EN: "theme"}, [2]string{"themas", "themes"}},
	{casebook.KindOrganisation, "organisation", parse.Names{NL: "organisatie", EN: "organisation"}, [2]string{"organisaties", "organisations"}},
	{casebook.KindPage, "page", parse.Names{NL: "pagina", EN: "page"}, [2]string{"paginas", "pages"}},
}

// longest is the number of characters that a file name is made of: it becomes an address, and Windows counts the whole path.
const longest = 60

// FileName makes the name of a file from a title, without .md: "Één sleutel" becomes een-sleutel, "Con" con-1. It is empty for a title without a letter or digit that an address can have.
func FileName(title string) string {
	slug := casebook.Slug(title)
	if len(slug) <= longest {
		return slug
	}
	slug = slug[:longest+1]
	if i := strings.LastIndexByte(slug, '-'); i > 0 {
		return casebook.Slug(slug[:i])
	}
	return slug[:longest]
}

// Keys tells in which language the keys of index.md are, nl or en; other when nothing tells.
func Keys(index, other string) string {
	file, _ := frontmatter.Read("content/index.md", index, func(string) bool { return false })
	if file.Fields == nil {
		return other
	}
	for i := 0; i < len(file.Fields.Content); i += 2 {
		for _, f := range parse.Fields()[casebook.KindSite].Fields {
			switch key := file.Fields.Content[i].Value; {
			case f.Names.NL == f.Names.EN:
			case key == f.Names.NL:
				return "nl"
			case key == f.Names.EN:
				return "en"
			}
		}
	}
	return other
}

// Options say how a new file is written.
type Options struct {
	Title string
	Words *lang.Catalogue // in which fields are explained
	Keys  string          // nl or en: the names of fields
	Today time.Time       // the date of a new session
}

// Document makes a new file: what must be there is filled in, all other fields stand below it as comments, with their explanations. A case begins as a draft. The text has no
// problems of its own; whether its title has any, check says.
func Document(kind casebook.Kind, o Options) string {
	block := parse.Fields()[kind]
	w := writer{Options: o, english: o.Keys == "en"}
	w.line("---")
	w.comment("", o.Words.T("author.new.head"))
	for _, f := range block.Fields {
		w.line("")
		w.comment("", w.explain(f))
		if value, given := w.given(kind, f); given {
			w.line(w.name(f) + ": " + value)
			continue
		}
		w.field("#", "", f)
	}
	w.line("")
	w.comment("", o.Words.T("author.new."+block.Name))
	w.line("---")
	return w.b.String()
}

// writer gathers the lines of a new file.
type writer struct {
	Options
	english bool
	b       strings.Builder
}

func (w *writer) line(text string) { w.b.WriteString(strings.TrimRight(text, " ") + "\n") }

// width is how long a line of explanation may be.
const width = 110

// comment writes an explanation, on as many lines as it needs.
func (w *writer) comment(before, text string) {
	for paragraph := range strings.Lines(strings.TrimSpace(text)) {
		line := ""
		for _, word := range strings.Fields(paragraph) {
			if line != "" && utf8.RuneCountInString(before+line+word) > width {
				w.line(before + "# " + line)
				line = ""
			}
			line = strings.TrimSpace(line + " " + word)
		}
		w.line(before + "# " + line)
	}
}

func (w *writer) name(f parse.FieldDoc) string {
	if w.english {
		return f.Names.EN
	}
	return f.Names.NL
}

func (w *writer) word(n parse.Names) string {
	if w.english {
		return n.EN
	}
	return n.NL
}

// explain is the explanation of a field, with the words to choose from.
func (w *writer) explain(f parse.FieldDoc) string {
	text := f.Explain.NL
	if w.Words.Lang == "en" {
		text = f.Explain.EN
	}
	if len(f.Type.Choices) == 0 {
		return text
	}
	var words []string
	for _, c := range f.Type.Choices {
		words = append(words, w.word(c))
	}
	return text + " " + w.Words.T("author.new.choices", "choices", strings.Join(words, ", "))
}

// given is what a field is filled in with: what must be there, and that a case is a draft.
func (w *writer) given(kind casebook.Kind, f parse.FieldDoc) (string, bool) {
	switch {
	case f.Names.EN == "draft":
		return w.word(parse.Names{NL: "ja", EN: "yes"}), true
	case !f.Required:
		return "", false
	case f.Type.Name == "date":
		return w.Today.Format(time.DateOnly), true
	}
	return Quoted(w.Title), true
}

// field writes a field as a comment: an example behind it, or the fields within it. Whoever takes away the first # of its lines has the field.
func (w *writer) field(mark, indent string, f parse.FieldDoc) {
	if f.Type.Block == nil {
		w.line(mark + indent + w.name(f) + ": " + w.example(f))
		return
	}
	w.line(mark + indent + w.name(f) + ":")
	inner := indent + "  "
	for i, sub := range f.Type.Block.Fields {
		switch {
		case !f.Type.List:
			w.comment(mark+inner, w.explain(sub))
			w.field(mark, inner, sub)
		case i == 0:
			w.comment(mark+inner, w.explain(sub))
			w.field(mark, inner+"- ", sub)
		default:
			w.comment(mark+inner+"  ", w.explain(sub))
			w.field(mark, inner+"  ", sub)
		}
	}
}

// example is a value as it would be written. Names of people and places are left out: the guard reads comments too.
func (w *writer) example(f parse.FieldDoc) string {
	switch t := f.Type; {
	case t.Name == "choice" && t.Or == "", t.Or == "preset":
		return w.list(t, w.word(t.Choices[0]))
	case t.Name == "yes-no":
		return w.word(parse.Names{NL: "nee", EN: "no"})
	case t.Name == "when" && w.english:
		return "41 years"
	case t.Name == "number" || t.Name == "date" || t.Name == "clock" || t.Name == "mm" || t.Name == "when":
		return f.Example
	case w.english || w.Words.Lang == "en" || telling(f.Example): // examples are Dutch
		if f.Required {
			return `"..."`
		}
		return ""
	}
	return f.Example
}

func (w *writer) list(t parse.Type, value string) string {
	if t.List && t.Or == "" {
		return "[" + value + "]"
	}
	return value
}

// telling reports whether an example has a name in it: a capital, but at the start of a sentence.
func telling(example string) bool {
	words := strings.FieldsFunc(example, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	for i, word := range words {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) && (i > 0 || len(words) == 1) {
			return true
		}
	}
	return strings.HasPrefix(example, "http") || strings.HasPrefix(example, "{")
}

// Quoted writes a text, on one line, as YAML that reads as that text and nothing else.
func Quoted(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	var root yaml.Node
	err := yaml.Load([]byte("k: "+text), &root)
	if err == nil && len(root.Content) == 1 && len(root.Content[0].Content) == 2 {
		value := root.Content[0].Content[1]
		if value.Kind == yaml.ScalarNode && value.Value == text && value.Style == 0 && value.Tag != "!!null" {
			return text
		}
	}
	if !strings.ContainsAny(text, `'`) {
		return "'" + text + "'"
	}
	return strconv.Quote(text)
}
