package guard

// fields names, for every type of the model, the fields that may come out: for everybody, or for facilitators too. A field that stands in
// neither list is private and is emptied in every edition, so a field that somebody adds to the model stays inside until somebody decides
// about it here; a test says so.
//
// What a participant shows (Participant, Role, Organisation) is decided per reflection in shown.go. Consent is for the author's own
// administration; Case.Names are for the checks.
var fields = map[string]audience{
	"Book": {public: "Site Cases Reflections Sessions Themes Organisations Pages Images"},
	"Doc":  {public: "Kind ID Pos Body Backlinks", private: "Gaps"},
	"Site": {public: "Doc Title Subtitle Lang Base Organiser Licence Domains Roles Paper Menu Offline", private: "Privacy"},
	"Case": {
		public: "Doc Title Pseudonym Origin Summary MainQuestion Goals Themes Rounds Events Network Dilemmas Draft " +
			"Axis Deck Reflections Sessions Related Prev Next Reviewed",
		facilitator: "Facilitation",
		private:     "Names Traits Rare",
	},
	"Rare":    {private: "Pos What OneIn"},
	"Privacy": {private: "Review"},
	"Round":   {public: "Pos N Name Minutes Intro Questions Choices"},
	"Event": {public: "Pos ID Round RoundAt When Title Kind Domains Text Source KnownBy Change LeadsTo PickedUp AnsweredBy Held " +
		"Case CausedBy Answers TurnedFor Card"},
	"Change":       {public: "What From To Unit"},
	"When":         {public: "Pos Written Axis Start End Precision Stretch About Uncertain OpenStart OpenEnd OffsetYears OffsetFrom"},
	"Tie":          {public: "Pos Who Circle Bond Support Round"},
	"Dilemma":      {public: "Pos Question Round Options"},
	"Option":       {public: "Text For Against"},
	"Facilitation": {facilitator: "Pos Outcome Insights Pitfalls Rounds Debrief"},
	"Reflection": {
		public: "Doc Headline Participant Role Organisation Display Session Cases Themes FirstImpression LaterJudgement TurningCard " +
			"Advice NextStep RepliesTo PullQuotes AfterRound AfterRoundAt Replies Prev Next",
		private: "Consent",
	},
	"Consent": {private: "Given Until Withdrawn"},
	"Person":  {public: "First Infix Last"},
	"Session": {public: "Doc Title Headline Date Begin Place Organiser Series Cases Groups Programme Statements Tallies Results Order " +
		"Reflections Themes OrganisedBy Prev Next"},
	"Date":         {public: "Time Pos"},
	"Group":        {public: "Pos Name Case"},
	"Item":         {public: "Pos Minutes Round Part Method"},
	"Tally":        {public: "Pos Group Round Counts"},
	"Count":        {public: "Choice N"},
	"Theme":        {public: "Doc Title Poles SeeAlso Synonyms Implied Cases Reflections Sessions Prev Next"},
	"Organisation": {public: "Doc Title Type Place Successor Implied Reflections Sessions Predecessors Prev Next"},
	"Page":         {public: "Doc Title"},
	"Paper":        {public: "Cards Sides Colour Shift NoGuides NoRoundCards Tables"},
	"Shift":        {public: "Right Down"},
	"Domain":       {public: "ID Name N"},
	"Image":        {public: "Path File Width Height Read Refused"},
	"Text":         {public: "V Pos"},
	"Ref":          {public: "ID To"},
	"Prose":        {public: "Pos Parts Plain"},
	"Part":         {public: "HTML Link Image"},
	"Link":         {public: "Pos Wiki Written Text Sentence Outside Doc Title Event Anchor"},
	"Picture":      {public: "Pos Path Alt"},
	"Backlink":     {public: "From Title Sentence Round Case"},
}

// audience lists the names of fields by who may see them.
type audience struct{ public, facilitator, private string }
