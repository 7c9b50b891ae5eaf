package theme

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/templates"
)

func scriptModules(texts ...string) fstest.MapFS {
	files := fstest.MapFS{}
	for i := 0; i < len(texts); i += 2 {
		files[texts[i]] = &fstest.MapFile{Data: []byte(texts[i+1])}
	}
	return files
}

func TestAnEntryHoldsWhatItImports(t *testing.T) {
	bundles, err := Bundle(scriptModules(
		"script/filter.js", `import { shout } from "./_words.js"; document.title = shout("één");`,
		"script/_words.js", `export const shout = (text) => text + "!"; export const unused = "nergens voor";`,
		"script/reader.js", `document.title = "lezer";`,
	))
	if err != nil {
		t.Fatal(err)
	}
	if len(bundles) != 2 {
		t.Fatalf("%d bundles, want filter.js and reader.js: a name with an underscore is no entry", len(bundles))
	}
	got := string(bundles["filter.js"])
	if !strings.Contains(got, "één") || !strings.Contains(got, "!") || strings.Contains(got, "nergens voor") {
		t.Errorf("filter.js is %s", got)
	}
	if strings.Contains(got, "import") || strings.Contains(got, "export") {
		t.Errorf("a page cannot load this from disk: %s", got)
	}
}

func TestAWrongModuleIsAnErrorWithItsPlace(t *testing.T) {
	for name, text := range map[string]string{
		"missing":         `import { x } from "./_weg.js"; x();`,
		"outside":         `import { x } from "../../etc/passwd"; x();`,
		"from a registry": `import x from "react"; x();`,
		"broken":          `const = 3;`,
	} {
		_, err := Bundle(scriptModules("script/filter.js", text))
		if err == nil || !strings.Contains(err.Error(), "script/filter.js:1") {
			t.Errorf("%s: the error is %v", name, err)
		}
	}
}

func TestTheSameModulesGiveTheSameBytes(t *testing.T) {
	first, err := Bundle(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	if len(first) == 0 {
		t.Fatal("casusboek has no scripts")
	}
	second, err := Bundle(templates.Files)
	if err != nil {
		t.Fatal(err)
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestNamesOfBundlesOnEverySystem(t *testing.T) {
	for path, want := range map[string]string{
		"/comfort.js": "comfort.js", `C:\Users\Els de Wit\boek\comfort.js`: "comfort.js", `\\server\deel\boek\comfort.js`: "comfort.js", "comfort.js": "comfort.js",
	} {
		if got := base(path); got != want {
			t.Errorf("%s: %q, want %q", path, got, want)
		}
	}
}
