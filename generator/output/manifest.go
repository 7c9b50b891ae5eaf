package output

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"casusboek/generator/read/filename"
)

// manifestName is the list of made files inside the output folder. Its first line is manifestHead
// with a number of files; each further line is a path, sorted by bytes. It has no date, so the same
// site gives the same manifest.
const (
	manifestName = ".casusboek-manifest"
	manifestHead = "casusboek-manifest 1: %d files made by casusboek; every other file here is left alone\n"
)

// manifest is what an earlier build made. The zero value is that of a folder never built before.
type manifest struct {
	text   []byte            // of the file; nil when there is none
	folded map[string]string // folded path -> path
}

// spelling is the path under which the earlier build made a file, ignoring case.
func (m manifest) spelling(p string) (string, bool) {
	s, ok := m.folded[filename.Fold(p)]
	return s, ok
}

// has tells whether the earlier build made exactly this file.
func (m manifest) has(p string) bool {
	s, ok := m.spelling(p)
	return ok && s == p
}

func (m manifest) paths() iter.Seq[string] { return maps.Values(m.folded) }

func manifestText(pages map[string]bool) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, manifestHead, len(pages))
	for _, p := range slices.Sorted(maps.Keys(pages)) {
		b.WriteString(p)
		b.WriteByte('\n')
	}
	return b.Bytes()
}

// readManifest reads the manifest of a folder. A manifest that differs in any way from what
// manifestText writes gives a *ManifestError, because its paths are going to be deleted: it may have
// been cut off, edited, or be of a newer casusboek.
func readManifest(dir string) (manifest, error) {
	file := filepath.Join(dir, manifestName)
	info, err := os.Lstat(file)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil
	}
	if err != nil {
		return manifest{}, &ManifestError{file, fmt.Sprintf("cannot be read: %v", err)}
	}
	if !info.Mode().IsRegular() {
		return manifest{}, &ManifestError{file, "is not a plain file"}
	}
	text, err := os.ReadFile(file)
	if err != nil {
		return manifest{}, &ManifestError{file, fmt.Sprintf("cannot be read: %v", err)}
	}
	folded, reason := parseManifest(string(text))
	if reason != "" {
		return manifest{}, &ManifestError{file, reason}
	}
	return manifest{text: text, folded: folded}, nil
}

// parseManifest returns the paths by their folded form, or what is wrong with the text.
func parseManifest(text string) (map[string]string, string) {
	head, rest, _ := strings.Cut(text, "\n")
	var n int
	if _, err := fmt.Sscanf(head+"\n", manifestHead, &n); err != nil || fmt.Sprintf(manifestHead, n) != head+"\n" {
		return nil, "does not begin as this casusboek writes it"
	}
	if rest != "" && !strings.HasSuffix(rest, "\n") {
		return nil, "is cut off"
	}
	folded := make(map[string]string)
	last := ""
	for line := range strings.Lines(rest) {
		p := strings.TrimSuffix(line, "\n")
		if err := checkPath(p); err != nil {
			return nil, fmt.Sprintf("lists a path that casusboek does not make: %v", err)
		}
		if p <= last {
			return nil, fmt.Sprintf("is not sorted at %q", p)
		}
		last = p
		folded[filename.Fold(p)] = p
	}
	if len(folded) != n {
		return nil, fmt.Sprintf("says %d files and lists %d", n, len(folded))
	}
	return folded, ""
}
