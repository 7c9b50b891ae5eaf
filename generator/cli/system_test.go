//go:build unix

package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"casusboek/generator/pdf"
	"casusboek/generator/pdf/chrome"
)

// TestWhatTheSystemRefusesIsSaidInWords holds that no author reads "no space left on device". What the write package does on a full disk is
// tested there.
func TestWhatTheSystemRefusesIsSaidInWords(t *testing.T) {
	words, err := terminalWords(func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	e := &env{words: words}
	for _, c := range []struct {
		path string
		err  error
		want string
	}{
		{"uit/.public.casusboek-new/index.html", syscall.ENOSPC, "de schijf is vol; maak ruimte en probeer het opnieuw"},
		{"uit/.public.casusboek-lock", syscall.EACCES, "geen toegang tot uit; kijk of je daar mag lezen en schrijven"},
		{"casussen/anna.md", syscall.EACCES, "geen toegang tot casussen/anna.md; kijk of je daar mag lezen en schrijven"},
		{"b/x.epub", syscall.EFBIG, "b/x.epub werd groter dan dit systeem toestaat; vraag de beheerder om een ruimere grens voor de grootte van bestanden (ulimit -f)"},
		{"x", syscall.EMFILE, "dit systeem laat niet meer bestanden tegelijk open zijn; sluit andere programma's, of vraag de beheerder om een ruimere grens (ulimit -n)"},
		{"x", syscall.ENAMETOOLONG, "de naam x is te lang voor deze schijf; kies een kortere naam of een map minder diep"},
		{"x", syscall.EIO, "lezen of schrijven van x lukt niet: de schijf of de verbinding ermee geeft een fout. Probeer een andere schijf"},
		{"x", syscall.ENOENT, "x is er niet; kijk of de naam klopt en of de map bestaat"},
		{"x", syscall.ENOSYS, "met x ging iets mis dat casusboek niet kent (function not implemented); kijk of je het bestand of de map kunt openen en probeer het opnieuw"},
		{"uit/public", syscall.EROFS, "op deze schijf kan niet worden geschreven: uit/public"},
	} {
		err := fmt.Errorf("page x: %w", &fs.PathError{Op: "write", Path: c.path, Err: c.err})
		if got := e.explain(err); got != c.want {
			t.Errorf("%v: %q, want %q", err, got, c.want)
		}
	}
	moved := &os.LinkError{Op: "renameat", Old: "content/.casusboek-new-X", New: "content/privacy.yaml", Err: syscall.EACCES}
	if got, want := e.explain(moved), "geen toegang tot content/privacy.yaml; kijk of je daar mag lezen en schrijven"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	err = &os.LinkError{Op: "rename", Old: "uit/.boek.zip.new", New: "uit/boek.zip", Err: syscall.ETXTBSY}
	if got, want := e.explain(err), "uit/boek.zip is in gebruik bij een ander programma; sluit dat en probeer het opnieuw"; got != want {
		t.Errorf("%v: %q, want %q", err, got, want)
	}
	if got := e.explain(errors.New("iets anders")); got != "iets anders" {
		t.Errorf("another error: %q", got)
	}
}

// TestAFolderThatMayNotBeWrittenIn runs as somebody who may not write everywhere, also when root runs the tests.
func TestAFolderThatMayNotBeWrittenIn(t *testing.T) {
	dir := t.TempDir()
	beNobody(t, dir)
	if err := os.MkdirAll(dir+"/content", 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(dir+"/content/index.md", []byte("---\ntitel: Boek\n---\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.Chmod(dir, 0o755) })
	var said strings.Builder
	code := Run(t.Context(), []string{"build", dir}, Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Now: time.Now})
	if code != exitFailed || !strings.Contains(said.String(), "geen toegang tot "+dir) {
		t.Errorf("exit code %d: %s", code, &said)
	}
}

// beNobody gives up the rights of root until the test ends, with dir as a folder of its own. The tests of this package do not run beside each other.
func beNobody(t *testing.T, dir string) {
	t.Helper()
	if os.Geteuid() != 0 {
		return
	}
	const nobody = 65534
	for _, err := range []error{os.Chmod(filepath.Dir(dir), 0o755), os.Chown(dir, nobody, nobody), syscall.Setreuid(-1, nobody)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() {
		if err := syscall.Setreuid(-1, 0); err != nil {
			panic(err)
		}
	})
}

// TestAnInterruptedBuildChangesNothing holds what Ctrl+C leaves: the old site, nothing beside it, and a word about it.
func TestAnInterruptedBuildChangesNothing(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(dir+"/content", 0o755); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	run := func(ctx context.Context, title string) int {
		t.Helper()
		if err := os.WriteFile(dir+"/content/index.md", []byte("---\ntitel: "+title+"\n---\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		said.Reset()
		return Run(ctx, []string{"build", dir}, Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Now: time.Now})
	}
	if code := run(t.Context(), "Oud"); code != exitDone {
		t.Fatal(code, said.String())
	}
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if code := run(ctx, "Nieuw"); code != exitFailed || !strings.Contains(said.String(), "onderbroken; er is niets veranderd") {
		t.Errorf("exit code %d: %s", code, &said)
	}
	home, err := os.ReadFile(dir + "/public/index.html")
	if err != nil || !strings.Contains(string(home), "Oud") {
		t.Errorf("the old site is gone: %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 3 { // the cache is of the first build
		t.Errorf("left beside content, public and the cache: %v, %v", left, err)
	}
}

// TestWhatABrowserRefusesIsSaidInWords holds that every way in which printing fails has a sentence of its own, which says what to do or names the page.
func TestWhatABrowserRefusesIsSaidInWords(t *testing.T) {
	words, err := terminalWords(func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	e := &env{words: words}
	page := func(err error) error {
		return fmt.Errorf("x: %w", &pdf.PageError{Page: "casussen/anna/kaarten/index.html", Err: err})
	}
	for _, c := range []struct {
		err  error
		want string
	}{
		{&chrome.NotFoundError{}, "er is geen browser gevonden om pdf's mee te maken; "},
		{&chrome.NotFoundError{Path: "x"}, "x is geen browser die hier kan draaien; "},
		{&chrome.StartError{Path: "x", Err: errors.New("chrome failed to start:\nlos\n[1:FATAL:y] kapot\n")}, "de browser x start niet: [1:FATAL:y] kapot"},
		{page(pdf.ErrSlow), "afdrukken van casussen/anna/kaarten/index.html is niet gelukt: de browser krijgt deze pagina niet binnen een minuut af"},
		{page(pdf.ErrCrashed), "afdrukken van casussen/anna/kaarten/index.html is niet gelukt: de browser is twee keer vastgelopen"},
		{page(&chrome.StartError{Path: "x", Err: errors.New("y")}), "afdrukken van casussen/anna/kaarten/index.html is niet gelukt: starting x: y"},
		{page(errors.New("iets")), "afdrukken van casussen/anna/kaarten/index.html is niet gelukt: iets"},
	} {
		if got := e.explain(c.err); !strings.HasPrefix(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
}
