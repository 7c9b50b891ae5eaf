package lifemap

import "casusboek/generator/casebook"

// Dimensions of rows, in px.
const (
	laneRoom  = 9.  // below the last label of a lane
	laneLeast = 30. // below a lane with small labels
	laneEmpty = 24. // below a lane without events
	laneAbove = 18.
	flagAbove = 34. // above a lane with a pennant
)

// setHeights sets the y of all rows and the top of all labels. The shelves of a row are
// filled from the top: a label is as high as the labels above it allow.
func (m *Layout) setHeights() {
	y := LifeY
	for r := range m.Rows {
		row := &m.Rows[r]
		row.Y = y
		bottom := m.stack(row)
		room := laneLeast
		switch {
		case len(row.Places) == 0 && r > 0:
			room = laneEmpty
		case bottom > 0:
			room = max(room, bottom-y+laneRoom)
		}
		if r+1 == len(m.Rows) {
			y += room + 4
			break
		}
		next := &m.Rows[r+1]
		if next.pennant {
			room += flagAbove
		} else {
			room += laneAbove
		}
		y += max(room, NameStep*float64(len(row.Name)+len(next.Name))/2+12)
	}
	m.Height = y + 12
}

// stack sets the heights of a row's labels and returns the lowest edge.
func (m *Layout) stack(row *Row) (bottom float64) {
	for shelf := 0; shelf <= len(row.Places); shelf++ {
		for _, i := range row.Places {
			p := &m.Places[i]
			if p.Label.shelf != shelf {
				continue
			}
			l := &p.Label
			first := row.Y + p.top()
			l.Y0 = first
			for _, j := range row.Places {
				above := &m.Places[j].Label
				if above.shelf < shelf && above.X0 < l.X1+labelGap && l.X0 < above.X1+labelGap {
					l.Y0 = max(l.Y0, above.Y1+stackGap)
				}
			}
			l.Y1 = l.Y0 + p.height(l.wrapped)
			l.Lowered = l.Y0 > first
			bottom = max(bottom, l.Y1)
		}
	}
	return bottom
}

// top returns the distance from a row to the top of a label on its first shelf.
func (p *Place) top() float64 {
	switch {
	case p.Mark.Gap():
		return voidTop
	case p.Mark == casebook.Held:
		return lifeTop
	}
	return firstTop
}
