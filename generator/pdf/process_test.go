//go:build linux

package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"casusboek/generator/pdf"
	"casusboek/generator/pdf/chrome"
)

// browsers are the processes of browsers that were started with this test's temporary folder, without those that have
// ended and that nobody has asked after.
func browsers(t *testing.T) []int {
	t.Helper()
	dir := os.Getenv("TMPDIR")
	all, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		t.Fatal(err)
	}
	var found []int
	for _, name := range all {
		line, err := os.ReadFile(name)
		if err != nil || !bytes.Contains(line, []byte("--user-data-dir="+dir)) {
			continue
		}
		pid, err := strconv.Atoi(strings.Split(name, "/")[2])
		if err == nil && pid != os.Getpid() {
			found = append(found, pid)
		}
	}
	return found
}

func signal(t *testing.T, s syscall.Signal) {
	t.Helper()
	found := browsers(t)
	if len(found) < 2 {
		t.Fatalf("the browser has %d processes", len(found))
	}
	for _, pid := range found {
		_ = syscall.Kill(pid, s) // it may have ended meanwhile
	}
}

func gone(t *testing.T) {
	t.Helper()
	for range 100 {
		if len(browsers(t)) == 0 {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("processes are left: %v", browsers(t))
}

var two = files{"a.html": page("<h1>Een</h1>"), "b.html": page("<h1>Twee</h1>"), "c.html": page("<h1>Drie</h1>"), "stijl.css": style}

var three = []pdf.Document{{Page: "a.html"}, {Page: "b.html"}, {Page: "c.html"}}

func TestABrowserThatHangsIsEnded(t *testing.T) {
	press := open(t, pdf.Options{Limit: 5 * time.Second, Tabs: 1})
	err := press.Print(t.Context(), two, three, func(i int, _ pdf.Printed) error {
		if i == 1 {
			signal(t, syscall.SIGSTOP)
		}
		return nil
	})
	var page *pdf.PageError
	if !errors.As(err, &page) || page.Page != "c.html" || !errors.Is(err, pdf.ErrSlow) {
		t.Errorf("a browser that hangs: %v", err)
	}
	gone(t)
}

func TestABrowserThatCrashesIsStartedOnceMore(t *testing.T) {
	press := open(t, pdf.Options{Tabs: 1})
	made := 0
	err := press.Print(t.Context(), two, three, func(i int, _ pdf.Printed) error {
		made++
		if i == 0 {
			signal(t, syscall.SIGKILL)
		}
		return nil
	})
	if err != nil || made != 3 {
		t.Errorf("%d PDFs after a crash: %v", made, err)
	}
	err = press.Print(t.Context(), two, three, func(i int, _ pdf.Printed) error {
		if i == 0 {
			signal(t, syscall.SIGKILL)
		}
		return nil
	})
	var page *pdf.PageError
	if !errors.As(err, &page) || page.Page != "b.html" || !errors.Is(err, pdf.ErrCrashed) {
		t.Errorf("after a second crash: %v", err)
	}
	press.Close()
	gone(t)
}

func TestCancelEndsTheBrowser(t *testing.T) {
	press := open(t, pdf.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	err := press.Print(ctx, two, three, func(int, pdf.Printed) error {
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	press.Close()
	gone(t)
}

func TestABrowserThatDoesNotStart(t *testing.T) {
	silent := filepath.Join(t.TempDir(), "chromium")
	if err := os.WriteFile(silent, []byte("#!/bin/sh\nsleep 600 # $@\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(t.TempDir(), "chromium")
	if err := os.WriteFile(broken, []byte("#!/bin/sh\necho kapot >&2\nexit 1\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	dir := temporary(t)
	for path, says := range map[string]string{silent: "does not start", broken: "kapot"} {
		_, err := pdf.OpenPrinter(t.Context(), pdf.Options{Browser: path, Limit: time.Second})
		var start *chrome.StartError
		if !errors.As(err, &start) || start.Path != path || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", path, err)
		}
	}
	gone(t)
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left on disk: %v, %v", left, err)
	}
}
