// Package filename says which names every system can hold: a casebook that is written on Linux or macOS must open on Windows, and a
// site must survive a copy to any disk.
//
//	filename.Check("con.png")     // Device: Windows keeps the name for itself
//	filename.Check("a:b.png")     // Character
//	filename.Path("beelden/a.png") // Fine
//	filename.Fold("Foto.PNG") == filename.Fold("foto.png")
//
// It is the one place with these rules: source reports an author's names that break them, generator refuses pages that do, and write refuses them again.
package filename

import (
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Fault is what is wrong with a name.
type Fault string

// The faults. Fine is none.
const (
	Fine      Fault = ""
	Encoding  Fault = "encoding"  // it is not valid UTF-8
	Character Fault = "character" // it has a character that Windows does not allow
	End       Fault = "end"       // it ends in a dot or a space, which Windows leaves out
	Long      Fault = "long"      // it has more than 255 bytes
	Device    Fault = "device"    // Windows keeps it for a device
	Outside   Fault = "outside"   // as a path: it is not relative, or leads out of its folder
)

// longest is the length limit of one name, in bytes, on ext4, APFS and most other systems.
const longest = 255

// refused are the characters that Windows does not allow in names, besides control characters. macOS refuses the colon in its file dialogs.
const refused = `<>:"|?*\`

// Check holds one name, without slashes, against the rules of Windows ("Naming Files, Paths, and Namespaces" in the Win32 documentation), the
// strictest of the systems.
func Check(name string) Fault {
	switch {
	case !utf8.ValidString(name):
		return Encoding
	case BadCharacter(name) != "":
		return Character
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return End
	case len(name) > longest:
		return Long
	case isDevice(name):
		return Device
	}
	return Fine
}

// Path checks each part of a relative path with slashes, and that the path stays inside its folder.
func Path(path string) Fault {
	switch {
	case !utf8.ValidString(path):
		return Encoding
	case path == "." || !fs.ValidPath(path):
		return Outside
	}
	for part := range strings.SplitSeq(path, "/") {
		if fault := Check(part); fault != Fine {
			return fault
		}
	}
	return Fine
}

// BadCharacter returns the first character of a name that Windows does not allow, or "".
func BadCharacter(name string) string {
	i := strings.IndexFunc(name, func(r rune) bool { return strings.ContainsRune(refused, r) || unicode.IsControl(r) })
	if i < 0 {
		return ""
	}
	_, size := utf8.DecodeRuneInString(name[i:])
	return name[i : i+size]
}

// isDevice reports whether Windows takes a name for a device, whatever extension it has.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToLower(strings.TrimRight(stem, " "))
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	for _, port := range []string{"com", "lpt"} {
		number, ok := strings.CutPrefix(stem, port)
		if ok && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number) {
			return true
		}
	}
	return false
}

// Fold returns the same key for names that some file system takes for one name: Windows and macOS ignore case, macOS also how accents are composed.
func Fold(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(name)))
		}
	}
	return strings.ToLower(name)
}
