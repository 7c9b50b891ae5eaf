package checks_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"casusboek/generator/checks/browser"
	"casusboek/generator/cli"
	"casusboek/generator/guard"
)

// zipped makes a zip of the example as its author does, and gives its path.
func zipped(t *testing.T, args ...string) string {
	t.Helper()
	folder := t.TempDir()
	must(t, os.CopyFS(filepath.Join(folder, "content"), exampleContent()))
	var out, problems bytes.Buffer
	world := cli.Env{Stdout: &out, Stderr: &problems, Getenv: func(string) string { return "" }, Now: func() time.Time { return today }}
	if code := cli.Run(context.Background(), append(append([]string{"zip"}, args...), folder), world); code != 0 {
		t.Fatalf("exit code %d: %s", code, problems.String())
	}
	found, err := filepath.Glob(filepath.Join(folder, "*.zip"))
	must(t, err)
	if len(found) != 1 {
		t.Fatalf("the zips are %v", found)
	}
	return found[0]
}

// unpack does what who gets the zip does, and gives its files by name.
func unpack(t *testing.T, file, folder string) map[string][]byte {
	t.Helper()
	archive, err := zip.OpenReader(file)
	must(t, err)
	defer archive.Close()
	files := map[string][]byte{}
	for _, f := range archive.File {
		r, err := f.Open()
		must(t, err)
		files[f.Name], err = io.ReadAll(r)
		must(t, err)
	}
	must(t, save(folder, files))
	return files
}

// The zip holds the site that build makes and a text, all in one folder; it works from a stick whose folders have spaces and accents in their names.
func TestTheZipWorksFromAStick(t *testing.T) {
	needsBrowser(t)
	stick := filepath.Join(t.TempDir(), "USB-stick é (1)", "Mijn casusboek 100% & meer #2")
	files := unpack(t, zipped(t), stick)
	site := editions(t)[0].site.Files
	for name, data := range site {
		// The version stands in what the program itself makes.
		if got, there := files["casusboek/"+name]; !there || !strings.HasSuffix(name, ".html") && name != "casusboek.json" && name != "feed.xml" && !bytes.Equal(got, data) {
			t.Errorf("%s is not in the zip as build makes it", name)
		}
	}
	if len(files) != len(site)+1 || !strings.Contains(string(files["casusboek/LEESMIJ.txt"]), "1. Pak het zipbestand eerst uit.") || bytes.Contains(files["casusboek/LEESMIJ.txt"], []byte("NIET VOOR PUBLICATIE")) {
		t.Errorf("%d files, want %d and a text: %s", len(files), len(site), files["casusboek/LEESMIJ.txt"])
	}
	lent := tab(t)
	home := filepath.Join(stick, "casusboek")
	for _, page := range []string{"index.html", "casussen/index.html", "casussen/nadira/ronde-2/index.html", ownPage} {
		must(t, lent.Open(fromDisk(home, page), browser.View{Width: 1024}))
		untroubled(t, lent, page, strings.TrimSuffix(fromDisk(home, "x"), "x"))
	}
	comes(t, lent, `String(document.querySelector(".own").hidden)`, "false") // scripts run, from disk
}

// Of the facilitator edition the name, the folder inside and the text say that it is not for publication.
func TestTheFacilitatorsZipSaysSo(t *testing.T) {
	file := zipped(t, "--edition", "facilitator")
	const name = "casusboek-begeleiders-niet-publiceren"
	files := unpack(t, file, t.TempDir())
	if filepath.Base(file) != name+".zip" || !strings.Contains(string(files[name+"/LEESMIJ.txt"]), "NIET VOOR PUBLICATIE") {
		t.Errorf("%s holds the text %s", file, files[name+"/LEESMIJ.txt"])
	}
	if want, err := build(exampleContent(), guard.Facilitator); err != nil || len(files) != len(want)+1 {
		t.Errorf("%d files, want %d, %v", len(files), len(want), err)
	}
}
