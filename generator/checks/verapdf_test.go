package checks_test

import (
	"encoding/xml"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"casusboek/generator/guard"
	"casusboek/generator/printing"
)

// TestVeraPDF asks veraPDF whether every PDF of the example conforms to PDF/UA-1 (ISO 14289-1). It runs with "make verapdf" alone, since
// it needs Java.
func TestVeraPDF(t *testing.T) {
	jars := os.Getenv("VERAPDF")
	if jars == "" {
		t.Skip("make verapdf runs this")
	}
	dir := t.TempDir()
	args := []string{"-cp", filepath.Join(jars, "*"), "org.verapdf.apps.GreenfieldCliWrapper", "-f", "ua1", "--format", "xml"}
	for name, kind := range []guard.Edition{guard.Public, guard.Facilitator} {
		for _, p := range printAll(t, exampleContent(), kind, true, func(printing.Sheet) bool { return true }) {
			file := filepath.Join(dir, p.name+[...]string{"-public", "-facilitator"}[name]+".pdf")
			must(t, os.WriteFile(file, p.pdf, 0o600))
			args = append(args, file)
		}
	}
	out, err := exec.Command("java", args...).Output()
	if len(out) == 0 {
		must(t, err) // it also fails when a file does not conform
	}
	var report struct {
		Jobs []struct {
			Name   string `xml:"item>name"`
			Report *struct {
				Compliant bool `xml:"isCompliant,attr"`
				Rules     []struct {
					Clause      string `xml:"clause,attr"`
					Description string `xml:"description"`
					Context     string `xml:"check>context"`
				} `xml:"details>rule"`
			} `xml:"validationReport"`
		} `xml:"jobs>job"`
	}
	must(t, xml.Unmarshal(out, &report))
	for _, j := range report.Jobs {
		name := filepath.Base(j.Name)
		if j.Report == nil {
			t.Errorf("%s was not checked", name)
			continue
		}
		if !j.Report.Compliant {
			t.Errorf("%s does not conform", name)
		}
		for _, r := range j.Report.Rules {
			t.Errorf("%s: %s: %s, at %s", name, r.Clause, r.Description, r.Context)
		}
	}
	if len(report.Jobs) != len(args)-7 {
		t.Errorf("%d of %d files were checked", len(report.Jobs), len(args)-7)
	}
}
