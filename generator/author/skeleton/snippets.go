package skeleton

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/read/parse"
)

// shortcuts are what authors write again and again, by block: the kind of document it stands in, the field, and which of its fields a snippet has.
var shortcuts = []struct {
	kind   casebook.Kind
	field  string
	prefix parse.Names
	fields []string
}{
	{casebook.KindCase, "rounds", parse.Names{NL: "ronde", EN: "round"}, []string{"name", "minutes", "questions", "choices"}},
	{casebook.KindCase, "events", parse.Names{NL: "gebeurtenis", EN: "event"}, []string{"id", "round", "when", "title", "domain", "text", "source"}},
	{casebook.KindCase, "events", parse.Names{NL: "signaal", EN: "signal"}, []string{"id", "kind", "picked_up", "round", "when", "title", "domain", "text", "source"}},
	{casebook.KindCase, "events", parse.Names{NL: "contact", EN: "contact"}, []string{"id", "kind", "held", "round", "when", "title", "domain", "text", "source"}},
	{casebook.KindCase, "network", parse.Names{NL: "netwerk", EN: "network"}, []string{"who", "circle", "bond", "support", "round"}},
	{casebook.KindCase, "dilemmas", parse.Names{NL: "dilemma", EN: "dilemma"}, []string{"question", "round"}},
	{casebook.KindSession, "groups", parse.Names{NL: "groep", EN: "group"}, []string{"name", "case"}},
	{casebook.KindSession, "programme", parse.Names{NL: "onderdeel", EN: "part"}, []string{"minutes", "round", "part", "method"}},
}

// snippets is a file of snippets for Visual Studio Code, which knows them by itself: type the prefix in a .md file.
func snippets(language string) string {
	var b bytes.Buffer
	b.WriteString("{\n")
	for i, s := range shortcuts {
		if i > 0 {
			b.WriteString(",\n")
		}
		field := find(parse.Fields()[s.kind], s.field)
		prefix, explain := s.prefix.NL, field.Explain.NL
		if language == "en" {
			prefix, explain = s.prefix.EN, field.Explain.EN
		}
		body := body(field.Type.Block, s.fields, s.prefix, language)
		fmt.Fprintf(&b, "  %s: {\n    \"scope\": \"markdown\",\n    \"prefix\": %s,\n    \"description\": %s,\n    \"body\": %s\n  }",
			text("casusboek: "+prefix), text(prefix), text(explain), text(body))
	}
	b.WriteString("\n}\n")
	return b.String()
}

// text writes a value as JSON.
func text(v any) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		panic(err) // only texts and lists of them come here
	}
	return strings.TrimSpace(b.String())
}

func find(block *parse.BlockDoc, english string) parse.FieldDoc {
	for _, f := range block.Fields {
		if f.Names.EN == english {
			return f
		}
	}
	panic("no field " + english + " in " + block.Name) // the list above is wrong; a test makes all snippets
}

// body are the lines of a snippet: an item of a list, with a place to type in behind each key.
func body(block *parse.BlockDoc, fields []string, prefix parse.Names, language string) []string {
	var lines []string
	for i, name := range fields {
		f := find(block, name)
		key := f.Names.NL
		if language == "en" {
			key = f.Names.EN
		}
		lead := "  "
		if i == 0 {
			lead = "- "
		}
		lines = append(lines, lead+key+": "+stop(f, i+1, prefix, language))
	}
	return append(lines, "$0")
}

// stop is a place to type in: a choice where there is one, and for the kind of a signal or contact the word itself.
func stop(f parse.FieldDoc, n int, prefix parse.Names, language string) string {
	var words []string
	for _, c := range f.Type.Choices {
		word := c.NL
		if language == "en" {
			word = c.EN
		}
		if f.Names.EN == "kind" && c == prefix {
			return word
		}
		words = append(words, word)
	}
	switch {
	case len(words) > 0 && f.Type.List:
		return fmt.Sprintf("[${%d|%s|}]", n, strings.Join(words, ","))
	case len(words) > 0:
		return fmt.Sprintf("${%d|%s|}", n, strings.Join(words, ","))
	case f.Type.Name == "markdown":
		return fmt.Sprintf("|\n    $%d", n)
	case f.Type.List && f.Type.Name == "text":
		return fmt.Sprintf("[$%d]", n)
	}
	return fmt.Sprintf("$%d", n)
}
