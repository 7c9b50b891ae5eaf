package write

import (
	"context"
	"errors"
	"os"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// lockPoll is how often a waiting build looks whether it is its turn. A lock of the operating system
// cannot be awaited together with a context. Tests shorten it.
var lockPoll = 50 * time.Millisecond

// lock is held by the one build that may change an output folder. The operating system frees it when
// the process dies, however it dies.
type lock struct{ f *flock.Flock }

// acquire takes the lock of a file, making the file if need be.
func acquire(ctx context.Context, file string, waiting func()) (*lock, error) {
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
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
			return nil, err
		}
		// The build that held the lock removed the file before it let go, so what we hold may
		// be a file that no path leads to any more, while a third build locks a new one.
		mine, err := f.Stat()
		if err == nil {
			now, err := os.Lstat(file)
			if err == nil && os.SameFile(mine, now) {
				return &lock{f}, nil
			}
		}
		_ = f.Unlock()
	}
}

// acquireNow is acquire without waiting: the lock is nil when a build holds it.
func acquireNow(file string) (*lock, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	l, err := acquire(ctx, file, cancel)
	if errors.Is(err, context.Canceled) {
		return nil, nil
	}
	return l, err
}

// release removes the file while the lock is still held, so that nobody can have locked the file
// that goes. Windows refuses to remove an open file; there it is removed afterwards, which for the
// same reason fails as long as another build has it open.
func (l *lock) release() {
	err := os.Remove(l.f.Path())
	_ = l.f.Unlock()
	if err != nil && runtime.GOOS == "windows" {
		_ = os.Remove(l.f.Path())
	}
}
