package generator_test

import (
	"context"
	"fmt"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"casusboek/generator"
	"casusboek/generator/checks/large"
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
	for path, text := range large.Casebook(cases) {
		content[path] = &fstest.MapFile{Data: []byte(text)}
	}
	return content
}

func file(front, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("---\n" + front + "\n---\n" + body + "\n")}
}

// BenchmarkEdit saves one case of a casebook that is open, and makes its page: what an author waits for.
func BenchmarkEdit(b *testing.B) {
	for _, cases := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("cases=%d", cases), func(b *testing.B) {
			content := generated(cases)
			desk := generator.NewDesk(generator.Input{Content: content, Today: benchDay})
			if result, err := desk.Update(context.Background(), nil); err != nil || result.Failed() {
				b.Fatal(err, result.Problems[:min(5, len(result.Problems))])
			}
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				file := content["casussen/casus-7.md"]
				file.Data = append(file.Data, fmt.Sprintf("\nRegel %d.\n", i)...)
				if _, err := desk.Update(context.Background(), []string{"content/casussen/casus-7.md"}); err != nil {
					b.Fatal(err)
				}
				if _, _, err := desk.File("casussen/casus-7/index.html"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
