package search

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"casusboek/generator/casebook"
	"casusboek/generator/checks/sample"
	"casusboek/generator/guard"
	"casusboek/generator/lang/langtest"
)

// today is the day on which the books of these tests are cleared.
var today = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC)

// small is a linked casebook of two cases in which every way of being found occurs.
func small() *casebook.Book {
	consent := casebook.Consent{Given: casebook.Date{Time: today}}
	nadira := &casebook.Case{
		Doc: doc(casebook.KindCase, "nadira", "Zij huurt al jaren. De brief kwam op donderdag."), Title: text("Een duurder huis"), Pseudonym: text("Nadira"),
		Summary: text("Een vrouw verhuist uit een sloopwoning."), Rounds: make([]casebook.Round, 4),
	}
	for i, title := range []string{"Huis te koop", "De vroegsignalering zwijgt", "Een verhuizing", "De zzkanariezz zingt"} {
		e := &casebook.Event{ID: text(fmt.Sprintf("feit-%d", i)), Round: i, Title: text(title), Text: casebook.Prose{Plain: "Iemand belt aan. Mét de ideeën van de buren."}, Case: nadira}
		nadira.Events = append(nadira.Events, e)
	}
	nadira.Deck = nadira.Events
	betty := &casebook.Case{
		Doc: doc(casebook.KindCase, "betty", "Betty heeft een huurachterstand en huizenhoge zorgen."), Title: text("Twaalf jaar brieven"), Pseudonym: text("Betty"), Rounds: make([]casebook.Round, 3),
	}
	both := []casebook.Ref[casebook.Case]{{To: nadira}, {To: betty}}
	return &casebook.Book{
		Site: casebook.Site{Lang: "nl"}, Cases: []*casebook.Case{nadira, betty},
		Reflections: []*casebook.Reflection{
			{Doc: doc(casebook.KindReflection, "open", "Ik had zelf gebeld. "+strings.Repeat("Er kwam niemand langs in die weken. ", 12)+"Toen was er een verhuizing."), Headline: text("Gewoon bellen"), Consent: consent},
			{Doc: doc(casebook.KindReflection, "beide", "De zztweezz levens leken op elkaar."), Headline: text("Over twee"), AfterRound: 2, Cases: both, Consent: consent},
		},
		Sessions: []*casebook.Session{{Doc: doc(casebook.KindSession, "congres", "Een middag in de bibliotheek."), Title: text("Herfstcongres"), Place: text("Rietmeer")}},
		Themes:   []*casebook.Theme{{Doc: doc(casebook.KindTheme, "signalen", "Wie ziet het eerst?"), Title: text("Vroeg-signalering"), Synonyms: []casebook.Text{text("radar")}}},
		Pages:    []*casebook.Page{{Doc: doc(casebook.KindPage, "over", "Over het maken van brieven."), Title: text("Over dit boek")}},
	}
}

// filesOf makes the index of a book, by the name of each file.
func filesOf(t testing.TB, book *casebook.Book, edition guard.Edition) map[string]string {
	t.Helper()
	cleared := guard.Check(book, edition, today)
	if cleared.IsZero() {
		t.Fatal("not cleared")
	}
	files := map[string]string{}
	must(t, Files(cleared, Options{Words: langtest.Words("nl")}, func(path string, data []byte) error {
		name := strings.TrimSuffix(strings.TrimPrefix(path, "zoeken/index/"), ".js")
		if files[name] != "" {
			t.Errorf("%s is made twice", path)
		}
		files[name] = string(data)
		return nil
	}))
	return files
}

// dataOf reads the data of a file as a browser would.
func dataOf[T any](t *testing.T, files map[string]string, name string) T {
	t.Helper()
	inner, before := strings.CutPrefix(files[name], call+`("`+name+`",`)
	inner, after := strings.CutSuffix(inner, ")\n")
	if !before || !after {
		t.Fatalf("%s is no call: %.80q", name, files[name])
	}
	var data T
	must(t, json.Unmarshal([]byte(inner), &data))
	return data
}

func TestWhatARoundTellsComesAfterWhatEverybodyMayFind(t *testing.T) {
	cleared := guard.Check(small(), guard.Public, today)
	b := newBook(cleared, Options{Words: langtest.Words("nl")})
	var open []string
	sum := 0
	for _, n := range b.open {
		sum += n
	}
	for _, e := range b.entries[:sum] {
		open = append(open, e.title)
	}
	if want := []string{"Een duurder huis", "Twaalf jaar brieven", "Huis te koop", "Gewoon bellen", "Herfstcongres", "Vroeg-signalering", "Over dit boek"}; !slices.Equal(open, want) {
		t.Errorf("everybody finds %q, want %q", open, want)
	}
	k := b.locked[0]
	if len(b.locked) != 1 || k.of.ID != "nadira" || k.first != sum || !slices.Equal(k.counts, []int{1, 0, 1, 1, 1, 0}) {
		t.Errorf("behind rounds: %+v", b.locked)
	}
	if len(k.also) != 1 || b.entries[k.also[0].entry].title != "Over twee" || k.also[0].round != 2 || k.also[0].cases[0].ID != "betty" {
		t.Errorf("what gives away a second case: %+v", k.also)
	}
}

// A reflection that gives something away, of no case that could be read first, is found by its headline alone.
func TestAReflectionOfNoCaseKeepsItsText(t *testing.T) {
	book := small()
	book.Reflections[1].Cases = nil
	for name, file := range filesOf(t, book, guard.Public) {
		if strings.Contains(file, "zztweezz") {
			t.Errorf("its text is in %s", name)
		}
	}
}

func TestACompoundIsFoundByItsTail(t *testing.T) {
	lexicon := lexiconOf("nl")
	for word, want := range map[string][]string{
		"vroegsignalering": {"signalering"}, "huurachterstand": {"achterstand"}, "woningbouwvereniging": {"bouwvereniging", "vereniging"},
		"bewonersbegeleider": {"begeleider"}, "verhuurder": nil, "gemeente": nil, "huur": nil,
	} {
		if got := tailsOf(word, lexicon); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
	if got := tailsOf("kwastelzing", func(s string) bool { return s == "kwas" || s == "telzing" }); !slices.Equal(got, []string{"telzing"}) {
		t.Errorf("words of the book itself: %q", got)
	}
}

func TestNumbersComeBackAsTheyWere(t *testing.T) {
	chance := rand.New(rand.NewPCG(7, 7))
	for _, share := range []float64{0, 0.0005, 0.02, 0.3, 0.9, 1} {
		var numbers []int
		for n := range 5000 {
			if chance.Float64() < share {
				numbers = append(numbers, n)
			}
		}
		written := list(numbers, 5000)
		if got := readList(written); !slices.Equal(got, numbers) {
			t.Errorf("share %v: %d numbers come back as %d", share, len(numbers), len(got))
		}
		if len(written) > 1+5000/bits+1 {
			t.Errorf("share %v takes %d signs", share, len(written))
		}
	}
}

// readList is what templates/script/_index.js does.
func readList(s string) (all []int) {
	if rest, isMap := strings.CutPrefix(s, mapSign); isMap {
		for i, c := range rest {
			for bit := range bits {
				if strings.IndexRune(signs, c)>>bit&1 == 1 {
					all = append(all, i*bits+bit)
				}
			}
		}
		return all
	}
	gap, last := 0, -1
	for _, c := range s {
		digit := strings.IndexRune(signs, c)
		gap = gap*base + digit%base
		if digit < base {
			last += gap + 1
			all, gap = append(all, last), 0
		}
	}
	return all
}

// Letters and digits in the lists would be read as names and numbers of people by who looks at finished files.
func TestListsHoldNoLettersAndNeedNoEscapes(t *testing.T) {
	if len(signs)%2 != 0 || len(signs) < 1<<bits {
		t.Errorf("%d signs", len(signs))
	}
	if i := strings.IndexAny(signs+mapSign, `abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"\@% `); i >= 0 {
		t.Errorf("%q may not be a sign", signs[i])
	}
}

func TestFilesAreSmallAndInOrder(t *testing.T) {
	files := filesOf(t, generated(60), guard.Public)
	book := dataOf[struct {
		Size   int
		Begins map[string]any
	}](t, files, "book")
	words, last := 0, ""
	for i, first := range book.Begins["words"].([]any) {
		name := fmt.Sprintf("words-%d", i)
		all := dataOf[map[string]string](t, files, name)
		sorted := slices.Sorted(maps.Keys(all))
		if !strings.HasPrefix(sorted[0], first.(string)) || last >= first.(string) && i > 0 || len(files[name]) > wordsSize+100 && len(sorted) > 1 {
			t.Errorf("%s begins with %q, want %q, and has %d bytes", name, sorted[0], first, len(files[name]))
		}
		words += len(all)
		last = sorted[len(sorted)-1]
	}
	if words < 5000 || len(book.Begins["words"].([]any)) < 3 {
		t.Errorf("%d words in %d files: too few to prove anything", words, len(book.Begins["words"].([]any)))
	}
	entries := 0
	for i, first := range readList(book.Begins["shown"].(string)) {
		if first != entries {
			t.Errorf("shown-%d begins at %d, want %d", i, first, entries)
		}
		entries += len(dataOf[[]any](t, files, fmt.Sprintf("shown-%d", i)))
	}
	if entries != book.Size {
		t.Errorf("%d entries are shown, of %d", entries, book.Size)
	}
	for i, first := range book.Begins["back"].([]any) {
		if all := dataOf[[]string](t, files, fmt.Sprintf("back-%d", i)); !strings.HasPrefix(backwards(all[0]), first.(string)) {
			t.Errorf("back-%d begins with %q, want %q", i, all[0], first)
		}
	}
}

func TestTheSameBookGivesTheSameFiles(t *testing.T) {
	first := filesOf(t, generated(40), guard.Public)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if second := filesOf(t, generated(40), guard.Public); !reflect.DeepEqual(first, second) {
		t.Error("one processor makes another index than more")
	}
}

// TestNothingPrivateIsIndexed plants a word in the fields that are not for everybody.
func TestNothingPrivateIsIndexed(t *testing.T) {
	public := strings.ToLower(strings.Join(slices.Collect(maps.Values(filesOf(t, sample.Book(6), guard.Public))), "\n"))
	for _, word := range sample.Private {
		if strings.Contains(public, strings.ToLower(word)) {
			t.Errorf("%s is in the public index", word)
		}
	}
	facilitator := strings.ToLower(strings.Join(slices.Collect(maps.Values(filesOf(t, sample.Book(6), guard.Facilitator))), "\n"))
	for _, word := range sample.Private {
		wanted := !slices.Contains([]string{"KANARIENAAM", "KANARIEFUNCTIE", "KANARIEPERSOON"}, word)
		if strings.Contains(facilitator, strings.ToLower(word)) != wanted {
			t.Errorf("%s is in the facilitator's index: %v, want %v", word, !wanted, wanted)
		}
	}
}

// TestOnlyListedFieldsAreIndexed fills every text of the model with a word of its own: what comes out is what entries.go
// lets out, and a new field stays in until somebody lists it.
func TestOnlyListedFieldsAreIndexed(t *testing.T) {
	book := sample.Book(2)
	marks := map[string]string{}
	plantTexts(reflect.ValueOf(book), "Book", marks, map[any]bool{})
	all := strings.Join(slices.Collect(maps.Values(filesOf(t, book, guard.Public))), "\n")
	var out []string
	for mark, field := range marks {
		if strings.Contains(all, mark) && !slices.Contains(out, field) {
			out = append(out, field)
		}
	}
	slices.Sort(out)
	want := []string{
		"Case.Body", "Case.MainQuestion", "Case.Pseudonym", "Case.Summary", "Case.Title", "Event.ID", "Event.Text", "Event.Title", "Organisation.Title",
		"Participant.First", "Participant.Infix", "Participant.Last", "Reflection.Body", "Reflection.Headline", "Reflection.Role",
		"Session.Body", "Session.Organiser", "Session.Place", "Session.Title",
	}
	if !slices.Equal(out, want) {
		t.Errorf("indexed are\n%q, want\n%q", out, want)
	}
}

// plantTexts adds to every text below v a mark of its own, and notes in which field it stands.
func plantTexts(v reflect.Value, field string, marks map[string]string, seen map[any]bool) {
	mark := func() string {
		m := "zz" + strings.Repeat("q", len(marks)/26+1) + string(rune('a'+len(marks)%26)) + "zz"
		marks[m] = field
		return m
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !seen[v.Interface()] {
			seen[v.Interface()] = true
			plantTexts(v.Elem(), v.Elem().Type().Name(), marks, seen)
		}
	case reflect.Slice:
		for i := range v.Len() {
			plantTexts(v.Index(i), field, marks, seen)
		}
	case reflect.Struct:
		switch x := v.Addr().Interface().(type) {
		case *casebook.Text:
			if x.V != "" {
				x.V += " " + mark()
			}
			return
		case *casebook.Prose:
			if x.Plain != "" {
				x.Plain += " " + mark()
			}
			return
		}
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Site" {
				name, _, _ := strings.Cut(field, ".")
				if f.Anonymous {
					plantTexts(v.Field(i), name, marks, seen)
				} else {
					if v.Type().Name() == "Person" {
						name = "Participant"
					}
					plantTexts(v.Field(i), name+"."+f.Name, marks, seen)
				}
			}
		}
	}
}

func TestAnUnclearedBookIsRefused(t *testing.T) {
	if err := Files(guard.Cleared{}, Options{}, nil); err == nil {
		t.Error("made an index of a book that the guard has not seen")
	}
}

func TestAnErrorOfTheOutputStops(t *testing.T) {
	cleared := guard.Check(small(), guard.Public, today)
	calls := 0
	err := Files(cleared, Options{Words: langtest.Words("nl")}, func(string, []byte) error { calls++; return errNotCleared })
	if err != errNotCleared || calls != 1 {
		t.Errorf("%d calls, then %v", calls, err)
	}
}
