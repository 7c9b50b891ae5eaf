package importing

import (
	"fmt"
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang/langtest"
	"casusboek/generator/read/parse"
)

func columnsTable(rows ...string) Table {
	var t Table
	for i, line := range rows {
		if line != "" {
			t.Rows = append(t.Rows, Row{Number: i + 1, Cells: strings.Split(line, "|")})
		}
	}
	return t
}

// columnsSaid is which columns are what: B=role G=text.
func columnsSaid(f Mapping) string {
	var all []string
	for _, c := range f.Columns {
		if c.Field != nil {
			all = append(all, ColumnLetters(c.Index)+"="+c.Field.ID)
		}
	}
	return strings.Join(all, " ")
}

func TestFormsAreUnderstood(t *testing.T) {
	for _, c := range []struct{ rows, want string }{
		{"ID|Start time|Completion time|Email|Name|Wat is uw naam?|Wat is uw functie?|Mag uw reactie op de site?|Wat viel u op?", "C=time F=participant G=role H=consent I=text"},
		{"Tijdstempel|1. Wat is je naam?|2. Functie|3. Bij welke organisatie werk je?|4. Hoe wil je genoemd worden?|5. Mogen we je reactie op onze site plaatsen?|6. Wat neem je mee?", "A=time B=participant C=role D=organisation E=display F=consent G=text"},
		{"Timestamp|What is your name?|Job title|Organization|How would you like to be named?|May we publish your response?|What struck you?", "A=time B=participant C=role D=organisation E=display F=consent G=text"},
		{"Voornaam|Tussenvoegsel|Achternaam|Eerste indruk|Wat denkt u nu?|Advies|Thema's|Sessie|Casus|Kop", "A=first_name B=infix C=last_name D=first_impression E=later_judgement F=advice G=themes H=session I=cases J=headline"},
		{"Mag uw naam op de site?|Mogen we u bellen?|Leeftijd|Heeft u bezwaar tegen publicatie op de website?", ""},
		{"Wat viel u op?|Wat neemt u mee?|Uw reactie op de lunch", "A=text B=text"},
		{"Uw reactie op de casus in een paar zinnen|Mag deze reactie online?", "A=text B=consent"},
	} {
		rows := strings.Split(c.rows, "\n")
		if got := columnsSaid(MatchColumns(columnsTable(append(rows, "x|y")...), ReflectionFields)); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.rows, got, c.want)
		}
	}
}

func TestTheRowOfQuestionsIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		header, rows int
		cells        []string
	}{
		"at the top":          {1, 2, []string{"Naam|Functie", "naam|functie", "x|y"}},
		"below a title":       {3, 1, []string{"Evaluatie congres", "", "Naam|Functie|Reactie", "Els|consulent|functie"}},
		"below groups":        {2, 1, []string{"Deelnemer||Reactie", "Naam|Functie|Wat viel u op?", "Els|consulent|Stilte"}},
		"questions unknown":   {2, 1, []string{"Evaluatie 2026", "Hoe was het?|En de lunch?", "goed|beter"}},
		"one column, unknown": {1, 1, []string{"Vraag", "antwoord"}},
	} {
		found := MatchColumns(columnsTable(c.cells...), ReflectionFields)
		if found.Header != c.header || len(found.Rows) != c.rows {
			t.Errorf("%s: row %d, %d rows", name, found.Header, len(found.Rows))
		}
	}
}

func TestColumnsOfOneField(t *testing.T) {
	found := MatchColumns(columnsTable("Wat viel u op?|Functie|Wat neemt u mee?|Functie", "een|a|twee|b", "|||b"), ReflectionFields)
	if got := found.Value(found.Rows[0], "text") + "/" + found.Value(found.Rows[0], "role") + "/" + found.Value(found.Rows[1], "text"); got != "een\n\ntwee/a/" {
		t.Errorf("got %q", got)
	}
	if got := found.Columns[3].Head; got != "Functie (2)" {
		t.Errorf("got %q", got)
	}
}

// TestFieldsAreThoseOfTheTables: a mapping calls a field what the content calls it. What a form alone has is listed.
func TestFieldsAreThoseOfTheTables(t *testing.T) {
	tables := parse.Fields()
	documented := func(block *parse.BlockDoc, into map[string]parse.Names) {
		for _, f := range block.Fields {
			into[f.Names.EN] = f.Names
			if f.Type.Block != nil && (f.Names.EN == "participant" || f.Names.EN == "events") {
				for _, sub := range f.Type.Block.Fields {
					into[sub.Names.EN] = sub.Names
				}
			}
		}
	}
	names := map[string]parse.Names{"time": {NL: "tijdstip", EN: "time"}, "text": {NL: "tekst", EN: "text"}}
	documented(tables[casebook.KindReflection], names)
	documented(tables[casebook.KindCase], names)
	for _, f := range append(append([]Field{}, ReflectionFields...), EventFields...) {
		if names[f.ID] != f.Names || f.Names.EN != f.ID {
			t.Errorf("%s is called %+v, in the tables %+v", f.ID, f.Names, names[f.ID])
		}
	}
}

func TestAMappingSaysWhatWasFound(t *testing.T) {
	sheet := columnsTable("Evaluatie", `Naam: "vol"?|Naam|Wat viel u op?|Naam||C:\map`, "a|b|c|d|e|f")
	found := MatchColumns(sheet, ReflectionFields)
	for _, code := range []string{"nl", "en"} {
		text := WriteMapping(found, ReflectionFields, langtest.Words(code))
		got, problems := ReadMapping("mapping.yaml", text, sheet, ReflectionFields)
		if len(problems) > 0 || fmt.Sprint(columnsSaid(got), got.Header, len(got.Rows)) != fmt.Sprint(columnsSaid(found), found.Header, len(found.Rows)) || columnsSaid(got) != "B=participant C=text" {
			t.Errorf("%v %s\n%s", problems, columnsSaid(got), text)
		}
	}
}

func TestAMappingIsTakenAtItsWord(t *testing.T) {
	sheet := columnsTable("A|B|C|B|Bezwaar tegen plaatsing op de site?", "1|2|3|4|5")
	for _, c := range []struct{ text, want string }{
		{"kolommen:\n  A: tekst\n  B (2): functie\n", "A=text D=role"},
		{"header_row: 1\ncolumns:\n  A: text\n  B: not used\n  C: text\n", "A=text C=text"},
		{"kolommen:\n  A:\n  B: niet gebruikt\n", ""},
		{"", "mapping-key:missing m.yaml"},
		{"kolomen:\n  A: tekst\n", "mapping-key m.yaml:1:1"},
		{"kolommen: [A, B]\n", "mapping-key:columns m.yaml:1:1"},
		{"kopregel: 7\nkolommen:\n  A: tekst\n", "mapping-header m.yaml:1:11"},
		{"kopregel: een\nkolommen:\n  A: tekst\n", "mapping-header m.yaml:1:11"},
		{"kolommen:\n  Bezwaar tegen plaatsing op site?: niet gebruikt\n  Q: tekst\n", "mapping-column:near m.yaml:2:3, mapping-column m.yaml:3:3"},
		{"kolommen:\n  A: tekts\n  B: [tekst]\n  C: iets heel anders\n", "mapping-field:near m.yaml:2:6, mapping-field m.yaml:3:6, mapping-field m.yaml:4:6"},
		{"kolommen:\n  A: functie\n  B: functie\n", "mapping-twice m.yaml:3:6"},
		{"kolommen:\n  A: tekst\n  \"Bezwaar tegen plaatsing op de site?\": toestemming\n", "mapping-consent m.yaml:3:42"},
		{"kolommen:\n  A: tekst\n  A: functie\n", "key-duplicate m.yaml:3:3"},
		{"kolommen:\n  A: tekst\ncolumns:\n  A: tekst\n", "field-twice m.yaml:3:1"},
		{"kolommen:\n\tA: tekst\n", "yaml-syntax:tab m.yaml:2:1"},
	} {
		found, problems := ReadMapping("m.yaml", c.text, sheet, ReflectionFields)
		got := columnsSaid(found)
		if len(problems) > 0 {
			got = told(problems)
		}
		if got != c.want {
			t.Errorf("%q\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

func told(problems diag.List) string {
	var all []string
	for _, p := range problems {
		name := string(p.Rule)
		if p.Variant != "" {
			name += ":" + p.Variant
		}
		all = append(all, name+" "+p.Pos.String())
	}
	return strings.Join(all, ", ")
}

func TestAColumnThatAMappingDoesNotKnowIsTold(t *testing.T) {
	found, _ := ReadMapping("m.yaml", "kolommen:\n  A: tekst\n", columnsTable("A|B", "1|2"), ReflectionFields)
	if found.Columns[0].New || !found.Columns[1].New {
		t.Errorf("got %+v", found.Columns)
	}
}
