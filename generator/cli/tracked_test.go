package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// git runs git in a folder, without the configuration of this machine.
func git(t *testing.T, dir string, args ...string) {
	t.Helper()
	c := exec.Command("git", args...)
	c.Dir = dir
	c.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull,
		"GIT_AUTHOR_NAME=Proef", "GIT_AUTHOR_EMAIL=proef@voorbeeld.nl", "GIT_COMMITTER_NAME=Proef", "GIT_COMMITTER_EMAIL=proef@voorbeeld.nl")
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, said)
	}
}

func putFile(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTrackedReadsTheIndexOfGit(t *testing.T) {
	for _, version := range []string{"2", "3", "4"} {
		dir := t.TempDir()
		git(t, dir, "init", "-q")
		for _, name := range []string{"boek/register.txt", "boek/content/index.md", "other-register.txt", "los/register.key"} {
			putFile(t, filepath.Join(dir, name), "x")
		}
		git(t, dir, "add", "boek", "other-register.txt")
		if version == "3" { // only an entry with extended flags makes an index of version 3
			git(t, dir, "add", "--intent-to-add", "los")
		}
		git(t, dir, "update-index", "--index-version", version)
		for name, want := range map[string]bool{
			"boek/register.txt": true, "boek/content/index.md": true, "other-register.txt": true,
			"register.txt": false, "boek/register.age": false, "los/register.key": version == "3", "content/index.md": false,
		} {
			if got := tracked(filepath.Join(dir, name)); got != want {
				t.Errorf("index version %s: tracked(%s) = %v, want %v", version, name, got, want)
			}
		}
		linked := filepath.Join(t.TempDir(), "w")
		git(t, dir, "commit", "-qm", "x")
		git(t, dir, "worktree", "add", "-q", linked)
		if !tracked(filepath.Join(linked, "boek", "register.txt")) {
			t.Errorf("index version %s: not found in a linked work tree", version)
		}
	}
	if tracked(filepath.Join(t.TempDir(), "register.txt")) {
		t.Error("tracked without a repository")
	}
}

func TestABrokenIndexIsNoIndex(t *testing.T) {
	dir := t.TempDir()
	for _, index := range []string{"", "DIRC", "DIRC\x00\x00\x00\x04\xff\xff\xff\xff", "DIRC\x00\x00\x00\x02\x00\x00\x00\x01register.txt\x00"} {
		putFile(t, filepath.Join(dir, ".git", "index"), index)
		if tracked(filepath.Join(dir, "register.txt")) {
			t.Errorf("tracked by the index %q", index)
		}
	}
}

// A casebook that was sent may bring a repository, or the files of one, whose configuration names a
// program. The first run of git in it would start that.
func TestNoProgramOfACasebookIsRun(t *testing.T) {
	for name, at := range map[string]string{"a repository": ".git/", "a bare one": ""} {
		dir := t.TempDir()
		trace := filepath.Join(dir, "RUN")
		putFile(t, filepath.Join(dir, at+"config"), "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = "+dir+"\n\tfsmonitor = \"touch "+trace+"; false\"\n")
		putFile(t, filepath.Join(dir, at+"HEAD"), "ref: refs/heads/main\n")
		putFile(t, filepath.Join(dir, at+"objects/.keep"), "")
		putFile(t, filepath.Join(dir, at+"refs/.keep"), "")
		putFile(t, filepath.Join(dir, "register.txt"), "Jan Proefpersoon\n")
		putFile(t, filepath.Join(dir, "content/index.md"), "---\ntitel: Proef\n---\n")
		var said bytes.Buffer
		outer := Env{Stdout: &said, Stderr: &said, Getenv: func(string) string { return "" }, Now: time.Now}
		if code := Run(t.Context(), []string{"check", dir}, outer); code > exitProblems {
			t.Errorf("%s: status %d\n%s", name, code, said.String())
		}
		if _, err := os.Stat(trace); err == nil {
			t.Errorf("%s: its program was run\n%s", name, said.String())
		}
	}
}
