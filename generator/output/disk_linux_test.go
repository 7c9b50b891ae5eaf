package output

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// mount mounts a file system for the length of a test. Only root may; the promise about full disks
// is therefore tested without mounting as well, by TestFileThatCannotGrow and TestFailureAtEachStep.
func mount(t *testing.T, source, at, kind string, flags uintptr, options string) {
	t.Helper()
	if err := os.MkdirAll(at, 0o755); err != nil {
		t.Fatal(err)
	}
	err := syscall.Mount(source, at, kind, flags, options)
	if errors.Is(err, syscall.EPERM) {
		t.Skip("mounting needs root: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(at, 0); err != nil {
			t.Error(err)
		}
	})
}

// TestFullDisk builds on a disk with ever more room, until the build fits. Room is taken in turn by
// bytes and by names, since a build may run out of either.
func TestFullDisk(t *testing.T) {
	top := filepath.Join(t.TempDir(), "disk")
	mount(t, "none", top, "tmpfs", 0, "size=4m,nr_inodes=2000")
	room, out := filepath.Join(top, "room"), filepath.Join(top, "site", "public")
	writePut(t, out, foreign)
	tooSmall := map[bool]int{}
	for _, byNames := range []bool{false, true} {
		for free := 1; ; free += 1 + free/3 {
			mustBuild(t, out, largeSite(0), Options{Adopt: true})
			if byNames {
				takeNames(t, room, free)
			} else {
				takeBytes(t, room, free<<12)
			}
			_, err := build(out, largeSite(1), Options{})
			if err := os.RemoveAll(room); err != nil {
				t.Fatal(err)
			}
			wantNothingBeside(t, out)
			if err == nil {
				want(t, out, largeSite(1).plus(foreign))
				break
			}
			if !errors.Is(err, syscall.ENOSPC) {
				t.Fatal(err)
			}
			want(t, out, largeSite(0).plus(foreign))
			tooSmall[byNames]++
		}
	}
	if tooSmall[false] < 5 || tooSmall[true] < 5 {
		t.Errorf("the disk was too small %v times: this test tests nothing", tooSmall)
	}
}

// takeBytes fills the disk except for some bytes.
func takeBytes(t *testing.T, dir string, free int) {
	t.Helper()
	var disk syscall.Statfs_t
	if err := errors.Join(os.MkdirAll(dir, 0o755), syscall.Statfs(dir, &disk)); err != nil {
		t.Fatal(err)
	}
	if ballast := int(disk.Bavail)*int(disk.Bsize) - free; ballast > 0 {
		if err := os.WriteFile(filepath.Join(dir, "ballast"), bytes.Repeat([]byte{1}, ballast), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// takeNames uses up the names of the disk except for some.
func takeNames(t *testing.T, dir string, free int) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var disk syscall.Statfs_t
	if err := syscall.Statfs(dir, &disk); err != nil {
		t.Fatal(err)
	}
	for i := range int(disk.Ffree) - free {
		if err := os.WriteFile(filepath.Join(dir, string(rune(0x4e00+i))), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func TestMountsAreLeftAlone(t *testing.T) {
	top := t.TempDir()
	for name, inside := range map[string]bool{"inside": true, "empty": true, "bind": true, "itself": false} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(top, name, "public")
			mounted, reason := out, IsMount
			if inside {
				mustBuild(t, out, siteA, Options{})
				mounted, reason = filepath.Join(out, "uploads"), HoldsMount
			}
			kept := files{"file": "precious"}
			if name == "bind" { // of the same file system, so that only linking shows it
				writePut(t, top, files{"elsewhere/file": "precious"})
				mount(t, filepath.Join(top, "elsewhere"), mounted, "", syscall.MS_BIND, "")
			} else {
				if name == "empty" {
					kept = files{}
				}
				mount(t, "none", mounted, "tmpfs", 0, "")
				writePut(t, mounted, kept)
			}
			_, err := build(out, siteB, Options{Adopt: true})
			var refused *FolderError
			if !errors.As(err, &refused) || refused.Reason != reason {
				t.Errorf("%v, want the reason %q", err, reason)
			}
			want(t, mounted, kept)
			if inside {
				if err := os.Remove(mounted); !errors.Is(err, syscall.EBUSY) {
					t.Errorf("the mount is no longer in the output: %v", err)
				}
				want(t, filepath.Join(out, "casussen"), files{"a/index.html": "same", "b.html": "A b"})
			}
			wantNothingBeside(t, out)
		})
	}
}
