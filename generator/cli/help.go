package cli

import (
	"context"
	"fmt"
	"runtime/debug"
)

// Version is set by the release build; a build from source says what its checkout was.
var Version = ""

func versionText() string {
	if Version != "" {
		return Version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel-" + s.Value[:12]
		}
	}
	return "devel"
}

func version(_ context.Context, e *env, args []string) error {
	if len(args) > 0 {
		return usageError{"version", e.words.T("cli.no-arguments", "command", "version")}
	}
	fmt.Fprintln(e.Stdout, "casusboek "+versionText())
	return nil
}

func help(_ context.Context, e *env, args []string) error {
	if len(args) == 0 {
		fmt.Fprint(e.Stdout, e.words.T("cli.help.all"))
		return nil
	}
	for _, c := range commands() {
		if c.name == args[0] {
			fmt.Fprint(e.Stdout, e.words.T("cli.help."+c.name))
			return nil
		}
	}
	return e.unknown(args[0])
}
