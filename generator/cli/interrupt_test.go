//go:build unix

package cli

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// endless is a page that takes minutes, in which nothing looks whether the command was told to stop.
const endless = `{{define "main"}}{{range 2000000000}}{{end}}{{end}}`

// TestASecondInterruptEndsAtOnce runs the real program on a template without end: the first Ctrl+C cannot stop it, the second does, and the old site stays.
func TestASecondInterruptEndsAtOnce(t *testing.T) {
	for _, second := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		dir := t.TempDir()
		write := func(name, text string) {
			t.Helper()
			path := filepath.Join(dir, name)
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o644)); err != nil {
				t.Fatal(err)
			}
		}
		write("content/index.md", "---\ntitel: Oud\n---\n")
		if out, err := exec.Command("casusboek", "build", dir).CombinedOutput(); err != nil {
			t.Fatal(err, string(out))
		}
		old, err := os.ReadFile(filepath.Join(dir, "public/index.html"))
		if err != nil {
			t.Fatal(err)
		}
		write("content/index.md", "---\ntitel: Nieuw\n---\n")
		write("templates/home.html", endless)
		var said bytes.Buffer
		c := exec.Command("casusboek", "build", dir)
		c.Stderr = &said
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		awaitFile(t, filepath.Join(dir, ".public.casusboek-new"))
		signalTo(t, c, syscall.SIGINT)
		signalTo(t, c, second)
		err = c.Wait()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != exitFailed || !strings.Contains(said.String(), "meteen gestopt") {
			t.Errorf("after SIGINT and %v: %v, %q", second, err, said.String())
		}
		if is, err := os.ReadFile(filepath.Join(dir, "public/index.html")); err != nil || !bytes.Equal(is, old) {
			t.Errorf("the old site did not stay: %v", err)
		}
	}
}

func signalTo(t *testing.T, c *exec.Cmd, s syscall.Signal) {
	t.Helper()
	time.Sleep(50 * time.Millisecond) // the system merges signals that come together
	if err := c.Process.Signal(s); err != nil {
		t.Fatal(err)
	}
}

// awaitFile waits until a file is there; the limit of the test run ends it.
func awaitFile(t *testing.T, path string) {
	t.Helper()
	for {
		if _, err := os.Stat(path); err == nil {
			return
		}
		if t.Context().Err() != nil {
			t.Fatal(path, "never came")
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// TestWhatDoesNotStopIsEndedAfterTheGrace holds that one interrupt is enough where nobody sends a second.
func TestWhatDoesNotStopIsEndedAfterTheGrace(t *testing.T) {
	ended := make(chan struct{})
	ctx, stop := interruptible(time.Millisecond, func() { close(ended) })
	defer stop()
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	<-ctx.Done()
	<-ended
}

// TestACommandThatIsDoneIsNotEnded holds that a context that ended by itself waits for no signal.
func TestACommandThatIsDoneIsNotEnded(t *testing.T) {
	ctx, stop := interruptible(0, func() { t.Error("ended") })
	stop()
	<-ctx.Done()
}
