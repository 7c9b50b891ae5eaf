package rules

import (
	"reflect"
	"strings"
	"testing"

	"casusboek/generator/diag"
)

// The Netherlands have 342 municipalities: two are called Bergen, and two stand here under both their names.
func TestMunicipalities(t *testing.T) {
	count := 0
	for line := range strings.Lines(municipalitiesText) {
		if !strings.HasPrefix(line, "#") {
			count += strings.Count(line, ",") + 1
		}
	}
	if count != 343 {
		t.Errorf("%d names of municipalities, want 343", count)
	}
	for name, want := range map[string]diag.Level{"Vlieland": diag.Orange, "Zutphen": diag.Yellow, "Utrecht": diag.None, "Bergen op Zoom": diag.Yellow, "Ter Apel": diag.Orange, "Hoofddorp": diag.Yellow} {
		n := namesOf(Fold("Zij woont in " + name + "."))
		s, ok := n.settlement(3)
		if !ok || s.level() != want {
			t.Errorf("%s: found %v at level %v, want %v", name, ok, s.level(), want)
		}
	}
}

// A stem of one category must not begin another category's words: which of the two is meant would be left to chance.
func TestSpecialStemsAreClear(t *testing.T) {
	words := specialWords()
	for _, starts := range words.starts {
		for start, category := range starts {
			for other, c := range starts {
				if c != category && strings.HasPrefix(other, start) {
					t.Errorf("%s* is %s and %s* is %s", start, category, other, c)
				}
			}
			for whole, c := range words.whole {
				if c != category && strings.HasPrefix(whole, start) {
					t.Errorf("%s* is %s and %s is %s", start, category, whole, c)
				}
			}
		}
	}
}

// Every list must be read: an empty one would find nothing, and nothing would say so.
func TestListsAreThere(t *testing.T) {
	if len(rareStarts()) < 80 || len(specialWords().whole) < 150 || len(specialWords().starts) < 100 || len(hints) < 300 || len(settlements()) < 900 {
		t.Errorf("%d rare, %d special words, %d stems, %d cues, %d places", len(rareStarts()), len(specialWords().whole), len(specialWords().starts), len(hints), len(settlements()))
	}
}

func TestSpecialIsSaidOncePerCategory(t *testing.T) {
	var got []string
	for _, f := range Find(Fold("Zij is depressief en verslaafd. Hij is veroordeeld, is ziek en gaat naar de moskee.")) {
		got = append(got, f.Variant+" "+f.Value)
	}
	if want := []string{"health depressief", "crime veroordeeld", "religion moskee"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// A name's value is the name alone: a title, a relation or a possessive is no part of it.
func TestValueIsTheNameAlone(t *testing.T) {
	for text, want := range map[string]string{
		"Mevrouw Oudemans belde.": "Oudemans", "Zij zag Van der Veldt's fiets.": "Van der Veldt", "De buurman, dhr. J. el Idrissi, kwam.": "J. el Idrissi", "Haar zoon Semih is er.": "Semih",
		"Ze zat op basisschool De Regenboog.": "De Regenboog", "Volgens Nadiratou is het zo.": "Nadiratou", "Stichting Onderdak belt.": "Onderdak", "De zus van Tirza's man belt.": "Tirza",
		"Graanoogst Oudemansen was er.": "Graanoogst Oudemansen",
	} {
		found := Find(Fold(text))
		if len(found) != 1 || found[0].Value != want || found[0].Args[0].Value != Mask(want) {
			t.Errorf("%s: %+v, want %s", text, found, want)
		}
	}
}

// The closed world counts a run of words as one finding, and no word twice.
func TestWordsOfOneNameAreOneFinding(t *testing.T) {
	text := "Op dinsdag zag ze Aydemir Van der Veldt en Thirza."
	var got []string
	closedWorld.read(namesOf(Fold(text)), func(f Finding) { got = append(got, text[f.At.From:f.At.To]) })
	if want := []string{"Aydemir Van der Veldt", "Thirza"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is rare takes in a stretch of text: a name inside it is found for itself.
func TestNameInsideWhatIsRare(t *testing.T) {
	var got []diag.Rule
	for _, f := range Find(Fold("Hij was de enige vriend van Semihcan in het dorp.")) {
		got = append(got, f.Rule)
	}
	if want := []diag.Rule{diag.PrivacyRare, diag.PrivacyWord}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
