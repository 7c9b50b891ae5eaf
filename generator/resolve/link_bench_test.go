package resolve

import (
	"fmt"
	"testing"

	"casusboek/generator/casebook"
)

// BenchmarkResolve links a book of 10,000 cases of 12 events, each with three reflections, a link per event and three of
// sixty themes.
func BenchmarkResolve(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		book := linkLarge(10_000)
		b.StartTimer()
		if got := Resolve(book, Options{Today: today}); len(got) > 0 {
			b.Fatal(told(got[:1]))
		}
	}
}

func linkLarge(n int) *casebook.Book {
	book := &casebook.Book{Site: casebook.Site{Domains: systems()}}
	for i := range n / 100 {
		book.Sessions = append(book.Sessions, &casebook.Session{Doc: file("sessies", fmt.Sprint("s", i)), Title: linkWord("Sessie", 1), Date: linkDay(2000, 1)})
	}
	for i := range n {
		id := fmt.Sprintf("casus-%d", i)
		c := &casebook.Case{Doc: file("casussen", id), Title: linkWord(fmt.Sprintf("Zaak %d van velen", n-i), 1)}
		for j := range 3 {
			c.Themes = append(c.Themes, linkRef[casebook.Theme](fmt.Sprintf("Thema nummer %d", (i*7+j*i+j)%60), 2))
		}
		for j := range 12 {
			when := fmt.Sprintf("%d jaar", 20+j)
			if j%3 == 2 {
				when = fmt.Sprintf("3 maanden na e%d", j-1)
			}
			e := linkEvent(fmt.Sprint("e", j), j/4, when, 3)
			e.Text = linkProse(4, "<p>", fmt.Sprintf("[[casus-%d]]", (i*31+j)%n), "</p>")
			e.Domains = linkRefs[casebook.Domain](5, "wonen")
			c.Events = append(c.Events, e)
		}
		book.Cases = append(book.Cases, c)
		for j := range 3 {
			r := linkReflection(fmt.Sprintf("r%d-%d", i, j), "Jan", "de", fmt.Sprint("Achternaam", i%97))
			r.Cases, r.Session = linkRefs[casebook.Case](5, id), linkRef[casebook.Session](fmt.Sprint("s", i/100), 4)
			r.Themes = linkRefs[casebook.Theme](6, fmt.Sprintf("Thema nummer %d", i%60))
			r.TurningCard = linkRef[casebook.Event]("e3", 7)
			book.Reflections = append(book.Reflections, r)
		}
	}
	return book
}
