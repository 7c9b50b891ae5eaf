// Package serve shows a casebook in the browser while somebody writes in it: save a file, and the open pages are as it
// says; make a mistake, and the page says where.
//
//	s := serve.New(serve.Options{Input: in, Folder: ".", Words: words})
//	err := s.Run(ctx, listener) // until ctx ends
//
// watch.go hears which files change, server.go keeps the book up to date, pages.go answers the browser and refuses whoever
// comes by another name than this machine's, live.go tells the open pages, and panel.go puts problems on them.
//
// Nothing is read but content/ and templates/ and nothing is written: pages are made in memory when they are asked for,
// so no private folder, dot file or register can be reached whatever address is asked.
package serve

import (
	"context"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"casusboek/generator"
	"casusboek/generator/diag"
	"casusboek/generator/lang"
)

// Options say what is shown.
type Options struct {
	Input  generator.Input
	Folder string   // of the site, to be watched: it holds content/ and perhaps templates/
	Follow bool     // the browser goes to the page of a file that was saved
	Hosts  []string // names besides this machine's own that a browser may use, for a preview on a network
	// Lines gives a reader of lines of files as they are now, to show under problems; nil shows none.
	Lines func() func(file string, line int) string
	// Say hears of each update, for the terminal; nil says nothing.
	Say func(Update)
}

// Update is what became of a change.
type Update struct {
	Changed []string // paths from the site's folder; empty the first time
	Result  generator.Result
	Err     error // something could not be read
	Took    time.Duration
}

// Server shows one casebook.
type Server struct {
	Options
	open *live

	mu      sync.Mutex
	desk    *generator.Workspace
	result  generator.Result
	failure error
}

// New makes a server; Run reads the content.
func New(o Options) *Server {
	return &Server{Options: o, open: newLive(), desk: generator.NewWorkspace(o.Input)}
}

// Run reads the casebook and shows it on the listener until ctx ends, which is no error.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	changes, err := watch(ctx, s.Folder)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	s.update(ctx, nil)
	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(listener) }()
	for {
		select {
		case changed, ok := <-changes:
			if !ok {
				changes = nil // ctx has ended too
				continue
			}
			s.update(ctx, changed)
		case err := <-ended:
			return err
		case <-ctx.Done():
			stop()
			_ = web.Close() // pages that are being loaded are loaded again anyway
			<-ended
			return nil
		}
	}
}

// update reads what changed and tells the open pages.
func (s *Server) update(ctx context.Context, changed []string) {
	started := time.Now()
	s.mu.Lock()
	result, err := s.desk.Update(ctx, changed)
	if err == nil {
		s.result = result
	}
	s.failure = err
	follow := ""
	if s.Follow {
		for _, path := range changed {
			if page := s.desk.PageOf(path); page != "" {
				follow = page
			}
		}
	}
	s.mu.Unlock()
	if ctx.Err() != nil {
		return
	}
	s.open.tell(message{Styles: onlyStyles(changed), Open: follow})
	if s.Say != nil {
		s.Say(Update{changed, result, err, time.Since(started)})
	}
}

// state is what a page needs to know beside itself.
type state struct {
	words    *lang.Catalogue
	problems diag.List
	failure  error
}

func (s *Server) stateNow() state {
	return state{s.result.Words, s.result.Problems, s.failure}
}
