package theme

import (
	"os/exec"
	"testing"
)

// What modules compute is tested where they run: the tests stand in testdata/*.test.mjs.
func TestModulesInNode(t *testing.T) {
	if testing.Short() {
		t.Skip("no node with -short: make test runs this")
	}
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatalf("%v: install Node.js 20 or later (make needs does it on Debian and Ubuntu)", err)
	}
	command := exec.Command(node, "--test", "testdata/")
	if out, err := command.CombinedOutput(); err != nil {
		t.Errorf("node --test: %v\n%s", err, out)
	}
}
