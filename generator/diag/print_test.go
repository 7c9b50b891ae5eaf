package diag

import (
	"bytes"
	"testing"

	"casusboek/generator/lang"
)

const testWords = `
report:
  error: fout
  warning: let op
  hint: hint
  level: {red: rood, orange: oranje, yellow: geel, blue: blauw}
  times: "({n} keer)"
  in-name: "(in de naam)"
  yellow: {one: "{n} gele", other: "{n} gele"}
rules:
  field-unknown:
    message: onbekend veld "{key}"
    near: {hint: 'bedoelde je "{near}"?'}
    other: {message: "iets anders: {key}"}
  file-misplaced: {message: dit bestand staat verkeerd, hint: zet het ergens anders}
`

func catalogue(t *testing.T) *lang.Catalogue {
	t.Helper()
	c, err := lang.Load("nl", []byte(testWords))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func problems() List {
	var l List
	l.AddVariant("field-unknown", "near", Pos{"content/casussen/nadira.md", 12, 5, 12, 11}, "key", "wanner", "near", "wanneer")
	l.AddVariant("field-unknown", "other", Pos{"content/casussen/nadira.md", 13, 1, 14, 1}, "key", "a\x1b[2Jb")
	l.Add("file-misplaced", Pos{File: "content/los.md"})
	return l
}

func TestReportShowsPlaceLineAndHint(t *testing.T) {
	source := func(file string, line int) string {
		return map[int]string{12: "    wanner: 41 jaar", 13: "tot het einde"}[line]
	}
	want := `content/casussen/nadira.md:12:5: fout: onbekend veld "wanner" [field-unknown]
        wanner: 41 jaar
        ^^^^^^
    hint: bedoelde je "wanneer"?
content/casussen/nadira.md:13:1: fout: iets anders: a�[2Jb [field-unknown]
        tot het einde
        ^^^^^^^^^^^^^
content/los.md: let op: dit bestand staat verkeerd [file-misplaced]
    hint: zet het ergens anders
`
	var b bytes.Buffer
	if err := Fprint(&b, problems(), catalogue(t), source); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestExcerptSurvivesEveryPlace(t *testing.T) {
	line := "é" + string(bytes.Repeat([]byte("abcdefghi "), 40))
	for col := int32(0); col < 420; col++ {
		for _, end := range []int32{0, 1, col, col + 3, 999} {
			l := List{{Pos: Pos{"f.md", 1, col, 1, end}, Rule: "field-unknown"}}
			var b bytes.Buffer
			if err := Fprint(&b, l, catalogue(t), func(string, int) string { return line }); err != nil {
				t.Fatal(err)
			}
			if b.Len() > 500 {
				t.Fatalf("column %d gives %d bytes", col, b.Len())
			}
		}
	}
}

func TestJSONHoldsWhatEditorsNeed(t *testing.T) {
	got, err := JSON(problems()[:1], catalogue(t))
	want := `[
  {
    "file": "content/casussen/nadira.md",
    "line": 12,
    "col": 5,
    "end_line": 12,
    "end_col": 11,
    "severity": "error",
    "level": "",
    "rule": "field-unknown",
    "message": "onbekend veld \"wanner\"",
    "hint": "bedoelde je \"wanneer\"?"
  }
]
`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
	if got, err := JSON(nil, catalogue(t)); err != nil || string(got) != "[]\n" {
		t.Errorf("no problems give %q, %v", got, err)
	}
}

// findings are of the guard: a telephone number, a name over two lines, two yellow ones, one in a draft; and another problem on the line of the first.
func findings() List {
	file := "content/casussen/nadira.md"
	return List{
		{Pos: Pos{file, 12, 1, 12, 4}, Rule: "field-unknown", Args: []Arg{{"key", "tel"}}},
		{Pos: Pos{file, 12, 6, 12, 17}, Rule: "privacy-phone", Level: Red},
		{Pos: Pos{file, 13, 5, 14, 3}, Rule: "privacy-name", Level: Orange},
		{Pos: Pos{file, 15, 1, 15, 3}, Rule: "privacy-age", Level: Yellow},
		{Pos: Pos{file, 15, 1, 15, 3}, Rule: "privacy-date", Level: Yellow},
		{Pos: Pos{"content/casussen/proef.md", 12, 6, 12, 17}, Rule: "privacy-phone", Level: Red, Lenient: true},
		{Pos: Pos{File: "content/casussen/t•••.md"}, Rule: "privacy-name", Level: Orange, Same: 1},
		{Pos: Pos{File: "content/casussen/t•••.md", Line: 3, Col: 1, EndLine: 3, EndCol: 3}, Rule: "privacy-name", Level: Orange, Same: 2},
		{Pos: Pos{File: "content/casussen/t•••.md", Line: 4, Col: 1, EndLine: 4, EndCol: 3}, Rule: "privacy-name", Level: Orange, Same: 2},
	}
}

func TestFindingsAreShownWithoutWhatWasFound(t *testing.T) {
	source := func(file string, line int) string {
		return map[int]string{12: "tel: 06-44556677 thuis", 13: "bij Ko", 14: "Bo en verder"}[line]
	}
	words := catalogue(t)
	want := `content/casussen/nadira.md:12:1: fout: onbekend veld "tel" [field-unknown]
        tel: ••-•••••••• thuis
        ^^^
content/casussen/nadira.md:12:6: fout (rood): ?rules.privacy-phone.message? [privacy-phone]
        tel: ••-•••••••• thuis
             ^^^^^^^^^^^
content/casussen/nadira.md:13:5: fout (oranje): ?rules.privacy-name.message? [privacy-name]
        bij K•
            ^^
content/casussen/proef.md:12:6: let op (rood): ?rules.privacy-phone.message? [privacy-phone]
        tel: ••-•••••••• thuis
             ^^^^^^^^^^^
content/casussen/t•••.md: fout (oranje): ?rules.privacy-name.message? (in de naam) [privacy-name]
content/casussen/t•••.md:3:1: fout (oranje): ?rules.privacy-name.message? (2 keer) [privacy-name]
content/casussen/nadira.md: 2 gele
`
	var b bytes.Buffer
	if err := Fprint(&b, findings(), words, source); err != nil {
		t.Fatal(err)
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
	if got := maskOf(findings()).apply("content/casussen/nadira.md", 14, "Bo en verder"); got != "B• en verder" {
		t.Errorf("the second line of a finding is shown as %q", got)
	}
}

func TestALevelDecidesWhatStops(t *testing.T) {
	for i, want := range []Severity{Error, Error, Error, Warning, Warning, Warning, Error, Error, Error} {
		if got := findings()[i].Severity(); got != want {
			t.Errorf("%v is %v", findings()[i], got)
		}
	}
	if errors, warnings, yellow := findings().Count(); errors != 5 || warnings != 1 || yellow != 2 {
		t.Errorf("counted %d, %d, %d", errors, warnings, yellow)
	}
}
