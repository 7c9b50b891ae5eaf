package output

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// Every release removes the file of the lock, so this is where two holders would show.
func TestLockHasOneHolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "public")
	was := lockPoll
	lockPoll = 10 * time.Microsecond
	defer func() { lockPoll = was }()
	var holders, turns atomic.Int64
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 400 {
				l, err := Acquire(t.Context(), file, nil)
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
				l.Release()
			}
		})
	}
	wg.Wait()
	if turns.Load() != 8*400 {
		t.Errorf("%d turns, want %d", turns.Load(), 8*400)
	}
}

// A link in the place of the lock would be followed, and waited for without end.
func TestALinkIsNoLock(t *testing.T) {
	dir := t.TempDir()
	victim, link := filepath.Join(dir, "victim"), filepath.Join(dir, "lock")
	if err := os.Symlink(victim, link); err != nil {
		t.Skip("no links here: ", err)
	}
	for _, there := range []bool{false, true} {
		if there {
			if err := os.WriteFile(victim, []byte("mine"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := Acquire(t.Context(), link, func() { t.Error("waits") }); !errors.Is(err, fs.ErrExist) {
			t.Errorf("with a target %v: %v", there, err)
		}
		if _, err := os.Stat(victim); (err == nil) != there {
			t.Errorf("the target of the link was created: %v", err)
		}
	}
}
