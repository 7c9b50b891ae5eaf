package rules

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"casusboek/generator/diag"
)

// hidden is a character that cannot be seen in an editor, as cases write it: {00ad}.
var hidden = regexp.MustCompile(`\{[0-9a-f]{4,5}\}`)

// cases reads a file of cases: one a line, ⏎ for a line break and {00ad} for a character by its number; lines that begin
// with # are for people.
func cases(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, hidden.ReplaceAllStringFunc(strings.ReplaceAll(line, "⏎", "\n"), func(code string) string {
				c, err := strconv.ParseInt(code[1:len(code)-1], 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				return string(rune(c))
			}))
		}
	}
	return lines
}

// TestCases runs the cases of all rules: testdata/bsn/hit.txt must be found by privacy-bsn, miss.txt must not.
func TestCases(t *testing.T) {
	folders, err := filepath.Glob("testdata/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no cases in testdata", err)
	}
	for _, folder := range folders {
		rule := diag.Rule("privacy-" + filepath.Base(folder))
		t.Run(filepath.Base(folder), func(t *testing.T) {
			for name, least := range map[string]int{"hit.txt": 30, "miss.txt": 30, "disguised.txt": 20} {
				lines := cases(t, filepath.Join(folder, name))
				if len(lines) < least {
					t.Errorf("%s has %d cases, want %d or more", name, len(lines), least)
				}
				for _, line := range lines {
					try(t, rule, name, line)
				}
			}
		})
	}
}

// try runs one case. A line of hits may say the level that it wants: "red | the text".
func try(t *testing.T, rule diag.Rule, name, line string) {
	t.Helper()
	level, text := "", line
	if l, rest, ok := strings.Cut(line, " | "); ok && (l == "red" || l == "orange" || l == "yellow" || l == "blue") {
		level, text = l, rest
	}
	var all []string
	seen := false
	for _, f := range Find(Fold(text)) {
		all = append(all, string(f.Rule)+" "+f.Level.String()+" "+Mask(f.Value))
		seen = seen || f.Rule == rule && (level == "" || f.Level.String() == level)
	}
	if seen != (name != "miss.txt") {
		t.Errorf("%s: %q: found %q", name, line, all)
	}
}

// TestMarksHideNothing puts what must be found between typographic marks, as editors write them.
func TestMarksHideNothing(t *testing.T) {
	for _, r := range numberRules {
		folder := filepath.Join("testdata", strings.TrimPrefix(string(r.Name), "privacy-"))
		for _, line := range cases(t, filepath.Join(folder, "hit.txt")) {
			level, text, ok := strings.Cut(line, " | ")
			if !ok {
				t.Fatalf("%s: %q says no level", r.Name, line)
			}
			for _, marks := range []string{"“%”", "‘%’", "„%”", "«%»", "—%—", "…%…", "•%"} {
				try(t, r.Name, "hit.txt", level+" | "+strings.ReplaceAll(marks, "%", text))
			}
		}
	}
}

// TestExamplesAreClean holds the rules about numbers against the example casebooks: nothing red, nothing orange.
func TestExamplesAreClean(t *testing.T) {
	for _, folder := range []string{"../../../content", "../../testdata/english"} {
		err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".md") {
				return err
			}
			data, err := os.ReadFile(filepath.Join(folder, name))
			if err != nil {
				return err
			}
			for _, f := range Find(Fold(string(data))) {
				if numeric(f.Rule) && (f.Level == diag.Red || f.Level == diag.Orange) {
					t.Errorf("%s line %d: %s %s %s", name, 1+strings.Count(string(data[:f.At.From]), "\n"), f.Rule, f.Level, Mask(f.Value))
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// numeric reports whether a rule is one of those about numbers.
func numeric(rule diag.Rule) bool {
	for _, r := range allRules[:13] {
		if r.Name == rule {
			return true
		}
	}
	return false
}

func TestMask(t *testing.T) {
	for value, want := range map[string]string{
		"El Khattabi": "El K•••••••", "06-12345678": "0•-••••••••", "J. de Vries": "J. de V••••", "NL91ABNA0417164300": "N•••••••••", "": "", "Zoë-Ann": "Z••-A••",
		"piet@voorbeeld.nl": "p•••@v••••••••.n•", "Kerkstraat 12": "K••••••••• 1•", "de": "d•", "a\xff1": "a\ufffd1", "123 456": "1•• •••",
	} {
		if got := Mask(value); got != want {
			t.Errorf("Mask(%q) is %q, want %q", value, got, want)
		}
	}
}

// TestFindSettles looks at one number that several rules know: only what says most stays.
func TestFindSettles(t *testing.T) {
	for text, want := range map[string][]diag.Rule{
		"Zijn BSN is 123456782.":                         {diag.PrivacyBSN},
		"IBAN NL91ABNA0417164300 graag":                  {diag.PrivacyIBAN},
		"Bel 06-12345678 of mail piet@jansen.nl":         {diag.PrivacyPhone, diag.PrivacyEmail},
		"Kerkstraat 12, 1234 AB":                         {diag.PrivacyAddress, diag.PrivacyPostcode},
		"geboren op 12-03-1986":                          {diag.PrivacyBirthDate},
		"nul zes een twee drie vier vijf zes zeven acht": {diag.PrivacyPhone},
	} {
		var got []diag.Rule
		for _, f := range Find(Fold(text)) {
			got = append(got, f.Rule)
		}
		if len(got) != len(want) {
			t.Errorf("%q: got %v, want %v", text, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%q: got %v, want %v", text, got, want)
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"BSN 123456782", "NL91ABNA0417164300", "a@b.nl apestaartje punt nl (at)", "+31 (0)6 12 34", "Kerkstraat 12-3 hoog 1234 AB 5", "12-AB-34", "geb. 12/3", "52.37403, 4.88969", "1 2 3 4 5 6 7 8 9 0", "9F46+2X ///a.b.c", "C/16/512345 NL123456782B01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, finding := range Find(Fold(s)) {
			if finding.At.From < 0 || finding.At.To > len(s) || finding.At.From >= finding.At.To || finding.Value == "" {
				t.Fatalf("%q: %+v", s, finding)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	files, err := filepath.Glob("../../../content/*/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts", err)
	}
	var everything strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		everything.Write(data)
		everything.WriteString("\n\n")
	}
	text := Fold(everything.String())
	for _, r := range allRules {
		b.Run(string(r.Name), func(b *testing.B) {
			for b.Loop() {
				r.look(text, func() *names { return namesOf(text) }, func(Finding) {})
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text.Words)), "ns/word")
		})
	}
	b.Run("all and folding", func(b *testing.B) {
		for b.Loop() {
			Find(Fold(text.Raw))
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text.Words)), "ns/word")
	})
}

// BenchmarkHostile looks at texts that are made to be slow: the time per byte must be that of any text.
func BenchmarkHostile(b *testing.B) {
	for _, piece := range []string{"@abc", "a@b.cd ", "a.", "(at)", "1-", "1 ", "12-", "NL91", "een ", " at a.", "Aa ", "van der ", "/// ", "2+2", "12°", "C/16/", "A.", "(", "“", "één-", "bsn-"} {
		for _, size := range []int{20_000, 80_000} {
			text := strings.Repeat(piece, size/len(piece))
			b.Run(piece+" "+strconv.Itoa(size), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					Find(Fold(text))
				}
			})
		}
	}
}
