package chrome

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func program(t *testing.T, dir, name string) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	var none *NotFoundError
	if path, err := Find("weg"); !errors.As(err, &none) || none.Path != "weg" {
		t.Errorf("a browser that is not there: %q, %v", path, err)
	}
	if path, err := Find(dir); !errors.As(err, &none) {
		t.Errorf("a folder: %q, %v", path, err)
	}
	if len(places("linux", os.Getenv)) == 0 {
		if path, err := Find(""); !errors.As(err, &none) || none.Path != "" {
			t.Errorf("none at all: %q, %v", path, err)
		}
	}
	edge, chromium := program(t, dir, "microsoft-edge"), ""
	if path, err := Find(""); err != nil || path != edge {
		t.Errorf("only Edge: %q, %v", path, err)
	}
	chromium = program(t, dir, "chromium")
	if path, err := Find(""); err != nil || path != chromium {
		t.Errorf("Chromium goes before Edge: %q, %v", path, err)
	}
	if path, err := Find("microsoft-edge"); err != nil || path != edge {
		t.Errorf("the named one goes before all: %q, %v", path, err)
	}
}

func TestPlaces(t *testing.T) {
	env := func(name string) string {
		return map[string]string{"HOME": "/Users/an", "ProgramFiles": `C:\Program Files`, "LocalAppData": `C:\Users\an\AppData\Local`}[name]
	}
	for system, want := range map[string][]string{
		"darwin":  {"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Users/an/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"},
		"windows": {`C:\Program Files\Google\Chrome\Application\chrome.exe`, `C:\Users\an\AppData\Local\Microsoft\Edge\Application\msedge.exe`},
	} {
		for _, place := range want {
			if !slices.Contains(places(system, env), place) {
				t.Errorf("%s: not looked for at %s", system, place)
			}
		}
		for _, place := range places(system, env) {
			if system == "windows" && !strings.HasPrefix(place, `C:\`) {
				t.Errorf("looked for at %s", place)
			}
		}
	}
}

func TestPrintableFonts(t *testing.T) {
	dir := t.TempDir()
	own := filepath.Join(dir, "eigen & anders.conf")
	if err := os.WriteFile(own, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	file, err := printableFonts(dir, own)
	if err != nil || file == "" {
		t.Skip("no fontconfig on this system", err)
	}
	data, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(data), "eigen &amp; anders.conf</include>") {
		t.Errorf("%s, %v", data, err)
	}
	if file, err := printableFonts(dir, filepath.Join(dir, "weg")); err != nil || file != "" {
		t.Errorf("without settings of the system: %q, %v", file, err)
	}
}
