package main

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"time"
)

// releaseFile is one releaseFile of an archive.
type releaseFile struct {
	name string
	data []byte
	mode fs.FileMode
}

// packed makes a zip archive with everything in one folder. All systems can open a zip, and it keeps what may be run.
func packed(folder string, date time.Time, files []releaseFile) ([]byte, error) {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, f := range files {
		header := &zip.FileHeader{Name: folder + "/" + f.name, Method: zip.Deflate, Modified: date}
		header.SetMode(f.mode)
		w, err := archive.CreateHeader(header)
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := archive.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
