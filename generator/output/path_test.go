package output

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
)

var unsafePaths = []string{
	"", ".", "..", "/", "/etc/passwd", "../x", "a/../../x", "a/..", "./a", "a/./b", "a//b", "a/", "//host/share",
	`..\x`, `a\b`, `C:\x`, "C:x", "a:stream", "a\x00b", "a\nb", "a\x7fb", "a\xffb",
	"con", "CON", "Aux.html", "nul.tar.gz", "prn", "com1", "LPT9.txt", "com¹", "conin$", "a/con/b", "con .html",
	"a.", "a ", "a./b", "a /b", "...", "a<b", "a>b", `a"b`, "a|b", "a?b", "a*b",
	manifestName, ".CASUSBOEK-Manifest", strings.Repeat("x", 256), "ok/" + strings.Repeat("é", 128),
}

func TestUnsafePathsAreRefused(t *testing.T) {
	top := t.TempDir()
	out := filepath.Join(top, "deep", "er", "public")
	for _, p := range unsafePaths {
		_, err := build(out, files{p: "evil"}, Options{})
		var wrong *PathError
		if !errors.As(err, &wrong) || wrong.Path != p {
			t.Errorf("%q: %v, want a PathError", p, err)
		}
	}
	want(t, top, files{"deep/er/": ""})
}

func TestOrdinaryPathsAreTaken(t *testing.T) {
	site := files{
		"index.html": "", ".nojekyll": "", "a/.b/c": "", "com/x": "", "com10": "", "console.html": "", "nulde": "", "a..b": "",
		" lead": "", "één/café.html": "", "a b/c d.html": "", "it's & so(on)=1;2+3,%20#~.html": "", strings.Repeat("x", 255): "", "a/" + manifestName: "",
	}
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, site, Options{})
	want(t, out, site)
}

func TestPathsThatClash(t *testing.T) {
	for _, pair := range [][2]string{
		{"a.html", "a.html"},
		{"a.html", "A.html"},
		{"x/a", "X/b"},
		{"caf\u00e9", "cafe\u0301"},
		{"straße", "STRASSE"},
		{"a", "a/b"},
		{"a/b/c", "a/b"},
		{"a", "A/b"},
	} {
		for range 2 {
			out := filepath.Join(t.TempDir(), "public")
			tree, err := Begin(t.Context(), out, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := tree.Add(pair[0], nil); err != nil {
				t.Errorf("%q: %v", pair[0], err)
			}
			var wrong *PathError
			if err := tree.Add(pair[1], nil); !errors.As(err, &wrong) || wrong.Path != pair[1] {
				t.Errorf("%q after %q: %v, want a PathError", pair[1], pair[0], err)
			}
			tree.Abort()
			wantNothingBeside(t, out)
			pair[0], pair[1] = pair[1], pair[0]
		}
	}
}

func TestNameMayChangeCase(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, files{"Over.html": "x", "Map/a": "x"}, Options{})
	mustBuild(t, out, files{"over.html": "x", "map/a": "x"}, Options{})
	want(t, out, files{"over.html": "x", "map/a": "x"})
}

func FuzzPathsStayInside(f *testing.F) {
	for _, p := range unsafePaths {
		f.Add(p)
	}
	f.Add("casussen/nadira/index.html")
	f.Fuzz(func(t *testing.T, p string) {
		if checkPath(p) != nil {
			return
		}
		dir := filepath.FromSlash("/srv/public")
		rel, err := filepath.Rel(dir, writeWithin(dir, p))
		if err != nil || filepath.ToSlash(rel) != p || !filepath.IsLocal(rel) {
			t.Errorf("%q lands at %q (%v)", p, rel, err)
		}
	})
}
