package source

import (
	"bytes"
	"io/fs"
	"testing"
	"testing/fstest"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang/langtest"
)

// TestNamesThatAnotherSystemRefuses holds that what Windows or macOS cannot have is told on every system, with its file and what to do, and is not read.
func TestNamesThatAnotherSystemRefuses(t *testing.T) {
	for name, want := range map[string]string{
		"beelden/con.png": `de naam "con.png" kan op Windows niet, omdat Windows die zelf gebruikt` + "\ngeef het bestand of de map een andere naam, zoals mijn-con.png",
		"beelden/foto 10:30.png": `in de naam "foto 10:30.png" staat een teken dat op Windows niet kan: :` + "\n" +
			`gebruik in namen geen < > : " | ? * of \, een streepje kan wel`,
		`images/a"b.png`:      `in de naam "a"b.png" staat een teken dat op Windows niet kan: "` + "\n" + `gebruik in namen geen < > : " | ? * of \, een streepje kan wel`,
		"beelden/a\tb.png":    "in de naam \"a\tb.png\" staat een teken dat op Windows niet kan: U+0009" + "\n" + `gebruik in namen geen < > : " | ? * of \, een streepje kan wel`,
		"paginas/Wat nu?.md":  `in de naam "Wat nu?.md" staat een teken dat op Windows niet kan: ?` + "\n" + `gebruik in namen geen < > : " | ? * of \, een streepje kan wel`,
		"casussen/LPT1.md":    `de naam "LPT1.md" kan op Windows niet, omdat Windows die zelf gebruikt` + "\ngeef het bestand of de map een andere naam, zoals mijn-LPT1.md",
		"reflecties/aux/a.md": `de naam "aux" kan op Windows niet, omdat Windows die zelf gebruikt` + "\ngeef het bestand of de map een andere naam, zoals mijn-aux",
		"beelden/oud./a.png":  `de naam "oud." eindigt op een punt of een spatie, en dat kan op Windows niet` + "\nhaal de punt of de spatie aan het einde weg",
		"paginas/a /b.md":     `de naam "a " eindigt op een punt of een spatie, en dat kan op Windows niet` + "\nhaal de punt of de spatie aan het einde weg",
	} {
		files, images, problems, err := Files(mapFS(name))
		if err != nil {
			t.Errorf("%q: %v", name, err)
			continue
		}
		for _, f := range files {
			_, found, err := f.Text()
			if err != nil || f.Kind != casebook.KindSite && !found.HasErrors() {
				t.Errorf("%q is read: %v, %v", name, found, err)
			}
			problems.Join(found)
		}
		if len(problems) != 1 || problems[0].Rule != diag.FileName || problems[0].Severity() != diag.Error {
			t.Errorf("%q: %v", name, problems)
			continue
		}
		words := langtest.Words("nl")
		if got := problems[0].Message(words) + "\n" + problems[0].Hint(words); got != want {
			t.Errorf("%q: got\n%s\nwant\n%s", name, got, want)
		}
		for _, image := range images {
			if !image.Refused {
				t.Errorf("%q is taken", name)
			}
		}
	}
}

// TestNamesThatAnotherSystemTakesForOne imitates a disk that ignores case and how accents are composed, as those of Windows and macOS do.
func TestNamesThatAnotherSystemTakesForOne(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"beelden/A.png", "beelden/a.png", `content/beelden/a.png: fout: de naam "a.png" is op Windows en macOS dezelfde als die van content/beelden/A.png [file-name]`},
		{"beelden/A.png", "images/a.png", `content/images/a.png: fout: de naam "a.png" is op Windows en macOS dezelfde als die van content/beelden/A.png [file-name]`},
		{"beelden/Map/x.png", "beelden/map/y.png", `content/beelden/map/y.png: fout: de naam "map" is op Windows en macOS dezelfde als die van content/beelden/Map [file-name]`},
		{"beelden/e\u0301.png", "beelden/\u00e9.png", "content/beelden/\u00e9.png: fout: de naam \"\u00e9.png\" is op Windows en macOS dezelfde als die van content/beelden/e\u0301.png [file-name]"},
		{"beelden/x.png/a.png", "images/x.png", `content/images/x.png: fout: er is al een afbeelding x.png in de andere beeldenmap [id-duplicate]`},
		{"beelden/x.png", "images/x.png/a.png", `content/images/x.png/a.png: fout: er is al een afbeelding x.png in de andere beeldenmap [id-duplicate]`},
		{"casussen/Nadira.md", "casussen/nadira.md", `content/casussen/nadira.md: fout: id "nadira" is al van content/casussen/Nadira.md [id-duplicate]`},
		{"casussen/Rene\u0301.md", "casussen/Ren\u00e9.md", "content/casussen/Ren\u00e9.md: fout: id \"rene\" is al van content/casussen/Rene\u0301.md [id-duplicate]"},
	} {
		_, _, problems, err := Files(mapFS(c.first, c.second))
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := diag.Fprint(&b, problems, langtest.Words("nl"), nil); err != nil {
			t.Fatal(err)
		}
		if got, _, _ := bytes.Cut(b.Bytes(), []byte("\n")); string(got) != c.want || len(problems) != 1 {
			t.Errorf("%q and %q: got\n%s\nwant\n%s", c.first, c.second, b.String(), c.want)
		}
	}
}

// TestPicturesBesideEachOtherAreApart holds that nothing is refused that every system keeps apart.
func TestPicturesBesideEachOtherAreApart(t *testing.T) {
	_, images, problems, err := Files(mapFS("beelden/map/a.png", "beelden/map/b.png", "images/map/c.png", "beelden/map.png", "beelden/e.png", "beelden/\u00e9.png"))
	if err != nil || len(problems) != 0 || len(images) != 6 {
		t.Error(err, problems, images)
	}
}

// TestPicturesHaveOneFormOfAccents holds that a picture has the same path whether its system composes accents or takes them apart, and is found under the name that it has.
func TestPicturesHaveOneFormOfAccents(t *testing.T) {
	for _, name := range []string{"beelden/caf\u00e9.png", "beelden/cafe\u0301.png"} {
		_, images, problems, err := Files(fstest.MapFS{"index.md": {}, name: {Data: []byte("x")}})
		if err != nil || len(problems) != 0 || len(images) != 1 {
			t.Fatal(err, problems, images)
		}
		if images[0].Path != "caf\u00e9.png" || images[0].File != "content/"+name {
			t.Errorf("%+q: path %+q, file %+q", name, images[0].Path, images[0].File)
		}
		if data, err := images[0].Read(); err != nil || string(data) != "x" {
			t.Errorf("%+q reads %q, %v", name, data, err)
		}
	}
}

// TestAFileOfASyncProgramIsRead imitates what Go says on Windows of a file that OneDrive keeps.
func TestAFileOfASyncProgramIsRead(t *testing.T) {
	content := mapFS()
	for _, name := range []string{"paginas/over.md", "beelden/a.png", "privacy.yaml"} {
		content[name] = &fstest.MapFile{Data: []byte("x"), Mode: fs.ModeIrregular}
	}
	files, images, problems, err := Files(content)
	if err != nil || len(problems) != 0 || len(files) != 2 || len(images) != 1 {
		t.Error(err, problems, files, images)
	}
	for _, f := range files {
		if !f.There() {
			t.Errorf("%s is said to be gone", f.Path)
		}
	}
	if file, problems, err := Beside(content, Answers); file == nil || len(problems) != 0 || err != nil {
		t.Error(file, problems, err)
	}
}
