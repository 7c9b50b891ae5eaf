package output

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// lockPoll is how often Acquire looks whether a lock has become free. A lock of the operating system cannot be awaited
// together with a context. Tests shorten it.
var lockPoll = 50 * time.Millisecond

// Lock is held by one process at a time. The operating system releases it when the process ends, however it ends.
type Lock struct{ f *flock.Flock }

// Acquire takes the lock that file stands for, creating the file if need be. It waits while another process holds the
// lock, calling waiting once, until ctx ends.
func Acquire(ctx context.Context, file string, waiting func()) (*Lock, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if info, err := os.Lstat(file); err == nil && !info.Mode().IsRegular() { // following a link would create its target
			return nil, &fs.PathError{Op: "lock", Path: file, Err: fs.ErrExist}
		}
		f := flock.New(file, flock.SetPermissions(0o644))
		ok, err := f.TryLock()
		if err == nil && !ok {
			if waiting != nil {
				waiting()
				waiting = nil
			}
			ok, err = f.TryLockContext(ctx, lockPoll)
		}
		if err != nil || !ok {
			return nil, errors.Join(err, f.Close())
		}
		// The process that held the lock removed the file before releasing it, so the locked file may be one that no
		// path leads to any more, while a third process locks a new one.
		mine, err := f.Stat()
		if err == nil {
			now, err := os.Lstat(file)
			if err == nil && os.SameFile(mine, now) {
				return &Lock{f}, nil
			}
		}
		_ = f.Unlock()
	}
}

// AcquireNow is Acquire without waiting: the lock is nil when another process holds it.
func AcquireNow(file string) (*Lock, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l, err := Acquire(ctx, file, cancel)
	if errors.Is(err, context.Canceled) {
		return nil, nil
	}
	return l, err
}

// Release removes the file while the lock is still held, so that nobody can have locked the file that is removed.
// Windows refuses to remove an open file; there it is removed afterwards, which for the same reason fails as long as
// another process has it open.
func (l *Lock) Release() {
	err := atomicfileSystem.remove(l.f.Path())
	_ = l.f.Unlock()
	if err != nil && runtime.GOOS == "windows" {
		_ = atomicfileSystem.remove(l.f.Path())
	}
}
