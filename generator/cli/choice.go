package cli

import (
	"runtime"
	"slices"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/lang"
	"casusboek/generator/printing"
)

// names is a flag that may be given more than once, or once with commas.
type names []string

// String gives the names with commas between them.
func (n *names) String() string { return strings.Join(*n, ",") }

// Set adds one or more names.
func (n *names) Set(text string) error {
	for name := range strings.SplitSeq(text, ",") {
		if name = strings.TrimSpace(name); name != "" {
			*n = append(*n, name)
		}
	}
	return nil
}

// choice is which of the things to print are asked for: those of the cases or the sessions, and of these the products. A
// list that is empty asks for all.
type choice struct{ cases, sessions, products names }

// of says for each page to print whether it is chosen. What is named must be there, and something must be chosen; a
// usageError says what is wrong.
func (c choice) of(sheets []printing.Sheet, w *lang.Catalogue) ([]bool, error) {
	var cases, sessions, products []string
	for _, s := range sheets {
		kind, id := belongs(s)
		switch kind {
		case "case":
			cases = append(cases, id)
		case "session":
			sessions = append(sessions, id)
		}
		products = append(products, productWord(s.Product, w))
	}
	for _, q := range []struct {
		flag         string
		asked, known []string
	}{{"case", c.cases, cases}, {"session", c.sessions, sessions}, {"product", c.products, products}} {
		if err := known("pdf", q.flag, q.asked, q.known, w); err != nil {
			return nil, err
		}
	}
	chosen, something := make([]bool, len(sheets)), false
	for i, s := range sheets {
		kind, id := belongs(s)
		of := len(c.cases)+len(c.sessions) == 0 || kind == "case" && slices.Contains(c.cases, id) || kind == "session" && slices.Contains(c.sessions, id)
		product := len(c.products) == 0 || slices.Contains(c.products, productWord(s.Product, w))
		chosen[i] = of && product
		something = something || chosen[i]
	}
	if !something {
		return nil, usageError{"pdf", w.T("cli.pdf.nothing")}
	}
	return chosen, nil
}

// belongs says what a page to print is of.
func belongs(s printing.Sheet) (kind, id string) {
	switch d := s.Of.(type) {
	case *casebook.Case:
		return "case", d.ID
	case *casebook.Session:
		return "session", d.ID
	}
	return "", ""
}

// productWord is what a product is called at the command line: as in the site's language.
func productWord(p printing.Product, w *lang.Catalogue) string {
	return w.T("cli.pdf.product." + string(p))
}

// known refuses names that there are not.
func known(command, flag string, asked, there []string, w *lang.Catalogue) error {
	slices.Sort(there)
	there = slices.Compact(there)
	for _, name := range asked {
		if slices.Contains(there, name) {
			continue
		}
		if i := lang.Nearest(name, there); i >= 0 {
			return usageError{command, w.T("cli.pdf.near", "flag", "--"+flag, "value", name, "near", there[i])}
		}
		return usageError{command, w.T("cli.pdf.unknown", "flag", "--"+flag, "value", name, "choices", strings.Join(there, ", "))}
	}
	return nil
}

// system is the key of what to install on this system.
func system() string {
	switch runtime.GOOS {
	case "windows", "darwin":
		return runtime.GOOS
	}
	return "linux"
}
