package generator

import (
	"context"
	"slices"
	"strconv"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/guard"
	"casusboek/generator/guard/review"
)

// Record is what the guard saw, as it is put on paper for whoever answers for privacy. Pages are made, looked through and thrown away, unless something stops that.
func (s Analysis) Record(ctx context.Context, in Input) ([]byte, error) {
	b := s.Book
	d := review.Record{
		Title: s.Shown(b.Site.Pos.File, b.Site.Title.V), Organiser: s.Shown(b.Site.Pos.File, b.Site.Organiser.V), Date: casebook.Date{Time: in.Today}.Label(s.Words),
		Version: in.Version, RulesVersion: review.RulesVersion, Texts: s.texts,
		Reflections: len(b.Reflections), Unconsented: s.Unconsented, Drafts: s.Drafts, Pictures: len(b.Images),
		Explained: explained(s.Answers), Displays: displays(b.Reflections),
	}
	if in.Register != nil {
		d.Register = true
		if r, ok := in.Register.(interface{ Len() int }); ok {
			d.Entries = r.Len()
		}
	}
	cases := map[string]bool{}
	for _, c := range b.Cases {
		cases[c.Pos.File] = true
		for _, file := range s.pictures(c) {
			cases[file] = true
		}
		one, err := s.recordOf(in, c)
		if err != nil {
			return nil, err
		}
		d.Cases = append(d.Cases, one)
	}
	for _, o := range s.Open {
		d.Found = append(d.Found, o.Problem)
		if !cases[o.Document] {
			d.Elsewhere = append(d.Elsewhere, o.Problem)
		}
	}
	s.judgement.Hide(d.Elsewhere)
	d.Elsewhere.Sort()
	made, err := Check(ctx, in)
	if err != nil {
		return nil, err
	}
	d.Pages = !s.Failed()
	for _, p := range made.Problems {
		if p.Rule == diag.PrivacyOutput {
			d.Found, d.Elsewhere = append(d.Found, p), append(d.Elsewhere, p)
		}
	}
	for _, a := range s.allowed(in.Today) {
		if !cases[a.File] {
			d.Allowed = append(d.Allowed, a)
		}
	}
	return review.RenderRecord(d, s.Words)
}

// recordOf is what is known of one case.
func (s Analysis) recordOf(in Input, c *casebook.Case) (review.RecordCase, error) {
	one := review.RecordCase{Title: s.Shown(c.Pos.File, c.Title.V), File: s.Shown(c.Pos.File, c.Pos.File), Origin: c.Origin.String(), Found: s.About(c), Sealed: "none"}
	for _, a := range s.allowed(in.Today) {
		if a.File == c.Pos.File {
			one.Allowed = append(one.Allowed, a)
		}
	}
	for _, story := range s.Stories {
		if story.Case == c && story.Told {
			one.Told, one.Enough, one.RiskAllowed = true, story.Enough(), story.Allowed
			one.Low, one.High, one.Limit = guard.People(story.Estimate.Low), guard.People(story.Estimate.High), strconv.Itoa(int(story.Limit))
			if !one.Enough {
				one.Ways = ways(story, s.Words.Lang)
			}
		}
	}
	var newest *casebook.Review
	for i, r := range s.Reviews {
		if r.Case.V == c.ID && (newest == nil || !r.Date.Before(newest.Date.Time)) {
			newest = &s.Reviews[i]
		}
	}
	if newest == nil {
		return one, nil
	}
	sum, err := s.Sum(in, c)
	one.Sealed = map[review.State]string{review.Good: "good", review.Changed: "changed", review.Expired: "expired"}[review.StateOf(*newest, sum, in.Today)]
	one.SealedOn, one.Role = newest.Date.Label(s.Words), newest.Role.V
	return one, err
}

// ways are the three cheapest ways to tell a story less precisely.
func ways(s guard.Story, language string) []string {
	var list []string
	for _, way := range s.Estimate.LeastChanges(s.Limit) {
		if len(list) < 3 {
			list = append(list, guard.Advice(s.Estimate, way, language))
		}
	}
	return list
}

// allowed are the findings that may stand today.
func (s Analysis) allowed(today time.Time) []review.RecordAllowed {
	var list []review.RecordAllowed
	for _, a := range s.Answers.Allowed {
		if !a.Until.Before(today) {
			list = append(list, review.RecordAllowed{Rule: a.Rule.V, File: a.Document.V, Reason: a.Reason.V, Until: a.Until.Format(time.DateOnly)})
		}
	}
	return list
}

func explained(a casebook.Answers) []review.RecordExplained {
	var list []review.RecordExplained
	for _, kind := range []struct {
		key   string
		words []casebook.Text
	}{{"person", a.Persons}, {"organisation", a.Organisations}, {"place", a.Places}, {"title", a.Titles}, {"word", a.Words}} {
		var words []string
		for _, w := range kind.words {
			words = append(words, w.V)
		}
		slices.Sort(words)
		if len(words) > 0 {
			list = append(list, review.RecordExplained{Kind: kind.key, Words: words})
		}
	}
	return list
}

func displays(reflections []*casebook.Reflection) []review.RecordCount {
	var list []review.RecordCount
	for _, kind := range []struct {
		key     string
		display casebook.Display
	}{{"name", casebook.ShowName}, {"role", casebook.ShowRole}, {"organisation", casebook.ShowOrganisation}, {"anonymous", casebook.ShowAnonymous}} {
		n := 0
		for _, r := range reflections {
			if r.Display == kind.display {
				n++
			}
		}
		list = append(list, review.RecordCount{Kind: kind.key, N: n})
	}
	return list
}

// Whole reports whether all of the content could be read, so that what the guard says is about all of it.
func (s Analysis) Whole() bool {
	return !slices.ContainsFunc(s.Problems, func(p diag.Problem) bool {
		return p.Level == diag.None && p.Severity() == diag.Error && p.Rule != diag.ReviewMissing && p.Rule != diag.TraitUnknown
	})
}
