package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
)

// part is a module that is in the program.
type part struct {
	path, version string
	licences      []releaseFile // as its makers wrote them
}

// isLicence are the names under which modules keep what must come along with them.
var isLicence = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)([-._].*)?$`)

// partsOf lists the modules of a program, Go's own library first. One without a licence is an error: it may not be passed on.
func partsOf(ctx context.Context, binary string) ([]part, error) {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return nil, err
	}
	root, err := output(ctx, nil, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	std, err := partIn(strings.TrimSpace(root), "std", info.GoVersion)
	if err != nil {
		return nil, err
	}
	parts := []part{std}
	for _, m := range info.Deps {
		if m.Replace != nil {
			return nil, fmt.Errorf("%s is replaced by %s, which nobody else has", m.Path, m.Replace.Path)
		}
		dir, err := output(ctx, nil, "go", "list", "-m", "-f", "{{.Dir}}", m.Path+"@"+m.Version)
		if err != nil {
			return nil, err
		}
		p, err := partIn(strings.TrimSpace(dir), m.Path, m.Version)
		if err != nil {
			return nil, err
		}
		parts = append(parts, p)
	}
	return parts, nil
}

// partIn reads the licences of the module in a folder.
func partIn(dir, path, version string) (part, error) {
	p := part{path: path, version: version}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return p, err
	}
	for _, entry := range entries {
		if entry.IsDir() || !isLicence.MatchString(entry.Name()) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, entry.Name()))
		if err != nil {
			return p, err
		}
		p.licences = append(p.licences, releaseFile{name: entry.Name(), data: text})
	}
	if len(p.licences) == 0 {
		return p, fmt.Errorf("%s %s has no licence in %s", path, version, dir)
	}
	return p, nil
}

// licences is one text with the licences of all parts.
func licences(parts []part) []byte {
	rule := strings.Repeat("=", 100)
	var out bytes.Buffer
	out.WriteString("casusboek is made with the work of others. These are the terms under which they share it.\n")
	for _, p := range parts {
		for _, l := range p.licences {
			fmt.Fprintf(&out, "\n%s\n%s %s: %s\n%s\n\n%s\n", rule, p.path, p.version, l.name, rule, bytes.TrimSpace(l.data))
		}
	}
	return out.Bytes()
}

// bill is the list of a program's parts in CycloneDX 1.6, for who must know what is in it.
func (r *release) bill(parts []part, program []byte) ([]byte, error) {
	sum := sha256.Sum256(program)
	list := cyclonedx.NewBOM()
	list.Metadata = &cyclonedx.Metadata{
		Timestamp: r.date.Format(time.RFC3339),
		Component: &cyclonedx.Component{
			BOMRef: "casusboek", Type: cyclonedx.ComponentTypeApplication, Name: "casusboek", Version: r.version,
			Hashes: &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: hex.EncodeToString(sum[:])}},
		},
	}
	var components []cyclonedx.Component
	for _, p := range parts {
		url := "pkg:golang/" + p.path + "@" + p.version
		components = append(components, cyclonedx.Component{
			BOMRef: url, Type: cyclonedx.ComponentTypeLibrary, Name: p.path, Version: p.version, PackageURL: url, Licenses: p.choices(),
		})
	}
	list.Components = &components
	var out bytes.Buffer
	if err := cyclonedx.NewBOMEncoder(&out, cyclonedx.BOMFileFormatJSON).SetPretty(true).EncodeVersion(list, cyclonedx.SpecVersion1_6); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// choices are the licences of a part, in full: which they are in short, a program can only guess.
func (p part) choices() *cyclonedx.Licenses {
	var all cyclonedx.Licenses
	for _, l := range p.licences {
		text := &cyclonedx.AttachedText{ContentType: "text/plain", Content: string(l.data)}
		all = append(all, cyclonedx.LicenseChoice{License: &cyclonedx.License{Name: p.path + ": " + l.name, Text: text}})
	}
	return &all
}
