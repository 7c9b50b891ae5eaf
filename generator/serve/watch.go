package serve

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Changes come in heaps: an editor writes a file in three steps, a sync program brings a thousand. A heap is handed on
// when nothing has come for quiet, or when it has been growing for patience.
const (
	quiet    = 8 * time.Millisecond
	patience = 200 * time.Millisecond
)

// watcher watches the folders of a site.
type watcher struct {
	*fsnotify.Watcher
	folder string
}

// watch gives the paths that change below content/ and templates/, slash separated and from the site's folder, a heap at a
// time. An empty heap means that anything may have changed. The channel is closed when ctx ends.
//
// Folders are watched and not files, since many editors save by putting another file in the place of the old one. fsnotify does not look
// below a folder, so each has a watch of its own.
func watch(ctx context.Context, folder string) (<-chan []string, error) {
	notify, err := fsnotify.NewBufferedWatcher(4096)
	if err != nil {
		return nil, fmt.Errorf("watching %s: %w", folder, err)
	}
	w := &watcher{notify, folder}
	if err := w.Add(folder); err != nil { // content/ or templates/ may be moved away and come back
		_ = w.Close()
		return nil, fmt.Errorf("watching %s: %w", folder, err)
	}
	for _, name := range []string{"content", "templates"} {
		if err := w.below(filepath.Join(folder, name)); err != nil {
			_ = w.Close()
			return nil, err
		}
	}
	heaps := make(chan []string)
	go w.collect(ctx, heaps)
	return heaps, nil
}

// below watches a folder and all folders in it. What disappears meanwhile is not there to be watched.
func (w *watcher) below(folder string) error {
	return filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return nil // gone, or not ours to read: Update tells what cannot be read
		}
		if !entry.IsDir() {
			return nil
		}
		if path != folder && strings.HasPrefix(entry.Name(), ".") {
			return fs.SkipDir
		}
		if err := w.Add(path); err != nil {
			return fmt.Errorf("watching %s: %w", path, err)
		}
		return nil
	})
}

// collect makes heaps of events until ctx ends.
func (w *watcher) collect(ctx context.Context, heaps chan<- []string) {
	defer close(heaps)
	defer w.Close() // nothing was written
	for {
		heap, ok := w.heap(ctx)
		if !ok {
			return
		}
		if heap.nothing() {
			continue
		}
		select {
		case heaps <- heap.paths():
		case <-ctx.Done():
			return
		}
	}
}

// heap is what changed in a short time.
type heap struct {
	changed  map[string]bool
	anything bool // so much, or so unclear, that all must be looked at
}

func (h heap) nothing() bool { return !h.anything && len(h.changed) == 0 }

func (h heap) paths() []string {
	if h.anything {
		return nil
	}
	var all []string
	for path := range h.changed {
		all = append(all, path)
	}
	return all
}

// heap waits for a change and then for the rest of its heap; false when ctx has ended.
func (w *watcher) heap(ctx context.Context) (heap, bool) {
	h := heap{changed: map[string]bool{}}
	var settled, late <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return h, false
		case event := <-w.Events:
			if !w.take(&h, event) {
				continue
			}
			settled = time.After(quiet)
			if late == nil {
				late = time.After(patience)
			}
		case <-w.Errors: // most often that more happened than could be told
			h.anything = true
			settled = time.After(quiet)
		case <-settled:
			return h, true
		case <-late:
			return h, true
		}
	}
}

// take adds an event to the heap; false when it is about nothing of the site.
func (w *watcher) take(h *heap, event fsnotify.Event) bool {
	path, err := filepath.Rel(w.folder, event.Name)
	if err != nil || event.Op == fsnotify.Chmod {
		return false
	}
	path = filepath.ToSlash(path)
	if !inside(path) || hidden(path) {
		return false
	}
	if event.Has(fsnotify.Create) {
		// A folder that was moved in brings files that no event tells of.
		if err := w.below(event.Name); err != nil {
			h.anything = true
		}
	}
	h.changed[path] = true
	return true
}

func inside(path string) bool {
	top, _, _ := strings.Cut(path, "/")
	return top == "content" || top == "templates"
}

// hidden reports what editors leave beside a file while it is open.
func hidden(path string) bool {
	name := path[strings.LastIndexByte(path, '/')+1:]
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp")
}

// onlyStyles reports whether nothing but style sheets changed, so that pages need not be loaded again.
func onlyStyles(changed []string) bool {
	for _, path := range changed {
		if !strings.HasPrefix(path, "templates/") || !strings.HasSuffix(path, ".css") {
			return false
		}
	}
	return len(changed) > 0
}
