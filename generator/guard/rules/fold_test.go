package rules

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestCleanIsWhatAReaderSees(t *testing.T) {
	cases := []struct{ name, source, want string }{
		{"plain", "Een brief van de gemeente.", "Een brief van de gemeente."},
		{"emphasis in a word", "mevr. J&#46;&nbsp;**Jan**sen", "mevr. J. Jansen"},
		{"emphasis of one letter", "*J*a_n_", "Ja_n"},
		{"emphasis at the edge", "_Let op_: **nu** en ~~nooit~~ `code`", "Let op: nu en nooit code"},
		{"stars that are seen", "3 * 4 * 5", "3 * 4 * 5"},
		{"underscore in a name", "foto_van_de_straat.jpg", "foto_van_de_straat.jpg"},
		{"soft hyphen and zero width", "Jan\u00adsen \u200bde\u200d Vr\u2060ies\ufeff", "Jansen de Vries"},
		{"bidi", "0\u202e6\u202c12", "0612"},
		{"kinds of space", "06\u00a012\u200934\u202f56\u300078", "06 12 34 56 78"},
		{"many spaces", "een   twee \t drie", "een twee drie"},
		{"entities", "Zo&euml;, caf&#xe9; &amp; &lt;hier&gt; R&D", "Zoë, café & <hier> R&D"},
		{"hidden entity", "Jan&shy;sen&zwnj;s", "Jansens"},
		{"yaml escapes", `"Zo\u00eb \x4aansen \U0001D7D8\ud835\udfd9"`, `"Zoë Jansen 01"`},
		{"percent", "[mail](mailto:piet%40voorbeeld.nl?a=%C3%A9)", "[mail](mailto:piet@voorbeeld.nl?a=é)"},
		{"a percentage", "van 20% naar 30 %", "van 20% naar 30 %"},
		{"markdown escapes", `06\-12 \* \_x\_`, "06-12 * _x_"},
		{"line break in a paragraph", "De brief\nkwam terug.", "De brief kwam terug."},
		{"windows line break", "De brief\r\nkwam\r\n\r\nterug.", "De brief kwam\nterug."},
		{"line break and indentation", "tekst: |\n      Fenna en haar\n      moeder\n    bron: dossier", "tekst: | Fenna en haar moeder\nbron: dossier"},
		{"paragraphs", "Een.\n\nTwee.", "Een.\nTwee."},
		{"list", "- een\n- twee\n  drie\n* vier", "- een\n- twee drie\n* vier"},
		{"numbered list", "1. een\n2. twee\n7. drie", "1. een\n2. twee 7. drie"},
		{"digits over lines", "BSN 123\n456\n782. Daarna", "BSN 123 456 782. Daarna"},
		{"a number that begins a line", "Zijn nummer is 382\n691\n1. Daarna", "Zijn nummer is 382 691 1. Daarna"},
		{"a list after a sentence", "Zo gaat het:\n1. een\n2. twee", "Zo gaat het:\n1. een\n2. twee"},
		{"quoted lines", "> Een lange\n> zin\n> hier\n>\n> nieuw", "> Een lange zin hier\n> nieuw"},
		{"heading", "# Titel\nTekst\n## Kop\n\nMeer", "# Titel\nTekst\n## Kop\nMeer"},
		{"table", "| a | b |\n|---|---|\n| c | d |", "| a | b |\n|---|---|\n| c | d |"},
		{"fullwidth and mathematics", "０６ 𝟏𝟐 Ｊａｎ 𝓙𝓪𝓷 ①", "06 12 Jan Jan 1"},
		{"digits of other scripts", "٠٦ ۱۲ ०९ 𑁦𑁯", "06 12 09 09"},
		{"strokes and caps laid over", "J\u0336a\u0336n\u0336 1\ufe0f\u20e32\u20dd", "Jan 12"},
		{"combining accents", "Zoe\u0308 cafe\u0301 Vie\u0323\u0302t", "Zoë café Việt"},
		{"look-alikes", "Jаnsеn ΜARIE О6-12 АВ-12-СТ", "Jansen MARIE O6-12 AB-12-CT"},
		{"really Russian and Greek", "Щука жизнь λόγος", "Щука жизнь λόγος"},
		{"quotation marks", "‘Fenna’s moeder’ zei: “’s avonds”", "‘Fenna's moeder’ zei: “'s avonds”"},
		{"dashes", "2014–2016 en — zo — 06‑12", "2014-2016 en — zo — 06-12"},
		{"ligatures and dots", "ﬁets… Ĳssel ĳs", "fiets... IJssel ijs"},
		{"broken bytes", "a\xff\xfeb", "a\ufffd\ufffdb"},
		{"marks at the start", "\u0301a", "a"},
	}
	for _, c := range cases {
		if got := Fold(c.source).Clean; got != c.want {
			t.Errorf("%s: %+q reads %+q, want %+q", c.name, c.source, got, c.want)
		}
	}
}

func TestSourceFindsTheWayBack(t *testing.T) {
	cases := []struct{ source, clean, want string }{
		{"mevr. J&#46;&nbsp;**Jan**sen kwam", "Jansen", "Jan**sen"},
		{"mevr. J&#46;&nbsp;**Jan**sen kwam", "J. Jansen", "J&#46;&nbsp;**Jan**sen"},
		{"van Zoe\u0308 dus", "Zoë", "Zoe\u0308"},
		{"van Zoe\u0308 dus", "ë", "e\u0308"},
		{"bel Ja\u00adn nu", "Jan", "Ja\u00adn"},
		{"de heer\n      Jansen", "heer Jansen", "heer\n      Jansen"},
		{"een Jаnsеn-Ｖries hier", "Jansen-Vries", "Jаnsеn-Ｖries"},
		{"nummer １２３ hier", "23", "２３"},
		{"oﬃce", "f", "ﬃ"},
		{`"Zo\u00eb"`, "Zoë", `Zo\u00eb`},
	}
	for _, c := range cases {
		text := Fold(c.source)
		at := strings.Index(text.Clean, c.clean)
		if at < 0 {
			t.Fatalf("%q does not read %q but %q", c.source, c.clean, text.Clean)
		}
		s := text.SourceSpan(FoldSpan{at, at + len(c.clean)})
		if got := c.source[s.From:s.To]; got != c.want {
			t.Errorf("%q in %q comes from %q, want %q", c.clean, c.source, got, c.want)
		}
	}
}

// TestSentence marks the words that begin something with a stroke before them.
func TestSentence(t *testing.T) {
	cases := []struct{ source, want string }{
		{"De brief kwam. Marie las hem. ‘Goed,’ zei ze.", "|De brief kwam. |Marie las hem. ‘|Goed,’ zei ze."},
		{"Zij zei: ‘Ga zitten.’ Hij ging.", "|Zij zei: ‘|Ga zitten.’ |Hij ging."},
		{"mevr. Jansen en J. de Vries, o.a. Piet", "|mevr. Jansen en J. de Vries, o.a. Piet"},
		{"titel: Een rij\nthemas: [een, Twee]\nkeuzes: [A]", "|titel: |Een rij\n|themas: [|een, |Twee]\n|keuzes: [|A]"},
		{"tekst: |\n  Fenna en\n  Marie", "|tekst: | |Fenna en Marie"},
		{"- Een\n- Twee en\n  Drie", "- |Een\n- |Twee en Drie"},
		{"# Kop van Iets\nTekst", "# |Kop van Iets\n|Tekst"},
		{"| Cel | Cel twee |", "| |Cel | |Cel twee |"},
		{"om 13:15 uur. 's Avonds", "|om 13:15 uur. '|s Avonds"},
		{"Echt? Ja! Nou", "|Echt? |Ja! |Nou"},
		{"op www.voorbeeld.nl staat", "|op www.voorbeeld.nl staat"},
	}
	for _, c := range cases {
		text := Fold(c.source)
		var b strings.Builder
		at := 0
		for _, w := range text.Words {
			b.WriteString(text.Clean[at:w.From])
			if w.Sentence {
				b.WriteByte('|')
			}
			b.WriteString(text.Clean[w.From:w.To])
			at = w.To
		}
		if got := b.String() + text.Clean[at:]; got != c.want {
			t.Errorf("%q: got %q, want %q", c.source, got, c.want)
		}
	}
}

func TestWords(t *testing.T) {
	text := Fold("Fenna’s OUD-leraar Zoë zei ’s avonds: É-één, -los- 'x' a--b 2e")
	want := []FoldedWord{
		{Lower: "fenna's", Capital: true},
		{Lower: "oud-leraar", Capital: true},
		{Lower: "zoë", Capital: true},
		{Lower: "zei"},
		{Lower: "s"},
		{Lower: "avonds"},
		{Lower: "é-één", Capital: true},
		{Lower: "los"},
		{Lower: "x"},
		{Lower: "a"},
		{Lower: "b"},
		{Lower: "2e"},
	}
	if len(text.Words) != len(want) {
		t.Fatalf("got %d words: %+v", len(text.Words), text.Words)
	}
	for i, w := range text.Words {
		if w.Lower != want[i].Lower || w.Capital != want[i].Capital {
			t.Errorf("word %d is %+v, want %+v", i, w, want[i])
		}
	}
}

func TestDigitsOfAllScriptsAreTenInARow(t *testing.T) {
	for _, r := range unicode.Nd.R16 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%x to %x", r.Lo, r.Hi)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%x to %x", r.Lo, r.Hi)
		}
	}
}

// sound holds what is promised of every text.
func sound(t *testing.T, source string) {
	t.Helper()
	text := Fold(source)
	if utf8.ValidString(source) && !utf8.ValidString(text.Clean) {
		t.Fatalf("%q reads %q: no UTF-8", source, text.Clean)
	}
	if len(text.Lower) != len(text.Clean) {
		t.Fatalf("%q: Lower has %d bytes, Clean %d", source, len(text.Lower), len(text.Clean))
	}
	last := FoldSpan{}
	for i := range text.Clean {
		_, size := utf8.DecodeRuneInString(text.Clean[i:])
		s := text.SourceSpan(FoldSpan{i, i + size})
		if s.From < last.From || s.To < last.To || s.From >= s.To || s.To > len(source) {
			t.Fatalf("%q: %d of %q comes from %+v, after %+v", source, i, text.Clean, s, last)
		}
		last = s
	}
	end := 0
	for _, w := range text.Words {
		if w.From < end || w.To <= w.From || w.To > len(text.Clean) {
			t.Fatalf("%q: word at %+v after %d", source, w.FoldSpan, end)
		}
		end = w.To
	}
}

var hard = []string{
	"", " ", "\n", "\\", "&", "%", "&#;", "&#99999999999;", "%zz", "%e2%82", "\\u12", "\\ud83d", "\\ud83d\\u0041", "**", "_", "> \n> ", "\u0301\u0301",
	"e\u0301\u0301\u0301", "ﬃ\u0301", "АВ\u0301", "a\u200b\u0301", "\xff\u0301", "1.\n2.\n", "---\na: b\n---\n# c\nd", "\\\n\\\r\n", "&nbsp;\u0301x", "İİ\u0307",
	"Ⱥⱥ ẞß", "\ufdfa\ufdfa\u0301", "한국\u1112\u1161", "𝟏\u20e3", "&NotEqualTilde;", "аа\u0336а",
}

func TestEveryTextIsSound(t *testing.T) {
	for _, a := range hard {
		sound(t, a)
		for _, b := range hard {
			sound(t, a+b)
			sound(t, "x"+a+"1"+b+" y")
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range hard {
		f.Add(s)
	}
	f.Add("titel: Een\ntekst: |\n  Mevr. J&#46; **Jan**sen, 06-１２\n\n> citaat\n> meer\n1. een\n")
	f.Fuzz(sound)
}

// TestLinear reads texts that would take long if any step looked back or ahead without end; the test's own time limit
// turns it red.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"*", "_", "\n", " \n", "&", "%", "%e2", "\\", "\\u", "e\u0301", "\u0301", "1.\n", "а", "a.", "'", "a'", "-", "a-", ">\n>", "# \n", "k:", "k: [", "\u200b"} {
		text := Fold(strings.Repeat(piece, 2_000_000/len(piece)))
		text.SourceSpan(FoldSpan{0, len(text.Clean)})
	}
}

func BenchmarkFoldOf(b *testing.B) {
	files, err := filepath.Glob("../../../content/casussen/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal("no texts", err)
	}
	var all strings.Builder
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
		all.WriteString("\n\n")
	}
	source := all.String()
	count := len(Fold(source).Words)
	for b.Loop() {
		Fold(source)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(count), "ns/word")
}
