package cli

import (
	"path/filepath"
	"strings"

	"casusboek/generator/guard"
)

// oneFile decides where a command writes its one file: where the user says, or beside content/. Nothing goes among the sources, and what is
// for facilitators not into the public site.
func (e *env) oneFile(command, folder, out, name, extension string) (string, error) {
	if out == "" {
		return filepath.Join(folder, name+extension), nil
	}
	if !strings.EqualFold(filepath.Ext(out), extension) {
		return "", usageError{command, e.words.T("cli.one-file.extension", "file", out, "extension", extension)}
	}
	for _, inside := range []string{"content", "templates", "public", "facilitator"} {
		if within(out, filepath.Join(folder, inside)) {
			return "", usageError{command, e.words.T("cli.one-file.inside", "file", out, "folder", inside)}
		}
	}
	return out, nil
}

// fileName is what a file is called that holds a part of the casebook, or all of it when part is empty.
func fileName(part string, edition guard.Edition) string {
	name := part
	if name == "" {
		name = "casusboek"
	}
	if edition == guard.Facilitator {
		name += "-facilitator"
	}
	return name
}
