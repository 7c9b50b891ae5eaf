package generator_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"casusboek/generator"
	"casusboek/generator/pdf"
	"casusboek/generator/pdf/chrome"
	"casusboek/generator/printing"
)

// BenchmarkPDF prints the handouts and the decks of a hundred generated cases, browser start included. peak-MB is the
// largest sum of the memory of this program and all processes of the browser, each shared page counted once (PSS).
func BenchmarkPDF(b *testing.B) {
	program, err := chrome.Find(os.Getenv("CHROME"))
	if err != nil {
		b.Skip(err)
	}
	for _, product := range []printing.Product{printing.Handout, printing.Cards} {
		b.Run(fmt.Sprintf("%s=100", product), func(b *testing.B) {
			content := generated(100)
			for b.Loop() {
				pages := &pdf.Pages{}
				sheets, result, err := generator.Print(context.Background(), generator.Input{Content: content, Today: benchDay},
					func(s printing.Sheet) bool {
						return s.Product == product && s.Of.Document() != nil && strings.Count(string(s.Address), "/") == 3
					}, pages)
				if err != nil || result.Failed() {
					b.Fatal(err, result.Problems)
				}
				var documents []pdf.Document
				for _, s := range sheets {
					documents = append(documents, pdf.Document{Page: s.Address.File()})
				}
				peak := watch(b, func() {
					press, err := pdf.OpenPrinter(b.Context(), pdf.Options{Browser: program, Date: benchDay})
					if err != nil {
						b.Fatal(err)
					}
					defer press.Close()
					if err := press.Print(b.Context(), pages, documents, func(int, pdf.Printed) error { return nil }); err != nil {
						b.Fatal(err)
					}
				})
				b.ReportMetric(float64(len(documents)), "files")
				b.ReportMetric(float64(peak)/1e6, "peak-MB")
			}
		})
	}
}

// watch looks at the memory of this process and all below it while work runs, and gives the most that it has seen, in
// bytes; 0 where there is no /proc.
func watch(b *testing.B, work func()) int64 {
	b.Helper()
	stop, peak := make(chan struct{}), make(chan int64)
	go func() {
		var most int64
		for {
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(200 * time.Millisecond):
				most = max(most, memory())
			}
		}
	}()
	work()
	close(stop)
	return <-peak
}

// memory is the PSS of this process and all below it.
func memory() int64 {
	parents := map[int]int{}
	all, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range all {
		data, err := os.ReadFile(name)
		if err != nil {
			continue // it has ended
		}
		_, rest, _ := bytes.Cut(data, []byte(") "))
		pid, _ := strconv.Atoi(strings.Split(name, "/")[2])
		if fields := strings.Fields(string(rest)); len(fields) > 1 {
			parents[pid], _ = strconv.Atoi(fields[1])
		}
	}
	var sum int64
	for pid := range parents {
		for up := pid; up > 1; up = parents[up] {
			if up == os.Getpid() {
				sum += pss(pid)
				break
			}
		}
	}
	return sum
}

func pss(pid int) int64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	_, rest, found := strings.Cut(string(data), "\nPss:")
	if !found {
		return 0
	}
	kB, _ := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
	return kB * 1024
}
