package source

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"casusboek/generator/lang/langtest"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
)

func mapFS(names ...string) fstest.MapFS {
	m := fstest.MapFS{"index.md": {Data: []byte("---\ntitel: x\n---\n")}}
	for _, n := range names {
		m[n] = &fstest.MapFile{Data: []byte("x")}
	}
	return m
}

func TestFoldersSayWhatAFileIs(t *testing.T) {
	files, images, problems, err := Files(mapFS(
		"casussen/nadira.md", "cases/Ann Lee.MD", "Reflecties/2026/els.md", "sessions/dag.md", "themas/rust.md", "organisations/a.md", "paginas/over.md",
		"beelden/huis.jpg", "beelden/oud/Foto 1.PNG", "images/x.webp",
	))
	if err != nil || len(problems) != 0 {
		t.Fatal(err, problems)
	}
	want := []File{
		{Path: "content/Reflecties/2026/els.md", Kind: casebook.KindReflection, ID: "els"},
		{Path: "content/cases/Ann Lee.MD", Kind: casebook.KindCase, ID: "ann-lee"},
		{Path: "content/casussen/nadira.md", Kind: casebook.KindCase, ID: "nadira"},
		{Path: "content/index.md", Kind: casebook.KindSite, ID: "index"},
		{Path: "content/organisations/a.md", Kind: casebook.KindOrganisation, ID: "a"},
		{Path: "content/paginas/over.md", Kind: casebook.KindPage, ID: "over"},
		{Path: "content/sessions/dag.md", Kind: casebook.KindSession, ID: "dag"},
		{Path: "content/themas/rust.md", Kind: casebook.KindTheme, ID: "rust"},
	}
	same := func(a, b File) bool { return a.Path == b.Path && a.Kind == b.Kind && a.ID == b.ID }
	if !slices.EqualFunc(files, want, same) {
		t.Errorf("got %+v", files)
	}
	var paths []string
	for _, i := range images {
		paths = append(paths, i.Path)
		if data, err := i.Read(); err != nil || string(data) != "x" {
			t.Errorf("image %s reads %q, %v", i.Path, data, err)
		}
	}
	if !slices.Equal(paths, []string{"huis.jpg", "oud/Foto 1.PNG", "x.webp"}) {
		t.Errorf("images %q", paths)
	}
}

func TestNamesThatCannotBe(t *testing.T) {
	content := mapFS(
		"casussen/Één sleutel.md", "casussen/map/een-sleutel.md", "cases/E\u0301e\u0301n sleutel.md", "casussen/….md", "casussen/index.md", "casussen/con.md",
		"los.md", "anders/x.md", "themas/map.md/y.md", "casussen/brief.docx", "beelden/film.gif", "beelden/huis.png", "images/huis.png",
	)
	_, _, problems, err := Files(content)
	if err != nil {
		t.Fatal(err)
	}
	problems.Sort()
	var b bytes.Buffer
	if err := diag.Fprint(&b, problems, langtest.Words("nl"), nil); err != nil {
		t.Fatal(err)
	}
	want := "content/anders/x.md: let op: dit bestand staat in geen bekende map [file-misplaced]\n" +
		"    hint: zet het in casussen, reflecties, sessies, themas, organisaties of paginas\n" +
		"content/beelden/film.gif: fout: een afbeelding van het soort \"gif\" wordt niet getoond [image-format]\n" +
		"    hint: bewaar de afbeelding als jpg, png, webp of svg\n" +
		"content/casussen/brief.docx: let op: dit bestand is geen tekst en geen afbeelding, en wordt overgeslagen [file-unknown]\n" +
		"    hint: teksten eindigen op .md, afbeeldingen staan in beelden\n" +
		"content/casussen/index.md: let op: een index.md hoort alleen in content zelf [file-misplaced]\n" +
		"    hint: geef het bestand de naam van wat erin staat\n" +
		"content/casussen/map/een-sleutel.md: fout: id \"een-sleutel\" is al van content/cases/E\u0301e\u0301n sleutel.md [id-duplicate]\n" +
		"    hint: de bestandsnaam is het id; geef een van de twee een andere naam\n" +
		"content/casussen/Één sleutel.md: fout: id \"een-sleutel\" is al van content/cases/E\u0301e\u0301n sleutel.md [id-duplicate]\n" +
		"    hint: de bestandsnaam is het id; geef een van de twee een andere naam\n" +
		"content/casussen/….md: fout: van deze bestandsnaam kan geen adres worden gemaakt [file-name]\n" +
		"    hint: gebruik letters en cijfers, zoals een-duurder-huis.md\n" +
		"content/images/huis.png: fout: er is al een afbeelding huis.png in de andere beeldenmap [id-duplicate]\n" +
		"    hint: geef een van de twee een andere naam\n" +
		"content/los.md: let op: dit bestand staat in geen bekende map [file-misplaced]\n" +
		"    hint: zet het in casussen, reflecties, sessies, themas, organisaties of paginas\n" +
		"content/themas/map.md: fout: dit is een map met een naam die op .md eindigt [file-is-folder]\n" +
		"    hint: geef de map een andere naam\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestWhatEditorsAndSystemsLeaveIsPassedOver(t *testing.T) {
	files, _, problems, err := Files(mapFS(
		".obsidian/app.json", ".DS_Store", "casussen/.nadira.md.swp", "casussen/nadira.md~", "casussen/#nadira.md#", "casussen/~$brief.docx", "Thumbs.db",
		"README.md", "casussen/README.txt", "privacy.yaml", "reviews.yaml",
	))
	if err != nil || len(problems) != 0 || len(files) != 1 {
		t.Error(err, problems, files)
	}
}

func TestASiteWithoutIndexIsAProblem(t *testing.T) {
	_, _, problems, err := Files(fstest.MapFS{"paginas/over.md": {}})
	if err != nil || len(problems) != 1 || problems[0].Rule != diag.SiteMissing {
		t.Error(err, problems)
	}
}

func TestSymbolicLinksAreRefusedUnread(t *testing.T) {
	outside := filepath.Join(t.TempDir(), "geheim.md")
	root := t.TempDir()
	write(t, outside, "---\ntitel: Geheim\n---\n")
	write(t, filepath.Join(root, "index.md"), "---\ntitel: x\n---\n")
	for name, target := range map[string]string{"paginas/geheim.md": outside, "paginas/binnen.md": "../index.md", "casussen": filepath.Dir(outside)} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(root, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip("no symbolic links here: ", err)
		}
	}
	files, _, problems, err := Files(os.DirFS(root))
	if err != nil || len(files) != 1 {
		t.Fatal(err, files)
	}
	problems.Sort()
	var b bytes.Buffer
	if err := diag.Fprint(&b, problems, langtest.Words("nl"), nil); err != nil {
		t.Fatal(err)
	}
	want := ""
	for _, name := range []string{"casussen", "paginas/binnen.md", "paginas/geheim.md"} {
		want += "content/" + name + ": fout: dit is een snelkoppeling (symbolische link), en die worden niet gevolgd [file-symlink]\n" +
			"    hint: zet het bestand zelf in content\n"
	}
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestTextIsEvened(t *testing.T) {
	for raw, want := range map[string]string{
		"\xef\xbb\xbfa\r\nb\rc\n": "a\nb\nc\n",
		"é\t\u00a0":               "é\t\u00a0",
	} {
		f := File{Path: "content/x.md", content: fstest.MapFS{"x.md": {Data: []byte(raw)}}, name: "x.md"}
		if got, problems, err := f.Text(); got != want || problems != nil || err != nil {
			t.Errorf("%q gives %q, %v, %v", raw, got, problems, err)
		}
	}
}

func TestAFileAtTheLimitIsRead(t *testing.T) {
	for size, wanted := range map[int]bool{MaxSize: true, MaxSize + 1: false} {
		content := fstest.MapFS{"x.md": {Data: bytes.Repeat([]byte("x\n"), size)[:size]}}
		text, problems, err := File{Path: "content/x.md", content: content, name: "x.md"}.Text()
		if err != nil || (len(text) == size) != wanted || problems.HasErrors() == wanted {
			t.Errorf("%d bytes: %d read, %v, %v", size, len(text), problems, err)
		}
	}
}

func TestAFileThatIsGoneIsAnErrorAndNoProblem(t *testing.T) {
	_, problems, err := File{Path: "content/x.md", content: fstest.MapFS{}, name: "x.md"}.Text()
	if problems != nil || err == nil {
		t.Error(problems, err)
	}
	if _, _, _, err := Files(os.DirFS(filepath.Join(t.TempDir(), "nergens"))); err == nil {
		t.Error("a missing folder is no error")
	}
}

func TestALineHasALimit(t *testing.T) {
	for text, want := range map[string]string{
		strings.Repeat("a", MaxLine):                        "",
		strings.Repeat("é", MaxLine) + "\n":                 "",
		"a\nb\n" + strings.Repeat("é", MaxLine+1) + "\nc\n": "content/x.md:3:10001",
		"a\r\n" + strings.Repeat("a", MaxLine+7):            "content/x.md:2:10001",
	} {
		f := File{Path: "content/x.md", content: fstest.MapFS{"x.md": {Data: []byte(text)}}, name: "x.md"}
		got, problems, err := f.Text()
		switch {
		case err != nil:
			t.Fatal(err)
		case want == "":
			if problems != nil || got != text {
				t.Errorf("%d bytes: %v", len(text), problems)
			}
		case len(problems) != 1 || problems[0].Rule != diag.LineTooLong || problems[0].Pos.String() != want || got != "":
			t.Errorf("%d bytes: %v, want one at %s", len(text), problems, want)
		}
	}
}

// TestTheFilesOfTheGuardMayBeLarger holds that the answers of a large casebook are read.
func TestTheFilesOfTheGuardMayBeLarger(t *testing.T) {
	content := fstest.MapFS{Answers: {Data: bytes.Repeat([]byte("x: y\n"), MaxSize/4)}}
	f, problems, err := Beside(content, Answers)
	if err != nil || problems != nil {
		t.Fatal(err, problems)
	}
	if text, problems, err := f.Text(); err != nil || problems != nil || len(text) <= MaxSize {
		t.Errorf("%d bytes, %v, %v", len(text), problems, err)
	}
}
