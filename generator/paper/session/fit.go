package session

import "unicode/utf8"

// Whether a round fits on one page is estimated from its letters, with the widest of the fonts of casusboek.css: nothing
// is lost when it is wrong, as what does not fit goes on on the next page. In mm, as session.css has it.
const (
	roundPage  = 232. // what is left of the page below the heading beside two lines for notes, and what the widest font overdoes
	rowGap     = 6.
	lineText   = 6.
	lineLarge  = 7.
	lineSmall  = 4.8
	choiceRoom = 10.
)

// layOut decides on how many sheets a round stands, and where there is room for notes.
func (r *guideRound) layOut() {
	down, asked := roomDown(*r), roomAsked(*r)
	r.Split = down+asked > roundPage
	r.Roomy = down <= roundPage
}

// roomDown is the height of what is said and put on the table in a round.
func roomDown(r guideRound) float64 {
	used := row(r.Remark, 60, lineText) + row(r.Intro, 54, lineLarge)
	if r.N == 0 {
		used += rowGap + lineText
	}
	if len(r.Cards) > 0 {
		used += rowGap + 2*lineSmall
	}
	for _, c := range r.Cards {
		card := lines(c.Title, 42)*lineText + lines(c.When+c.Kind+c.Changes, 50)*lineSmall
		used += 3 + max(card, lines(c.Known, 19)*lineSmall)
	}
	people := 0
	for _, who := range r.People {
		people += utf8.RuneCountInString(who) + 2
	}
	if people > 0 {
		used += rowGap + float64(people/64+1)*lineText
	}
	return used
}

// roomAsked is the height of what the table talks about in a round.
func roomAsked(r guideRound) float64 {
	used := rows(r.Questions, 54, lineLarge+1)
	if len(r.Choices) > 0 {
		used += rowGap + float64((len(r.Choices)+3)/4)*choiceRoom
	}
	for _, d := range r.Dilemmas {
		used += row(d.Question, 52, lineLarge) + optionRoom(d.Options)
	}
	for _, t := range r.Turned {
		used += lines(t.Headline+t.First+t.Later, 50)*lineText + 1
	}
	return used
}

// optionRoom is the height of the ways out of a dilemma, three beside each other.
func optionRoom(options []guideOption) float64 {
	room, highest := 0., 0.
	width := 24 * 3 / max(1, min(3, len(options)))
	for i, o := range options {
		highest = max(highest, (lines(o.Text, width)+1)*lineSmall+lines("Ervoor: "+o.For, width)*lineText+lines("Ertegen: "+o.Against, width)*lineText)
		if i%3 == 2 || i == len(options)-1 {
			room, highest = room+highest+3, 0
		}
	}
	return room
}

// rows is the height of a row with several texts, each on lines of its own.
func rows(texts []string, perLine int, line float64) float64 {
	used := 0.
	for _, s := range texts {
		used += lines(s, perLine) * line
	}
	if used == 0 {
		return 0
	}
	return used + rowGap
}

func row(text string, perLine int, line float64) float64 {
	if text == "" {
		return 0
	}
	return rows([]string{text}, perLine, line)
}

// lines is how many lines a text takes; none when it is empty.
func lines(text string, perLine int) float64 {
	return float64((utf8.RuneCountInString(text) + perLine - 1) / perLine)
}
