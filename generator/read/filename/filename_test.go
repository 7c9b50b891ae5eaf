package filename

import (
	"slices"
	"strings"
	"testing"
)

func TestNamesThatSomeSystemRefuses(t *testing.T) {
	for fault, names := range map[Fault][]string{
		Fine: {
			"index.html", ".nojekyll", "com", "com10.png", "console.html", "nulde", "a..b", " lead", "één.md", "it's & so(on)=1;2+3,%20#~.html",
			strings.Repeat("x", 255), "conin", "lpt", "auxiliary.md",
		},
		Device: {
			"con", "CON", "con.md", "Aux.html", "nul.tar.gz", "prn", "com1", "LPT9.txt", "com0", "com¹.png", "conin$", "CONOUT$.txt", "con .html",
		},
		Character: {"a:b.png", `a"b.png`, "a<b", "a>b", "a|b", "wat?.md", "a*b", `a\b`, "a\x00b", "a\nb", "a\x7fb", "C:x"},
		End:       {"a.", "a ", "...", "a.md "},
		Long:      {strings.Repeat("x", 256), strings.Repeat("é", 128)},
		Encoding:  {"a\xffb"},
	} {
		for _, name := range names {
			if got := Check(name); got != fault {
				t.Errorf("%q: %q, want %q", name, got, fault)
			}
		}
	}
}

func TestPathsThatLeaveTheirFolder(t *testing.T) {
	for _, path := range []string{"", ".", "..", "/", "/etc/passwd", "../x", "a/../../x", "a/..", "./a", "a/./b", "a//b", "a/", "//host/share"} {
		if got := Path(path); got != Outside {
			t.Errorf("%q: %q, want %q", path, got, Outside)
		}
	}
	for path, want := range map[string]Fault{"a/con/b": Device, "a./b": End, `C:\x\comfort.js`: Character, "a/é.png": Fine, `\\host\share`: Character} {
		if got := Path(path); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}

func TestNamesThatSomeSystemTakesForOne(t *testing.T) {
	for _, same := range [][]string{{"Foto.PNG", "foto.png"}, {"caf\u00e9", "cafe\u0301", "CAFE\u0301"}, {"straße", "STRASSE"}} {
		var keys []string
		for _, name := range same {
			keys = append(keys, Fold(name))
		}
		if slices.Sort(keys); len(slices.Compact(keys)) != 1 {
			t.Errorf("%q have the keys %q", same, keys)
		}
	}
	if Fold("cafe") == Fold("caf\u00e9") {
		t.Error("an accent makes no difference")
	}
}

func TestTheCharacterIsNamed(t *testing.T) {
	for name, want := range map[string]string{"foto 10:30.png": ":", "é?.md": "?", "a\tb": "\t", "a b.md": ""} {
		if got := BadCharacter(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
