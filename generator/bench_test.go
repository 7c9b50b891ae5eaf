package generator_test

import (
	"context"
	"fmt"
	"path"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"
	"casusboek/generator/checks/sample"
)

// BenchmarkBuild builds casebooks of growing size in memory, for profiles; "make bench" measures the real program. ms/page and pages/s should not
// change with the size; when they do, something searches where an index belongs.
func BenchmarkBuild(b *testing.B) {
	for _, cases := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("cases=%d", cases), func(b *testing.B) {
			content := generated(cases)
			b.ReportAllocs()
			var out counter
			for b.Loop() {
				out = counter{}
				result, err := generator.Build(context.Background(), generator.Input{Content: content, Today: benchDay}, &out)
				if err != nil || result.Failed() {
					b.Fatal(err, result.Problems[:min(5, len(result.Problems))])
				}
			}
			seconds := b.Elapsed().Seconds() / float64(b.N)
			b.ReportMetric(float64(out.files.Load())/seconds, "files/s")
			b.ReportMetric(float64(out.bytes.Load())/seconds/1e6, "MB/s")
		})
	}
}

var benchDay = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

type counter struct{ files, bytes atomic.Int64 }

func (c *counter) Add(_ string, data []byte) error {
	c.files.Add(1)
	c.bytes.Add(int64(len(data)))
	return nil
}

// generated is a casebook of a given number of cases, the same every time.
func generated(cases int) fstest.MapFS {
	content := fstest.MapFS{}
	for path, text := range sample.LargeCasebook(cases) {
		content[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return content
}

func file(front, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("---\n" + front + "\n---\n" + body + "\n")}
}

// BenchmarkEdit saves one file of a casebook that is open, and makes the page that somebody looks at: what an author waits for. A text changes its own
// document alone; a title stands in lists, links and orders, so the whole book is gone through.
func BenchmarkEdit(b *testing.B) {
	for _, cases := range []int{100, 1000, 10000} {
		content := generated(cases)
		templates := fstest.MapFS{}
		desk := generator.NewWorkspace(generator.Input{Content: content, Templates: templates, Today: benchDay})
		if result, err := desk.Update(context.Background(), nil); err != nil || result.Failed() {
			b.Fatal(err, result.Problems[:min(5, len(result.Problems))])
		}
		edit := func(name, page string, change func(i int)) {
			b.Run(fmt.Sprintf("cases=%d/%s", cases, strings.TrimSuffix(path.Base(name), path.Ext(name))), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					change(i)
					if _, err := desk.Update(context.Background(), []string{name}); err != nil {
						b.Fatal(err)
					}
					if _, _, err := desk.File(page); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		add := func(name string) func(int) {
			was := content[name].Data
			return func(i int) { content[name].Data = fmt.Appendf(was[:len(was):len(was)], "\nRegel %d.\n", i) }
		}
		edit("content/casussen/casus-7.md", "casussen/casus-7/index.html", add("casussen/casus-7.md"))
		edit("content/reflecties/reflectie-7-1.md", "reflecties/reflectie-7-1/index.html", add("reflecties/reflectie-7-1.md"))
		edit("templates/casusboek.css", "casusboek.css", func(i int) {
			templates["casusboek.css"] = &fstest.MapFile{Data: fmt.Appendf(nil, "h1 { margin: %dpx }", i)}
		})
		edit("content/casussen/titel.md", "casussen/casus-7/index.html", func(i int) {
			content["casussen/titel.md"] = file(fmt.Sprintf("titel: Titel %d\nherkomst: fictief\nsamenvatting: Iemand verhuist.", i), "Er brandt licht.")
		})
	}
}
