package checks_test

import (
	"context"
	"testing"
	"testing/fstest"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/guard/review"
)

// answered lets all that the guard finds in a casebook stand, as its author would do: odd texts are no secrets, and the guard can not be left out.
func answered(t *testing.T, files fstest.MapFS) {
	t.Helper()
	survey, err := generator.Analyze(context.Background(), generator.Input{Content: files, Today: today})
	if err != nil {
		t.Fatal(err)
	}
	const secret = "0f6b2d9c41e7a853"
	text := ""
	for _, o := range survey.Open {
		switch {
		case o.Severity() != diag.Error:
		case o.Rule == diag.PrivacyWord:
			text, err = review.Explain(text, o.Value, review.Category{NL: "woord", EN: "word"}, false)
		default:
			text, err = review.Allow(text, review.AllowEntry{
				Rule: string(o.Rule), Document: o.Document, Mark: review.Fingerprint(secret, o.Rule, o.Document, o.Value), Reason: "Een tekst die bij toeval zo uitkomt", Until: "2099-01-01",
			}, secret, false)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	files["privacy.yaml"] = &fstest.MapFile{Data: []byte(text)}
}
