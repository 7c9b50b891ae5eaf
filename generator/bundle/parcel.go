// Package parcel packs the files of a site into one zip file: for a USB stick, a shared folder or an attachment.
//
//	p, err := bundle.BeginZip(ctx, "/home/els/boek", nil) // where the zip will stand
//	defer p.Abort()
//	result, err := generator.Build(ctx, in, p)       // files come in any order, from several goroutines
//	err = p.Commit("/home/els/boek/casusboek.zip", "casusboek")
//
// What it promises:
//
//   - The same files give the same bytes: they stand sorted by name, with a fixed time, compressed each by itself.
//   - All or nothing: the zip is made beside its place and put there in one step. With an error nothing has changed.
//   - A file that casusboek did not make is never replaced: a parcel carries its maker's name in the comment of the archive.
//   - Memory does not grow with the site: what was compressed waits on disk for its turn.
//   - No more than every program can unpack. A larger site is refused with a *TooLargeError, since what reads the larger kind of zip
//     (Zip64) cannot be told from here.
//
// What a killed program leaves behind, the next BeginZip in the same folder removes; until then nobody else can read it.
package bundle

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"casusboek/generator/output"
)

// comment marks an archive as one of ours.
const comment = "casusboek"

// The most that a zip file without Zip64 can hold (APPNOTE.TXT 6.3.10, 4.4.1.4). Tests lower them.
var (
	mostFiles       = 1<<16 - 2
	mostBytes int64 = 1<<32 - 2
)

// TooLargeError says that a site does not fit in a zip file that every program can unpack.
type TooLargeError struct {
	Files int
	Bytes int64 // of all, compressed
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%d files of %d bytes do not fit in a zip file: %d files of %d bytes do", e.Files, e.Bytes, mostFiles, mostBytes)
}

// Zip is a zip file being made. Add may be called from several goroutines at once; Commit or Abort ends it.
type Zip struct {
	mu      sync.Mutex
	root    *os.Root
	place   *output.FileWriter // holds the folder of the zip
	waiting *output.Temp       // the compressed files, one behind the other
	files   []file
	size    int64 // of waiting
	failed  error
}

// file is one that waits: where it begins, and what its header will say.
type file struct {
	at     int64
	header zip.FileHeader
}

// BeginZip makes room for a zip in a folder, which is made if it is not there. It waits while another process writes there,
// calling waiting once.
func BeginZip(ctx context.Context, folder string, waiting func()) (*Zip, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	place, err := output.OpenWriter(ctx, root, filepath.Join(folder, output.LockName), waiting)
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	temp, err := place.Temp("zip", 0o600) // is never put there
	if err != nil {
		place.Close()
		return nil, errors.Join(err, root.Close())
	}
	return &Zip{root: root, place: place, waiting: temp}, nil
}

var compressors = sync.Pool{New: func() any {
	w, _ := flate.NewWriter(io.Discard, flate.DefaultCompression) // fails at wrong levels alone
	return w
}}

// Add puts a file in. The path uses slashes; data is not kept. After an error Commit fails as well.
func (p *Zip) Add(path string, data []byte) error {
	var packed bytes.Buffer
	w := compressors.Get().(*flate.Writer) // the pool holds nothing else
	defer compressors.Put(w)
	w.Reset(&packed)
	_, err := w.Write(data)
	if err = errors.Join(err, w.Close()); err != nil {
		return err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.failed != nil {
		return p.failed
	}
	if _, err := p.waiting.Write(packed.Bytes()); err != nil {
		p.failed = err
		return err
	}
	p.files = append(p.files, file{p.size, headerOf(path, data, packed.Len())})
	p.size += int64(packed.Len())
	if len(p.files) > mostFiles || p.size > mostBytes {
		p.failed = &TooLargeError{len(p.files), p.size}
	}
	return p.failed
}

// headerOf says all of a file that its bytes decide, and nothing of the machine.
func headerOf(path string, data []byte, packed int) zip.FileHeader {
	const (
		version   = 20 // 2.0: compression and folders
		namesUTF8 = 1 << 11
		newYear80 = 1<<5 | 1 // the first day that a zip can tell
	)
	h := zip.FileHeader{
		Name: path, Method: zip.Deflate, Flags: namesUTF8, ReaderVersion: version,
		CRC32: crc32.ChecksumIEEE(data), CompressedSize64: uint64(packed), UncompressedSize64: uint64(len(data)), // lengths are not negative
	}
	h.ModifiedDate = newYear80 //lint:ignore SA1019 CreateRaw writes no other
	h.SetMode(0o644)
	return h
}

// Commit puts the zip in its place, in the folder of BeginZip, with all files below one folder inside it. The Zip ends in every case. Errors that a command may want to put in
// its own words: *output.ForeignFileError, *TooLargeError.
func (p *Zip) Commit(name, inside string) error {
	defer p.Abort()
	if p.failed != nil {
		return p.failed
	}
	if err := p.place.Own(name, IsZip); err != nil {
		return err
	}
	made, err := p.place.Temp(name, 0o644)
	if err != nil {
		return err
	}
	defer made.Discard()
	if err := p.write(made, inside); err != nil {
		return err
	}
	return made.Replace()
}

// write writes the archive.
func (p *Zip) write(to io.Writer, inside string) error {
	slices.SortFunc(p.files, func(a, b file) int { return strings.Compare(a.header.Name, b.header.Name) })
	archive := zip.NewWriter(to)
	size := int64(0)
	for i := range p.files {
		f := &p.files[i]
		if i > 0 && p.files[i-1].header.Name == f.header.Name {
			return fmt.Errorf("%s was added twice", f.header.Name)
		}
		h := f.header
		h.Name = inside + "/" + h.Name
		w, err := archive.CreateRaw(&h)
		if err != nil {
			return err
		}
		n := int64(f.header.CompressedSize64) // it is a length
		if _, err := io.Copy(w, io.NewSectionReader(p.waiting, f.at, n)); err != nil {
			return err
		}
		// Both headers, with their names and what stands in them always (4.3.7, 4.3.12).
		if size += n + int64(30+46+2*len(h.Name)); size > mostBytes {
			return &TooLargeError{len(p.files), size}
		}
	}
	return errors.Join(archive.SetComment(comment), archive.Close())
}

// IsZip reports whether a file is an archive of casusboek's.
func IsZip(r io.ReaderAt, size int64) bool {
	archive, err := zip.NewReader(r, size)
	return err == nil && archive.Comment == comment
}

// Abort throws away what was added. It may be called more than once and after Commit, so that it can be deferred.
func (p *Zip) Abort() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.waiting != nil {
		p.waiting.Discard()
		p.place.Close()
		_ = p.root.Close()
		p.waiting = nil
	}
	if p.failed == nil {
		p.failed = errors.New("parcel: this was committed or aborted already")
	}
}
