package schema_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/author/schema"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/read/frontmatter"
	"casusboek/generator/read/parse"
	"casusboek/generator/read/source"
)

// compiled are the schemas by the name of their block, as an independent validator reads them; it holds them against the metaschema of draft 2020-12.
func compiled(t testing.TB) map[string]*jsonschema.Schema {
	t.Helper()
	all := map[string]*jsonschema.Schema{}
	for _, block := range schema.Kinds() {
		data, err := jsonschema.UnmarshalJSON(bytes.NewReader(schema.Of(block)))
		if err != nil {
			t.Fatal(block.Name, err)
		}
		compiler := jsonschema.NewCompiler()
		address := "https://example.invalid/" + block.Name
		if err := compiler.AddResource(address, data); err != nil {
			t.Fatal(err)
		}
		all[block.Name], err = compiler.Compile(address)
		if err != nil {
			t.Fatalf("%s: %v", block.Name, err)
		}
	}
	return all
}

// value is what a YAML node is to a validator, by the core schema of YAML 1.2.
func value(n *yaml.Node) any {
	switch n.Kind {
	case yaml.MappingNode:
		object := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			object[n.Content[i].Value] = value(n.Content[i+1])
		}
		return object
	case yaml.SequenceNode:
		list := make([]any, len(n.Content))
		for i, item := range n.Content {
			list[i] = value(item)
		}
		return list
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil && !math.IsInf(f, 0) && !math.IsNaN(f) {
			return f
		}
		if i, err := strconv.ParseInt(n.Value, 0, 64); err == nil {
			return float64(i)
		}
	}
	return n.Value
}

// file is a content file with the schema that is for it.
type file struct {
	name, text string
	kind       casebook.Kind
	block      string
	fields     *yaml.Node // nil when the YAML cannot be read
	problems   diag.List
}

// files reads all documents of a content folder, and privacy.yaml and reviews.yaml.
func files(t testing.TB, folder string) []file {
	t.Helper()
	content := os.DirFS(folder)
	found, _, _, err := source.Files(content)
	if err != nil {
		t.Fatal(err)
	}
	var all []file
	for _, f := range found {
		text, problems, err := f.Text()
		if err != nil || problems.HasErrors() {
			continue
		}
		all = append(all, read(f.Kind, f.Path, text))
	}
	for _, name := range []string{source.Answers, source.Reviews} {
		data, err := fs.ReadFile(content, name)
		if err != nil {
			continue
		}
		text := string(data)
		front, _ := frontmatter.ReadYAML("content/"+name, text, func(string) bool { return true })
		f := file{name: "content/" + name, text: text, block: "answers", fields: front.Fields}
		if name == source.Answers {
			_, f.problems = parse.Answers(f.name, text)
		} else {
			f.block = "reviews"
			_, f.problems = parse.Reviews(f.name, text)
		}
		all = append(all, f)
	}
	return all
}

func read(of casebook.Kind, name, text string) file {
	front, _ := frontmatter.Read(name, text, func(string) bool { return true })
	_, problems := parse.Document(of, "x", name, text)
	return file{name, text, of, schema.Kinds()[of].Name, front.Fields, problems}
}

func TestCasebooksAreValid(t *testing.T) {
	schemas, n := compiled(t), 0
	for _, folder := range []string{"../../../content", "../../testdata/english/content"} {
		for _, f := range files(t, folder) {
			n++
			if err := schemas[f.block].Validate(value(f.fields)); err != nil {
				t.Errorf("%s: %v", f.name, err)
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d files were looked at", n)
	}
}

// known are the rules of mistakes that one field alone tells.
var known = []diag.Rule{diag.FieldUnknown, diag.FieldMissing, diag.FieldTwice, diag.ValueType, diag.ValueChoice, diag.WhenInvalid, diag.WhenMissing, diag.RoundMissing, diag.IDForm}

// beyond are mistakes of these rules that no schema can know, by the variant of the rule, and why.
var beyond = map[string]string{
	"comma": "YAML reads a list without its brackets as a text",
	"none":  "an id of nothing usable is no pattern's business where it comes from a name",
	"name":  "the id is made from a name",
	"order": "a range that ends before it begins takes arithmetic",
	"age":   "so does an age above 122",
	"mixed": "and two ends of different precision",
	"date":  "and a day that its month does not have",
	"unit":  "2014 is a year, and so may 41 be",
}

// TestMistakesAreRefused holds each mistake in testdata/invalid that a field alone tells against the schema: it says so at that field, or at the block that the field stands in.
func TestMistakesAreRefused(t *testing.T) {
	folders, err := fs.Glob(os.DirFS("../../testdata/invalid"), "*/content")
	if err != nil {
		t.Fatal(err)
	}
	schemas, n := compiled(t), map[diag.Rule]int{}
	for _, folder := range folders {
		for _, f := range files(t, "../../testdata/invalid/"+folder) {
			if f.fields == nil {
				continue
			}
			err := schemas[f.block].Validate(value(f.fields))
			lines := linesOf(f, err)
			for _, p := range f.problems {
				if !slices.Contains(known, p.Rule) || beyond[p.Variant] != "" {
					continue
				}
				n[p.Rule]++
				if !lines[int(p.Pos.Line)] {
					t.Errorf("%s/%s: %s %s: the schema says nothing there, but %v", folder, p.Pos, p.Rule, p.Variant, err)
				}
			}
		}
	}
	for _, rule := range known {
		if n[rule] == 0 {
			t.Errorf("no mistake of %s was looked at", rule)
		}
	}
}

// linesOf are the lines at which a validator says that something is wrong: of the value itself and of the key that it stands behind.
func linesOf(f file, err error) map[int]bool {
	lines := map[int]bool{}
	var fault *jsonschema.ValidationError
	if !errors.As(err, &fault) {
		return lines
	}
	shift := strings.Count(f.text[:strings.Index(f.text, "---")+1], "\n") + 1
	if f.block == "answers" || f.block == "reviews" {
		shift = 0
	}
	var walk func(*jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		key, n := at(f.fields, e.InstanceLocation)
		lines[n.Line+shift], lines[key.Line+shift] = true, true
		for i := 0; n.Kind == yaml.MappingNode && len(e.Causes) == 0 && i < len(n.Content); i += 2 {
			if strings.Contains(fmt.Sprint(e), "'"+n.Content[i].Value+"'") {
				lines[n.Content[i].Line+shift] = true // an unknown key
			}
		}
		for i := 0; twice(e) && n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
			lines[n.Content[i].Line+shift] = true // it does not say which two
		}
		for _, cause := range e.Causes {
			walk(cause)
		}
	}
	walk(fault)
	if lines[f.fields.Line+shift] {
		lines[shift] = true // what lacks in the front matter as a whole is told at its fence
	}
	return lines
}

// twice reports whether a fault is that a field is there under both names.
func twice(e *jsonschema.ValidationError) bool {
	switch fault := e.ErrorKind.(type) {
	case *kind.OneOf:
		return len(fault.Subschemas) > 0
	case *kind.Not:
		return true
	}
	return false
}

// at finds the node at a place in a document, and the key that it stands behind.
func at(n *yaml.Node, location []string) (key, value *yaml.Node) {
	key = n
	for _, step := range location {
		if n.Kind == yaml.SequenceNode {
			i, err := strconv.Atoi(step)
			if err != nil {
				break
			}
			n = n.Content[i]
			key = n
			continue
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == step {
				key, n = n.Content[i], n.Content[i+1]
				break
			}
		}
	}
	return key, n
}

// TestEveryFieldIsInItsSchema holds that no row of the tables is forgotten, under either name, with its explanation.
func TestEveryFieldIsInItsSchema(t *testing.T) {
	for _, block := range schema.Kinds() {
		text := string(schema.Of(block))
		var walk func(*parse.BlockDoc)
		walk = func(b *parse.BlockDoc) {
			for _, f := range b.Fields {
				for _, part := range []string{`"` + f.Names.NL + `": {`, `"` + f.Names.EN + `": {`, strings.Trim(strconv.Quote(f.Explain.NL), `"`), strings.Trim(strconv.Quote(f.Explain.EN), `"`)} {
					if !strings.Contains(text, part) {
						t.Errorf("%s: %s.%s: no %s", block.Name, b.Name, f.Names.EN, part)
					}
				}
				for _, c := range f.Type.Choices {
					if !strings.Contains(text, `"`+c.NL+`"`) || !strings.Contains(text, `"`+c.EN+`"`) {
						t.Errorf("%s: %s.%s: no choice %v", block.Name, b.Name, f.Names.EN, c)
					}
				}
				if f.Type.Block != nil {
					walk(f.Type.Block)
				}
			}
		}
		walk(block)
	}
}

// short are forms that check accepts and that are easily forgotten: [kind, front matter].
var short = []struct {
	kind casebook.Kind
	text string
}{
	{casebook.KindSite, "titel: 2014\ntaal: EN\ndomeinen: ZRM-2017\nrollen: buren\n"},
	{casebook.KindSite, "title: true\ndomeinen: {naam: wonen}\nmenu:\nprivacy: {}\n"},
	{casebook.KindSite, "titel: x\ndomains: [housing, {id: b-2, name: 3}]\npaper: {cards: A7, tables: 20, cut_guides: No, colour: true, offset: {right: '1,5', down: -0.5}}\n"},
	{casebook.KindSite, "titel: x\nbasis: HTTPS://voorbeeld.nl:80/a/b.htm\npapier: {verschuiving: {rechts: 10, omlaag: 1e0}, tafels: '6'}\n"},
	{casebook.KindCase, "titel: x\nthemas: rust\nrondes: {naam: x, minuten: 007}\nleerdoelen: ''\nconcept: JA\nnamen: 5\n"},
	{casebook.KindCase, "titel: x\ngebeurtenissen: {ronde: 0, wanneer: 2014, titel: y, soort: Signaal, opgepakt: Nee, gehouden: , waarde: {wat: huur, van: 520.5}, bekend_bij: [buren]}\n"},
	{casebook.KindCase, "titel: x\nevents:\n  - {round: 0, when: Rond 41 – 43 Jaar oud, title: y, id: s, domain: wonen}\n  - {round: 1, when: 14 maanden na s - a, title: z}\n"},
	{casebook.KindCase, "titel: x\nevents: [{ronde: 1, when: 'about  201x', titel: z, kind: contact, held: UNKNOWN}]\n"},
	{casebook.KindCase, "titel: x\nnetwerk:\n  - {wie: zus, kring: Familie, steun: advies, band: }\ndilemmas: []\nbegeleiding: {}\nsamenvatting: {}\n"},
	{casebook.KindReflection, "kop: x\ndeelnemer: Els van der Veld\nna_ronde: 0\ntoestemming: {gegeven: 2026-03-12, tot: }\n"},
	{casebook.KindReflection, "toestemming: {ingetrokken: 2026-12-01}\n"},
	{casebook.KindReflection, "consent: {withdrawn: 2026-12-01}\nkop:\n"},
	{casebook.KindSession, "titel: x\ndatum: 2026-03-12\nbegin: 9.05\ntellingen: {ronde: 0, praten: 5, 7: '3'}\n"},
	{casebook.KindTheme, "titel: x\npolen: []\nsynoniemen: 'a, b'\n"},
}

// TestWhatCheckAcceptsIsValid holds the promise for the short forms; FuzzSchema looks for others.
func TestWhatCheckAcceptsIsValid(t *testing.T) {
	schemas := compiled(t)
	for _, s := range short {
		f := read(s.kind, "content/x.md", "---\n"+s.text+"---\n")
		if f.problems.HasErrors() {
			t.Errorf("check refuses %q: %v", s.text, f.problems)
		}
		if err := schemas[f.block].Validate(value(f.fields)); err != nil {
			t.Errorf("%q: %v", s.text, err)
		}
	}
}

// TestWhatAFieldTellsIsRefused holds mistakes that testdata/invalid has no file for.
func TestWhatAFieldTellsIsRefused(t *testing.T) {
	schemas := compiled(t)
	for _, s := range []struct {
		kind casebook.Kind
		text string
	}{
		{casebook.KindCase, "titel: x\npseudoniem: a\npseudonym: b\n"},
		{casebook.KindCase, "titel: ' '\n"},
		{casebook.KindCase, "titel: [x]\n"},
		{casebook.KindCase, "titel: x\ngebeurtenissen: [{ronde: 1, wanneer: ooit, titel: y}]\n"},
		{casebook.KindCase, "titel: x\ngebeurtenissen: [{id: Con, ronde: 1, wanneer: 2014, titel: y}]\n"},
		{casebook.KindCase, "titel: x\ngebeurtenissen: [{id: con, ronde: 1, wanneer: 2014, titel: y}]\n"},
		{casebook.KindReflection, "toestemming: {gegeven: 2026-01-01}\n"},
		{casebook.KindReflection, "kop: x\ntoestemming: {gegeven: 1 januari}\n"},
		{casebook.KindReflection, "kop: x\ntoestemming: {ingetrokken: ja}\n"},
		{casebook.KindTheme, "titel: x\npolen: [a]\n"},
		{casebook.KindTheme, "titel: x\npolen: a\n"},
		{casebook.KindSession, "titel: x\ndatum: 2026-03-12\nbegin: 25:00\n"},
		{casebook.KindSession, "titel: x\ndatum: 2026-03-12\ntellingen: [{ronde: 0, praten: veel}]\n"},
		{casebook.KindSite, "titel: x\npapier: {tafels: 21}\n"},
		{casebook.KindSite, "titel: x\npapier: {kaarten: [a6, a6]}\n"},
		{casebook.KindSite, "titel: x\npapier: {verschuiving: {rechts: 1.3}}\n"},
		{casebook.KindSite, "titel: x\nbasis: voorbeeld.nl\n"},
		{casebook.KindSite, "titel: x\nbasis: https://voorbeeld.nl/a.html\n"},
		{casebook.KindSite, "titel: x\ndomeinen: eigen\n"},
	} {
		f := read(s.kind, "content/x.md", "---\n"+s.text+"---\n")
		if !f.problems.HasErrors() {
			t.Errorf("check accepts %q", s.text)
		}
		if schemas[f.block].Validate(value(f.fields)) == nil {
			t.Errorf("the schema accepts %q", s.text)
		}
	}
}

func FuzzSchema(f *testing.F) {
	for _, folder := range []string{"../../../content", "../../testdata/english/content"} {
		for _, file := range files(f, folder) {
			if strings.HasSuffix(file.name, ".md") {
				f.Add(uint8(file.kind), file.text)
			}
		}
	}
	for _, s := range short {
		f.Add(uint8(s.kind), "---\n"+s.text+"---\n")
	}
	schemas := compiled(f)
	f.Fuzz(func(t *testing.T, kind uint8, text string) {
		if bytes.ContainsAny([]byte(text), "\r\x00") {
			return // source lets no such text through
		}
		doc := read(casebook.Kind(kind%7), "content/x.md", text)
		if doc.fields == nil || doc.problems.HasErrors() {
			return
		}
		if err := schemas[doc.block].Validate(value(doc.fields)); err != nil {
			t.Errorf("check accepts what the schema refuses: %v", err)
		}
	})
}

func TestTheSameTableGivesTheSameBytes(t *testing.T) {
	for _, block := range schema.Kinds() {
		if !bytes.Equal(schema.Of(block), schema.Of(block)) {
			t.Errorf("%s differs", block.Name)
		}
	}
}
