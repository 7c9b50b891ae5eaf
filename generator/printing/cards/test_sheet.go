package cards

import (
	"strconv"
	"strings"

	"casusboek/generator/casebook"
	"casusboek/generator/page"
	"casusboek/generator/printing/sheets"
)

// testView is the view of the test sheet, which measures how far the second side of a
// printer is shifted. The front has a cross in the middle of the paper. The back has two
// rows of steps, each step half a millimetre further than the one before. Held against the
// light, a line of the front runs through one of the steps, and its number is the shift to
// enter.
type testView struct {
	*page.Page
	Steps []testStep
	Foot  sheets.Foot
}

// testStep is one step, in mm from the middle of the paper: Off is the shift it marks,
// Along is its position on the line that is read. Number is its label, empty for half
// millimetres.
type testStep struct {
	Off, Along float64
	Number     string
}

// The largest shift on the test sheet, and the distance between two steps, in mm.
const (
	testReach = 5
	testApart = 2.1
)

// TestSheetView returns the view of the test sheet.
func TestSheetView(p sheets.Base) any {
	p.Section, p.BodyClass = "blank", "p-cards"
	p.Title, p.Description = p.T("paper.test.title"), p.T("paper.test.description")
	v := &testView{Page: p.Page, Foot: sheets.Foot{What: p.T("paper.test.title"), Who: p.Imprint(casebook.Date{})}}
	for half := -2 * testReach; half <= 2*testReach; half++ {
		step := testStep{Off: float64(half) / 2, Along: -2 - testApart*float64(2*testReach-half+1)}
		if half%2 == 0 {
			step.Number = strings.Replace(strconv.Itoa(half/2), "-", "\u2212", 1)
		}
		v.Steps = append(v.Steps, step)
	}
	return v
}
