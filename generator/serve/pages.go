package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strings"

	"casusboek/generator/diag"
)

// ours is the folder of the preview's own files; no page of a site begins with an underscore.
const ours = "/_casusboek/"

// ServeHTTP answers the browser.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.Header().Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !s.mayAsk(r.Host):
		http.Error(w, "casusboek: "+r.Host+" is not this preview", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "casusboek: only GET", http.StatusMethodNotAllowed)
	case r.URL.Path == "/favicon.ico": // browsers ask unasked
		w.WriteHeader(http.StatusNoContent)
	case r.URL.Path == ours+"events":
		s.open.ServeHTTP(w, r)
	case strings.HasPrefix(r.URL.Path, ours):
		s.ownFile(w, r)
	default:
		s.page(w, r)
	}
}

// mayAsk reports whether a browser may use this name for the preview. A name that an attacker's name server points at
// this machine is refused (DNS rebinding); an address in numbers cannot be such a name.
func (s *Server) mayAsk(host string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	return name == "localhost" || net.ParseIP(name) != nil || slices.Contains(s.Hosts, name)
}

func (s *Server) ownFile(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, ours)
	data, err := files.ReadFile(name)
	if err != nil || path.Ext(name) == ".html" {
		http.NotFound(w, r)
		return
	}
	answer(w, r, name, http.StatusOK, data, nil)
}

// page answers with a file of the site.
func (s *Server) page(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") || name == "" {
		name = path.Join(name, "index.html")
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	data, found, err := s.desk.File(name)
	if errors.Is(err, fs.ErrNotExist) && path.Ext(name) == "" {
		if _, _, err := s.desk.File(name + "/index.html"); err == nil {
			// The cleaned path and not what was asked for, which could begin with the name of another host: //host/..%2fpage.
			http.Redirect(w, r, (&url.URL{Path: "/" + name + "/"}).String(), http.StatusFound)
			return
		}
	}
	status := http.StatusOK
	if errors.Is(err, fs.ErrNotExist) {
		status, name = http.StatusNotFound, "404.html"
		data, found, err = s.desk.File(name)
	}
	if path.Ext(name) == ".html" {
		data = s.withPanel(name, data, found, err)
	} else if err != nil {
		http.Error(w, "casusboek: "+err.Error(), http.StatusInternalServerError)
		return
	}
	answer(w, r, name, status, data, func(tag string) []byte {
		return fmt.Appendf(nil, `data-version="%d" data-tag="%s"`, s.open.version(), template.HTMLEscapeString(tag))
	})
}

// withPanel makes a page fit for the preview: it hears of changes, and says what is wrong: mistakes in front of it, findings of the guard in its margin.
func (s *Server) withPanel(name string, html []byte, found diag.List, err error) []byte {
	now := s.stateNow()
	now.problems = append(slices.Clone(now.problems), found...)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		now.failure = errors.Join(now.failure, err)
	}
	if len(html) == 0 {
		html = bare
	}
	file := s.desk.Shows(name)
	return dressed(html, margin(now, file), s.panel(now, file))
}

// kinds are those of the files of a site. The system is not asked: what Windows thinks of an extension is in its registry, where other programs change
// it, and a script that is called text is refused by the browser.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".xml": "text/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".webmanifest": "application/manifest+json",
	".svg":         "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".ico": "image/x-icon",
}

// answer sends a file, or says that the browser has it already. What mark gives takes the place of versionMark after the file's tag has been taken, so
// that a page that did not change keeps its tag, and knows it.
func answer(w http.ResponseWriter, r *http.Request, name string, status int, data []byte, mark func(tag string) []byte) {
	sum := sha256.Sum256(data)
	tag := `"` + base64.RawURLEncoding.EncodeToString(sum[:12]) + `"`
	kind := kinds[strings.ToLower(path.Ext(name))]
	if kind == "" {
		kind = "application/octet-stream"
	}
	h := w.Header()
	h.Set("Content-Type", kind)
	h.Set("ETag", tag)
	h.Set("Cache-Control", "no-cache")
	if r.Header.Get("If-None-Match") == tag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	if mark != nil {
		data = bytes.Replace(data, []byte(versionMark), mark(tag), 1)
	}
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		_, _ = bytes.NewReader(data).WriteTo(w) // a browser that went away needs no answer
	}
}
