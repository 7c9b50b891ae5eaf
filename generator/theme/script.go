// Package script makes the scripts of the site: small ES modules in templates/script/ become files that a page can load from disk.
// A browser refuses to import modules from file://, so each entry is bundled with the modules that it imports into one
// plain script, without what is not used.
//
//	bundles, err := theme.Bundle(templates.Files) // {"filter.js": ..., "reader.js": ...}
//
// Every file of the folder is an entry, but those whose names begin with an underscore: these are shared by entries. The
// same modules give the same bytes. Nothing outside the folder is read, and nothing is fetched.
package theme

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// scriptFolder holds the modules.
const scriptFolder = "script"

// Bundle gives the script of each entry in files' folder script/ by the name of its file, such as filter.js. A module
// that is wrong or missing is an error, with its file and line.
func Bundle(files fs.FS) (map[string][]byte, error) {
	paths, err := fs.Glob(files, scriptFolder+"/*.js")
	if err != nil {
		return nil, err
	}
	var entries []string
	for _, name := range paths {
		if !strings.HasPrefix(path.Base(name), "_") {
			entries = append(entries, name)
		}
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       entries,
		Outdir:            "/",
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Plugins:           []api.Plugin{from(files)},
	})
	if len(result.Errors) > 0 {
		return nil, errors.New("scripts: " + strings.Join(api.FormatMessages(result.Errors, api.FormatMessagesOptions{}), ""))
	}
	bundles := map[string][]byte{}
	for _, f := range result.OutputFiles {
		bundles[base(f.Path)] = f.Contents
	}
	return bundles, nil
}

// base is the name of a file that the bundler made. It says their paths as the system writes them: on Windows from a drive, with backslashes.
func base(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// from lets the bundler read modules out of files, and nothing else.
func from(files fs.FS) api.Plugin {
	const here = "templates"
	return api.Plugin{Name: here, Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(asked api.OnResolveArgs) (api.OnResolveResult, error) {
			name := asked.Path
			if asked.Kind != api.ResolveEntryPoint {
				name = path.Join(path.Dir(asked.Importer), asked.Path)
			}
			return api.OnResolveResult{Path: name, Namespace: here}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: here}, func(asked api.OnLoadArgs) (api.OnLoadResult, error) {
			text, err := fs.ReadFile(files, asked.Path)
			if err != nil {
				return api.OnLoadResult{}, fmt.Errorf("module %s: %w", asked.Path, err)
			}
			contents := string(text)
			return api.OnLoadResult{Contents: &contents, Loader: api.LoaderJS}, nil
		})
	}}
}
