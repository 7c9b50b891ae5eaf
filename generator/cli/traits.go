package cli

import (
	"context"
	"fmt"
	"strconv"
	"text/tabwriter"

	"casusboek/generator"
	"casusboek/generator/guard"
	"casusboek/generator/guard/risk"
	"casusboek/generator/lang"
)

// traits shows what a case can tell of its main person, in the language of the site when there is one to be read.
func (e *env) traits(ctx context.Context, folder string) error {
	w := e.siteWords(ctx, folder)
	fmt.Fprintln(e.Stdout, w.T("cli.traits.head"))
	table := tabwriter.NewWriter(e.Stdout, 0, 0, 2, ' ', 0)
	kind := ""
	for _, s := range risk.Steps() {
		if s.Kind != kind {
			fmt.Fprintln(table)
			kind = s.Kind
		}
		name := s.NL
		if w.Lang == "en" {
			name = s.EN
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", s.ID, name, share(s, w))
	}
	return table.Flush()
}

// share says on how many people a step of the table fits, in words that a rough estimate bears.
func share(s risk.Step, w *lang.Catalogue) string {
	if s.Kind == risk.Area {
		return w.T("cli.traits.area", "n", thousands(int(s.Share), w))
	}
	n, err := strconv.Atoi(guard.People(1 / s.Share))
	if err != nil {
		return ""
	}
	return w.T("cli.traits.share", "n", thousands(n, w))
}

// thousands writes a number with the separator of the language.
func thousands(n int, w *lang.Catalogue) string {
	text, separator := strconv.Itoa(n), "."
	if w.Lang == "en" {
		separator = ","
	}
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + separator + text[i:]
	}
	return text
}

// siteWords are the words of the site in folder, or of the terminal where no site can be read.
func (e *env) siteWords(ctx context.Context, folder string) *lang.Catalogue {
	s, err := e.open(folder)
	if err != nil {
		return e.words
	}
	defer s.close()
	if words, err := generator.Words(ctx, generator.Input{Content: s.content.FS()}); err == nil {
		return words
	}
	return e.words
}
