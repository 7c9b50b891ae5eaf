package chrome

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// NotFoundError says that there is no browser to work with.
type NotFoundError struct {
	Path string // what was asked for and is no program; empty when none was found on this system
}

func (e *NotFoundError) Error() string {
	if e.Path != "" {
		return fmt.Sprintf("%s is no browser that can be run", e.Path)
	}
	return "no browser found: install Chromium, Chrome or Edge"
}

// names are the commands of the browsers that can be driven, in the order of preference; generator/checks/install.sh
// has the same list.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"}

// Find gives the path of a browser: the one that is named (a path or a command), or else a command on the PATH, or a
// program in one of the places where macOS and Windows have it. The error is a *NotFoundError.
func Find(named string) (string, error) {
	if named != "" {
		if found, err := exec.LookPath(named); err == nil {
			return filepath.Abs(found)
		}
		return "", &NotFoundError{named}
	}
	for _, name := range names {
		if found, err := exec.LookPath(name); err == nil {
			return filepath.Abs(found)
		}
	}
	for _, path := range places(runtime.GOOS, os.Getenv) {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return path, nil
		}
	}
	return "", &NotFoundError{}
}

// places are where a browser stands on a system that has no command for it.
func places(system string, getenv func(string) string) []string {
	var found []string
	switch system {
	case "darwin":
		for _, folder := range []string{"", getenv("HOME")} {
			for _, name := range []string{"Google Chrome", "Chromium", "Microsoft Edge"} {
				found = append(found, folder+"/Applications/"+name+".app/Contents/MacOS/"+name)
			}
		}
	case "windows":
		for _, program := range []string{`Google\Chrome\Application\chrome.exe`, `Chromium\Application\chrome.exe`, `Microsoft\Edge\Application\msedge.exe`} {
			for _, variable := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
				if root := getenv(variable); root != "" {
					found = append(found, root+`\`+program)
				}
			}
		}
	}
	return found
}
