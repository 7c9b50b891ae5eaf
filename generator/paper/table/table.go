// Package table makes what lies on the table: the handouts and the worksheet of a case, its life map on one sheet, and
// blank sheets to tell a life on by hand.
//
// Handout and worksheet know round 0 alone; a handout of round n says so at its top and knows rounds up to n. Only the
// life map holds the whole life, and it is for when the last card has been read.
//
//	table.RoundHandoutOf(p, c, 2, casebook.Date{}, true)
package table
