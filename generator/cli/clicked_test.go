package cli

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"
)

// TestADoubleClickWithoutACasebookIsExplained holds that who double-clicks the program where there is nothing to show can read why.
func TestADoubleClickWithoutACasebookIsExplained(t *testing.T) {
	t.Chdir(t.TempDir())
	var out, errs bytes.Buffer
	answers := strings.NewReader("\nnog iets")
	code := Run(context.Background(), nil, Env{
		Stdin: answers, Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }, Now: time.Now, Clicked: true,
	})
	if code != exitFailed {
		t.Errorf("the exit code is %d", code)
	}
	for _, want := range []string{"geen map content", "dubbelklik dan weer", "Enter"} {
		if !strings.Contains(errs.String(), want) {
			t.Errorf("it does not say %q: %s", want, errs.String())
		}
	}
	if strings.Count(errs.String(), "casusboek:") != 1 {
		t.Errorf("it says so more than once: %s", errs.String())
	}
	if answers.Len() == len("\nnog iets") {
		t.Error("it did not wait for an answer")
	}
}
