package export

import (
	"strings"
	"testing"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
)

// invitation gives the lines of the file for a session, unfolded.
func invitation(t *testing.T, s *site, x *casebook.Session) []string {
	t.Helper()
	data, err := s.calendar(x)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Error("RFC 5545 wants every line to end in CRLF")
	}
	for line := range strings.SplitSeq(text, "\r\n") {
		if len(line) > 75 {
			t.Errorf("a line of %d bytes; RFC 5545 folds at 75: %s", len(line), line)
		}
	}
	return strings.Split(strings.ReplaceAll(text, "\r\n ", ""), "\r\n")
}

func wants(t *testing.T, lines []string, want ...string) {
	t.Helper()
	for _, w := range want {
		found := false
		for _, line := range lines {
			found = found || line == w
		}
		if !found {
			t.Errorf("%q is not in:\n%s", w, strings.Join(lines, "\n"))
		}
	}
}

func TestInvitationSaysWhenAndWhere(t *testing.T) {
	book := sample.Book(1)
	x := book.Sessions[0]
	x.Begin, x.Place.V = 13*60+30, "Zaal 2, Oosterzijl; hoek"
	x.Programme = []casebook.Item{{Minutes: 40}, {Minutes: 50}}
	day := x.Date.Format("20060102")
	lines := invitation(t, siteOf(t, book, guard.Public), x)
	wants(t, lines, "BEGIN:VEVENT", "DTSTART:"+day+"T133000", "DTEND:"+day+"T150000", `LOCATION:Zaal 2\, Oosterzijl\; hoek`, "SUMMARY:"+x.Heading())
	again := invitation(t, siteOf(t, book, guard.Public), x)
	if strings.Join(lines, "\n") != strings.Join(again, "\n") {
		t.Error("the same session gives another file")
	}
}

func TestSessionWithoutATimeTakesTheWholeDay(t *testing.T) {
	book := sample.Book(1)
	x := book.Sessions[0]
	x.Begin = -1
	lines := invitation(t, siteOf(t, book, guard.Public), x)
	wants(t, lines, "DTSTART;VALUE=DATE:"+x.Date.Format("20060102"))
	for _, line := range lines {
		if strings.HasPrefix(line, "DTEND") {
			t.Errorf("it has an end: %s", line)
		}
	}
}

func TestFacilitatorsInvitationNamesNoPublicPage(t *testing.T) {
	book := sample.Book(1)
	public := strings.Join(invitation(t, siteOf(t, book, guard.Public), book.Sessions[0]), "\n")
	private := strings.Join(invitation(t, siteOf(t, book, guard.Facilitator), book.Sessions[0]), "\n")
	if !strings.Contains(public, "URL:https://voorbeeld.nl/casusboek/sessies/") || strings.Contains(private, "URL:") {
		t.Errorf("public:\n%s\nfacilitator:\n%s", public, private)
	}
}
