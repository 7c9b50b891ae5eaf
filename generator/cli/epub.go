package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"

	"casusboek/generator"
	"casusboek/generator/address"
	"casusboek/generator/bundle"
	"casusboek/generator/casebook"
	"casusboek/generator/guard"
	"casusboek/generator/site"
)

// makeEPUB makes a book for e-readers: of the whole casebook, or of one session.
func makeEPUB(ctx context.Context, e *env, args []string) error {
	var edition edition
	set := flags("epub")
	out := set.String("out", "", "")
	session := set.String("session", "", "")
	drafts := set.Bool("drafts", false, "")
	set.Var(&edition, "edition", "")
	folder, err := e.parse(set, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"epub"})
	} else if err != nil {
		return err
	}
	name, err := e.oneFile("epub", folder, *out, fileName(*session, guard.Edition(edition)), ".epub")
	if err != nil {
		return err
	}
	var book bundle.EPUB
	var sessions []string
	choose := func(b *casebook.Book) (site.Part, bool) {
		book = bundle.EPUB{Title: b.Site.Title.V, Subtitle: b.Site.Subtitle.V, By: b.Site.Organiser.V, Lang: b.Site.Lang, Licence: b.Site.Licence.V}
		if guard.Edition(edition) == guard.Public {
			book.Base = address.Base(&b.Site)
		}
		if *session == "" {
			return site.Part{}, true
		}
		for _, s := range b.Sessions {
			if sessions = append(sessions, s.ID); s.ID == *session {
				book.Title, book.Subtitle = s.Heading(), b.Site.Title.V
				return site.Part{Session: s}, true
			}
		}
		return site.Part{}, false
	}
	files, chapters, result, err := e.chapters(ctx, folder, guard.Edition(edition), *drafts, choose)
	if err != nil {
		return err
	}
	if err := e.report(e.Stderr, folder, result, false); err != nil {
		return err
	}
	if len(chapters) == 0 {
		return known("epub", "session", []string{*session}, sessions, result.Words)
	}
	book.Contents, book.Files, book.Updated = result.Words.T("epub.contents"), files, result.Updated
	for _, c := range chapters {
		book.Chapters = append(book.Chapters, bundle.Chapter{File: c.Address.File(), Level: c.Level})
	}
	var text bytes.Buffer
	if err := bundle.WriteEPUB(&text, book); err != nil {
		return err
	}
	if err := e.replaceFile(ctx, name, text.Bytes(), 0o644, bundle.IsEPUB); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, result.Words.N("cli.epub.done", len(book.Chapters), "file", name))
	return nil
}

// chapters makes the pages of a part of the casebook, in memory.
func (e *env) chapters(ctx context.Context, folder string, edition guard.Edition, drafts bool, choose func(*casebook.Book) (site.Part, bool)) (map[string][]byte, []site.Chapter, generator.Result, error) {
	s, err := e.open(folder)
	if err != nil {
		return nil, nil, generator.Result{}, err
	}
	defer s.close()
	in, err := e.input(ctx, s, edition, drafts)
	if err != nil {
		return nil, nil, generator.Result{}, err
	}
	files := &generator.Memory{}
	chapters, result, err := generator.Chapters(ctx, in, choose, files)
	return files.Files, chapters, result, err
}
