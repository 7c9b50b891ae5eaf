package search

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"
)

// vectors are texts with their words; templates/script/_fold.js is held to the same (script_test.go).
func vectors(t *testing.T) (all []struct {
	text  string
	words [][]string
},
) {
	t.Helper()
	data, err := os.ReadFile("testdata/words.json")
	must(t, err)
	var pairs [][2]json.RawMessage
	must(t, json.Unmarshal(data, &pairs))
	for _, pair := range pairs {
		var v struct {
			text  string
			words [][]string
		}
		must(t, json.Unmarshal(pair[0], &v.text))
		must(t, json.Unmarshal(pair[1], &v.words))
		all = append(all, v)
	}
	return all
}

func wordsOf(text string) [][]string {
	words := [][]string{}
	eachWord(text, func(word []byte, tails []string) { words = append(words, append([]string{string(word)}, tails...)) })
	return words
}

func TestWordsAreCutAndFolded(t *testing.T) {
	for _, v := range vectors(t) {
		if got := wordsOf(v.text); !reflect.DeepEqual(got, v.words) {
			t.Errorf("%q: %q, want %q", v.text, got, v.words)
		}
	}
}

func TestWhatNobodyTypesIsNoWord(t *testing.T) {
	for _, text := range []string{strings.Repeat("x", longest+1), "123456", "nl91abna0417164300"} {
		if got := wordsOf(text); len(got) > 0 {
			t.Errorf("%q gives %q", text, got)
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
