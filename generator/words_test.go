package generator_test

import (
	"regexp"
	"strings"
	"testing"

	"casusboek/templates"
)

// TestNoWordIsCutOffByAHash holds the catalogues to what authors are told: a # takes away the rest of an unquoted text.
func TestNoWordIsCutOffByAHash(t *testing.T) {
	cut := regexp.MustCompile(`^\s+[a-z0-9-]+: [^'"{|>#].* #`)
	for _, name := range []string{"nl.yaml", "en.yaml"} {
		data, err := templates.Files.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(data), "\n") {
			if cut.MatchString(line) {
				t.Errorf("%s:%d: %s", name, i+1, line)
			}
		}
	}
}
