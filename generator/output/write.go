// Package write puts the pages of a site into the output folder: all of them or none.
//
// What it promises:
//
//   - The output folder is the complete old tree or the complete new one, never a mix: with an
//     error, a full disk, a kill at any moment, and (see flush) a power cut. One exception, for
//     speed: of a large tree in which few pages changed and none came or went, these are replaced one
//     by one within milliseconds. What a kill just then leaves undone is on record, and the next
//     command of the casebook finishes it before anything else (see patch.go and Finish).
//   - Files that the last build made and this one does not are removed. Files that casusboek did
//     not make (foreign files: a .gitignore, .well-known/, CNAME) come through every build, also
//     those that appear while it runs. A foreign file is never overwritten and never deleted.
//   - A file whose bytes did not change keeps its inode and its time stamps. A build that changes
//     nothing only reads.
//   - Two builds of one folder take turns. Nothing is left beside the output afterwards, and what
//     a killed build left there is put right by the next one.
//   - No path leaves the output folder, and every path can exist on every system.
//
// How: Add compares a page with the file that is there and writes it to a staging folder beside
// the output (.public.casusboek-new) only when they differ. Commit hard-links the files that stay
// into the staging folder, renames it to .public.casusboek-ready, and exchanges that with the
// output in one step of the file system. The name of a leftover therefore tells what it is:
//
//	.public.casusboek-new    an unfinished tree; may be thrown away
//	.public.casusboek-ready  a finished tree: the new one just before the exchange, the old one after it
//	.public.casusboek-old    the old tree, where a system cannot exchange and needs two renames
//	.public.casusboek-patch  a few changed pages that are being put in place one by one
//	.public.casusboek-lock   held by the build that is running
//
// Which files casusboek made stands in .casusboek-manifest inside the output. On any doubt about
// it the build is refused. What else a build remembers stands outside of the output, in
// Options.Memory, so that the output of one input is the same bytes each time.
//
// The price of exchanging folders: a program that has the output as its current folder (a web
// server started inside public/, a shell) stays behind in the old, deleted one. Start it beside the
// output instead. A folder that is a mount, or that holds one, is refused.
//
//	tree, err := output.Begin(ctx, "public", output.Options{})
//	if err != nil {
//		return err
//	}
//	defer tree.Abort()
//	for _, page := range pages { // also from several goroutines at once
//		if err := tree.Add(page.Path, page.Bytes); err != nil {
//			return err
//		}
//	}
//	stats, err := tree.Commit()
package output

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sync"

	"casusboek/generator/read/filename"
)

// Options changes how Begin treats the output folder. The zero value is the careful one.
type Options struct {
	// Adopt allows an output folder that holds visible files and was never built by casusboek.
	// Those files stay, and a page that would take the place of one is still refused.
	Adopt bool
	// Waiting, if set, is called once when another build of the same folder is running and
	// Begin has to wait for it.
	Waiting func()
	// Memory is a private folder outside of the output for what builds remember: the note of
	// Remember, and which outputs Finish has to finish. It is made when it is needed, and may be
	// deleted at any time. Without it nothing is remembered, and folders are always exchanged.
	Memory string
}

// Stats counts what a Commit did. The manifest is not counted.
type Stats struct {
	Made      int   // files in the output that casusboek made: Changed + Unchanged
	Changed   int   // files that are new or have other bytes than before
	Unchanged int   // files that were there already with the same bytes
	Removed   int   // files of the last build that this one did not make
	Bytes     int64 // size of all Made files together
}

// Tree is an output folder being made. Add may be called from several goroutines at once; Commit
// or Abort ends the Tree, and both wait for an Add that is running.
type Tree struct {
	out     string   // absolute, with symbolic links resolved
	lock    *Lock    // held until the Tree ends
	earlier manifest // what the last build made
	memory  memory

	life sync.RWMutex // read-locked by Add, locked by Commit and Abort
	over bool

	mu     sync.Mutex
	pages  map[string]bool // path -> whether the output has it already with the same bytes
	names  map[string]name // folded path -> the one spelling that may be used
	staged map[string]bool // folders that exist in the staging folder
	stats  Stats           // Made, Changed, Unchanged, Bytes
	failed error           // of the first Add that did not succeed

	lastKey, lastNote []byte // of Remember
}

// name is a file or folder of the new tree.
type name struct {
	path   string
	folder bool
}

var errOver = errors.New("write: this tree was committed or aborted already")

// Begin takes the lock on the output folder, puts right what a killed build left behind, and
// checks that the folder may be built into. It waits while another build holds the lock; when ctx
// ends the waiting it returns the error of ctx. The folder need not exist; a symbolic link to a
// folder stays a link and its target is built.
//
// Errors that a command may want to put in its own words: *ForeignError, *ManifestError,
// *FolderError.
func Begin(ctx context.Context, out string, o Options) (*Tree, error) {
	out, err := resolve(out)
	if err != nil {
		return nil, fmt.Errorf("output folder: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(out), 0o755); err != nil {
		return nil, fmt.Errorf("output folder: %w", err)
	}
	m, err := memoryOf(o.Memory, out)
	if err != nil {
		return nil, fmt.Errorf("what builds remember: %w", err)
	}
	l, err := Acquire(ctx, beside(out, "lock"), o.Waiting)
	if err != nil {
		return nil, fmt.Errorf("lock of output folder %s: %w", out, err)
	}
	t := &Tree{
		out:    out,
		lock:   l,
		memory: m,
		pages:  make(map[string]bool),
		names:  make(map[string]name),
		staged: make(map[string]bool),
	}
	if err := t.prepare(o); err != nil {
		l.Release()
		return nil, err
	}
	return t, nil
}

// prepare needs the lock: until then another build may be swapping the folders it looks at.
func (t *Tree) prepare(o Options) error {
	if err := recoverFrom(t.out); err != nil {
		return fmt.Errorf("cleaning up after a build that was stopped: %w", err)
	}
	t.memory.forget(unfinishedRecord)
	exists, err := checkFolder(t.out)
	if err != nil || !exists {
		return err
	}
	if t.earlier, err = readManifest(t.out); err != nil {
		return err
	}
	if t.earlier.text == nil && !o.Adopt {
		return refuseForeign(t.out)
	}
	return nil
}

// Add puts a file into the tree. The path is relative to the output folder and uses slashes. It is
// refused with a *PathError when it could leave the folder or cannot exist on every system, or when
// it is the path of another page, also if only by ignoring case; and with a *CollisionError when a
// foreign file has that place. After an error the tree can no longer be committed. data is not
// kept.
func (t *Tree) Add(path string, data []byte) error {
	t.life.RLock()
	defer t.life.RUnlock()
	if t.over {
		return errOver
	}
	err := t.add(path, data)
	if err != nil {
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.failed == nil {
			t.failed = err
		}
	}
	return err
}

func (t *Tree) add(path string, data []byte) error {
	if err := checkPath(path); err != nil {
		return err
	}
	if err := t.claim(path); err != nil {
		return err
	}
	same, err := t.present(path, data)
	if err != nil {
		return err
	}
	if !same {
		if err := t.stage(path, data); err != nil {
			return fmt.Errorf("page %s: %w", path, err)
		}
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.pages[path] = same
	t.stats.Made++
	t.stats.Bytes += int64(len(data))
	if same {
		t.stats.Unchanged++
	} else {
		t.stats.Changed++
	}
	return nil
}

// claim takes the names of a file and of the folders above it, so that no two pages need the same
// place on a file system that ignores case.
func (t *Tree) claim(file string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	for p, folder := file, false; p != "."; p, folder = path.Dir(p), true {
		key := filename.Fold(p)
		taken, ok := t.names[key]
		switch {
		case !ok:
			t.names[key] = name{p, folder}
		case taken.path != p:
			return &PathError{file, fmt.Sprintf("differs only in case from %q", taken.path)}
		case !folder && !taken.folder:
			return &PathError{file, "was added twice"}
		case folder != taken.folder:
			return &PathError{file, fmt.Sprintf("%q would have to be both a file and a folder", p)}
		default:
			return nil // a known folder: those above it are known as well
		}
	}
	return nil
}

// Commit makes the output folder hold exactly the added files and the foreign ones. When nothing
// differs from what is there it touches nothing. On an error the old output stands as it was, except
// with a *LeftoverError: then the new one is in place, and Stats is valid.
//
// Errors that a command may want to put in its own words: *CollisionError, *FolderError,
// *LeftoverError. The Tree ends in every case.
func (t *Tree) Commit() (Stats, error) {
	t.life.Lock()
	defer t.life.Unlock()
	if t.over {
		return Stats{}, errOver
	}
	defer t.end()
	if t.failed != nil {
		return Stats{}, fmt.Errorf("nothing was written, because a page failed: %w", t.failed)
	}
	stats := t.stats
	for made := range t.earlier.paths() {
		if _, still := t.pages[made]; !still {
			stats.Removed++
		}
	}
	text := manifestText(t.pages)
	if stats.Changed == 0 && bytes.Equal(text, t.earlier.text) {
		t.leaveNote(text)
		return stats, nil
	}
	err := t.replace(text)
	var left *LeftoverError
	if err != nil && !errors.As(err, &left) {
		return Stats{}, err
	}
	t.leaveNote(text)
	return stats, err
}

// replace puts the new tree in the place of the old one.
func (t *Tree) replace(manifest []byte) error {
	if t.mayPatch(manifest) && t.memory.save(unfinishedRecord, []byte(t.memory.place)) == nil {
		if err := t.patch(); err != nil {
			return fmt.Errorf("putting the changed pages in place: %w", err)
		}
		return nil
	}
	if err := t.complete(manifest); err != nil {
		return fmt.Errorf("completing the new output folder: %w", err)
	}
	if err := t.publish(); err != nil {
		return fmt.Errorf("putting the new output folder in place: %w", err)
	}
	return nil
}

// Abort throws away what was added and leaves the output as it is. It may be called more than once
// and after Commit, so that it can be deferred.
func (t *Tree) Abort() {
	t.life.Lock()
	defer t.life.Unlock()
	if !t.over {
		t.end()
	}
}

// end removes the staging folder, if it is still there, and gives the lock to the next build. What
// cannot be removed now is removed by the next Begin.
func (t *Tree) end() {
	t.over = true
	_ = discard(beside(t.out, "new"))
	t.lock.Release()
}
