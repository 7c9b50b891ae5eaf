package schema

import (
	"slices"

	"casusboek/generator/read/parse"
)

// field describes what may stand behind a key: its value, or, where the field may be left out, nothing.
func (m *maker) field(f parse.FieldDoc) object {
	value := m.core(f.Type)
	if f.Required && f.Names.EN != "headline" { // of a withdrawn reflection the headline may be left out: see headlineUnlessWithdrawn
		return value
	}
	return object{{"anyOf", []any{value, reference("empty")}}}
}

// emptySchema is what counts as nothing behind a key.
func emptySchema() object {
	return object{
		{"$comment", "A key with nothing behind it."},
		{"type", []string{"null", "string", "array", "object"}},
		{"pattern", `^\s*$`},
		{"maxItems", 0},
		{"maxProperties", 0},
		{"doNotSuggest", true}, // an annotation that editors on the YAML language server know: complete no null
	}
}

// core describes a value that is there.
func (m *maker) core(t parse.Type) object {
	one := m.one(t)
	if !t.List {
		return one
	}
	if t.Or == "preset" { // a name alone is that of a fixed list; in a list it is a domain
		item := object{{"anyOf", []any{m.add("text", textSchema()), m.inner(t.Block)}}}
		return object{{"anyOf", []any{choiceSchema(t.Choices), m.inner(t.Block), listOf(item, t)}}}
	}
	if t.Count > 1 {
		return listOf(one, t)
	}
	return object{{"anyOf", []any{one, listOf(one, t)}}}
}

func listOf(item object, t parse.Type) object {
	o := object{{"type", "array"}, {"items", item}}
	if t.Count > 0 {
		o = append(o, member{"minItems", t.Count}, member{"maxItems", t.Count})
	}
	if t.Distinct {
		o = append(o, member{"uniqueItems", true})
	}
	return o
}

// one describes a value, or an item of a list.
func (m *maker) one(t parse.Type) object {
	switch {
	case t.Form != "":
		return m.add(t.Form, formSchema(t.Form))
	case t.Name == "choice" && t.Or == "reference":
		return object{{"anyOf", []any{choiceSchema(t.Choices), m.add("text", textSchema())}}}
	case t.Name == "choice":
		return choiceSchema(t.Choices)
	case t.Name == "block" && t.Or == "text":
		return object{{"anyOf", []any{m.inner(t.Block), m.add("text", textSchema())}}}
	case t.Name == "block":
		return m.inner(t.Block)
	case t.Name == "number" && t.Max > 0:
		return bounded(t.Min, t.Max)
	case t.Name == "mm":
		return millimetres(t.Min, t.Max)
	}
	return m.add(t.Name, simple[t.Name]())
}

// inner refers to a block within a block. Its definition is put in its place first, since blocks stand in each other.
func (m *maker) inner(b *parse.BlockDoc) object {
	if !m.done[b.Name] {
		m.done[b.Name] = true
		at := len(m.defs)
		m.defs = append(m.defs, member{b.Name, nil})
		m.defs[at].value = append(object{{"title", both(b.Names)}}, m.block(b)...)
	}
	return reference(b.Name)
}

// simple are the types that need nothing but their name.
var simple = map[string]func() object{
	"text":      textSchema,
	"markdown":  textSchema,
	"reference": textSchema,
	"number":    func() object { return bounded(0, 999999) },
	"yes-no": func() object {
		words := choiceSchema([]parse.Names{{NL: "ja", EN: "yes"}, {NL: "nee", EN: "no"}})
		return object{{"anyOf", []any{words, object{{"enum", []any{true, false, "true", "false"}}, {"doNotSuggest", true}}, text(`^(?:` + anyCase([]string{"true", "false"}) + `)$`)}}}
	},
	"date": func() object { return append(text(datePattern), advice("date")) },
	"clock": func() object {
		return object{{"type", []string{"string", "number"}}, {"pattern", clockPattern}, {"minimum", 0}, {"maximum", 24}, advice("clock")}
	},
	"when": func() object {
		return object{{"type", []string{"string", "integer"}}, {"pattern", whenPattern()}, {"minimum", 0}, {"maximum", 9999}, advice("when")}
	},
}

// advised is what an editor says instead of showing a pattern, in both languages, since a schema is for both.
var advised = map[string]string{
	"date":    "jaar-maand-dag, zoals 2026-03-12 (year-month-day)",
	"clock":   "een tijdstip, zoals 13.30 (a time of the day)",
	"when":    "een leeftijd (41 jaar), een jaar van het verhaal (jaar 3), een datum (2014-05), of hoe lang na een ander feit (14 maanden na sloop); English: 41 years, year 3, 14 months after sloop",
	"number":  "een heel getal (a whole number)",
	"mm":      "een maat in hele of halve millimeters, hoogstens 10 (whole or half millimetres, 10 at most)",
	"id":      "kleine letters, cijfers en streepjes (small letters, digits and hyphens)",
	"address": "een adres dat met https:// begint, van een map (the https:// address of a folder)",
}

// advice is an annotation that editors on the YAML language server know; to others it says nothing.
func advice(of string) member { return member{"patternErrorMessage", advised[of]} }

func text(pattern string) object { return object{{"type", "string"}, {"pattern", pattern}} }

// textSchema takes whatever YAML makes of a text: 2014 and true are texts too.
func textSchema() object {
	return object{{"type", []string{"string", "number", "boolean"}}, {"pattern", notBlank}}
}

func formSchema(form string) object {
	if form == "address" {
		return append(text(addressPattern), member{"not", object{{"pattern", addressNot}}}, advice(form))
	}
	return object{{"type", []string{"string", "number", "boolean"}}, {"pattern", idPattern}, {"not", object{{"pattern", idNot}}}, advice(form)}
}

// bounded takes a whole number, also between quotation marks.
func bounded(from, to int) object {
	return object{{"type", []string{"integer", "string"}}, {"minimum", from}, {"maximum", to}, {"pattern", `^[0-9]{1,6}$`}, advice("number")}
}

func millimetres(from, to int) object {
	return object{{"type", []string{"number", "string"}}, {"minimum", from}, {"maximum", to}, {"multipleOf", 0.5}, {"pattern", millimetrePattern}, advice("mm")}
}

// choiceSchema lists the words of both languages, for completion; capitals and spaces around them do not count.
func choiceSchema(choices []parse.Names) object {
	var words []string
	for _, c := range choices {
		for _, word := range []string{c.NL, c.EN} {
			if !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	return object{{"anyOf", []any{object{{"enum", words}}, text(`^\s*(?:` + anyCase(words) + `)\s*$`)}}}
}
