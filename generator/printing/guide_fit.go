package printing

import "unicode/utf8"

// Heights of a guide page in mm, as in session.css. Whether a round fits on one page is
// estimated from its number of characters, for the widest of the fonts of casusboek.css. An
// error loses no text, as the rest continues on the next page.
const (
	// Height of the page below the heading, minus two lines for notes and a margin for the
	// overestimate of the widest font.
	guidePageHeight = 232.
	rowGap          = 6.
	lineText        = 6.
	lineLarge       = 7.
	lineSmall       = 4.8
	choiceHeight    = 10.
)

// chooseLayout decides whether a round takes one or two sheets, and whether there is space
// for notes.
func (r *guideRound) chooseLayout() {
	presented, discussed := presentationHeight(*r), discussionHeight(*r)
	r.Split = presented+discussed > guidePageHeight
	r.Roomy = presented <= guidePageHeight
}

// presentationHeight returns the height of the texts to read aloud and of the cards of a
// round.
func presentationHeight(r guideRound) float64 {
	used := textHeight(r.Remark, 60, lineText) + textHeight(r.Intro, 54, lineLarge)
	if r.N == 0 {
		used += rowGap + lineText
	}
	if len(r.Cards) > 0 {
		used += rowGap + 2*lineSmall
	}
	for _, c := range r.Cards {
		card := lineCount(c.Title, 42)*lineText + lineCount(c.When+c.Kind+c.Changes, 50)*lineSmall
		used += 3 + max(card, lineCount(c.Known, 19)*lineSmall)
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

// discussionHeight returns the height of the questions, choices and dilemmas of a round.
func discussionHeight(r guideRound) float64 {
	used := textsHeight(r.Questions, 54, lineLarge+1)
	if len(r.Choices) > 0 {
		used += rowGap + float64((len(r.Choices)+3)/4)*choiceHeight
	}
	for _, d := range r.Dilemmas {
		used += textHeight(d.Question, 52, lineLarge) + optionsHeight(d.Options)
	}
	for _, t := range r.Turned {
		used += lineCount(t.Headline+t.First+t.Later, 50)*lineText + 1
	}
	return used
}

// optionsHeight returns the height of the options of a dilemma, three in a row.
func optionsHeight(options []guideOption) float64 {
	total, highest := 0., 0.
	width := 24 * 3 / max(1, min(3, len(options)))
	for i, o := range options {
		highest = max(highest, (lineCount(o.Text, width)+1)*lineSmall+
			lineCount("Ervoor: "+o.For, width)*lineText+lineCount("Ertegen: "+o.Against, width)*lineText)
		if i%3 == 2 || i == len(options)-1 {
			total, highest = total+highest+3, 0
		}
	}
	return total
}

// textsHeight returns the height of a block of texts, each starting on a new line,
// including the gap below; 0 if all are empty.
func textsHeight(texts []string, perLine int, line float64) float64 {
	used := 0.
	for _, s := range texts {
		used += lineCount(s, perLine) * line
	}
	if used == 0 {
		return 0
	}
	return used + rowGap
}

func textHeight(text string, perLine int, line float64) float64 {
	if text == "" {
		return 0
	}
	return textsHeight([]string{text}, perLine, line)
}

// lineCount returns the number of lines that a text takes, 0 if it is empty.
func lineCount(text string, perLine int) float64 {
	return float64((utf8.RuneCountInString(text) + perLine - 1) / perLine)
}
