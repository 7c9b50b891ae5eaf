package export

// The types of casusboek.json: everything that the edition publishes, for other programs. docs/casusboek-json.md is
// made from the comments here.
//
// Within one Version keys are only added, never removed or given another meaning. Empty values and empty lists are left
// out, except where a comment says otherwise. Prose is plain text with paragraphs separated by a newline. Addresses of
// pages are relative to the site, end in a slash and do not name index.html.

// dataVersion is the version of the format.
const dataVersion = 1

// dataBook is the whole file.
type dataBook struct {
	Version       int                `json:"version"`             // of this format: 1
	Generator     string             `json:"generator"`           // the program that wrote it, with its version
	Edition       string             `json:"edition"`             // public, or facilitator: not for publication
	Updated       string             `json:"updated,omitempty"`   // the date of the newest content: 2026-11-14
	Title         string             `json:"title"`               // of the casebook
	Subtitle      string             `json:"subtitle,omitempty"`  // of the casebook
	Language      string             `json:"language"`            // of all texts: nl or en (BCP 47)
	Base          string             `json:"base,omitempty"`      // the public address of the site
	Organiser     string             `json:"organiser,omitempty"` // who publishes the casebook
	Licence       string             `json:"licence,omitempty"`   // SPDX id
	Text          string             `json:"text,omitempty"`      // the introduction
	Domains       []dataDomain       `json:"domains"`             // the life domains in the site's order; always there
	Cases         []dataCase         `json:"cases"`               // by title; always there
	Reflections   []dataReflection   `json:"reflections"`         // by session and order; always there
	Sessions      []dataSession      `json:"sessions"`            // newest first; always there
	Themes        []dataTheme        `json:"themes"`              // by title; always there
	Organisations []dataOrganisation `json:"organisations"`       // by title; always there
	Pages         []dataPage         `json:"pages"`               // free pages by title; always there
}

// dataDomain is a life domain: one lane of the life map.
type dataDomain struct {
	ID   string `json:"id"`   // unique in the site
	Name string `json:"name"` // as it stands on pages
}

// dataCase is one life, whole: events of every round.
type dataCase struct {
	ID           string            `json:"id"`                      // the slug in its address
	Address      string            `json:"address"`                 // of its page
	Title        string            `json:"title"`                   // of the case
	Pseudonym    string            `json:"pseudonym,omitempty"`     // the name on the page, never the real one
	Origin       string            `json:"origin"`                  // fictional, composite, anonymised or unknown
	Summary      string            `json:"summary,omitempty"`       // what everybody knows before the first card
	Text         string            `json:"text,omitempty"`          // what participants read first (round 0)
	MainQuestion string            `json:"main_question,omitempty"` // the question that it is all about
	Goals        []string          `json:"goals,omitempty"`         // learning goals
	Themes       []string          `json:"themes,omitempty"`        // ids of themes
	Minutes      int               `json:"minutes,omitempty"`       // of all rounds together
	Rounds       []dataRound       `json:"rounds"`                  // rounds[i] is round i
	Events       []dataEvent       `json:"events"`                  // in order of time
	Network      []dataTie         `json:"network,omitempty"`       // the people around her or him
	Dilemmas     []dataDilemma     `json:"dilemmas,omitempty"`      // questions without a right answer
	Facilitation *dataFacilitation `json:"facilitation,omitempty"`  // facilitator edition only
}

// dataRound is a step of the session.
type dataRound struct {
	Number    int      `json:"number"`              // 0 is the first impression
	Name      string   `json:"name,omitempty"`      // of the round
	Minutes   int      `json:"minutes,omitempty"`   // that it takes
	Intro     string   `json:"intro,omitempty"`     // the sentences at its start
	Questions []string `json:"questions,omitempty"` // for the participants
	Choices   []string `json:"choices,omitempty"`   // what participants choose between
}

// dataEvent is one fact of a life, one card of the deck.
type dataEvent struct {
	ID         string      `json:"id"`                    // unique within its case
	Card       int         `json:"card,omitempty"`        // its place in the deck, from 1
	Round      int         `json:"round"`                 // the round in which it becomes known
	Kind       string      `json:"kind"`                  // happening, signal, contact, help or strength
	When       dataWhen    `json:"when"`                  // its moment or stretch of time
	Title      string      `json:"title"`                 // of the event
	Text       string      `json:"text,omitempty"`        // the rest of the card
	Domains    []string    `json:"domains,omitempty"`     // ids of life domains
	Source     string      `json:"source,omitempty"`      // whose account it is: resident, file, family or professional
	KnownBy    []string    `json:"known_by,omitempty"`    // who knew it at the time
	Change     *dataChange `json:"change,omitempty"`      // a value that it changed
	LeadsTo    []string    `json:"leads_to,omitempty"`    // ids of events that it led to, in the same case
	PickedUp   string      `json:"picked_up,omitempty"`   // of a signal: yes, no or unknown
	AnsweredBy string      `json:"answered_by,omitempty"` // of a signal: the id of the contact that answered it
	Held       string      `json:"held,omitempty"`        // of a contact: yes, no (a conversation that was missed) or unknown
}

// dataWhen is a time. All events of one case count from the same zero.
type dataWhen struct {
	Written   string  `json:"written"`              // as the author wrote it: "rond 41 jaar"
	Label     string  `json:"label"`                // as it stands on pages, in the site's language
	Axis      string  `json:"axis"`                 // age, story or date: years since birth, since the start of the story, or of the calendar
	Start     float64 `json:"start"`                // in years on that axis
	End       float64 `json:"end"`                  // exclusive: 41 jaar is 41 to 42
	Precision string  `json:"precision"`            // day, month, season, year or decade
	Stretch   bool    `json:"stretch,omitempty"`    // it lasted from start to end
	About     bool    `json:"about,omitempty"`      // not exactly
	Uncertain bool    `json:"uncertain,omitempty"`  // the source is not sure
	OpenStart bool    `json:"open_start,omitempty"` // nobody knows when it began
	OpenEnd   bool    `json:"open_end,omitempty"`   // nobody knows when it ended, or it has not
}

// dataChange is a value that an event changed, such as the rent.
type dataChange struct {
	What string `json:"what,omitempty"` // the name of the value
	From string `json:"from,omitempty"` // before
	To   string `json:"to,omitempty"`   // after
	Unit string `json:"unit,omitempty"` // as written: EUR/maand
}

// dataTie is one person or organisation in somebody's network.
type dataTie struct {
	Who     string   `json:"who"`               // the relation: sister, neighbour
	Circle  string   `json:"circle"`            // household, family, friends, neighbours, acquaintances or professionals
	Bond    string   `json:"bond"`              // ordinary, strong, weak, tense or broken
	Support []string `json:"support,omitempty"` // practical, company, advice, emotional
	Round   int      `json:"round"`             // the round in which it becomes known
}

// dataDilemma is a question without a right answer.
type dataDilemma struct {
	Round    int          `json:"round"`             // in which it is put on the table
	Question string       `json:"question"`          // the dilemma
	Options  []dataOption `json:"options,omitempty"` // the ways out
}

// dataOption is one way out of a dilemma.
type dataOption struct {
	Text    string `json:"text"`              // what one would do
	For     string `json:"for,omitempty"`     // what speaks for it
	Against string `json:"against,omitempty"` // what speaks against it
}

// dataFacilitation is for the facilitator alone.
type dataFacilitation struct {
	Outcome  string   `json:"outcome,omitempty"`  // how it went on
	Insights []string `json:"insights,omitempty"` // what participants may discover
	Pitfalls []string `json:"pitfalls,omitempty"` // what a table may fall into
	Rounds   []string `json:"rounds,omitempty"`   // a remark per round
	Debrief  []string `json:"debrief,omitempty"`  // questions for the closing talk
}

// dataReflection is what a participant said afterwards, verbatim.
type dataReflection struct {
	ID              string      `json:"id"`                         // the slug in its address
	Address         string      `json:"address"`                    // of its page
	Headline        string      `json:"headline"`                   // editorial, not a quotation
	Text            string      `json:"text"`                       // the quotation, verbatim
	Person          *dataPerson `json:"person,omitempty"`           // as far as the participant consented; absent when anonymous
	Session         string      `json:"session,omitempty"`          // id of the session
	Cases           []string    `json:"cases,omitempty"`            // ids of cases
	Themes          []string    `json:"themes,omitempty"`           // ids of themes
	AfterRound      int         `json:"after_round"`                // its text gives away facts up to this round
	FirstImpression string      `json:"first_impression,omitempty"` // the participant's, in round 0
	LaterJudgement  string      `json:"later_judgement,omitempty"`  // the participant's, afterwards
	TurningCard     *dataCard   `json:"turning_card,omitempty"`     // the event that changed the participant's mind
	Advice          string      `json:"advice,omitempty"`           // to others
	NextStep        string      `json:"next_step,omitempty"`        // what the participant is going to do
	RepliesTo       string      `json:"replies_to,omitempty"`       // id of another reflection
	PullQuotes      []string    `json:"pull_quotes,omitempty"`      // each occurs word for word in the text
}

// dataPerson is a participant as far as she or he consented to be shown.
type dataPerson struct {
	Name         string `json:"name,omitempty"`         // in reading order: Kim van der Veld
	Role         string `json:"role,omitempty"`         // what the participant does
	Organisation string `json:"organisation,omitempty"` // id of an organisation
}

// dataCard names an event of a case.
type dataCard struct {
	Case  string `json:"case"`  // id of the case
	Event string `json:"event"` // id of the event in that case
}

// dataSession is the day on which cases were discussed.
type dataSession struct {
	ID          string      `json:"id"`                    // the slug in its address
	Address     string      `json:"address"`               // of its page
	Title       string      `json:"title"`                 // of the session
	Headline    string      `json:"headline,omitempty"`    // above the article
	Date        string      `json:"date"`                  // 2026-11-14
	Begin       string      `json:"begin,omitempty"`       // local time: 13:30
	Place       string      `json:"place,omitempty"`       // where it was
	Organiser   string      `json:"organiser,omitempty"`   // who held it
	Series      string      `json:"series,omitempty"`      // that it belongs to
	Text        string      `json:"text,omitempty"`        // the introduction of the article
	Cases       []string    `json:"cases,omitempty"`       // ids of cases
	Themes      []string    `json:"themes,omitempty"`      // ids of themes of its cases and reflections
	Reflections []string    `json:"reflections,omitempty"` // ids of reflections, in order
	Groups      []dataGroup `json:"groups,omitempty"`      // the tables
	Programme   []dataItem  `json:"programme,omitempty"`   // in order of time
	Statements  []string    `json:"statements,omitempty"`  // that were discussed
	Votes       []dataTally `json:"votes,omitempty"`       // of tables or the room after a round
	Results     []string    `json:"results,omitempty"`     // what came out of it
}

// dataGroup is one table of a session.
type dataGroup struct {
	Name string `json:"name"`           // of the table
	Case string `json:"case,omitempty"` // id of its case
}

// dataItem is one line of a programme.
type dataItem struct {
	Minutes int    `json:"minutes"`          // that it takes
	Round   *int   `json:"round,omitempty"`  // of the cases, when it is one
	Part    string `json:"part,omitempty"`   // what is done
	Method  string `json:"method,omitempty"` // how
}

// dataTally is the number of votes after a round.
type dataTally struct {
	Group  string      `json:"group,omitempty"` // the table; absent for the whole room
	Round  int         `json:"round"`           // after which was voted
	Counts []dataCount `json:"counts"`          // per choice
}

// dataCount is the number of votes for one choice.
type dataCount struct {
	Choice string `json:"choice"` // as the author wrote it
	Votes  int    `json:"votes"`  // how many
}

// dataTheme is a subject that ties cases, reflections and sessions together.
type dataTheme struct {
	ID       string   `json:"id"`                 // the slug in its address
	Address  string   `json:"address"`            // of its page
	Title    string   `json:"title"`              // of the theme
	Poles    []string `json:"poles,omitempty"`    // none, or the two ends of a tension
	Text     string   `json:"text,omitempty"`     // about it
	SeeAlso  []string `json:"see_also,omitempty"` // ids of themes
	Synonyms []string `json:"synonyms,omitempty"` // other words for it
}

// dataOrganisation is where a participant works, as it was called at the time.
type dataOrganisation struct {
	ID        string `json:"id"`                  // the slug in its address
	Address   string `json:"address"`             // of its page
	Title     string `json:"title"`               // its name
	Type      string `json:"type,omitempty"`      // housing association, municipality ...
	Place     string `json:"place,omitempty"`     // where it is
	Text      string `json:"text,omitempty"`      // about it
	Successor string `json:"successor,omitempty"` // id of the organisation that it became
}

// dataPage is a free page.
type dataPage struct {
	ID      string `json:"id"`             // the slug in its address
	Address string `json:"address"`        // of the page
	Title   string `json:"title"`          // of the page
	Text    string `json:"text,omitempty"` // of the page
}
