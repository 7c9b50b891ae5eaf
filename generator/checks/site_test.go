package checks_test

import (
	"os"
	"testing"

	"casusboek/generator/checks"
)

type built struct {
	name        string
	facilitator bool
	dir         string
	site        *checks.Site
}

func editions(t *testing.T) []built {
	site, err := checks.ReadSite(os.DirFS("/tmp/look"))
	must(t, err)
	return []built{{"public", false, "/tmp/look", site}}
}

func TestMain(m *testing.M) {
	code := m.Run()
	closeBrowser()
	os.Exit(code)
}
