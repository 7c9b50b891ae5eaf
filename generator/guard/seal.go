package guard

import (
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard/review"
)

// Seal marks the cases that were reviewed and are what they were then, and says which are not. sums are those of review.Sum by a case's
// id. Under a policy that requires a review, a case that tells of somebody real is not published without one.
func Seal(book *casebook.Book, reviews []casebook.Review, sums map[string]string, today time.Time) diag.List {
	var problems diag.List
	newest := map[string]casebook.Review{}
	for _, r := range reviews {
		if old, ok := newest[r.Case.V]; !ok || !r.Date.Before(old.Date.Time) {
			newest[r.Case.V] = r
		}
		if _, ok := sums[r.Case.V]; !ok && r.Case.V != "" {
			problems.Add(diag.ReviewUnused, r.Case.Pos, "case", r.Case.V)
		}
	}
	for _, c := range book.Cases {
		seal, ok := newest[c.ID]
		at, variant := c.Title.Pos, ""
		if ok {
			switch review.StateOf(seal, sums[c.ID], today) {
			case review.Good:
				c.Reviewed = seal.Date
				continue
			case review.Changed:
				variant = "changed"
			case review.Expired:
				variant = "expired"
			}
		}
		if c.Origin == casebook.Fictional || c.Draft {
			continue
		}
		switch book.Site.Privacy.Review {
		case casebook.ReviewRequired:
			problems.AddVariant(diag.ReviewMissing, variant, at, "case", c.ID)
		case casebook.ReviewWanted:
			problems.AddVariant(diag.ReviewWanted, variant, at, "case", c.ID)
		default:
			if ok {
				problems.AddVariant(diag.ReviewWanted, variant, at, "case", c.ID)
			}
		}
	}
	return problems
}
