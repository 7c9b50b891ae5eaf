package pdf

import "testing"

// The browser itself already keeps a page of a public host from this machine and its files, so that TestNothingElseIsLoaded alone
// would not notice if everything were let through.
func TestOnlyTheFilesOfTheSiteAreOurs(t *testing.T) {
	for address, want := range map[string]string{
		printHost + "casussen/anna/index.html":   "casussen/anna/index.html",
		printHost + "a.html?x=1#plek":            "a.html",
		printHost + "beeld/een%20foto%23.png":    "beeld/een foto#.png",
		printHost + "../../etc/passwd":           "",
		printHost + "%2e%2e/etc/passwd":          "",
		printHost + "/etc/passwd":                "",
		printHost + "a%zz":                       "",
		printHost:                                "",
		"https://casusboek.invalid.evil/a.html":  "",
		"http://casusboek.invalid/a.html":        "",
		"http://127.0.0.1/a.html":                "",
		"file:///etc/passwd":                     "",
		"https://x/https://casusboek.invalid/a":  "",
		"chrome://settings":                      "",
		"devtools://devtools/bundled/index.html": "",
	} {
		if name, ours := fileName(address); ours != (want != "") || ours && name != want {
			t.Errorf("%s is the file %q, %v; want %q", address, name, ours, want)
		}
	}
	for _, name := range []string{"a.html", "map/een foto#.png", "map/100%.html"} {
		if back, ours := fileName(address(name)); !ours || back != name {
			t.Errorf("%s comes back as %q, %v", name, back, ours)
		}
	}
}
