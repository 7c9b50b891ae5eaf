package resolve

import (
	"slices"
	"strings"
	"testing"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"
)

func TestSmallBookHasNoProblems(t *testing.T) {
	if got := resolve(t, linkSmall()); len(got) > 0 {
		t.Errorf("problems:\n%s", strings.Join(got, "\n"))
	}
}

// Each row breaks the small book in one way and names the one problem that must come of it: line, rule, values.
var ruleTests = []struct {
	name  string
	spoil func(nadira *casebook.Case, anna *casebook.Reflection, congres *casebook.Session, b *casebook.Book)
	want  string
}{
	{"case of a reflection", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.Cases = append(a.Cases, linkRef[casebook.Case]("nadria", 9))
	}, "9 ref-missing.near id=nadria file=content/casussen/nadria.md near=nadira"},
	{"nothing near", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.Session = linkRef[casebook.Session]("voorjaarsdag", 9)
	}, "9 ref-missing id=voorjaarsdag file=content/sessies/voorjaarsdag.md"},
	{"reply", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.RepliesTo = linkRef[casebook.Reflection]("brem", 9)
	}, "9 ref-missing.near id=brem file=content/reflecties/brem.md near=bram"},
	{"group's case", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Groups = append(s.Groups, casebook.Group{Case: linkRef[casebook.Case]("marsel", 9)})
	}, "9 ref-missing.near id=marsel file=content/casussen/marsel.md near=marcel"},
	{"order", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Order = append(s.Order, linkRef[casebook.Reflection]("dna", 9))
	}, "9 ref-missing.near id=dna file=content/reflecties/dna.md near=dina"},
	{"order of another session", func(_ *casebook.Case, a *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		a.Session = linkRef[casebook.Session]("training", 4)
		s.Order = append(s.Order, linkRef[casebook.Reflection]("anna", 9))
	}, "9 order-foreign id=anna session=congres place=content/reflecties/anna.md"},
	{"see also", func(_ *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, b *casebook.Book) {
		b.Themes = append(b.Themes, &casebook.Theme{Doc: file("themas", "hulp"), Title: linkWord("Hulp", 2), SeeAlso: linkRefs[casebook.Theme](9, "netwrk")})
	}, "9 ref-missing.near id=netwrk file=content/themas/netwrk.md near=netwerk"},
	{"successor", func(_ *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, b *casebook.Book) {
		b.Organisations = append(b.Organisations, &casebook.Organisation{Doc: file("organisaties", "oud"), Successor: linkRef[casebook.Organisation]("nieuw", 9)})
	}, "9 ref-missing id=nieuw file=content/organisaties/nieuw.md"},
	{"menu", func(_ *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, b *casebook.Book) {
		b.Site.Menu = append(b.Site.Menu, linkWord("refleksies", 9))
	}, "9 ref-missing.near id=refleksies file=content/paginas/refleksies.md near=reflecties"},
	{"reference in a draft", func(_ *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, b *casebook.Book) {
		b.Cases[2].Events[0].LeadsTo = linkRefs[casebook.Event](9, "niets")
	}, "9 cause-missing id=niets event=val"},
	{"reference without consent", func(_ *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, b *casebook.Book) {
		b.Reflections[2].RepliesTo = linkRef[casebook.Reflection]("niemand", 9)
	}, "9 ref-missing id=niemand file=content/reflecties/niemand.md"},
	{"near theme", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Themes = append(c.Themes, linkRef[casebook.Theme]("eigen regi", 9))
	}, "9 name-near id=eigen regi near=Eigen regie place=:3:1"},
	{"near organisation with a file", func(_ *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, b *casebook.Book) {
		b.Organisations = append(b.Organisations, &casebook.Organisation{Doc: file("organisaties", "wonstad"), Title: linkWord("Wonstad", 2)})
	}, "7 name-near id=Woonstad near=Wonstad place=content/organisaties/wonstad.md"},
	{"cause", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[1].LeadsTo = linkRefs[casebook.Event](9, "anmaning")
	}, "9 cause-missing.near id=anmaning event=sloop near=aanmaning"},
	{"cause of itself", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[1].LeadsTo = linkRefs[casebook.Event](9, "sloop")
	}, "9 cause-self id=sloop"},
	{"cause backwards", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[0].LeadsTo = linkRefs[casebook.Event](9, "sloop")
	}, "9 cause-backwards event=aanmaning when=42 jaar id=sloop then=41 jaar place=:11:1"},
	{"answer", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[0].AnsweredBy = linkRef[casebook.Event]("gesprk", 9)
	}, "9 answer-missing.near id=gesprk event=aanmaning near=gesprek"},
	{"answer that is no contact", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[0].AnsweredBy = linkRef[casebook.Event]("sloop", 9)
	}, "9 answer-missing.kind id=sloop event=aanmaning place=:10:1"},
	{"turning card", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.TurningCard = linkRef[casebook.Event]("aanmanng", 9)
	}, "9 turning-missing.near id=aanmanng case=nadira near=aanmaning"},
	{"turning card of two cases", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.Cases = linkRefs[casebook.Case](5, "nadira", "marcel")
		a.TurningCard = linkRef[casebook.Event]("sloop", 9)
	}, "9 turning-ambiguous id=sloop case=nadira other=marcel place=:10:1 place2=:20:1"},
	{"turning card of no case", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.Cases = nil
		a.TurningCard = linkRef[casebook.Event]("sloop", 9)
	}, "9 turning-missing.no-case id=sloop"},
	{"turning card of a missing case", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.TurningCard = linkRef[casebook.Event]("marcl#brief", 9)
	}, "9 ref-missing.near id=marcl file=content/casussen/marcl.md near=marcel"},
	{"offset", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[2].When.OffsetFrom = linkWord("slop", 9)
	}, "9 when-offset.near id=slop event=gesprek near=sloop"},
	{"offsets in a circle", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[1].LeadsTo, c.Events[1].When = nil, linkEvent("", 0, "1 jaar na gesprek", 10).When
	}, "11 when-offset.circle event=sloop circle=sloop → gesprek → sloop place=:31:1"},
	{"offset from itself", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[2].When.OffsetFrom = linkWord("gesprek", 9)
	}, "31 when-offset.circle event=gesprek circle=gesprek → gesprek place=:31:1"},
	{"domain", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[0].Domains = linkRefs[casebook.Domain](9, "woonen")
	}, "9 domain-unknown.near id=woonen choices=wonen, zorg, werk, onderwijs, sociale-zekerheid, pensioen near=wonen"},
	{"role", func(c *casebook.Case, _ *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		c.Events[0].KnownBy = words(9, "Huisarts", "coorporatie")
	}, "9 role-unknown.near id=coorporatie place=:8:1 near=corporatie"},
	{"round of the programme", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Programme[0].Round = 3
	}, "6 round-unknown.in-case round=3 last=2 case=nadira"},
	{"round of votes: that of the table's case", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Tallies[1].Round = 2
	}, "13 round-unknown.in-case round=2 last=1 case=fenna"},
	{"after round", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.AfterRound = 3
	}, "0 round-unknown.in-case round=3 last=2 case=nadira"},
	{"after round of no case", func(_ *casebook.Case, a *casebook.Reflection, _ *casebook.Session, _ *casebook.Book) {
		a.AfterRound, a.Cases, a.TurningCard.ID = 1, nil, casebook.Text{}
	}, "0 round-unknown.no-case round=1"},
	{"choice", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Tallies[0].Counts[0].Choice = linkWord("niks doen", 9)
	}, "9 choice-unknown.near id=niks doen n=1 near=niets doen"},
	{"choice of another round", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Tallies[0].Counts[0].Choice = linkWord("wachten", 9)
	}, "9 choice-unknown id=wachten n=1"},
	{"choice in a round without", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Tallies[0].Round = 2
	}, "12 choice-unknown.none id=Praten n=2"},
	{"group", func(_ *casebook.Case, _ *casebook.Reflection, s *casebook.Session, _ *casebook.Book) {
		s.Tallies[0].Group = linkWord("Tafel 3", 9)
	}, "9 group-unknown.near id=Tafel 3 near=Tafel 1"},
}

func TestRules(t *testing.T) {
	for _, test := range ruleTests {
		t.Run(test.name, func(t *testing.T) {
			b := linkSmall()
			test.spoil(b.Cases[0], b.Reflections[0], b.Sessions[0], b)
			if got := resolve(t, b); !slices.Equal(got, []string{test.want}) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), test.want)
			}
		})
	}
}

// Each row is a link in round 1 of Nadira.
var linkTests = []struct{ link, want string }{
	{"[[nadria]]", "link-missing.near id=nadria near=nadira"},
	{"[[thema:eigen-reggie]]", "link-missing.near id=thema:eigen-reggie near=thema:eigen-regie"},
	{"[[iets heel anders]]", "link-missing id=iets heel anders"},
	{"[[ovver]]", "link-missing.near id=ovver near=pagina:over"},
	{"[[bram#kop]]", "anchor-missing id=kop place=content/reflecties/bram.md"},
	{"[[marcel#breif]]", "link-missing.event-near id=breif case=marcel near=brief"},
	{"[[#slop]]", "link-missing.event-near id=slop case=nadira near=sloop"},
	{"zie](../paginas/ovre.md)", "link-missing.near id=../paginas/ovre.md near=../paginas/over.md"},
	{"zie](over.md)", "link-missing.near id=over.md near=../paginas/over.md"},
	{"zie](../../README.md)", "link-outside id=../../README.md"},
	{"zie](/casussen/nadira.md)", "link-missing.near id=/casussen/nadira.md near=nadira.md"},
	{"zie](/casussen/niemand.md)", "link-outside id=/casussen/niemand.md"},
	{"zie](www.voorbeeld.nl/over)", "link-missing.web id=www.voorbeeld.nl/over"},
	{"zie](info@voorbeeld.nl)", "link-missing.mail id=info@voorbeeld.nl"},
	{"zie](../beelden/plan.pdf)", "link-missing.file id=../beelden/plan.pdf"},
	{"[[fenna]]", "link-unpublished id=fenna place=content/casussen/fenna.md"},
	{"[[chris]]", ""},
	{"[[thema:geheim]]", ""},
	{"[[#gesprek|wat er toen gebeurde]]", "link-spoiler id=gesprek case=nadira known=1 n=2 place=:30:1"},
	{"[[#gesprek]]", ""},
	{"[[#aanmaning|de brief]]", ""},
	{"[[marcel#sloop|het huis van Marcel]]", "link-spoiler id=sloop case=marcel known=0 n=1 place=:20:1"},
	{"[[marcel#brief|de brief van Marcel]]", ""},
	{"[[dubbel]]", "link-ambiguous id=dubbel place=content/reflecties/dubbel.md place2=content/paginas/dubbel.md write=reflectie:dubbel write2=pagina:dubbel"},
	{"[[page:dubbel]]", ""},
	{"zie](../paginas/over.md#over-ons)", ""},
	{"[[over#Over ons]]", ""},
}

func TestLinkRules(t *testing.T) {
	for _, test := range linkTests {
		t.Run(test.link, func(t *testing.T) {
			b := linkSmall()
			b.Pages[0].Body = linkProse(5, `<p>x</p><h2 class="k" id="over-ons">Over `, "[[nadira]]", ` ons</h2>`)
			b.Pages = append(b.Pages, &casebook.Page{Doc: file("paginas", "dubbel")})
			b.Reflections = append(b.Reflections, linkReflection("dubbel", "D", "", "D"))
			b.Cases[0].Events[1].Text = linkProse(15, test.link)
			want := strings.TrimSpace("15 " + test.want)
			if got := strings.Join(resolve(t, b), "\n"); got != want && (test.want != "" || got != "") {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestPictureThatIsNotThere(t *testing.T) {
	b := linkSmall()
	b.Images = []casebook.Image{{Path: "flat.jpg"}, {Path: "\u00e9\u00e9n.png"}}
	b.Pages[0].Body = casebook.Prose{Parts: []casebook.Part{
		{Image: &casebook.Picture{Pos: line(4), Path: "flatt.jpg"}}, {Image: &casebook.Picture{Pos: line(5), Path: "\u00e9\u00e9n.png"}},
	}}
	if got, want := strings.Join(resolve(t, b), "\n"), "4 image-missing.near id=flatt.jpg near=flat.jpg"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// everyProblem gives the problems of the tables above.
func everyProblem() []string {
	all := []string{"4 image-missing.near id=flatt.jpg near=flat.jpg"}
	for _, test := range ruleTests {
		all = append(all, test.want)
	}
	for _, test := range linkTests {
		if test.want != "" {
			all = append(all, "15 "+test.want)
		}
	}
	return all
}

// Every problem of this package has its words in both catalogues, and they name no value that the problem does not bring.
func TestEveryRuleHasWords(t *testing.T) {
	for _, language := range []string{"nl", "en"} {
		words := langtest.Words(language)
		for _, line := range everyProblem() {
			fields := strings.SplitN(line, " ", 3)
			rule, _, _ := strings.Cut(fields[1], ".")
			for _, key := range []string{fields[1] + ".message", fields[1] + ".hint", rule + ".message", rule + ".hint"} {
				key = "rules." + key
				if !words.Has(key) {
					t.Errorf("%s.yaml has no %s", language, key)
				}
				if !strings.HasPrefix(key, "rules."+fields[1]+".") {
					continue // the plain wording may name other values
				}
				for _, place := range strings.Split(words.T(key), "{")[1:] {
					name, _, _ := strings.Cut(place, "}")
					if !strings.Contains(" "+fields[2], " "+name+"=") {
						t.Errorf("%s.yaml: %s names {%s}, which %q does not bring", language, key, name, line)
					}
				}
			}
		}
	}
}
