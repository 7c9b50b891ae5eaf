// Release makes what people download: for each system one archive with the program, its licence and those of all that is
// in it, a list of its parts (CycloneDX), and the sums of all files.
//
//	go run ./generator/tools release --out dist               # "make release"
//	go run ./generator/tools release --out dist --only linux/amd64
//
// The same commit and the same Go give the same bytes, in whatever folder: nothing of this machine is in them, and their date
// is the commit's.
package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// targets are the systems that casusboek runs on.
var targets = []string{"darwin/amd64", "darwin/arm64", "linux/amd64", "linux/arm64", "windows/amd64", "windows/arm64"}

func releaseMain() {
	out := flag.String("out", "dist", "folder for the archives; it must not be there yet")
	only := flag.String("only", "", "one system, such as windows/amd64")
	version := flag.String("version", "", "the version; otherwise what git describe says")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	wanted := targets
	if *only != "" {
		wanted = strings.Split(*only, ",")
	}
	if err := run(ctx, *out, *version, wanted); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release is one release in the making.
type release struct {
	folder  string
	version string
	date    time.Time // of the commit
	licence []byte
}

func run(ctx context.Context, folder, version string, wanted []string) error {
	r := release{folder: folder, version: version}
	if err := r.ask(ctx); err != nil {
		return err
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		return err
	}
	for _, target := range wanted {
		if !slices.Contains(targets, target) {
			return fmt.Errorf("%s is none of %s", target, strings.Join(targets, ", "))
		}
		fmt.Println(r.version, target)
		if err := r.make(ctx, target); err != nil {
			return fmt.Errorf("%s: %w", target, err)
		}
	}
	return r.sums()
}

// ask finds out what is released.
func (r *release) ask(ctx context.Context) error {
	if r.version == "" {
		said, err := output(ctx, nil, "git", "describe", "--tags", "--always", "--dirty")
		if err != nil {
			return err
		}
		r.version = strings.TrimSpace(said)
	}
	said, err := output(ctx, nil, "git", "log", "-1", "--format=%ct")
	if err != nil {
		return err
	}
	seconds, err := strconv.ParseInt(strings.TrimSpace(said), 10, 64)
	if err != nil {
		return err
	}
	r.date = time.Unix(seconds, 0).UTC()
	r.licence, err = os.ReadFile("LICENSE")
	return err
}

// make makes the archive of one system, and the list of its parts.
func (r *release) make(ctx context.Context, target string) error {
	system, processor, _ := strings.Cut(target, "/")
	name := fmt.Sprintf("casusboek-%s-%s-%s", r.version, system, processor)
	program := "casusboek"
	if system == "windows" {
		program += ".exe"
	}
	build, err := os.MkdirTemp("", "casusboek-release-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(build)
	binary := filepath.Join(build, program)
	settings := []string{"CGO_ENABLED=0", "GOOS=" + system, "GOARCH=" + processor, "GOFLAGS="}
	link := "-s -w -buildid= -X casusboek/generator/cli.Version=" + r.version
	if _, err := output(ctx, settings, "go", "build", "-trimpath", "-buildvcs=false", "-ldflags", link, "-o", binary, "."); err != nil {
		return err
	}
	parts, err := partsOf(ctx, binary)
	if err != nil {
		return err
	}
	data, err := os.ReadFile(binary)
	if err != nil {
		return err
	}
	list, err := r.bill(parts, data)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(r.folder, name+".cdx.json"), list, 0o644); err != nil {
		return err
	}
	archive, err := packed(name, r.date, []releaseFile{
		{program, data, 0o755}, {"LICENSE.txt", r.licence, 0o644}, {"LICENSES-OF-PARTS.txt", licences(parts), 0o644},
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(r.folder, name+".zip"), archive, 0o644)
}

// sums writes the sums of all files, as sha256sum --check reads them.
func (r *release) sums() error {
	entries, err := os.ReadDir(r.folder)
	if err != nil {
		return err
	}
	var lines strings.Builder
	for _, entry := range entries {
		data, err := os.ReadFile(filepath.Join(r.folder, entry.Name()))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		fmt.Fprintf(&lines, "%s  %s\n", hex.EncodeToString(sum[:]), entry.Name())
	}
	return os.WriteFile(filepath.Join(r.folder, "SHA256SUMS"), []byte(lines.String()), 0o644)
}

// output runs a command of ours and gives what it prints.
func output(ctx context.Context, settings []string, name string, args ...string) (string, error) {
	c := exec.CommandContext(ctx, name, args...)
	c.Env = append(os.Environ(), settings...)
	c.Stderr = os.Stderr
	said, err := c.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, args[0], err)
	}
	return string(said), nil
}
