package checks_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"casusboek/generator/checks/browser"
)

// TestCodesLeadWhereTheySay prints every kind of page with QR codes, reads the codes off the paper as a telephone does, in
// grey at 150 dots an inch, and compares them with the addresses in words beside them.
func TestCodesLeadWhereTheySay(t *testing.T) {
	needsBrowser(t)
	var pages atomic.Int64
	t.Run("pages", func(t *testing.T) {
		for name, address := range representatives(t) {
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				lent := tab(t)
				must(t, lent.Open(address, browser.View{Width: 794, Print: true}))
				said, err := browser.Eval[[]string](lent, `[...document.querySelectorAll(".qr")].filter(e => e.checkVisibility()).map(e => "https://" + e.querySelector(".qr__address").textContent.trim() + "/")`)
				must(t, err)
				if len(said) == 0 {
					return
				}
				pdf, err := lent.PDF()
				must(t, err)
				read, err := codes(pdf)
				must(t, err)
				slices.Sort(said)
				if said = slices.Compact(said); !slices.Equal(read, said) {
					t.Errorf("the codes lead to %q, and beside them stands %q", read, said)
				}
				pages.Add(1)
			})
		}
	})
	if pages.Load() == 0 {
		t.Error("no page has a code")
	}
}

// codes gives the addresses of the QR codes in a PDF, each once, sorted. zbar reads them.
func codes(pdf []byte) ([]string, error) {
	dir, err := os.MkdirTemp("", "casusboek-codes-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "blad.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		return nil, err
	}
	if _, err := poppler("pdftoppm", "-gray", "-r", "150", file, filepath.Join(dir, "blad")); err != nil {
		return nil, err
	}
	pictures, err := filepath.Glob(filepath.Join(dir, "blad-*.pgm"))
	if err != nil {
		return nil, err
	}
	var addresses []string
	for _, picture := range pictures {
		read, err := exec.Command("zbarimg", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", picture).Output()
		var exit *exec.ExitError
		if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == 4) { // 4: a page without codes
			return nil, fmt.Errorf("zbarimg (make needs installs it): %w", err)
		}
		addresses = append(addresses, strings.Fields(string(read))...)
	}
	slices.Sort(addresses)
	return slices.Compact(addresses), nil
}
