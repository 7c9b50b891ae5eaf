package chrome

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// systemFonts is where Linux distributions keep the settings of fontconfig.
const systemFonts = "/etc/fonts/fonts.conf"

// printableFonts writes, on systems with fontconfig, settings that add one rule to the system's own (or to those in
// the file that FONTCONFIG_FILE names): no fonts with PostScript outlines and no variable fonts. Chromium can put
// only TrueType fonts into a PDF as fonts; of the others each letter becomes a drawing (a Type 3 font), which is
// heavy, looks coarse on screens and cannot be checked. It gives "" when there is nothing to set.
func printableFonts(folder, own string) (file string, err error) {
	base := systemFonts
	if own != "" {
		base = own
	}
	if runtime.GOOS != "linux" {
		return "", nil
	}
	if _, err := os.Stat(base); err != nil {
		return "", nil
	}
	file = filepath.Join(folder, "fonts.conf")
	return file, os.WriteFile(file, []byte(strings.Replace(fontRules, "BASE", escapeXML.Replace(base), 1)), 0o600)
}

var escapeXML = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

const fontRules = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include>BASE</include>
  <selectfont>
    <rejectfont><pattern><patelt name="fontformat"><string>CFF</string></patelt></pattern></rejectfont>
    <rejectfont><pattern><patelt name="fontformat"><string>Type 1</string></patelt></pattern></rejectfont>
    <rejectfont><pattern><patelt name="variable"><bool>true</bool></patelt></pattern></rejectfont>
  </selectfont>
</fontconfig>
`
