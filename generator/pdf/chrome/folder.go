package chrome

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// prefix begins the name of the folder that a browser has below the temporary folder of the system, and lockName is a
// file in it that is locked as long as the browser may run.
const (
	prefix   = "casusboek-browser-"
	lockName = "lock"
)

// settling is how long a folder may be there before its lock is.
const settling = time.Minute

// newFolder creates the folder of a browser, and locks it.
func newFolder() (string, *flock.Flock, error) {
	folder, err := os.MkdirTemp("", prefix)
	if err != nil {
		return "", nil, err
	}
	lock := flock.New(filepath.Join(folder, lockName), flock.SetPermissions(0o600))
	if _, err := lock.TryLock(); err != nil {
		return "", nil, errors.Join(err, os.RemoveAll(folder))
	}
	return folder, lock, nil
}

// sweep removes the folders of browsers whose process was killed. Those of other users stay, since the system lets nobody
// else remove them.
func sweep(temp string) {
	entries, _ := os.ReadDir(temp) // without a list there is nothing to remove
	for _, e := range entries {
		if e.IsDir() && strings.HasPrefix(e.Name(), prefix) && abandoned(filepath.Join(temp, e.Name())) {
			_ = os.RemoveAll(filepath.Join(temp, e.Name()))
		}
	}
}

// abandoned reports whether no process holds the lock of a folder.
func abandoned(folder string) bool {
	info, err := os.Lstat(folder)
	if err != nil || time.Since(info.ModTime()) < settling {
		return false
	}
	file := filepath.Join(folder, lockName)
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
		return os.IsNotExist(err) // never follows a link that somebody put there
	}
	lock := flock.New(file, flock.SetFlag(os.O_RDWR)) // which creates none
	free, err := lock.TryLock()
	return err == nil && free && lock.Unlock() == nil
}
