package serve

import (
	"bytes"
	"html/template"
	"strconv"

	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// What the guard finds in the file of a page stands in its margin: it is about the text beside it, and is often weighed for days, so it may not lie over
// the page as a mistake does.

// marginView is what stands in the margin of a page.
type marginView struct {
	Title    string
	Findings []finding // by line
	More     string    // how many there are besides
}

type finding struct{ Level, Word, Place, Message, Times, Hint string }

// mostFindings is how many findings a margin shows.
const mostFindings = 50

// marginal tells the findings of the guard in a file, by place, apart from all other problems. Of a value that was found more often it keeps the first; times is how
// often.
func marginal(problems diag.List, file string) (findings diag.List, times []int) {
	first := map[int]int{}
	for _, p := range problems {
		if p.Level == diag.None || p.Pos.File != file || file == "" {
			continue
		}
		if at, again := first[p.Same]; again && p.Same != 0 {
			times[at]++
			continue
		}
		first[p.Same] = len(findings)
		findings, times = append(findings, p), append(times, 1)
	}
	return findings, times
}

// margin is what the guard found in the file of a page, as HTML; empty when that is nothing.
func margin(now state, file string) []byte {
	findings, times := marginal(now.problems, file)
	if len(findings) == 0 || now.words == nil {
		return nil
	}
	v := marginView{Title: now.words.N("preview.findings", len(findings))}
	for i, p := range findings {
		if i == mostFindings {
			v.More = now.words.N("preview.more", len(findings)-i)
			break
		}
		v.Findings = append(v.Findings, found(p, times[i], now.words))
	}
	return filled("margin.html", v)
}

func found(p diag.Problem, times int, words *lang.Catalogue) finding {
	f := finding{Level: p.Level.String(), Word: words.T("report.level." + p.Level.String()), Place: p.Pos.String(), Message: p.Message(words), Hint: p.Hint(words)}
	if times > 1 {
		f.Times = words.T("report.times", "n", strconv.Itoa(times))
	}
	return f
}

// filled executes a template of the preview's own.
func filled(name string, view any) []byte {
	var b bytes.Buffer
	if err := own.ExecuteTemplate(&b, name, view); err != nil {
		return []byte(template.HTMLEscapeString(err.Error()))
	}
	return b.Bytes()
}
