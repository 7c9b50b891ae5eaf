package draw

// Stops returns the SVG of a case's rounds as dots on a line, for lists. Dots before here
// are filled, here is highlighted; with here -1 all are open. It is hidden from screen
// readers, since the text beside it has the number.
func Stops(rounds, here int) string {
	p := &SVG{}
	p.Put(`<svg viewBox="0 0 144 14" aria-hidden="true"><path stroke-width="3" d="M6 7h132"/>`)
	for i := range rounds {
		x := 6.
		if rounds > 1 {
			x += 132 * float64(i) / float64(rounds-1)
		}
		fill := "var(--paper)"
		switch {
		case i < here:
			fill = "currentColor"
		case i == here:
			fill = "var(--accent)"
		}
		p.Put(`<circle cx="@" cy="7" r="5" fill="`+fill+`" stroke-width="2.5"/>`, x)
	}
	p.Put(`</svg>`)
	return p.String()
}

// Masthead returns the SVG of the empty quotation marks in the line at the top of a page.
// The page needs the symbol i-quote.
func Masthead() string {
	p := &SVG{}
	p.Put(`<svg viewBox="0 0 46 14" aria-hidden="true">`)
	p.Quotes(23, 7, 23, 6, 1.25)
	p.Put(`</svg>`)
	return p.String()
}
