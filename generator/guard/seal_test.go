package guard_test

import (
	"strings"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
)

func on(day string) casebook.Date {
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		panic(err)
	}
	return casebook.Date{Time: d}
}

func sealed(id, sum, date, until string) casebook.Review {
	return casebook.Review{Case: casebook.Text{V: id}, Sum: casebook.Text{V: sum}, Date: on(date), Until: on(until)}
}

func sealable(policy casebook.ReviewPolicy) *casebook.Book {
	book := &casebook.Book{Site: casebook.Site{Privacy: casebook.Privacy{Review: policy}}}
	for _, id := range []string{"good", "changed", "expired", "never", "invented", "draft", "lastday"} {
		c := &casebook.Case{Doc: casebook.Doc{ID: id}, Title: casebook.Text{V: id}, Origin: casebook.Anonymised, Draft: id == "draft"}
		if id == "invented" {
			c.Origin = casebook.Fictional
		}
		book.Cases = append(book.Cases, c)
	}
	return book
}

func TestASealHoldsForWhatWasReadUntilItsDay(t *testing.T) {
	now := "2026-11-23"
	reviews := []casebook.Review{
		sealed("good", "AA11", "2026-10-01", "2027-10-01"), sealed("good", "0000", "2026-01-01", "2027-01-01"), // the older one counts no more
		sealed("changed", "bb22", "2026-10-01", "2027-10-01"),
		sealed("expired", "cc33", "2025-10-01", "2026-11-22"), sealed("lastday", "ee55", "2025-10-01", now),
		sealed("gone", "dd44", "2026-10-01", "2027-10-01"),
	}
	sums := map[string]string{"good": "aa11", "changed": "other", "expired": "cc33", "lastday": "ee55"}
	for policy, want := range map[casebook.ReviewPolicy]string{
		casebook.ReviewRequired: "review-unused gone; review-missing changed changed; review-missing expired expired; review-missing never",
		casebook.ReviewWanted:   "review-unused gone; review-wanted changed changed; review-wanted expired expired; review-wanted never",
		casebook.ReviewFree:     "review-unused gone; review-wanted changed changed; review-wanted expired expired",
	} {
		book := sealable(policy)
		problems := guard.Seal(book, reviews, sums, on(now).Time)
		var got []string
		for _, p := range problems {
			got = append(got, strings.TrimSpace(strings.Join([]string{string(p.Rule), p.Args[0].Value, p.Variant}, " ")))
			if stops := p.Severity() == diag.Error; stops != (p.Rule == diag.ReviewMissing) {
				t.Errorf("%s: stops the build: %v", p.Rule, stops)
			}
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("policy %d:\n%s\nwant\n%s", policy, strings.Join(got, "; "), want)
		}
		for _, c := range book.Cases {
			if want := c.ID == "good" || c.ID == "lastday"; c.Reviewed.IsZero() == want {
				t.Errorf("%s: reviewed %v", c.ID, c.Reviewed)
			}
		}
		if !book.Cases[0].Reviewed.Equal(on("2026-10-01").Time) {
			t.Errorf("the page tells of %v", book.Cases[0].Reviewed)
		}
	}
}
