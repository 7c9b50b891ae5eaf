package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"

	"casusboek/generator/bundle"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/site"
)

// makeSCORM makes a course of one case for a learning system.
func makeSCORM(ctx context.Context, e *env, args []string) error {
	set := flags("scorm")
	out := set.String("out", "", "")
	words, folder, err := e.parseWith(set, args, 1)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return help(ctx, e, []string{"scorm"})
	case err != nil:
		return err
	case len(words) == 0:
		return usageError{"scorm", e.words.T("cli.scorm.which")}
	}
	id := words[0]
	name, err := e.oneFile("scorm", folder, *out, id, ".zip")
	if err != nil {
		return err
	}
	course := bundle.Course{ID: id}
	var cases []string
	files, chapters, result, err := e.chapters(ctx, folder, guard.Public, false, func(b *casebook.Book) (site.Part, bool) {
		course.Lang = b.Site.Lang
		for _, c := range b.Cases {
			if cases = append(cases, c.ID); c.ID == id {
				course.Title = c.Title.V
				return site.Part{Case: c}, true
			}
		}
		return site.Part{}, false
	})
	if err != nil {
		return err
	}
	if err := e.report(e.Stderr, folder, result, false); err != nil {
		return err
	}
	if len(chapters) == 0 {
		return e.noCase("scorm", id, cases)
	}
	course.Files, course.Updated = files, result.Updated
	for _, c := range chapters {
		course.Pages = append(course.Pages, c.Address.File())
	}
	var text bytes.Buffer
	if err := bundle.WriteSCORM(&text, course); err != nil {
		return err
	}
	if err := e.replaceFile(ctx, name, text.Bytes(), 0o644, bundle.IsSCORM); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, result.Words.T("cli.scorm.done", "file", name))
	return nil
}
