package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"sync"
)

// message tells the open pages that something changed.
type message struct {
	Version int    `json:"version"`        // one more each time
	Styles  bool   `json:"styles"`         // only style sheets changed
	Open    string `json:"open,omitempty"` // the page to go to
}

// live keeps the pages that are open, each with a place for the newest message: a page that is slow misses the older ones, and
// nobody waits for it.
type live struct {
	mu    sync.Mutex
	last  message
	pages map[chan message]bool
}

func newLive() *live { return &live{pages: map[chan message]bool{}} }

func (l *live) tell(m message) {
	l.mu.Lock()
	defer l.mu.Unlock()
	m.Version = l.last.Version + 1
	l.last = m
	for page := range l.pages {
		select {
		case <-page: // an older message that was not fetched
		default:
		}
		page <- m
	}
}

func (l *live) version() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.last.Version
}

func (l *live) enter() chan message {
	page := make(chan message, 1)
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pages[page] = true
	return page
}

func (l *live) leave(page chan message) {
	l.mu.Lock()
	defer l.mu.Unlock()
	delete(l.pages, page)
}

// ServeHTTP sends messages as server-sent events until the page is left. The first says how far it is, for a page that was open
// while the preview was not.
func (l *live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	stream := http.NewResponseController(w)
	page := l.enter()
	defer l.leave(page)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	send := func(m message) bool {
		data, err := json.Marshal(m)
		if err != nil {
			return false
		}
		_, err = fmt.Fprintf(w, "data: %s\n\n", data)
		return err == nil && stream.Flush() == nil
	}
	if !send(message{Version: l.version()}) {
		return
	}
	for {
		select {
		case m := <-page:
			if !send(m) {
				return
			}
		case <-r.Context().Done():
			return
		}
	}
}
