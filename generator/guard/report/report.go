// Package report makes the record of what the guard checked: one HTML file to print, sign and keep, for whoever answers for privacy. It
// holds no value that was found, no initials, and nothing of the register; it needs no other file and no connection. It
// says what was checked, what was not, and never that nobody can be recognised.
//
//	html, err := report.Make(report.Data{Title: "Thuis in verandering", ...}, words)
package report

import (
	"bytes"
	_ "embed"
	"html/template"
	"io"
	"strconv"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

const generator = `<meta name="generator" content="casusboek check --report">`

// Made reports whether a file is a record of casusboek's.
func Made(r io.ReaderAt, _ int64) bool {
	var head [1 << 10]byte
	n, _ := r.ReadAt(head[:], 0)
	return bytes.Contains(head[:n], []byte(generator))
}

// Data is all that stands in a record, ready to be shown: what was found is masked already.
type Data struct {
	Title, Organiser, Date, Version, RulesVersion string
	Texts                                         int // files that were looked through
	Found                                         diag.List
	Cases                                         []Case
	Elsewhere                                     diag.List // findings in what is no published case
	Allowed                                       []Allowed
	Explained                                     []Explained
	Displays                                      []Count // of published reflections
	Reflections, Unconsented, Drafts, Pictures    int
	Register                                      bool
	Pages                                         bool // were made and looked through
	Entries                                       int  // of the register
}

// Case is what is known of one published case.
type Case struct {
	Title, File, Origin    string
	Found                  diag.List
	Allowed                []Allowed
	Told                   bool // the estimate could be made
	Low, High, Limit       string
	Enough, RiskAllowed    bool
	Ways                   []string
	SealedOn, Role, Sealed string // Sealed: "good", "changed", "expired" or "none"
}

// Allowed is a finding that its author lets stand.
type Allowed struct{ Rule, File, Reason, Until string }

// Explained are the words that the casebook explains in one way.
type Explained struct {
	Kind  string // a key under privacy-report.explained
	Words []string
}

// Count is a number of something, by a key under privacy-report.display.
type Count struct {
	Kind string
	N    int
}

// Rules are the rules of the guard, in the order in which people are told of them.
var Rules = []diag.Rule{
	diag.PrivacyBSN, diag.PrivacyIBAN, diag.PrivacyGPS, diag.PrivacyRegister, diag.PrivacyEmail, diag.PrivacyPhone, diag.PrivacyAddress,
	diag.PrivacyPostcode, diag.PrivacyPlate, diag.PrivacyDocument, diag.PrivacyFileNumber, diag.PrivacyBirthDate, diag.PrivacyDate, diag.PrivacyAge,
	diag.PrivacyName, diag.PrivacyWord, diag.PrivacyPlace, diag.PrivacyOrganisation, diag.PrivacyRare, diag.PrivacyNews, diag.PrivacySpecial,
	diag.PrivacyQuote, diag.PrivacyRisk, diag.PrivacyLinked, diag.PrivacyImage, diag.PrivacyOutput,
}

//go:embed report.html
var page string

// view is what the template sees.
type view struct {
	Data
	words *lang.Catalogue
}

// Make writes the record in the language of words.
func Make(d Data, words *lang.Catalogue) ([]byte, error) {
	t, err := template.New("report").Parse(page)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, view{d, words})
	return out.Bytes(), err
}

// part is a list of findings, or of allowed ones, within the record.
type part struct {
	view
	Found   diag.List
	Allowed []Allowed
	Files   bool // each tells its file
}

// With is the record with another list of findings; files tells whether each names its file.
func (v view) With(found diag.List, files bool) part {
	return part{view: v, Found: found, Files: files}
}

// WithAllowed is the record with another list of allowed findings.
func (v view) WithAllowed(allowed []Allowed, files bool) part {
	return part{view: v, Allowed: allowed, Files: files}
}

// T gives a text under privacy-report, with its names filled in.
func (v view) T(key string, values ...any) string {
	return v.words.T("privacy-report."+key, texts(values)...)
}

// N gives a text with a number.
func (v view) N(key string, n int) string { return v.words.N("privacy-report."+key, n) }

// Lang is the language of the record.
func (v view) Lang() string { return v.words.Lang }

// Message is the words of a finding.
func (v view) Message(p diag.Problem) string { return p.Message(v.words) }

// Hint says what to do about a finding; for a story that too few people fit, the list above it does.
func (v view) Hint(p diag.Problem) string {
	if p.Rule == diag.PrivacyRisk {
		return ""
	}
	return p.Hint(v.words)
}

// Level is the name of a level.
func (v view) Level(p diag.Problem) string {
	if p.Level == diag.None {
		return ""
	}
	return v.words.T("report.level." + p.Level.String())
}

// Row is a rule and how often it found something, by level.
type Row struct {
	Rule   diag.Rule
	Unseen bool     // nothing was looked at: there were no pages
	Counts []string // red, orange, blue, yellow
}

// Table counts the findings of each rule.
func (v view) Table() []Row {
	var rows []Row
	for _, rule := range Rules {
		row := Row{Rule: rule, Unseen: rule == diag.PrivacyOutput && !v.Pages}
		for _, level := range []diag.Level{diag.Red, diag.Orange, diag.Blue, diag.Yellow} {
			n := 0
			for _, p := range v.Found {
				if p.Rule == rule && p.Level == level {
					n++
				}
			}
			text := ""
			if n > 0 {
				text = strconv.Itoa(n)
			}
			row.Counts = append(row.Counts, text)
		}
		rows = append(rows, row)
	}
	return rows
}

// Stops is how many findings hold up a build.
func (v view) Stops() int {
	n := 0
	for _, p := range v.Found {
		if p.Severity() == diag.Error {
			n++
		}
	}
	return n
}

func texts(values []any) []string {
	var all []string
	for _, value := range values {
		switch x := value.(type) {
		case string:
			all = append(all, x)
		case int:
			all = append(all, strconv.Itoa(x))
		}
	}
	return all
}
