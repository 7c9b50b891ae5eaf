package casebook

import "testing"

func TestSlugIsTheSameHoweverANameWasTyped(t *testing.T) {
	cases := map[string]string{
		"nadira":                  "nadira",
		"Één sleutel":             "een-sleutel",
		"E\u0301e\u0301n sleutel": "een-sleutel",
		"Foto's van vroeger":      "fotos-van-vroeger",
		"’s Avonds":               "s-avonds",
		"Zorg & welzijn (2)":      "zorg-welzijn-2",
		"  --a__b--  ":            "a-b",
		"a--b":                    "a-b",
		"ijsvrij Ĳ":               "ijsvrij-ij",
		"Straße Ærø":              "strasse-aero",
		"CON":                     "con-1",
		"aux":                     "aux-1",
		"Lpt1":                    "lpt1-1",
		"console":                 "console",
		"../../etc/passwd":        "etc-passwd",
		"…":                       "",
		"":                        "",
	}
	for name, want := range cases {
		if got := Slug(name); got != want {
			t.Errorf("Slug(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"Één", "con", "a b", "\xff", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, name string) {
		slug := Slug(name)
		if slug != "" && !isSlug(slug) {
			t.Fatalf("Slug(%q) = %q is not a slug", name, slug)
		}
		if again := Slug(slug); again != slug {
			t.Fatalf("Slug(%q) = %q, but Slug of that is %q", name, slug, again)
		}
	})
}
