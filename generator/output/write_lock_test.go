package output

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
)

func TestSecondBuildWaits(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := Begin(t.Context(), out, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer first.Abort()
	calls := 0
	waiting, done := make(chan bool), make(chan error)
	go func() {
		_, err := build(out, siteB, Options{Waiting: func() {
			calls++
			close(waiting) // a second call would panic
		}})
		done <- err
	}()
	select {
	case <-waiting:
	case err := <-done:
		t.Fatalf("the second build did not wait (%v)", err)
	}
	for p, content := range siteA {
		if err := first.Add(p, []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if stats, err := first.Commit(); err != nil || stats.Removed != 0 {
		t.Errorf("%+v, %v: the second build did not wait", stats, err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if calls != 1 {
		t.Errorf("Waiting was called %d times", calls)
	}
	want(t, out, siteB)
	wantNothingBeside(t, out)
}

func TestWaitingCanBeGivenUp(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	first, err := Begin(t.Context(), out, Options{Waiting: func() { t.Error("nobody to wait for") }})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	if _, err := Begin(ctx, out, Options{Waiting: cancel}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want %v", err, context.Canceled)
	}
	first.Abort()
	wantNothingBeside(t, out)
	if _, err := Begin(ctx, out, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("with a context that ended: %v", err)
	}
	wantNothingBeside(t, out)
}
