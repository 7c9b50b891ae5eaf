package cli_test

import (
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"

	"casusboek/generator/cli"
)

// TestMain makes the test binary act as casusboek itself when a script runs it.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"casusboek": func() { os.Exit(cli.Main()) },
	})
}

// TestScripts runs testdata/script/*.txtar: each is one promise of the command line, told as a session at a terminal.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		UpdateScripts:       os.Getenv("UPDATE") != "",
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("SOURCE_DATE_EPOCH", "1796083200") // 1 December 2026
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"status": status, "snapshot": snapshot, "unchanged": unchanged, "xlsx": xlsx,
		},
	})
}

// status runs a command line and wants the given exit code: "status 2 casusboek build a b". What it printed is there for stdout,
// stderr and cmp, as after exec.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status code command [args]")
	}
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		var exit *exec.ExitError
		if !errors.As(err, &exit) {
			ts.Fatalf("%v", err)
		}
		code = exit.ExitCode()
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// xlsx makes a workbook of a csv file, as a program for spreadsheets would: "xlsx antwoorden.csv antwoorden.xlsx".
func xlsx(ts *testscript.TestScript, _ bool, args []string) {
	r := csv.NewReader(strings.NewReader(ts.ReadFile(args[0])))
	r.Comma, r.FieldsPerRecord = ';', -1
	rows, err := r.ReadAll()
	ts.Check(err)
	f := excelize.NewFile()
	for i, row := range rows {
		ts.Check(f.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &row))
	}
	ts.Check(f.SetSheetName("Sheet1", "Form1"))
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}

// snapshot remembers every file of a folder with its time stamp; unchanged wants them all as they were.
func snapshot(ts *testscript.TestScript, _ bool, args []string) {
	ts.Setenv("SNAPSHOT", listing(ts, args[0]))
}

func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	same := listing(ts, args[0]) == ts.Getenv("SNAPSHOT")
	if same == neg {
		ts.Fatalf("%s: unchanged is %v\nbefore:\n%s\nnow:\n%s", args[0], same, ts.Getenv("SNAPSHOT"), listing(ts, args[0]))
	}
}

func listing(ts *testscript.TestScript, folder string) string {
	text := ""
	root := ts.MkAbs(folder)
	ts.Check(filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		text += path[len(root):] + " " + strconv.FormatInt(info.Size(), 10) + " " + info.ModTime().String() + "\n"
		return nil
	}))
	return text
}
