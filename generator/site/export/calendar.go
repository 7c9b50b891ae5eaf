package export

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	ics "github.com/arran4/golang-ical"

	"casusboek/generator/casebook"
)

// localTime is an iCalendar time without a zone (RFC 5545, 3.3.5, form 1): the hours on the clock of whoever looks. A session has a place, and people go there.
const localTime = "20060102T150405"

// calendar is the invitation to a session: an iCalendar file (RFC 5545) with one event. A session without a time takes
// the whole day, one without a programme has no end. It says no more than the feed does.
func (s *site) calendar(x *casebook.Session) ([]byte, error) {
	file := ics.NewCalendarFor("casusboek")
	file.SetMethod(ics.MethodPublish)
	event := file.AddEvent(s.sessionUID(x))
	event.SetDtStampTime(x.Date.Time)
	event.SetSummary(x.Heading())
	begin := x.Date.Time
	if x.Begin < 0 {
		event.SetAllDayStartAt(begin)
	} else {
		begin = begin.Add(time.Duration(x.Begin) * time.Minute)
		event.SetProperty(ics.ComponentPropertyDtStart, begin.Format(localTime))
		if minutes := x.Minutes(); minutes > 0 {
			event.SetProperty(ics.ComponentPropertyDtEnd, begin.Add(time.Duration(minutes)*time.Minute).Format(localTime))
		}
	}
	if x.Place.V != "" {
		event.SetLocation(x.Place.V)
	}
	if summary := s.sessionSummary(x); summary != "" {
		event.SetDescription(summary)
	}
	if s.base() != "" && !s.facilitator() {
		event.SetURL(s.public(s.at.Of(&x.Doc)))
	}
	return []byte(file.Serialize(ics.WithNewLineWindows)), nil
}

// sessionUID tells calendars that a file read again is the same session: it depends on the casebook's title and the
// session's id alone.
func (s *site) sessionUID(x *casebook.Session) string {
	sum := sha256.Sum256([]byte(s.book.Site.Title.V + "\n" + x.ID))
	return hex.EncodeToString(sum[:12]) + "@casusboek"
}
