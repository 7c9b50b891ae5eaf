package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"casusboek/generator"
	"casusboek/generator/checks/sample"
)

// edits is how often a case is saved; the one in the middle counts.
const edits = 9

// edit opens a casebook as the preview does, saves a case again and again, and prints how long it takes until its page is there.
func edit(site string) error {
	content := filepath.Join(site, "content")
	desk := generator.NewWorkspace(generator.Input{Content: os.DirFS(content), Today: time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)})
	if result, err := desk.Update(context.Background(), nil); err != nil || result.Failed() {
		return fmt.Errorf("the casebook does not open: %v", err)
	}
	path := sample.LargeCase(7)
	var took []time.Duration
	for i := range edits {
		if err := addLine(filepath.Join(content, filepath.FromSlash(path)), fmt.Sprintf("Dit is regel %d.", i)); err != nil {
			return err
		}
		start := time.Now()
		if _, err := desk.Update(context.Background(), []string{"content/" + path}); err != nil {
			return err
		}
		if _, _, err := desk.File(strings.TrimSuffix(path, ".md") + "/index.html"); err != nil {
			return err
		}
		took = append(took, time.Since(start))
	}
	slices.Sort(took)
	fmt.Println(took[edits/2].Nanoseconds())
	return nil
}
