package cli

import (
	"os"
	"path/filepath"
	"testing"
)

// TestStagingIsRemovedAndNoMore holds that what a killed import left is removed, and that a link in the place of the staging folder leads nowhere.
func TestStagingIsRemovedAndNoMore(t *testing.T) {
	for _, link := range []bool{false, true} {
		folder := t.TempDir()
		put(t, filepath.Join(folder, "content", "casussen", "anna.md"), "van iemand")
		place := filepath.Join(folder, "content", staging)
		if link {
			if err := os.Symlink("casussen", place); err != nil {
				t.Skip("no symbolic links here: ", err)
			}
		} else {
			put(t, filepath.Join(place, "half.md"), "half")
		}
		root, err := os.OpenRoot(filepath.Join(folder, "content"))
		if err != nil {
			t.Fatal(err)
		}
		s := &site{folder: folder, content: root}
		for range 2 { // the second time there is nothing to do
			if err := s.unstage(); err != nil {
				t.Errorf("link %v: %v", link, err)
			}
		}
		if _, err := os.Lstat(place); !os.IsNotExist(err) {
			t.Errorf("link %v: the staging folder is still there: %v", link, err)
		}
		if _, err := os.Stat(filepath.Join(folder, "content", "casussen", "anna.md")); err != nil {
			t.Errorf("link %v: a file of somebody else is gone: %v", link, err)
		}
		if err := s.close(); err != nil {
			t.Error(err)
		}
	}
}
