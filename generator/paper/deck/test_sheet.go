package deck

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/paper/sheet"
)

// testView is the sheet that tells how far a printer's second side is off. The front has a cross in the middle of the
// paper. The back has two flights of steps, each step half a millimetre on from the one before: against the light, the
// line of the front runs through one of them, and what is written there is what to fill in.
type testView struct {
	*page.Page
	Steps []testStep
	Foot  sheet.Foot
}

// testStep is one step, in mm from the middle of the paper: how far it is off, and where it lies along the line that is
// read. Number is what it says; halves between say nothing.
type testStep struct {
	Off, Along float64
	Number     string
}

// The steps of a flight: as far as printers are off, and how far they lie apart, in mm.
const (
	testReach = 5
	testApart = 2.1
)

// TestView is the page of the test sheet.
func TestView(p sheet.Maker) any {
	p.Section, p.BodyClass = "blank", "p-cards"
	p.Title, p.Description = p.T("paper.test.title"), p.T("paper.test.description")
	v := &testView{Page: p.Page, Foot: sheet.Foot{What: p.T("paper.test.title"), Who: p.Imprint(casebook.Date{})}}
	for half := -2 * testReach; half <= 2*testReach; half++ {
		step := testStep{Off: float64(half) / 2, Along: -2 - testApart*float64(2*testReach-half+1)}
		if half%2 == 0 {
			step.Number = strings.Replace(strconv.Itoa(half/2), "-", "\u2212", 1)
		}
		v.Steps = append(v.Steps, step)
	}
	return v
}
