package write

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
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

// The lock file goes with every release, so this is where two holders would show.
func TestLockHasOneHolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "public")
	replace(t, &lockPoll, 10*time.Microsecond)
	var holders, turns atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 400 {
				l, err := acquire(t.Context(), file, nil)
				if err != nil {
					t.Error(err)
					return
				}
				if holders.Add(1) != 1 {
					t.Error("two builds hold the lock")
				}
				turns.Add(1)
				runtime.Gosched()
				holders.Add(-1)
				l.release()
			}
		})
	}
	wg.Wait()
	if turns.Load() != 8*400 {
		t.Errorf("%d turns, want %d", turns.Load(), 8*400)
	}
}
