package importing

import "testing"

// What import writes has no problems, and a name without a letter cannot be one of an organisation.
func TestDashesAreNoOrganisation(t *testing.T) {
	for text, want := range map[string]string{"=== --- ***": "", "-": "", "Woonpunt de Linde": "Woonpunt de Linde"} {
		o := options(t)
		o.Date = today
		_, all := made(t, o, []string{"Reactie", "Organisatie", "Hoe wilt u genoemd worden?", "Mag uw reactie op de site?"}, []string{"Goed verhaal", text, "organisatie", "ja"})
		if got := all[0].Organisation.ID.V; got != want {
			t.Errorf("%q: organisation %q, want %q", text, got, want)
		}
	}
}
