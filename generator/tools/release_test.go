package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
)

var day = time.Date(2026, 12, 1, 9, 30, 0, 0, time.UTC)

// program builds the smallest program that there is, with a module of somebody else in it or without.
func program(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("builds a program")
	}
	binary := filepath.Join(t.TempDir(), "release")
	if said, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	return binary
}

func TestEveryPartIsNamedWithItsLicence(t *testing.T) {
	parts, err := partsOf(context.Background(), program(t))
	if err != nil {
		t.Fatal(err)
	}
	text := string(licences(parts))
	for _, want := range []string{"std go1.", "github.com/CycloneDX/cyclonedx-go v", "Apache License", "Redistribution and use in source and binary forms"} {
		if !strings.Contains(text, want) {
			t.Errorf("the licences do not say %q", want)
		}
	}
	r := release{version: "1.2.3", date: day}
	data, err := r.bill(parts, []byte("a program"))
	if err != nil {
		t.Fatal(err)
	}
	var list cyclonedx.BOM
	if err := cyclonedx.NewBOMDecoder(bytes.NewReader(data), cyclonedx.BOMFileFormatJSON).Decode(&list); err != nil {
		t.Fatal(err)
	}
	if list.Metadata.Component.Version != "1.2.3" || len(*list.Components) != len(parts) {
		t.Errorf("version %s, %d components of %d", list.Metadata.Component.Version, len(*list.Components), len(parts))
	}
	for _, c := range *list.Components {
		if c.Licenses == nil || len(*c.Licenses) == 0 {
			t.Errorf("%s has no licence", c.Name)
		}
	}
	again, err := r.bill(parts, []byte("a program"))
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the same program has another list (%v)", err)
	}
}

func TestAPartWithoutALicenceStopsTheRelease(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "README.md"), []byte("Licence: mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := partIn(dir, "voorbeeld.example/deel", "v1.0.0"); err == nil || !strings.Contains(err.Error(), "voorbeeld.example/deel v1.0.0") {
		t.Errorf("the error is %v", err)
	}
}

func TestTheSameFilesGiveTheSameArchive(t *testing.T) {
	files := []releaseFile{{"casusboek", []byte("programma"), 0o755}, {"LICENSE.txt", []byte("licentie"), 0o644}}
	first, err := packed("casusboek-1.0", day, files)
	if err != nil {
		t.Fatal(err)
	}
	second, err := packed("casusboek-1.0", day, files)
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("the archive differs (%v)", err)
	}
}
