package export

import (
	"encoding/json"
	"encoding/xml"
	"flag"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/address"
	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
)

var update = flag.Bool("update", false, "accept what the tests made as golden")

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from what was made (-update accepts it):\n%s", path, got)
	}
}

// siteOf gives the inside of a run over a book, without the guard.
func siteOf(t *testing.T, b *casebook.Book, edition guard.Edition) *site {
	t.Helper()
	pages := []address.Path{"casussen/mo/", address.Missing, address.Home, "casussen/"}
	return newSite(b, edition, Options{Words: langtest.Words(b.Site.Lang), Pages: slices.Values(pages), Updated: b.Sessions[0].Date.Time, Version: "1.0"})
}

func filesOf(t *testing.T, s *site) map[string]string {
	t.Helper()
	out := map[string]string{}
	if err := s.files(func(path string, data []byte) error { out[path] = string(data); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDataKeepsItsForm(t *testing.T) {
	s := siteOf(t, sample.Book(2), guard.Public)
	golden(t, "testdata/casusboek.json", filesOf(t, s)[dataFile])
}

func TestDataIsWholeLife(t *testing.T) {
	data := filesOf(t, siteOf(t, sample.Book(6), guard.Public))[dataFile]
	for _, want := range []string{"GEBEURTENIS1", "GEBEURTENIS6", "FEIT6", `"round": 2`} {
		if !strings.Contains(data, want) {
			t.Errorf("casusboek.json lacks %s", want)
		}
	}
}

func TestPublicFilesHoldNothingPrivate(t *testing.T) {
	// The facilitation is left in the book on purpose: export must not rely on the guard alone.
	for path, data := range filesOf(t, siteOf(t, sample.Book(4), guard.Public)) {
		for _, canary := range sample.Private {
			if strings.Contains(data, canary) {
				t.Errorf("%s holds %s", path, canary)
			}
		}
	}
	data := filesOf(t, siteOf(t, sample.Book(4), guard.Facilitator))[dataFile]
	if !strings.Contains(data, "KANARIEAFLOOP") || strings.Contains(data, "KANARIEPERSOON") || strings.Contains(data, "KANARIENAAM") {
		t.Error("the facilitator's data hold the outcome, and no person who did not consent")
	}
}

func TestPersonShowsWhatWasConsentedTo(t *testing.T) {
	for display, want := range map[casebook.Display]string{
		casebook.ShowAnonymous:    `null`,
		casebook.ShowOrganisation: `{"organisation":"kring"}`,
		casebook.ShowRole:         `{"role":"wijkconsulent"}`,
		casebook.ShowName:         `{"name":"Els van der Veld","role":"wijkconsulent","organisation":"kring"}`,
	} {
		r := sample.Book(1).Reflections[0]
		r.Display = display
		got, err := json.Marshal(dataPersonOf(r))
		if err != nil || string(got) != want {
			t.Errorf("display %d: %s %v, want %s", display, got, err, want)
		}
	}
}

func TestUnpublishedTargetsLeaveNoID(t *testing.T) {
	b := sample.Book(1)
	b.Reflections[0].RepliesTo = casebook.Ref[casebook.Reflection]{ID: casebook.Text{V: "ingetrokken-kanarie"}}
	if data := filesOf(t, siteOf(t, b, guard.Public))[dataFile]; strings.Contains(data, "ingetrokken-kanarie") {
		t.Error("the id of an unpublished reflection came out")
	}
}

func TestFeedIsAtom(t *testing.T) {
	s := siteOf(t, sample.Book(3), guard.Public)
	s.Updated = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)
	text := filesOf(t, s)[feedFile]
	var feed struct {
		XMLName xml.Name
		ID      string   `xml:"id"`
		Title   string   `xml:"title"`
		Updated string   `xml:"updated"`
		Author  []string `xml:"author>name"`
		Links   []struct {
			Rel  string `xml:"rel,attr"`
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Entries []struct {
			ID      string `xml:"id"`
			Title   string `xml:"title"`
			Updated string `xml:"updated"`
			Summary string `xml:"summary"`
			Link    struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"entry"`
	}
	if err := xml.Unmarshal([]byte(text), &feed); err != nil {
		t.Fatal(err)
	}
	if feed.XMLName.Space != "http://www.w3.org/2005/Atom" || feed.XMLName.Local != "feed" {
		t.Errorf("root is %v", feed.XMLName)
	}
	if feed.ID != "https://voorbeeld.nl/casusboek/" || feed.Title != "Wie belt er aan?" || feed.Updated != "2026-12-01T00:00:00Z" || len(feed.Author) != 1 {
		t.Errorf("feed is %+v", feed)
	}
	if len(feed.Links) != 2 || feed.Links[0].Rel != "self" || feed.Links[0].Href != "https://voorbeeld.nl/casusboek/feed.xml" {
		t.Errorf("links are %+v", feed.Links)
	}
	if len(feed.Entries) != 2 {
		t.Fatalf("%d entries, want the session and the case", len(feed.Entries))
	}
	for _, e := range feed.Entries {
		if e.ID == "" || e.ID != e.Link.Href || e.Title == "" || e.Updated != "2026-11-14T00:00:00Z" || e.Summary == "" || strings.HasSuffix(e.ID, "index.html") {
			t.Errorf("entry is %+v", e)
		}
	}
	if strings.Contains(text, "GEBEURTENIS") || strings.Contains(text, "FEIT") {
		t.Error("the feed gives events away")
	}
}

func TestFeedAndSitemapNeedAnAddress(t *testing.T) {
	b := sample.Book(2)
	s := siteOf(t, b, guard.Public)
	if got := filesOf(t, s); got[feedFile] == "" || got[sitemapFile] == "" || !strings.Contains(got[robotsFile], "Sitemap: https://voorbeeld.nl/casusboek/sitemap.xml") {
		t.Error("feed, sitemap and robots.txt belong to a site with an address")
	}
	locations := regexp.MustCompile(`<loc>https://voorbeeld\.nl/casusboek/(.*)</loc>`).FindAllStringSubmatch(filesOf(t, s)[sitemapFile], -1)
	if len(locations) != 3 || locations[0][1] != "" || locations[1][1] != "casussen/" || locations[2][1] != "casussen/mo/" {
		t.Errorf("the sitemap has %q, want all pages but 404.html, by address", locations)
	}
	if got := filesOf(t, siteOf(t, b, guard.Facilitator)); got[feedFile] != "" || got[sitemapFile] != "" || !strings.Contains(got[robotsFile], "Disallow: /\n") {
		t.Error("the facilitator's edition is not for publication")
	}
	b.Site.Base = casebook.Text{}
	if got := filesOf(t, s); got[feedFile] != "" || got[sitemapFile] != "" || strings.Contains(got[robotsFile], "Sitemap") {
		t.Error("without an address there is no feed and no sitemap")
	}
}

func TestOnlyAClearedBookIsExported(t *testing.T) {
	err := Files(guard.Cleared{}, Options{}, func(path string, _ []byte) error { t.Errorf("%s came out", path); return nil })
	if err == nil {
		t.Error("a book that has not passed the guard was taken")
	}
}
