package output

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// The tests in this file stop builds: killed at random moments, killed or failed at each step. A
// builder that must die is this test binary itself, started with builderEnv set.
const builderEnv = "CASUSBOEK_TEST_BUILDER"

func TestMain(m *testing.M) {
	if job := os.Getenv(builderEnv); job != "" {
		if err := runBuilder(strings.Fields(job), os.Args[len(os.Args)-1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// runBuilder does the job of a child: "alternate N", N builds of the large sites in turn;
// "limit BYTES", one build in which no file may grow larger; or "stop STEP HOW", one build of siteB that kills itself at a step of a system of this kind; "patch" is a build of sitePatched(1) into a tree that counts as large.
func runBuilder(job []string, out string) error {
	n, err := strconv.Atoi(job[1])
	if err != nil {
		return err
	}
	if job[0] == "limit" {
		limitFiles(uint64(n))
		_, err := build(out, largeSite(1), Options{})
		return err
	}
	if job[0] == "stop" {
		site := siteB
		if job[2] == "patch" {
			largeTree, site = 1, sitePatched(1)
		} else {
			systemKinds[job[2]]()
		}
		stopAt(n, func() error {
			self, _ := os.FindProcess(os.Getpid())
			self.Kill()
			select {}
		})
		_, err := build(out, site, Options{Memory: remembers(out)})
		return err
	}
	for i := range n {
		if _, err := build(out, largeSite(i%2), Options{}); err != nil {
			return err
		}
		fmt.Println("built")
	}
	return nil
}

func builder(t *testing.T, job, out string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, out)
	cmd.Env = append(os.Environ(), builderEnv+"="+job)
	cmd.Stderr = os.Stderr
	return cmd
}

// largeSite is one of two sites that share half of their files; the others differ, or are of one site only.
func largeSite(which int) files {
	site := files{}
	for i := range 200 {
		dir := fmt.Sprintf("casussen/%d/", i%40)
		site[fmt.Sprintf("%sboth-%d.html", dir, i)] = fmt.Sprint(i)
		if i%2 == 0 {
			site[fmt.Sprintf("%sdiffers-%d.html", dir, i)] = fmt.Sprintf("%d %d %s", i, which, strings.Repeat("tekst ", i*10))
		}
		if i%4 == 0 {
			site[fmt.Sprintf("%sonly-%d/%d.html", dir, which, i)] = fmt.Sprint(i)
		}
	}
	return site
}

// wantOneOf checks that a folder is exactly one of some trees, and which. The manifest must list its files.
func wantOneOf(t *testing.T, out string, extra files, sites ...files) int {
	t.Helper()
	got, err := snapshot(out)
	if err != nil {
		t.Fatal(err)
	}
	var differences []string
	for i, site := range sites {
		d := difference(got, site.plus(extra))
		if d != "" {
			differences = append(differences, d)
			continue
		}
		made, err := readManifest(out)
		if err != nil || len(made.folded) != len(site) {
			t.Fatalf("the manifest lists %d files (%v), want %d", len(made.folded), err, len(site))
		}
		return i
	}
	t.Fatalf("the output is none of the trees: %.3000s", strings.Join(differences, "\nand as the next tree:"))
	return -1
}

func TestKilledAtRandomMoments(t *testing.T) {
	if testing.Short() {
		t.Skip("starts 50 processes")
	}
	out := filepath.Join(t.TempDir(), "public")
	writePut(t, out, foreign)
	begin := time.Now()
	for i := range 3 {
		mustBuild(t, out, largeSite(i%2), Options{Adopt: true})
	}
	perBuild := time.Since(begin) / 3 // only to spread the kills; nothing is asserted about time
	random := rand.New(rand.NewPCG(2, 50))
	interrupted := 0
	for i := range 50 {
		cmd := builder(t, "alternate 1000000", out)
		stdout, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := bufio.NewReader(stdout).ReadString('\n'); err != nil {
			t.Fatal("the builder did not build: ", err)
		}
		time.Sleep(time.Duration(random.Int64N(int64(3 * perBuild))))
		cmd.Process.Kill()
		io.Copy(io.Discard, stdout)
		cmd.Wait()
		wantOneOf(t, out, foreign, largeSite(0), largeSite(1))
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(out), ".public.casusboek-*")); len(left) > 1 {
			interrupted++ // more than the lock
		}
		mustBuild(t, out, largeSite(i%2), Options{})
		want(t, out, largeSite(i%2).plus(foreign))
		wantNothingBeside(t, out)
	}
	if interrupted < 5 {
		t.Errorf("only %d of 50 kills came in the middle of a build: this test tests nothing", interrupted)
	}
	t.Logf("%d of 50 kills came in the middle of a build", interrupted)
}

// systemKinds are the systems that a build may find itself on.
var systemKinds = map[string]func(){
	"exchange": func() {},
	"renames": func() {
		writeSystem.exchange = func(string, string) error { return &os.LinkError{Op: "exchange", Err: syscall.EINVAL} }
	},
	"copies": func() {
		writeSystem.link = func(string, string) error { return &os.LinkError{Op: "link", Err: syscall.EPERM} }
	},
}

// stopAt has stop called in place of the nth step that changes the disk, counted from 1. It returns
// a function that tells how many steps there were.
func stopAt(n int, stop func() error) func() int {
	var count atomic.Int64
	stopped := func() error {
		if count.Add(1) == int64(n) {
			return stop()
		}
		return nil
	}
	one := func(f func(string) error) func(string) error {
		return func(a string) error {
			if err := stopped(); err != nil {
				return err
			}
			return f(a)
		}
	}
	two := func(f func(a, b string) error) func(a, b string) error {
		return func(a, b string) error {
			if err := stopped(); err != nil {
				return err
			}
			return f(a, b)
		}
	}
	writeSystem.link, writeSystem.rename, writeSystem.exchange = two(writeSystem.link), two(writeSystem.rename), two(writeSystem.exchange)
	writeSystem.remove = one(writeSystem.remove)
	flush := writeSystem.flush
	writeSystem.flush = func(dir string, files []string) error {
		if err := stopped(); err != nil {
			return err
		}
		return flush(dir, files)
	}
	return func() int { return int(count.Load()) }
}

// outputWithA is an output folder with siteA and foreign files in it.
func outputWithA(t *testing.T) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "public")
	writePut(t, out, foreign)
	mustBuild(t, out, siteA, Options{Adopt: true})
	return out
}

func TestKilledAtEachStep(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a hundred processes")
	}
	for kind := range systemKinds {
		t.Run(kind, func(t *testing.T) {
			missing, seen := 0, map[int]int{}
			for n := 1; ; n++ {
				out := outputWithA(t)
				err := builder(t, fmt.Sprintf("stop %d %s", n, kind), out).Run()
				if _, gone := os.Lstat(out); gone != nil && kind == "renames" {
					missing++ // between the two renames; the next Begin puts it back
				} else {
					seen[wantOneOf(t, out, foreign, siteA, siteB)]++
				}
				tree, err2 := Begin(t.Context(), out, Options{})
				if err2 != nil {
					t.Fatal(err2)
				}
				tree.Abort()
				wantOneOf(t, out, foreign, siteA, siteB)
				wantNothingBeside(t, out)
				mustBuild(t, out, siteB, Options{})
				want(t, out, siteB.plus(foreign))
				if err == nil {
					break // the build came to its end before step n
				}
			}
			if seen[0] < 5 || seen[1] < 5 {
				t.Errorf("old tree after %d steps, new tree after %d: the steps are not all there", seen[0], seen[1])
			}
			if (missing == 1) != (kind == "renames") {
				t.Errorf("the output was missing after %d steps", missing)
			}
		})
	}
}

func TestFailureAtEachStep(t *testing.T) {
	for kind, play := range systemKinds {
		t.Run(kind, func(t *testing.T) {
			real := writeSystem
			defer func() { writeSystem = real }()
			left := 0
			for n := 1; ; n++ {
				out := outputWithA(t)
				play()
				steps := stopAt(n, func() error { return &os.PathError{Op: "step", Path: out, Err: syscall.ENOSPC} })
				_, err := build(out, siteB, Options{})
				writeSystem = real
				var leftover *LeftoverError
				switch {
				case errors.As(err, &leftover):
					left++
					want(t, out, siteB.plus(foreign))
				case err != nil:
					want(t, out, siteA.plus(foreign))
				default:
					want(t, out, siteB.plus(foreign))
				}
				mustBuild(t, out, siteB, Options{})
				want(t, out, siteB.plus(foreign))
				wantNothingBeside(t, out)
				if steps() < n {
					break
				}
			}
			if left == 0 {
				t.Error("no step failed after the exchange")
			}
		})
	}
}

func TestTwoProcessesTakeTurns(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	writePut(t, out, foreign)
	mustBuild(t, out, largeSite(0), Options{Adopt: true})
	var builders []*exec.Cmd
	for range 3 {
		cmd := builder(t, "alternate 6", out)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		builders = append(builders, cmd)
	}
	for _, cmd := range builders {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	want(t, out, largeSite(1).plus(foreign)) // what each builds last
	wantNothingBeside(t, out)
}

func TestKilledFirstBuildLeavesNothingVisible(t *testing.T) {
	for n := 1; ; n++ {
		out := filepath.Join(t.TempDir(), "public")
		err := builder(t, fmt.Sprintf("stop %d exchange", n), out).Run()
		if _, gone := os.Lstat(out); gone == nil {
			want(t, out, siteB)
		}
		mustBuild(t, out, siteA, Options{})
		want(t, out, siteA)
		wantNothingBeside(t, out)
		if err == nil {
			break
		}
	}
}

// A limit on the size of files stands in for a full disk where nothing can be mounted.
func TestFileThatCannotGrow(t *testing.T) {
	if runtime.GOOS != "linux" && runtime.GOOS != "darwin" {
		t.Skip("no such limit here; TestFailureAtEachStep stands in")
	}
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, out, largeSite(0), Options{})
	cmd := builder(t, "limit 5000", out) // the largest page has some 12,000 bytes
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Run(); err == nil || !strings.Contains(said.String(), syscall.EFBIG.Error()) {
		t.Errorf("%v, %s; want %v", err, said.String(), syscall.EFBIG)
	}
	want(t, out, largeSite(0))
	wantNothingBeside(t, out)
}
