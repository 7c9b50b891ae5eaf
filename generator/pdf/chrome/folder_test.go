package chrome

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestFoldersOfKilledProcessesGo holds that a folder in use, a fresh one and one of somebody else stay.
func TestFoldersOfKilledProcessesGo(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp) // on Windows
	used, lock, err := newFolder()
	if err != nil {
		t.Fatal(err)
	}
	killed, its, err := newFolder()
	if err != nil {
		t.Fatal(err)
	}
	if err := its.Unlock(); err != nil { // as the system does
		t.Fatal(err)
	}
	fresh, unlocked, others := filepath.Join(temp, prefix+"1"), filepath.Join(temp, prefix+"2"), filepath.Join(temp, "casusboek-mine")
	linked := filepath.Join(temp, prefix+"3")
	if err := errors.Join(os.Mkdir(fresh, 0o700), os.Mkdir(unlocked, 0o700), os.Mkdir(others, 0o700), os.Mkdir(linked, 0o700)); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink(filepath.Join(temp, "victim"), filepath.Join(linked, lockName)) // where there are links
	old := time.Now().Add(-time.Hour)
	for _, dir := range []string{used, killed, unlocked, others, linked} {
		if err := os.Chtimes(dir, old, old); err != nil {
			t.Fatal(err)
		}
	}
	sweep(temp)
	for dir, stays := range map[string]bool{used: true, killed: false, fresh: true, unlocked: false, others: true} {
		if _, err := os.Stat(dir); (err == nil) != stays {
			t.Errorf("%s: stays should be %v: %v", filepath.Base(dir), stays, err)
		}
	}
	if _, err := os.Lstat(filepath.Join(temp, "victim")); err == nil {
		t.Error("the target of a link was created")
	}
	if err := lock.Unlock(); err != nil {
		t.Error(err)
	}
}
