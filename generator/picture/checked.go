package picture

import (
	"golang.org/x/text/unicode/norm"

	yaml "go.yaml.in/yaml/v4"
)

// ReadChecked reads which photos somebody has looked at, out of content/privacy.yaml:
//
//	beelden:
//	  huis.jpg: 3f9a1c2be07d
//
// Somebody who writes this line says: there are no people, post, licence plates or house numbers on it that can be recognised. It stands here, and not
// in a file beside the photo or in the text that shows it, since this is where an author answers the guard, once and for every page that shows the photo. The
// message that asks for it gives the line to copy; the number is that of the photo, so that another one under the same name is asked for again.
//
// Other keys are not looked at, and what cannot be read checks nothing.
func ReadChecked(text []byte) Checked {
	var written struct{ Beelden, Images map[string]string }
	if yaml.Unmarshal(text, &written) != nil {
		return func(string, string) bool { return false }
	}
	sums := map[string]string{}
	for _, list := range []map[string]string{written.Beelden, written.Images} {
		for path, sum := range list {
			sums[norm.NFC.String(path)] = sum
		}
	}
	return func(path, sum string) bool { return sums[norm.NFC.String(path)] == sum }
}
