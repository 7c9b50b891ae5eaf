package register_test

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"

	"casusboek/generator/guard/register"
	"casusboek/generator/guard/rules"
)

// list holds invented people and places.
const list = `# Verzonnen, voor deze test
Fatima el Amrani
alias: Fatje
persoon: Roos de Wit
Thuy Nguyen-Bakker
Çağlar Özdemir
Kees van Dijk
straat: Kastanjehof
complex: De Vier Winden
`

var secret = []byte("0123456789abcdef")

// both gives the register as it is and as its index: they must find the same.
func both(t *testing.T) map[string]*register.Register {
	t.Helper()
	plain, err := register.Parse(strings.NewReader(list))
	if err != nil {
		t.Fatal(err)
	}
	var index bytes.Buffer
	if err := register.Index(&index, strings.NewReader(list), secret); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"Fatima", "fatima", "Amrani", "Kastanje", "Winden"} {
		if strings.Contains(index.String(), name) {
			t.Errorf("the index says %s", name)
		}
	}
	opened, err := register.Open(&index, secret)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*register.Register{"plain": plain, "index": opened}
}

// Each line of cases.txt is a text in which [names] must be found, and nothing else.
func TestCases(t *testing.T) {
	data, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		t.Fatal(err)
	}
	for name, r := range both(t) {
		for n, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			line = strings.ReplaceAll(line, `\n`, "\n")
			text := strings.NewReplacer("[", "", "]", "").Replace(line)
			var marked strings.Builder
			at := 0
			for _, f := range r.Find(rules.Fold(text)) {
				marked.WriteString(text[at:f.At.From] + "[" + text[f.At.From:f.At.To] + "]")
				at = f.At.To
			}
			if got := marked.String() + text[at:]; got != line {
				t.Errorf("%s, line %d: found %q, want %q", name, n+1, got, line)
			}
		}
	}
}

func TestBrokenIsNeverClean(t *testing.T) {
	var index bytes.Buffer
	if err := register.Index(&index, strings.NewReader(list), secret); err != nil {
		t.Fatal(err)
	}
	whole := index.String()
	for why, c := range map[string]struct {
		index string
		key   []byte
		want  error
	}{
		"another key":  {whole, []byte("fedcba9876543210"), register.ErrKeyOther},
		"a short key":  {whole, []byte("kort"), register.ErrKeyShort},
		"cut short":    {whole[:len(whole)/2], secret, register.ErrIndex},
		"another file": {"Fatima el Amrani\n", secret, register.ErrIndex},
		"empty":        {"", secret, register.ErrIndex},
	} {
		if _, err := register.Open(strings.NewReader(c.index), c.key); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", why, err, c.want)
		}
	}
	var e *register.Error
	for text, line := range map[string]int{"Fatima\nhond: Bello": 2, "A\n": 1, "straat: de\n": 1} {
		if _, err := register.Parse(strings.NewReader(text)); !errors.As(err, &e) || e.Line != line || strings.Contains(err.Error(), "Bello") {
			t.Errorf("%q: %v, want an error of line %d that keeps the name to itself", text, err, line)
		}
	}
}

func TestTheSameIndexEveryTime(t *testing.T) {
	var one, two bytes.Buffer
	shuffled := strings.Split(strings.TrimSpace(list), "\n")
	shuffled[1], shuffled[3] = shuffled[3], shuffled[1]
	if register.Index(&one, strings.NewReader(list), secret) != nil || register.Index(&two, strings.NewReader(strings.Join(shuffled, "\n")), secret) != nil {
		t.Fatal("no index")
	}
	if one.String() != two.String() {
		t.Error("the index tells the order of the register")
	}
}

func BenchmarkFind(b *testing.B) {
	r, err := register.Parse(strings.NewReader(list))
	if err != nil {
		b.Fatal(err)
	}
	text := rules.Fold(strings.Repeat("De verhuurder belde twee keer aan en trof niemand thuis. Onvoorzienbaar, zei de wijkploeg later tegen Samira. ", 100))
	b.ResetTimer()
	for b.Loop() {
		r.Find(text)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text.Words)), "ns/word")
}

func TestLockedRegisterOpensWithItsPassphraseAlone(t *testing.T) {
	var locked bytes.Buffer
	if err := register.Lock(&locked, list, "drie oude fietsen"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(locked.String(), "Amrani") {
		t.Error("a name can be read in the locked register")
	}
	if text, err := register.Unlock(bytes.NewReader(locked.Bytes()), "drie oude fietsen", ""); err != nil || text != list {
		t.Errorf("%v: %q", err, text)
	}
	for _, c := range [][2]string{{"vier oude fietsen", ""}, {"", ""}, {"", "AGE-SECRET-KEY-1ONZIN"}} {
		if _, err := register.Unlock(bytes.NewReader(locked.Bytes()), c[0], c[1]); !errors.Is(err, register.ErrLocked) || strings.Contains(err.Error(), "ONZIN") {
			t.Errorf("%q opens it: %v", c, err)
		}
	}
	if err := register.Lock(&locked, "hond: Bello", "drie oude fietsen"); err == nil {
		t.Error("what is no register is locked")
	}
}

func TestHolds(t *testing.T) {
	for name, r := range both(t) {
		for invented, want := range map[string]bool{"Fatima": true, "Roos": true, "Kees Bakema": true, "Samira": false, "Winden": false, "de": false, "": false} {
			if r.Holds(invented) != want {
				t.Errorf("%s: holds %q: %v, want %v", name, invented, !want, want)
			}
		}
	}
}
