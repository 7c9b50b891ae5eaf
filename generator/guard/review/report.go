// Package report renders the record of a check by the guard: one HTML file to print, sign and
// keep, for the person responsible for privacy. It contains no values that were found, no
// initials, and nothing from the register, and needs no other files. It lists what was checked
// and what was not, and never claims that recognition is impossible.
//
//	html, err := review.RenderRecord(review.Record{Title: "Thuis in verandering", ...}, words)
package review

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

// IsRecord reports whether a file is a record of casusboek's.
func IsRecord(r io.ReaderAt, _ int64) bool {
	var head [1 << 10]byte
	n, _ := r.ReadAt(head[:], 0)
	return bytes.Contains(head[:n], []byte(generator))
}

// Record is the content of a record. Findings in it are already masked.
type Record struct {
	Title, Organiser, Date, Version, RulesVersion string
	Texts                                         int // number of files checked
	Found                                         diag.List
	Cases                                         []RecordCase
	Elsewhere                                     diag.List // findings outside published cases
	Allowed                                       []RecordAllowed
	Explained                                     []RecordExplained
	Displays                                      []RecordCount // of published reflections
	Reflections, Unconsented, Drafts, Pictures    int
	Register                                      bool
	Pages                                         bool // whether pages were generated and checked
	Entries                                       int  // of the register
}

// RecordCase is the result for one published case.
type RecordCase struct {
	Title, File, Origin    string
	Found                  diag.List
	Allowed                []RecordAllowed
	Told                   bool // whether there is an estimate
	Low, High, Limit       string
	Enough, RiskAllowed    bool
	Ways                   []string
	SealedOn, Role, Sealed string // Sealed: "good", "changed", "expired" or "none"
}

// RecordAllowed is a finding that the author allowed.
type RecordAllowed struct{ Rule, File, Reason, Until string }

// RecordExplained lists words that the casebook explains in one way.
type RecordExplained struct {
	Kind  string // catalogue key under privacy-report.explained
	Words []string
}

// RecordCount is a number with a catalogue key under privacy-report.display.
type RecordCount struct {
	Kind string
	N    int
}

// RecordRules are the rules of the guard, in the order of the report.
var RecordRules = []diag.Rule{
	diag.PrivacyBSN, diag.PrivacyIBAN, diag.PrivacyGPS, diag.PrivacyRegister,
	diag.PrivacyEmail, diag.PrivacyPhone, diag.PrivacyAddress, diag.PrivacyPostcode,
	diag.PrivacyPlate, diag.PrivacyDocument, diag.PrivacyFileNumber, diag.PrivacyBirthDate,
	diag.PrivacyDate, diag.PrivacyAge, diag.PrivacyName, diag.PrivacyWord, diag.PrivacyPlace,
	diag.PrivacyOrganisation, diag.PrivacyRare, diag.PrivacyNews, diag.PrivacySpecial,
	diag.PrivacyQuote, diag.PrivacyRisk, diag.PrivacyLinked, diag.PrivacyImage, diag.PrivacyOutput,
}

//go:embed report.html
var templateText string

// view is the data of the template.
type view struct {
	Record
	words *lang.Catalogue
}

// RenderRecord renders the record in the language of words.
func RenderRecord(d Record, words *lang.Catalogue) ([]byte, error) {
	t, err := template.New("report").Parse(templateText)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = t.Execute(&out, view{d, words})
	return out.Bytes(), err
}

// listView is the data for a list of findings, or of allowed ones, within the record.
type listView struct {
	view
	Found   diag.List
	Allowed []RecordAllowed
	Files   bool // whether each finding shows its file
}

// With returns the view with another list of findings; files is whether each shows its
// file.
func (v view) With(found diag.List, files bool) listView {
	return listView{view: v, Found: found, Files: files}
}

// WithAllowed returns the view with another list of allowed findings.
func (v view) WithAllowed(allowed []RecordAllowed, files bool) listView {
	return listView{view: v, Allowed: allowed, Files: files}
}

// T returns a text under privacy-report, with its values filled in.
func (v view) T(key string, values ...any) string {
	return v.words.T("privacy-report."+key, stringValues(values)...)
}

// N returns a text for a number.
func (v view) N(key string, n int) string { return v.words.N("privacy-report."+key, n) }

// Lang returns the language of the record.
func (v view) Lang() string { return v.words.Lang }

// Message returns the message of a finding.
func (v view) Message(p diag.Problem) string { return p.Message(v.words) }

// Hint returns what to do about a finding. It is empty for a case that too few people
// match, since the list above it says that.
func (v view) Hint(p diag.Problem) string {
	if p.Rule == diag.PrivacyRisk {
		return ""
	}
	return p.Hint(v.words)
}

// Level returns the name of the level of a finding.
func (v view) Level(p diag.Problem) string {
	if p.Level == diag.None {
		return ""
	}
	return v.words.T("report.level." + p.Level.String())
}

// RecordRow is a rule with the number of its findings per level.
type RecordRow struct {
	Rule   diag.Rule
	Unseen bool     // whether the rule did not run, because there were no pages
	Counts []string // red, orange, blue, yellow
}

// Table returns the numbers of findings of each rule.
func (v view) Table() []RecordRow {
	var rows []RecordRow
	for _, rule := range RecordRules {
		row := RecordRow{Rule: rule, Unseen: rule == diag.PrivacyOutput && !v.Pages}
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

// Stops returns the number of findings that stop a build.
func (v view) Stops() int {
	n := 0
	for _, p := range v.Found {
		if p.Severity() == diag.Error {
			n++
		}
	}
	return n
}

func stringValues(values []any) []string {
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
