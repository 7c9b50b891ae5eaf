// Package table makes the sheets of a case for the participants: the handouts, the
// worksheet and the life map on one sheet, and the blank sheets.
//
// The handout of a case and the worksheet hold round 0 only; the handout of round n says so
// in its title and holds rounds up to n. The life map holds all rounds and is for after the
// last card.
//
//	printing.HandoutView(p, c)                               // the view of a page of its own
//	printing.NewRoundHandoutData(p, c, 2, casebook.Date{}, true)  // a handout, also for a pack
package printing
