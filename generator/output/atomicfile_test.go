package output

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// faulty lets the calls to the system fail from the nth on: once, as on a full disk, or all of them, as after a kill.
type faulty struct {
	n      int
	all    bool
	calls  int
	failed string   // the call that failed first
	log    []string // what was done
}

var errKilled = errors.New("killed")

// do carries out a call, unless it is one that fails.
func (f *faulty) do(what string, call func() error) error {
	f.calls++
	if f.calls == f.n {
		f.failed = what
	}
	switch {
	case f.calls == f.n && !f.all:
		return &fs.PathError{Op: what, Err: syscall.ENOSPC}
	case f.calls >= f.n && f.all:
		return errKilled
	}
	f.log = append(f.log, what)
	return call()
}

// use makes this package call f instead of the system, until the test ends or stop is called.
func (f *faulty) use(t *testing.T) (stop func()) {
	t.Helper()
	real := atomicfileSystem
	stop = func() { atomicfileSystem = real }
	t.Cleanup(stop)
	atomicfileSystem = calls{
		create: func(root *os.Root, name string, mode fs.FileMode) (file *os.File, err error) {
			err = f.do("create", func() error { file, err = real.create(root, name, mode); return err })
			return file, err
		},
		write: func(file *os.File, data []byte) error {
			err := f.do("write", func() error { return real.write(file, data) })
			if err != nil && f.calls == f.n {
				_, _ = file.Write(data[:len(data)/2]) // half of it fits
			}
			return err
		},
		sync: func(file *os.File) error {
			what := "sync"
			if info, err := file.Stat(); err == nil && info.IsDir() {
				what = "flush"
			}
			return f.do(what, func() error { return real.sync(file) })
		},
		rename: func(root *os.Root, from, to string) error {
			return f.do("rename", func() error { return real.rename(root, from, to) })
		},
		link: func(root *os.Root, from, to string) error {
			return f.do("link", func() error { return real.link(root, from, to) })
		},
		mkdir: func(root *os.Root, name string) error {
			return f.do("mkdir", func() error { return real.mkdir(root, name) })
		},
		removeIn: func(root *os.Root, name string) error {
			return f.do("remove", func() error { return real.removeIn(root, name) })
		},
		remove: func(name string) error { return f.do("unlock", func() error { return real.remove(name) }) },
	}
	return stop
}

// atomicfileWithin runs f with a FileWriter for dir.
func atomicfileWithin(t *testing.T, dir string, f func(w *FileWriter) error) error {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	w, err := OpenWriter(t.Context(), root, filepath.Join(dir, LockName), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	return f(w)
}

// tree reads all files below dir; folders end in a slash.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == "." {
			return err
		}
		if d.IsDir() {
			found[name+"/"] = ""
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		found[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// wantTree compares the files below dir.
func wantTree(t *testing.T, when, dir string, want map[string]string) {
	t.Helper()
	found := tree(t, dir)
	for name, text := range want {
		if now, there := found[name]; !there || now != text {
			t.Errorf("%s: %s holds %q, %v; want %q", when, name, now, there, text)
		}
		delete(found, name)
	}
	for name := range found {
		t.Errorf("%s: %s is left", when, name)
	}
}

func atomicfilePut(t *testing.T, file, text string, mode fs.FileMode) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), mode), os.Chmod(file, mode)); err != nil {
		t.Fatal(err)
	}
}

// harmless reports whether the work can be done without the call that failed: it only removes what nobody misses, or is
// one of the two ways to give a file its name.
func (f *faulty) harmless() bool {
	return f.failed == "remove" || f.failed == "unlock" || f.failed == "link" && !f.all
}

// eachFault runs act in a new folder that before fills, with a fault at the first call to the system, at the second, and
// so on until it meets none; check looks at what is left.
func eachFault(t *testing.T, before func(dir string), act func(w *FileWriter) error, check func(when, dir string, f *faulty)) {
	t.Helper()
	for _, all := range []bool{false, true} {
		for n := 1; ; n++ {
			dir := t.TempDir()
			before(dir)
			f := &faulty{n: n, all: all}
			stop := f.use(t)
			err := atomicfileWithin(t, dir, act)
			stop()
			if f.calls < n {
				if err != nil || n < 5 {
					t.Fatalf("%d calls without a fault: %v", f.calls, err)
				}
				break
			}
			when := map[bool]string{false: "full", true: "killed"}[all] + " at " + f.failed + " after " + strings.Join(f.log, " ")
			if (err == nil) != f.harmless() {
				t.Errorf("%s: %v", when, err)
			}
			check(when, dir, f)
		}
	}
}

func TestReplaceHoldsTheOldFileOrTheNewOne(t *testing.T) {
	replace := func(w *FileWriter) error { return w.Replace("a/privacy.yaml", []byte("new text"), 0o644) }
	eachFault(t,
		func(dir string) { atomicfilePut(t, dir+"/a/privacy.yaml", "old", 0o600) },
		replace,
		func(when, dir string, _ *faulty) {
			if text := tree(t, dir)["a/privacy.yaml"]; text != "old" && text != "new text" {
				t.Errorf("%s: %q", when, text)
			}
			if info, err := os.Stat(dir + "/a/privacy.yaml"); err != nil || runtime.GOOS != "windows" && info.Mode() != 0o600 {
				t.Errorf("%s: %v, %v", when, info.Mode(), err)
			}
			if err := atomicfileWithin(t, dir, replace); err != nil {
				t.Errorf("%s, then again: %v", when, err)
			}
			wantTree(t, when+", then again", dir, map[string]string{"a/": "", "a/privacy.yaml": "new text"})
		})
}

func TestCreateMakesAllFilesOrNone(t *testing.T) {
	files := []NewFile{{"index.md", []byte("index")}, {"b/c/one.md", []byte("first text")}, {"b/c/two.md", []byte("second")}, {"b/three.md", []byte("third")}}
	create := func(w *FileWriter) error { return w.Create(files...) }
	after := map[string]string{"mine": "precious", "index.md": "index", "b/": "", "b/c/": "", "b/c/one.md": "first text", "b/c/two.md": "second", "b/three.md": "third"}
	eachFault(t,
		func(dir string) { atomicfilePut(t, dir+"/mine", "precious", 0o644) },
		create,
		func(when, dir string, fault *faulty) {
			if !fault.all && !fault.harmless() {
				wantTree(t, when, dir, map[string]string{"mine": "precious"})
			}
			found := tree(t, dir)
			var absent []NewFile
			for _, f := range files {
				if text, there := found[f.Name]; !there {
					absent = append(absent, f)
				} else if text != string(f.Data) {
					t.Errorf("%s: %s holds %q", when, f.Name, text)
				}
			}
			if err := atomicfileWithin(t, dir, func(w *FileWriter) error {
				for _, f := range files { // as a command does that is run again
					if err := w.Sweep(path.Dir(f.Name)); err != nil {
						return err
					}
				}
				return w.Create(absent...)
			}); err != nil {
				t.Errorf("%s, then again: %v", when, err)
			}
			wantTree(t, when+", then again", dir, after)
		})
}

// A power failure may lose what was not flushed, in any order: a name without its bytes is an empty file.
func TestBytesAreOnTheDiskBeforeTheirName(t *testing.T) {
	for _, c := range []struct {
		act  func(w *FileWriter) error
		want string
	}{
		{func(w *FileWriter) error { return w.Replace("a", []byte("x"), 0o644) }, "create write sync rename flush unlock"},
		{func(w *FileWriter) error { return w.Create(NewFile{"a", []byte("x")}, NewFile{"b", []byte("y")}) }, "create write sync create write sync link link flush remove remove unlock"},
	} {
		f := &faulty{}
		stop := f.use(t)
		err := atomicfileWithin(t, t.TempDir(), c.act)
		stop()
		if got := strings.Join(f.log, " "); err != nil || got != c.want && runtime.GOOS != "windows" {
			t.Errorf("%v\n%s, want\n%s", err, got, c.want)
		}
	}
}

func TestModes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("has no modes")
	}
	for _, c := range []struct{ was, asked, want fs.FileMode }{
		{0, 0o600, 0o600}, {0, 0o644, 0o644}, {0o600, 0o644, 0o600}, {0o664, 0o644, 0o664}, {0o644, 0o600, 0o600}, {0o444, 0o644, 0o444},
	} {
		dir := t.TempDir()
		if c.was != 0 {
			atomicfilePut(t, dir+"/f", "old", c.was)
		}
		err := atomicfileWithin(t, dir, func(w *FileWriter) error { return w.Replace("f", []byte("new"), c.asked) })
		info, statErr := os.Stat(dir + "/f")
		if err != nil || statErr != nil || info.Mode() != c.want {
			t.Errorf("%v replaced with %v: %v, want %v (%v)", c.was, c.asked, info.Mode(), c.want, err)
		}
	}
}

// A link is replaced and not followed; one among the folders of a name does not lead out.
func TestLinksAreNotFollowed(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	victim := filepath.Join(outside, "victim")
	atomicfilePut(t, victim, "precious", 0o644)
	if err := errors.Join(os.Symlink(victim, dir+"/f"), os.Symlink(outside, dir+"/out")); err != nil {
		t.Skip("no links here: ", err)
	}
	if err := atomicfileWithin(t, dir, func(w *FileWriter) error { return w.Create(NewFile{"f", []byte("new")}) }); !errors.Is(err, fs.ErrExist) {
		t.Errorf("create in the place of a link: %v", err)
	}
	if err := atomicfileWithin(t, dir, func(w *FileWriter) error { return w.Replace("f", []byte("new"), 0o644) }); err != nil {
		t.Error(err)
	}
	for name, act := range map[string]func(w *FileWriter) error{
		"replace": func(w *FileWriter) error { return w.Replace("out/victim", []byte("new"), 0o644) },
		"create":  func(w *FileWriter) error { return w.Create(NewFile{"out/x", []byte("new")}) },
	} {
		if err := atomicfileWithin(t, dir, act); err == nil {
			t.Errorf("%s wrote outside", name)
		}
	}
	wantTree(t, "afterwards", outside, map[string]string{"victim": "precious"})
}

// Only what is certainly of a killed casusboek is removed.
func TestFilesOfOthersStay(t *testing.T) {
	dir := t.TempDir()
	kept := map[string]string{
		prefix + "x": "short", prefix + strings.Repeat("a", 26): "lower case", "." + "f.new": "an editor's", prefix + strings.Repeat("A", 26) + "/": "",
	}
	for name, text := range kept {
		if strings.HasSuffix(name, "/") {
			if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
				t.Fatal(err)
			}
			continue
		}
		atomicfilePut(t, filepath.Join(dir, name), text, 0o644)
	}
	atomicfilePut(t, filepath.Join(dir, prefix+strings.Repeat("B", 26)), "half", 0o644)
	if err := atomicfileWithin(t, dir, func(w *FileWriter) error { return w.Replace("f", []byte("new"), 0o644) }); err != nil {
		t.Error(err)
	}
	kept["f"] = "new"
	wantTree(t, "afterwards", dir, kept)
}

// Each of several writers reads, adds a letter and writes; without the lock letters are lost, and leftovers of one that
// still runs are removed.
func TestWritersTakeTurns(t *testing.T) {
	dir := t.TempDir()
	atomicfilePut(t, dir+"/f", "", 0o644)
	defer func(was time.Duration) { lockPoll = was }(lockPoll)
	lockPoll = time.Millisecond
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 20 {
				if err := atomicfileWithin(t, dir, func(w *FileWriter) error {
					text, err := os.ReadFile(dir + "/f")
					return errors.Join(err, w.Replace("f", append(text, 'x'), 0o644))
				}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	wantTree(t, "afterwards", dir, map[string]string{"f": strings.Repeat("x", 160)})
}

func TestWhatIsNotOwnIsForeign(t *testing.T) {
	dir := t.TempDir()
	atomicfilePut(t, dir+"/own", "made by casusboek", 0o644)
	atomicfilePut(t, dir+"/other", "made by hand", 0o644)
	if err := os.Mkdir(dir+"/folder", 0o755); err != nil {
		t.Fatal(err)
	}
	_ = os.Symlink("own", dir+"/link") // where there are links
	made := func(r io.ReaderAt, size int64) bool {
		text, err := io.ReadAll(io.NewSectionReader(r, 0, size))
		return err == nil && bytes.Contains(text, []byte("casusboek"))
	}
	for name, want := range map[string]bool{"absent": true, "own": true, "other": false, "folder": false, "link": false} {
		err := atomicfileWithin(t, dir, func(w *FileWriter) error { return w.Own(name, made) })
		var foreign *ForeignFileError
		if name == "link" && runtime.GOOS == "windows" {
			continue
		}
		if want && err != nil || !want && (!errors.As(err, &foreign) || foreign.Path != filepath.Join(dir, name)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
