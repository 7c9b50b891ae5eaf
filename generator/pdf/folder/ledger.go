package folder

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// ledgerFile stands beside the PDFs; a dot hides it from people.
const ledgerFile = ".casusboek-prints.json"

// ledger says what each PDF of a folder was made of, by name. A ledger that cannot be read is an empty one: then all is
// printed.
type ledger map[string]entry

// entry is one PDF. Sums are SHA-256 in hexadecimal.
type entry struct {
	PDF   string            `json:"pdf"`             // sum of the file
	Maker string            `json:"maker"`           // who made it
	Page  string            `json:"page"`            // the page that was printed
	Ticks []string          `json:"ticks,omitempty"` // and with which choices
	Files map[string]string `json:"files"`           // sums of the files that the browser asked for, "" for those that were not there
}

// Made reports whether a folder's files are those of this package: so that PDFs do not replace a site.
func Made(old Old) bool {
	_, err := old(ledgerFile)
	return err == nil
}

func readLedger(old Old) ledger {
	l := ledger{}
	data, err := old(ledgerFile)
	if err != nil {
		return l
	}
	if json.Unmarshal(data, &l) != nil {
		return ledger{}
	}
	return l
}

func (l ledger) bytes() []byte {
	data, err := json.MarshalIndent(l, "", " ")
	if err != nil {
		panic(err) // strings and maps of them
	}
	return append(data, '\n')
}

// madeOf reports whether printing t would start from the same files. The browser asks for the same files as long as
// the page and all that it asked for are the same.
func (e entry) madeOf(t Thing, now *sums) bool {
	if e.Page != t.Page || !slices.Equal(e.Ticks, t.Ticks) || e.Files[e.Page] == "" {
		return false
	}
	for name, was := range e.Files {
		if now.of(name) != was {
			return false
		}
	}
	return true
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
