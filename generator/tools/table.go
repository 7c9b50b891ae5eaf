package main

import (
	"fmt"
	"io"
	"math"
	"time"
)

// print shows the rows as a table of Markdown, and how time and memory grow.
func print(w io.Writer, rows []row) {
	columns := []struct {
		name string
		of   func(r row) string
	}{
		{"cases", func(r row) string { return fmt.Sprint(r.cases) }},
		{"pages", func(r row) string { return fmt.Sprint(r.pages) }},
		{"MB", func(r row) string { return fmt.Sprintf("%.0f", float64(r.bytes)/1e6) }},
		{"full build", func(r row) string { return seconds(r.full) }},
		{"pages/s", func(r row) string { return fmt.Sprintf("%.0f", float64(r.pages)/r.full.Seconds()) }},
		{"ms/page", func(r row) string { return fmt.Sprintf("%.2f", 1000*r.full.Seconds()/float64(r.pages)) }},
		{"MB/s", func(r row) string { return fmt.Sprintf("%.0f", float64(r.bytes)/1e6/r.full.Seconds()) }},
		{"peak memory", func(r row) string { return fmt.Sprintf("%.0f MB", float64(r.memory)/1e6) }},
		{"nothing changed", func(r row) string { return seconds(r.same) + times(r.full, r.same) }},
		{"one file changed", func(r row) string { return seconds(r.edited) + times(r.full, r.edited) }},
		{"edit to page", func(r row) string { return fmt.Sprintf("%.0f ms", 1000*r.page.Seconds()) }},
		{"floor (read + write)", func(r row) string {
			return seconds(r.floor()) + " (" + seconds(r.floorRead) + " + " + seconds(r.floorWrite) + ")"
		}},
		{"full : floor", func(r row) string { return fmt.Sprintf("%.1f", r.full.Seconds()/r.floor().Seconds()) }},
	}
	for _, c := range columns { // one line for each measure, one column for each size
		fmt.Fprintf(w, "| %s |", c.name)
		for _, r := range rows {
			fmt.Fprintf(w, " %s |", c.of(r))
		}
		fmt.Fprintln(w)
		if c.name == columns[0].name {
			fmt.Fprint(w, "|---|")
			for range rows {
				fmt.Fprint(w, "---|")
			}
			fmt.Fprintln(w)
		}
	}
	for i := 1; i < len(rows); i++ {
		a, b := rows[i-1], rows[i]
		fmt.Fprintf(w, "\nFrom %d to %d cases time grows with exponent %.2f, memory with %.2f.\n", a.cases, b.cases,
			exponent(a, b, func(r row) float64 { return r.full.Seconds() }), exponent(a, b, func(r row) float64 { return float64(r.memory) }))
	}
}

// exponent is how a measure grows with the number of cases: 1 is twice as much for twice as many.
func exponent(a, b row, of func(row) float64) float64 {
	return math.Log(of(b)/of(a)) / math.Log(float64(b.cases)/float64(a.cases))
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

// times says how many times less a build took than a full one.
func times(full, d time.Duration) string {
	return fmt.Sprintf(" (%.1f times less)", full.Seconds()/d.Seconds())
}
