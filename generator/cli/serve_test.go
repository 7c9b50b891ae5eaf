package cli

import (
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"
)

// heard is what a command said, while it is still saying more.
type heard struct {
	mu   sync.Mutex
	text strings.Builder
}

func (h *heard) Write(p []byte) (int, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.Write(p)
}

func (h *heard) String() string {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.text.String()
}

// until waits for what will come; how soon is no matter here.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(20 * time.Second); !is(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%s never came", what)
		}
	}
}

func put(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

// previewing runs serve on a small casebook until the test ends, and gives what it says and where to look.
func previewing(t *testing.T, folder string, args ...string) (said *heard, address string, stop func() int) {
	t.Helper()
	said = &heard{}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() {
		ended <- Run(ctx, append(append([]string{"serve"}, args...), folder), Env{Stdout: said, Stderr: said, Getenv: func(string) string { return "" }, Now: time.Now})
	}()
	stop = sync.OnceValue(func() int { cancel(); return <-ended })
	t.Cleanup(func() { stop() })
	look := regexp.MustCompile(`http://[0-9.:\[\]]+/`)
	until(t, "the address", func() bool { return look.MatchString(said.String()) })
	return said, look.FindString(said.String()), stop
}

func says(t *testing.T, address, text string) func() bool {
	return func() bool {
		answer, err := http.Get(address)
		if err != nil {
			t.Fatal(err)
		}
		defer answer.Body.Close() // read to its end
		body, _ := io.ReadAll(answer.Body)
		return strings.Contains(string(body), text)
	}
}

// Ctrl+C ends the context that Main gives to Run.
func TestServeOpensTheBrowserAndEndsCleanly(t *testing.T) {
	folder, bin := t.TempDir(), t.TempDir()
	put(t, filepath.Join(folder, "content", "index.md"), "---\ntitel: Boek\n---\n")
	opened := filepath.Join(bin, "opened")
	for _, name := range []string{"xdg-open", "open"} {
		put(t, filepath.Join(bin, name), "#!/bin/sh\necho \"$1\" > "+opened+"\n")
	}
	t.Setenv("PATH", bin+string(os.PathListSeparator)+os.Getenv("PATH"))
	_, address, stop := previewing(t, folder, "--open", "--addr", "127.0.0.1:0")
	until(t, "the browser", func() bool { text, _ := os.ReadFile(opened); return string(text) == address+"\n" })
	until(t, "the page", says(t, address, "Boek"))
	if code := stop(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if _, err := net.DialTimeout("tcp", strings.Trim(strings.TrimPrefix(address, "http:"), "/"), time.Second); err == nil {
		t.Error("the port is still taken")
	}
}

func TestServeOnATakenPortTakesTheNext(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close() // only held
	folder := t.TempDir()
	put(t, filepath.Join(folder, "content", "index.md"), "---\ntitel: Boek\n---\n")
	said, address, _ := previewing(t, folder, "--addr", taken.Addr().String())
	if strings.Contains(address, taken.Addr().String()) || !strings.Contains(said.String(), taken.Addr().String()+" is bezet; dit wordt ") {
		t.Errorf("it took %s and said %s", address, said)
	}
	if strings.Contains(said.String(), "andere computers") {
		t.Errorf("it warns of a network that it does not listen on: %s", said)
	}
}

func TestServeOnANetworkWarns(t *testing.T) {
	folder := t.TempDir()
	put(t, filepath.Join(folder, "content", "index.md"), "---\ntitel: Boek\n---\n")
	if said, _, _ := previewing(t, folder, "--addr", "0.0.0.0:0"); !strings.Contains(said.String(), "andere computers") {
		t.Errorf("it does not warn: %s", said)
	}
}

// Folders may come and go while the preview runs: templates/ is made, and git puts another content/ in the place of the one that was.
func TestServeSeesFoldersThatComeAndGo(t *testing.T) {
	folder, elsewhere := t.TempDir(), t.TempDir()
	put(t, filepath.Join(folder, "content", "index.md"), "---\ntitel: Boek\n---\nHet eerste.\n")
	_, address, _ := previewing(t, folder, "--addr", "127.0.0.1:0")
	until(t, "the page", says(t, address, "Het eerste."))
	put(t, filepath.Join(folder, "templates", "casusboek.css"), "h1 { color: teal }")
	until(t, "the style", says(t, address+"casusboek.css", "teal"))

	put(t, filepath.Join(elsewhere, "content", "index.md"), "---\ntitel: Boek\n---\nHet tweede.\n")
	if err := os.Rename(filepath.Join(folder, "content"), filepath.Join(elsewhere, "weg")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(elsewhere, "content"), filepath.Join(folder, "content")); err != nil {
		t.Fatal(err)
	}
	until(t, "the other folder", says(t, address, "Het tweede."))
	put(t, filepath.Join(folder, "content", "index.md"), "---\ntitel: Boek\n---\nHet derde.\n")
	until(t, "what was written in it", says(t, address, "Het derde."))
}
