package resolve

import (
	"fmt"
	"testing"

	"casusboek/generator/casebook"
)

// BenchmarkBook arranges a book of 10,000 cases of 12 events, each with three reflections, a link per event and three of
// sixty themes.
func BenchmarkBook(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		book := arrangeLarge(10_000)
		b.StartTimer()
		Order(book)
	}
}

func arrangeLarge(n int) *casebook.Book {
	book := &casebook.Book{}
	for i := range n / 100 {
		book.Sessions = append(book.Sessions, &casebook.Session{Doc: doc(fmt.Sprint("s", i)), Title: arrangeWord("Sessie"), Date: arrangeDay(2000, 1)})
	}
	for i := range 60 {
		book.Themes = append(book.Themes, &casebook.Theme{Doc: doc(fmt.Sprint("t", i)), Title: arrangeWord(fmt.Sprintf("Thema nummer %d", i))})
	}
	for i := range n {
		c := aCase(fmt.Sprintf("casus-%d", i), fmt.Sprintf("Zaak %d van velen", n-i))
		for j := range 3 {
			c.Themes = append(c.Themes, arrangeRef(book.Themes[(i*7+j*i+j)%60]))
		}
		for j := range 12 {
			e := arrangeEvent(fmt.Sprint("e", j), j/4, fmt.Sprintf("%d jaar", 20+j))
			e.Case = c
			c.Events = append(c.Events, e)
		}
		book.Cases = append(book.Cases, c)
		for j := range 3 {
			r := arrangeReflection(person(fmt.Sprintf("r%d-%d", i, j), "de", fmt.Sprint("Achternaam", i%97)))
			r.Cases, r.Session, r.Themes = arrangeRefs(c), arrangeRef(book.Sessions[i/100]), arrangeRefs(book.Themes[i%60])
			r.TurningCard = arrangeRef(c.Events[3])
			book.Reflections = append(book.Reflections, r)
		}
	}
	for i, c := range book.Cases {
		for j, e := range c.Events {
			e.Text = arrangeProse(book.Cases[(i*31+j)%n])
		}
	}
	return book
}
