package pdf

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// manifestFile is the file name of the manifest. The dot hides it in file managers.
const manifestFile = ".casusboek-prints.json"

// manifest records what each PDF of a folder was made of, by name without .pdf. A manifest
// that cannot be read is treated as empty, so that everything is printed.
type manifest map[string]manifestEntry

// manifestEntry describes one PDF. Checksums are SHA-256 in hexadecimal.
type manifestEntry struct {
	PDF   string            `json:"pdf"`             // checksum of the PDF
	Maker string            `json:"maker"`           // Backend.Maker at the time
	Page  string            `json:"page"`            // the page that was printed
	Ticks []string          `json:"ticks,omitempty"` // the ids of the inputs that were ticked
	Files map[string]string `json:"files"`           // checksums of the requested files, "" for missing ones
}

// IsPDFFolder reports whether this package made the files of a folder. It prevents that PDFs
// overwrite a site.
func IsPDFFolder(old ReadPrevious) bool {
	_, err := old(manifestFile)
	return err == nil
}

func readManifest(old ReadPrevious) manifest {
	l := manifest{}
	data, err := old(manifestFile)
	if err != nil {
		return l
	}
	if json.Unmarshal(data, &l) != nil {
		return manifest{}
	}
	return l
}

func (l manifest) bytes() []byte {
	data, err := json.MarshalIndent(l, "", " ")
	if err != nil {
		panic(err) // impossible for strings and maps of strings
	}
	return append(data, '\n')
}

// isCurrent reports whether t would be printed from the same files. The browser requests
// the same files as long as the page and all files that it requested are the same.
func (e manifestEntry) isCurrent(t Job, current *checksums) bool {
	if e.Page != t.Page || !slices.Equal(e.Ticks, t.Ticks) || e.Files[e.Page] == "" {
		return false
	}
	for name, recorded := range e.Files {
		if current.checksum(name) != recorded {
			return false
		}
	}
	return true
}

func checksum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}
