package checks_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
	"time"

	"casusboek/generator/cli"
	"casusboek/generator/read/filename"
)

// windows is a Windows for tests: Wine with a folder of its own for what Windows keeps. What it cannot show stands in docs/systemen.md.
type windows struct {
	wine, folder string
	programs     string // the tests of the command line for Windows; by the name of casusboek.exe they are casusboek itself
}

// TestOnWindows runs the program for Windows: the sessions of the command line in generator/cli/testdata/script, and the example, which is the same byte for byte.
func TestOnWindows(t *testing.T) {
	switch {
	case testing.Short():
		t.Skip("builds the program for Windows and runs it: make test does")
	case runtime.GOOS != "linux" || runtime.GOARCH != "amd64":
		t.Skip("Wine runs programs for Windows on linux/amd64 alone; nothing was tried for Windows here")
	}
	w := newWindows(t)
	t.Run("example", w.buildsTheSame)
	t.Run("names", w.namesItsNames)
	t.Run("zip", w.packsNoPathOfTheMachine)
	t.Run("preview", w.seesWhatAnEditorSaves)
	t.Run("scripts", w.scripts)
}

func newWindows(t *testing.T) *windows {
	t.Helper()
	dir := t.TempDir()
	w := &windows{wine: wine(t), folder: filepath.Join(dir, "windows"), programs: filepath.Join(dir, "programs")}
	must(t, os.Mkdir(w.programs, 0o755))
	test := filepath.Join(w.programs, "cli.test.exe")
	// Not optimised: it is built once and runs for seconds.
	build := exec.Command("go", "test", "-c", "-gcflags=all=-N -l -dwarf=false", "-ldflags=-s -w", "-o", test, "casusboek/generator/cli")
	build.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	said(t, build)
	must(t, os.Link(test, filepath.Join(w.programs, "casusboek.exe")))
	// Go asks for ProcessPrng of Windows 10, which Wine has from version 9 on.
	said(t, exec.Command("x86_64-w64-mingw32-gcc", "-shared", "-o", filepath.Join(w.programs, "bcryptprimitives.dll"), filepath.Join("testdata", "processprng.c"), "-ladvapi32"))
	start := exec.Command(w.wine, "wineboot", "--init")
	start.Env = w.env()
	said(t, start)
	system := filepath.Join(w.folder, "drive_c", "windows", "system32", "bcryptprimitives.dll")
	if _, err := os.Stat(system); errors.Is(err, fs.ErrNotExist) {
		must(t, os.Rename(filepath.Join(w.programs, "bcryptprimitives.dll"), system))
	}
	t.Cleanup(func() { // before the folder is removed nothing may write in it any more
		for _, what := range []string{"--kill", "--wait"} {
			end := exec.Command(filepath.Join(filepath.Dir(w.wine), "wineserver"), what)
			end.Env = w.env()
			_ = end.Run() // it fails when nothing runs any more
		}
	})
	return w
}

// wine finds Wine; Debian has it beside a script that asks for the 32 bits version too.
func wine(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/lib/wine/wine64", "wine64", "wine"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("no Wine: generator/checks/install.sh installs it")
	return ""
}

// env is the environment without what belongs to this machine: no display, no language. Names of files are UTF-8.
func (w *windows) env() []string {
	return []string{
		"PATH=" + os.Getenv("PATH"), "LC_ALL=C.UTF-8", "HOME=" + w.folder, "WINEPREFIX=" + w.folder, "WINEARCH=win64", "WINEDEBUG=-all",
		"WINEDLLOVERRIDES=mscoree,mshtml=", "SOURCE_DATE_EPOCH=1796083200",
	}
}

// run runs casusboek.exe in a folder, and gives what it said and how it ended.
func (w *windows) run(t *testing.T, folder string, args ...string) (string, int) {
	t.Helper()
	c := exec.CommandContext(t.Context(), w.wine, append([]string{filepath.Join(w.programs, "casusboek.exe")}, args...)...)
	c.Dir, c.Env = folder, w.env()
	out, err := c.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return strings.ReplaceAll(string(out), "\r\n", "\n"), c.ProcessState.ExitCode()
}

// said wants a command to succeed, and gives what it said.
func said(t *testing.T, c *exec.Cmd) string {
	t.Helper()
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %v\n%s", c.Args, err, out)
	}
	return string(out)
}

func (w *windows) buildsTheSame(t *testing.T) {
	folder := t.TempDir()
	must(t, os.CopyFS(filepath.Join(folder, "content"), exampleContent()))
	if text, code := w.run(t, folder, "build", "--out", "venster"); code != 0 {
		t.Fatal(code, text)
	}
	world := cli.Env{
		Stdout: t.Output(), Stderr: t.Output(), Now: time.Now,
		Getenv: func(name string) string { return map[string]string{"SOURCE_DATE_EPOCH": "1796083200"}[name] },
	}
	if code := cli.Run(context.Background(), []string{"build", "--out", filepath.Join(folder, "hier"), folder}, world); code != 0 {
		t.Fatal(code)
	}
	here, there := tree(t, filepath.Join(folder, "hier")), tree(t, filepath.Join(folder, "venster"))
	if len(here) < 150 {
		t.Errorf("only %d files", len(here))
	}
	same(t, here, there)
	if text, code := w.run(t, folder, "build", "--out", "venster"); code != 0 || !strings.Contains(text, "Er is niets veranderd") {
		t.Error("again:", code, text)
	}
}

// tree reads all files of an output folder but the note of the last build, which holds times.
func tree(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	root := os.DirFS(folder)
	must(t, fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && name != ".casusboek-last" {
			files[name], err = fs.ReadFile(root, name)
		}
		return err
	}))
	return files
}

// smallBook is a casebook of one page, in a folder of its own.
func smallBook(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "mijn boek é")
	must(t, os.Mkdir(folder, 0o755))
	for name, text := range files {
		put(t, folder, name, text)
	}
	put(t, folder, "content/index.md", "---\ntitel: Klein casusboek\n---\n")
	return folder
}

func put(t *testing.T, folder, name, text string) {
	t.Helper()
	file := filepath.Join(folder, filepath.FromSlash(name))
	must(t, os.MkdirAll(filepath.Dir(file), 0o755))
	must(t, os.WriteFile(file, []byte(text), 0o644))
}

// namesItsNames holds that a name that Windows keeps for a device is told in the same words on both systems.
func (w *windows) namesItsNames(t *testing.T) {
	folder := smallBook(t, map[string]string{
		"content/paginas/con.md": "---\ntitel: Con\n---\n", "content/beelden/aux.svg": "<svg/>", "content/paginas/nul/a.md": "---\ntitel: A\n---\n",
		"templates/prn.html": "x",
	})
	var here bytes.Buffer
	world := cli.Env{Stdout: &here, Stderr: &here, Now: time.Now, Getenv: func(string) string { return "" }}
	if code := cli.Run(context.Background(), []string{"check", folder}, world); code != 1 || strings.Count(here.String(), "[file-name]") != 3 {
		t.Error(code, here.String())
	}
	for _, command := range []string{"check", "build"} {
		there, code := w.run(t, folder, command)
		if command == "check" && there != here.String() || code != 1 || strings.Count(there, "[file-name]") != 3 {
			t.Errorf("%s ends with %d and says\n%s\nwant\n%s", command, code, there, here.String())
		}
	}
}

func (w *windows) packsNoPathOfTheMachine(t *testing.T) {
	folder := smallBook(t, nil)
	if text, code := w.run(t, folder, "zip"); code != 0 {
		t.Fatal(code, text)
	}
	archive, err := zip.OpenReader(filepath.Join(folder, "casusboek.zip"))
	must(t, err)
	defer archive.Close()
	for _, f := range archive.File {
		if name, ok := strings.CutPrefix(f.Name, "casusboek/"); !ok || filename.Path(name) != filename.Fine || strings.Contains(name, "mijn boek") {
			t.Errorf("the zip holds %q", f.Name)
		}
	}
}

// seesWhatAnEditorSaves starts the preview and saves a file as editors do: beside it, then in its place.
func (w *windows) seesWhatAnEditorSaves(t *testing.T) {
	folder := smallBook(t, map[string]string{"content/paginas/over.md": "---\ntitel: Over\n---\n\nEerst.\n"})
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	c := exec.CommandContext(ctx, w.wine, filepath.Join(w.programs, "casusboek.exe"), "serve", "--addr", "127.0.0.1:0")
	c.Dir, c.Env = folder, w.env()
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	defer func() { stop(); _ = c.Wait() }()
	first, err := bufio.NewReader(out).ReadString('\n')
	must(t, err)
	go func() { _, _ = io.Copy(io.Discard, out) }()
	address := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(first)
	shows(t, address+"over/", "Eerst.")
	put(t, folder, "content/paginas/.over.md.tmp", "---\ntitel: Over\n---\n\nDaarna.\n")
	must(t, os.Rename(filepath.Join(folder, "content/paginas/.over.md.tmp"), filepath.Join(folder, "content/paginas/over.md")))
	shows(t, address+"over/", "Daarna.")
}

// shows waits until the preview shows a text.
func shows(t *testing.T, address, text string) {
	t.Helper()
	body := []byte{}
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		answer, err := http.Get(address)
		if err != nil {
			continue
		}
		body, err = io.ReadAll(answer.Body)
		must(t, errors.Join(err, answer.Body.Close()))
		if bytes.Contains(body, []byte(text)) {
			return
		}
	}
	t.Fatalf("%s does not show %q: %.300s", address, text, body)
}

// sameEverywhere are sessions about what is said of texts: they open and write no more than others do.
const sameEverywhere = "^TestScripts$/^(guard_(blocks|counts|leaves|reads)|help|completion|drafts|check_(shows|says))"

// scripts runs the sessions of the command line. Those that need a browser are left out, as with -short.
func (w *windows) scripts(t *testing.T) {
	c := exec.CommandContext(t.Context(), w.wine, filepath.Join(w.programs, "cli.test.exe"), "-test.short", "-test.v", "-test.run", "^TestScripts$", "-test.skip", sameEverywhere, "-test.parallel", "2")
	c.Dir, c.Env = filepath.Join("..", "cli"), w.env()
	out, _ := c.CombinedOutput() // it may end with 1: Wine 8 cannot remove the temporary folder as Go asks, which says nothing of the sessions
	ended := regexp.MustCompile(`(?m)^PASS\r?$`).Match(out)
	passed := bytes.Count(out, []byte("--- PASS: TestScripts/"))
	skipped := bytes.Count(out, []byte("--- SKIP: TestScripts/"))
	if !ended || bytes.Contains(out, []byte("--- FAIL")) || passed < 20 || skipped > 4 {
		t.Errorf("%d sessions pass, %d are left out:\n%s", passed, skipped, failures(string(out)))
	}
}

// failures are the last lines before each failure.
func failures(log string) string {
	lines := strings.Split(log, "\n")
	var told []string
	for i, line := range lines {
		if strings.Contains(line, "FAIL: testdata") {
			told = append(told, lines[max(0, i-8):i+1]...)
		}
	}
	if len(told) == 0 {
		told = lines[max(0, len(lines)-20):]
	}
	return strings.Join(told, "\n")
}
