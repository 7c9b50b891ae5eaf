package write

import (
	"io/fs"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// longestName is the length limit of one name, in bytes, on ext4, APFS and most other systems.
const longestName = 255

// checkPath refuses a path that leaves the output folder or that cannot exist on every system: a
// site that is built on Linux must also build on Windows and survive a copy to a USB stick.
func checkPath(p string) error {
	switch {
	case !utf8.ValidString(p):
		return &PathError{p, "is not valid UTF-8"}
	case p == "." || !fs.ValidPath(p):
		return &PathError{p, "is not a plain relative path with slashes"}
	case fold(p) == manifestName:
		return &PathError{p, "is the name of the list of made files"}
	case fold(p) == lastName:
		return &PathError{p, "is the name of the note of the last build"}
	}
	for part := range strings.SplitSeq(p, "/") {
		if reason := checkName(part); reason != "" {
			return &PathError{p, reason}
		}
	}
	return nil
}

// checkName checks one part of a path against the rules of Windows ("Naming Files, Paths, and
// Namespaces" in the Win32 documentation), the strictest of the systems. It returns what is wrong.
func checkName(part string) string {
	switch {
	case strings.ContainsAny(part, `<>:"|?*\`) || strings.ContainsFunc(part, unicode.IsControl):
		return "has a character that Windows does not allow in names"
	case strings.HasSuffix(part, ".") || strings.HasSuffix(part, " "):
		return "has a name that ends in a dot or a space"
	case len(part) > longestName:
		return "has a name of more than 255 bytes"
	}
	stem, _, _ := strings.Cut(part, ".")
	stem = strings.ToLower(strings.TrimRight(stem, " "))
	switch stem {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return "has a name that Windows keeps for a device"
	}
	if port, ok := strings.CutPrefix(stem, "com"); ok && isPort(port) {
		return "has a name that Windows keeps for a device"
	}
	if port, ok := strings.CutPrefix(stem, "lpt"); ok && isPort(port) {
		return "has a name that Windows keeps for a device"
	}
	return ""
}

func isPort(s string) bool {
	return utf8.RuneCountInString(s) == 1 && strings.Contains("0123456789¹²³", s)
}

// fold maps names that some file system takes for one name to one key: macOS and Windows ignore
// case, macOS also how accents are composed.
func fold(p string) string {
	for i := range len(p) {
		if p[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFC.String(p)))
		}
	}
	return strings.ToLower(p)
}

// within is the place of a slash path in a folder.
func within(dir, p string) string { return filepath.Join(dir, filepath.FromSlash(p)) }

// beside is the place of one of our own files or folders next to the output: on the same file
// system, so that a rename moves it, and hidden.
func beside(out, what string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".casusboek-"+what)
}
