package skeleton_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"casusboek/generator/author/skeleton"
	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang/langtest"
	"casusboek/generator/read/parse"
)

// settings reads the files for the editor, which may hold comments on lines of their own.
func settings(t *testing.T, language string) map[string]map[string]any {
	t.Helper()
	files, err := skeleton.Casebook(language)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]any{}
	for _, f := range files {
		name, ok := strings.CutPrefix(f.Path, ".vscode/")
		if !ok {
			continue
		}
		var value map[string]any
		if err := json.Unmarshal([]byte(regexp.MustCompile(`(?m)^ *//.*$`).ReplaceAllString(f.Text, "")), &value); err != nil {
			t.Errorf("%s: %v", f.Path, err)
		}
		all[name] = value
	}
	return all
}

// TestEverySchemaIsAttached holds that each schema is there, and said to be for files that there can be.
func TestEverySchemaIsAttached(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		all := settings(t, language)
		attached, _ := all["settings.json"]["yaml.schemas"].(map[string]any)
		if len(attached) != len(parse.Fields()) {
			t.Errorf("%s: %d schemas are attached", language, len(attached))
		}
		for name, patterns := range attached {
			if _, there := all[strings.TrimPrefix(name, "./.vscode/")]; !there {
				t.Errorf("%s: %s is not there", language, name)
			}
			for _, p := range patterns.([]any) {
				if !strings.HasPrefix(p.(string), "content/") {
					t.Errorf("%s: %s is for %s", language, name, p)
				}
			}
		}
	}
}

// TestTheTaskReadsWhatCheckPrints holds the patterns of the task against a printed error and warning.
func TestTheTaskReadsWhatCheckPrints(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		var printed bytes.Buffer
		at := diag.Pos{File: "content/casussen/één huis.md", Line: 12, Col: 5, EndLine: 12, EndCol: 9}
		list := diag.List{{Rule: diag.FieldUnknown, Pos: at}, {Rule: diag.TitleLong, Pos: at}}
		if err := diag.Fprint(&printed, list, langtest.Words(language), nil); err != nil {
			t.Fatal(err)
		}
		task := settings(t, language)["tasks.json"]["tasks"].([]any)[0].(map[string]any)
		for i, m := range task["problemMatcher"].([]any) {
			pattern := regexp.MustCompile("(?m)" + m.(map[string]any)["pattern"].(map[string]any)["regexp"].(string))
			found := pattern.FindAllStringSubmatch(printed.String(), -1)
			if len(found) != 1 || found[0][1] != at.File || found[0][2] != "12" || found[0][3] != "5" {
				t.Errorf("%s: matcher %d finds %q in %s", language, i, found, &printed)
			}
		}
	}
}

// TestSnippetsAreFields puts each snippet, with nothing typed in it, below its field: every key is known there.
func TestSnippetsAreFields(t *testing.T) {
	stops := regexp.MustCompile(`\$\{\d+\|([^,|]+)[^}]*\}|\$\d+`)
	for _, language := range []string{"nl", "en"} {
		snippets := settings(t, language)["casusboek.code-snippets"]
		if len(snippets) != 8 {
			t.Errorf("%s: %d snippets", language, len(snippets))
		}
		fields := map[string]string{"- naam": "rondes", "- id": "gebeurtenissen", "- wie": "netwerk", "- vraag": "dilemmas", "- name": "rounds", "- who": "network", "- question": "dilemmas"}
		for name, s := range snippets {
			var lines []string
			for _, line := range s.(map[string]any)["body"].([]any) {
				lines = append(lines, stops.ReplaceAllString(line.(string), "$1"))
			}
			body := strings.Join(lines, "\n  ")
			first, _, _ := strings.Cut(body, ":")
			field := fields[first]
			if field == "" || strings.HasSuffix(name, "groep") || strings.HasSuffix(name, "group") {
				continue // of a session; the keys come from the same tables
			}
			_, problems := parse.Document(casebook.KindCase, "x", "content/x.md", "---\ntitel: x\n"+field+":\n  "+body+"\n---\n")
			for _, p := range problems {
				if p.Rule == diag.FieldUnknown || p.Rule == diag.YAMLSyntax || p.Rule == diag.ValueChoice {
					t.Errorf("%s: %s in\n%s", name, p.Message(langtest.Words("en")), body)
				}
			}
		}
	}
}
