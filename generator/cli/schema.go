package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"casusboek/generator/author/schema"
	"casusboek/generator/lang"
	"casusboek/generator/output"
)

// writeSchema prints the JSON Schema of a kind of document, or writes those of all kinds into a folder.
func writeSchema(ctx context.Context, e *env, args []string) error {
	language := oneOf{choices: languages}
	set := flags("schema")
	out := set.String("out", "", "")
	set.Var(&language, "taal", "")
	words, _, err := e.parseWith(set, args, 1)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"schema"})
	} else if err != nil {
		return err
	}
	switch {
	case *out != "": // then the word is the folder of a casebook
		folder := "."
		if len(words) == 1 {
			folder = words[0]
		}
		if language.value == "" {
			language.value = e.siteWords(ctx, folder).Lang
		}
		return e.writeSchemas(ctx, *out, language.value)
	case len(words) == 1:
		return e.printSchema(words[0])
	}
	return usageError{"schema", e.words.T("cli.schema.which", "choices", strings.Join(schemaWords(), ", "))}
}

func (e *env) printSchema(name string) error {
	for _, kind := range schema.Kinds() {
		if strings.EqualFold(name, kind.Names.NL) || strings.EqualFold(name, kind.Names.EN) {
			_, err := e.Stdout.Write(schema.Of(kind))
			return err
		}
	}
	known := schemaWords()
	if i := lang.Nearest(name, known); i >= 0 {
		return usageError{"schema", e.words.T("cli.schema.near", "kind", name, "near", known[i])}
	}
	return usageError{"schema", e.words.T("cli.schema.which", "choices", strings.Join(known, ", "))}
}

// schemaWords are the names of all that there is a schema of, each once.
func schemaWords() []string {
	var nl, en []string
	for _, kind := range schema.Kinds() {
		nl = append(nl, kind.Names.NL)
		if kind.Names.EN != kind.Names.NL {
			en = append(en, kind.Names.EN)
		}
	}
	return append(nl, en...)
}

// writeSchemas writes all schemas. An earlier one is replaced; a file of the same name that is something else is not.
func (e *env) writeSchemas(ctx context.Context, folder, language string) error {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	if err := e.inFolder(ctx, folder, func(w *output.FileWriter) error { return e.replaceSchemas(w, folder, language) }); err != nil {
		return err
	}
	fmt.Fprintln(e.Stdout, e.words.T("cli.schema.done", "folder", filepath.Clean(folder)))
	return nil
}

func (e *env) replaceSchemas(w *output.FileWriter, folder, language string) error {
	var foreign []string
	for _, kind := range schema.Kinds() {
		name := schema.FileName(kind, language)
		var other *output.ForeignFileError
		if err := w.Own(name, schema.Made); errors.As(err, &other) {
			foreign = append(foreign, name)
		} else if err != nil {
			return err
		}
	}
	if len(foreign) > 0 {
		return errors.New(e.words.T("cli.schema.foreign", "folder", folder, "files", strings.Join(foreign, ", ")))
	}
	for _, kind := range schema.Kinds() {
		if err := w.Replace(schema.FileName(kind, language), schema.Of(kind), 0o644); err != nil {
			return err
		}
	}
	return nil
}
