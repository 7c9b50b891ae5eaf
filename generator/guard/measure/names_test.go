package measure

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"casusboek/generator/diag"
	"casusboek/generator/guard/rules"
)

// token is a word of the shared set: its place in the sentence, and which mention of a person it belongs to (0 for none).
type token struct {
	from, to int
	capital  bool
	person   int
	label    string
}

// sentence is a text with its tokens.
type sentence struct {
	text   string
	tokens []token
}

// privacyData finds the shared data set, which is no part of the repository: CASUSBOEK_PRIVACY_DATA, or ../shared beside the module.
func privacyData(t *testing.T) string {
	folder := os.Getenv("CASUSBOEK_PRIVACY_DATA")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "..", "shared", "testdata", "privacy")
	}
	path := filepath.Join(folder, "wikineural-nl-dev.conllu")
	if _, err := os.Stat(path); err != nil {
		t.Skip("the shared set of sentences is not here, so this is not measured: " + path)
	}
	return path
}

// readSentences reads lines of "number, word, label" (BIO) and joins the words as they are written: no space before a comma.
func readSentences(t *testing.T, path string) []sentence {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []sentence
	var s sentence
	var text strings.Builder
	mention := 0
	flush := func() {
		if len(s.tokens) > 0 {
			s.text = text.String()
			all = append(all, s)
		}
		s = sentence{}
		text.Reset()
	}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		col := strings.Split(lines.Text(), "\t")
		if len(col) < 3 {
			flush()
			continue
		}
		word, label := col[1], col[2]
		if text.Len() > 0 && !strings.Contains(",.;:!?)]%'", word) && !strings.HasSuffix(text.String(), "(") && !strings.HasSuffix(text.String(), "[") {
			text.WriteByte(' ')
		}
		k := token{from: text.Len(), label: label}
		text.WriteString(word)
		k.to = text.Len()
		k.capital = strings.IndexFunc(word, unicode.IsUpper) == 0
		switch label {
		case "B-PER":
			mention++
			k.person = mention
		case "I-PER":
			k.person = mention
		}
		s.tokens = append(s.tokens, k)
	}
	flush()
	return all
}

// marked says which bytes of a sentence are inside a finding of one of the rules; of any rule that stops a build when none is named.
func marked(text string, want ...diag.Rule) []bool {
	mark := make([]bool, len(text))
	for _, f := range rules.Find(rules.Fold(text)) {
		if slices.Contains(want, f.Rule) || len(want) == 0 && f.Level != diag.Yellow {
			for i := f.At.From; i < f.At.To; i++ {
				mark[i] = true
			}
		}
	}
	return mark
}

// score counts what the rules find of the persons in sentences.
type score struct {
	mentions, touched         int
	capitals, capitalsTouched int // of mentions
	words                     int
	others, plain             int // words of no person that are marked; plain: those that are in no name of a place, organisation or work either
	missed, noise             []string
}

// add counts a sentence: mark is what is found of persons, noise what is flagged of other words.
func (s *score) add(text string, tokens []token, mark, noise []bool) {
	seen := map[int]bool{}
	for _, k := range tokens {
		hit := slices.Contains(mark[k.from:k.to], true)
		word := text[k.from:k.to]
		letters := strings.IndexFunc(word, unicode.IsLetter) >= 0
		if letters {
			s.words++
		}
		if k.person == 0 {
			if letters && slices.Contains(noise[k.from:k.to], true) {
				s.others++
				if k.label == "O" {
					s.plain++
				}
				s.noise = append(s.noise, k.label+" "+word)
			}
			continue
		}
		was, known := seen[k.person]
		if !known {
			s.mentions++
		}
		if hit && !was {
			s.touched++
		}
		seen[k.person] = was || hit
		if k.capital {
			s.capitals++
			if hit {
				s.capitalsTouched++
			} else {
				s.missed = append(s.missed, word+" | "+text)
			}
		}
	}
}

func share(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// half gives the sentences with an even or an odd number: rules are worked on with the even ones in view, and judged on the odd ones.
func half(all []sentence, odd bool) []sentence {
	var some []sentence
	for i, s := range all {
		if (i%2 == 1) == odd {
			some = append(some, s)
		}
	}
	return some
}

func TestClosedWorldOnWikipedia(t *testing.T) {
	all := readSentences(t, privacyData(t))
	var total score
	for _, odd := range []bool{false, true} {
		var s, evidence score
		for _, one := range half(all, odd) {
			s.add(one.text, one.tokens, marked(one.text), marked(one.text, diag.PrivacyWord, diag.PrivacyName))
			named := marked(one.text, diag.PrivacyName)
			evidence.add(one.text, one.tokens, named, named)
		}
		name := map[bool]string{false: "even half (looked at while the rules were made)", true: "odd half (never looked at)"}[odd]
		t.Logf("%s: of %d persons %.4f touched, of their %d capitalised words %.4f; of %d other words flagged per 1,000: %.1f, of which in no name of anything %.1f", name,
			s.mentions, share(s.touched, s.mentions), s.capitals, share(s.capitalsTouched, s.capitals), s.words, 1000*share(s.others, s.words), 1000*share(s.plain, s.words))
		t.Logf("%s, evidence alone: recall %.3f of persons at a precision of %.3f of words", name, share(evidence.touched, evidence.mentions),
			share(evidence.capitalsTouched, evidence.capitalsTouched+evidence.others))
		total.mentions, total.touched = total.mentions+s.mentions, total.touched+s.touched
		total.capitals, total.capitalsTouched = total.capitals+s.capitals, total.capitalsTouched+s.capitalsTouched
		total.words, total.plain = total.words+s.words, total.plain+s.plain
		if !odd && os.Getenv("CASUSBOEK_SHOW") != "" {
			os.WriteFile(os.Getenv("CASUSBOEK_SHOW")+"/missed.txt", []byte(strings.Join(s.missed, "\n")), 0o644)
			os.WriteFile(os.Getenv("CASUSBOEK_SHOW")+"/noise.txt", []byte(strings.Join(s.noise, "\n")), 0o644)
			os.WriteFile(os.Getenv("CASUSBOEK_SHOW")+"/enoise.txt", []byte(strings.Join(evidence.noise, "\n")), 0o644)
		}
	}
	if r := share(total.touched, total.mentions); r < 0.999 {
		t.Errorf("%.4f of persons touched, bar 0.999", r)
	}
	if r := share(total.capitalsTouched, total.capitals); r < 0.99 {
		t.Errorf("%.4f of their capitalised words touched, bar 0.99", r)
	}
	if r := 1000 * share(total.plain, total.words); r > 15 {
		t.Errorf("%.1f other words flagged per 1,000, bar 15", r)
	}
}
