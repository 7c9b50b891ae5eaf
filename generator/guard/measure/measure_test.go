package measure

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// seed, values and each: the same values every run, so many plain per kind, so many per kind and disguise.
const seed, values, each = 20261123, 400, 60

// The bars of the guard's design.
const plainBar, disguisedBar = 0.999, 0.99

// tally counts what was found.
type tally struct{ found, all int }

func (c tally) share() float64 {
	if c.all == 0 {
		return 1
	}
	return float64(c.found) / float64(c.all)
}

func (c tally) String() string {
	if c.all == 0 {
		return "-"
	}
	return fmt.Sprintf("%.4f", c.share())
}

// around are sentences before and after, so that a value never stands alone in its text.
var around = [][2]string{
	{"", ""},
	{"Het regende die ochtend. ", " Daarna werd het stil."},
	{"- ", "\n- Een volgende stap."},
	{"tekst: |\n      ", "\n      Zij zuchtte.\n    bron: dossier"},
	{"> ", "\n> Dat was alles."},
	{"| wat | waarde |\n|---|---|\n| ", " | vier |"},
}

// seen reports whether a rule of the kind finds the value, at its level or a higher one.
func seen(k Kind, s Sample) bool {
	for _, f := range rules.Find(rules.Fold(s.Text)) {
		name := strings.TrimPrefix(string(f.Rule), "privacy-")
		if slices.Contains(k.Rules, name) && f.At.From < s.To && f.At.To > s.From && (f.Level == diag.Red || k.Level == "orange" && f.Level == diag.Orange) {
			return true
		}
	}
	return false
}

// TestRecall prints how much of every kind is found, plain and under each disguise, and fails under the bars.
func TestRecall(t *testing.T) {
	var table strings.Builder
	names := []string{"plain"}
	for _, d := range Disguises() {
		names = append(names, d.Name)
	}
	fmt.Fprintf(&table, "%-11s %s disguised\n", "", strings.Join(names, " | "))
	total := 0
	for _, k := range Kinds() {
		plain, disguised, row, missed := measure(k)
		total += plain.all + disguised.all
		fmt.Fprintf(&table, "%-11s %s  %s\n", k.Name, strings.Join(row, " "), disguised)
		bar, other := plainBar, disguisedBar
		if k.Never {
			bar, other = 1, 1
		}
		if plain.share() < bar || disguised.share() < other {
			t.Errorf("%s: %.4f plain (bar %.3f), %.4f disguised (bar %.3f); missed for example:\n%s", k.Name, plain.share(), bar, disguised.share(), other, strings.Join(missed, "\n"))
		}
	}
	t.Logf("recall over %d values\n%s", total, table.String())
	if total < 3000 {
		t.Errorf("only %d values", total)
	}
}

// quoted puts one value in four between marks as editors write them.
func quoted(r *rand.Rand, value string) string {
	marks := []string{"“%”", "‘%’", "«%»", "\"%\"", "—%—"}
	if i := r.IntN(4 * len(marks)); i < len(marks) {
		return strings.Replace(marks[i], "%", value, 1)
	}
	return value
}

// measure tries values of a kind and gives the shares found, a cell for each disguise and some invented values that were missed.
func measure(k Kind) (plain, disguised tally, row, missed []string) {
	r := rand.New(rand.NewPCG(seed, uint64(len(k.Name))))
	try := func(c *tally, s Sample, how string) {
		c.all++
		if seen(k, s) {
			c.found++
		} else if len(missed) < 12 {
			missed = append(missed, fmt.Sprintf("%s: %q", how, s.Text))
		}
	}
	for range values {
		about := pick(r, around)
		try(&plain, In(r, k.Sentences, quoted(r, k.Value(r))).Inside(about[0], about[1]), "plain")
	}
	row = append(row, plain.String())
	for _, d := range Disguises() {
		var cell tally
		for range each {
			value, ok := d.Hide(r, k, k.Value(r))
			if !ok {
				continue
			}
			s := In(r, k.Sentences, quoted(r, value))
			if before, after, ok := strings.Cut(d.Wrap, "%s"); ok {
				s = s.Inside(before, after)
			}
			about := pick(r, around[:4])
			try(&cell, s.Inside(about[0], about[1]), d.Name)
		}
		disguised.found += cell.found
		disguised.all += cell.all
		row = append(row, cell.String())
	}
	return plain, disguised, row, missed
}

// falseBar is the most red findings that a thousand words of clean Dutch may have.
const falseBar = 0.1

// TestFalseReds prints what is found in Dutch prose that identifies nobody and is full of harmless numbers.
func TestFalseReds(t *testing.T) {
	files, err := filepath.Glob("testdata/clean.*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no clean texts in testdata", err)
	}
	words, counts := 0, map[string]int{}
	reds := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := rules.Fold(string(data))
		words += len(text.Words)
		for _, f := range rules.Find(text) {
			counts[f.Level.String()+" "+string(f.Rule)+" "+f.Variant]++
			if f.Level == diag.Red {
				reds++
				t.Logf("red: %s in %q", f.Rule, data[max(0, f.At.From-30):min(len(data), f.At.To+20)])
			}
		}
	}
	per := 1000 * float64(reds) / float64(words)
	t.Logf("%d words, %.3f red findings per 1,000", words, per)
	for _, what := range slices.Sorted(maps.Keys(counts)) {
		t.Logf("%4d %s", counts[what], what)
	}
	if words < 3000 || per > falseBar {
		t.Errorf("%.3f red findings per 1,000 words (bar %.1f) in %d words", per, falseBar, words)
	}
}
