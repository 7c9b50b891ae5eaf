package cli

import (
	"fmt"
	"strings"
	"sync/atomic"
	"time"

	"casusboek/generator"
)

// progress counts pages on their way to the output and, on a terminal, says how many there are after the first second and each half second from then on.
type progress struct {
	out   generator.Output
	pages atomic.Int64
	stop  chan struct{}
	ended chan struct{}
}

func (e *env) progress(out generator.Output) *progress {
	p := &progress{out: out, stop: make(chan struct{}), ended: make(chan struct{})}
	if !e.Terminal {
		close(p.ended)
		return p
	}
	go p.show(e)
	return p
}

// Add hands the file on.
func (p *progress) Add(path string, data []byte) error {
	if strings.HasSuffix(path, ".html") {
		p.pages.Add(1)
	}
	return p.out.Add(path, data)
}

func (p *progress) show(e *env) {
	defer close(p.ended)
	wait := time.Second
	shown := false
	for {
		select {
		case <-p.stop:
			if shown {
				fmt.Fprint(e.Stderr, "\r\x1b[K")
			}
			return
		case <-time.After(wait):
			fmt.Fprint(e.Stderr, "\r\x1b[K"+e.words.N("cli.progress", int(p.pages.Load())))
			shown, wait = true, time.Second/2
		}
	}
}

func (p *progress) done() {
	close(p.stop)
	<-p.ended
}
