package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// grace is how long a command that was told to stop may take to do so.
const grace = 5 * time.Second

// interruptible returns a context that the first interrupt ends, after which the command leaves everything as it was. Not every step can be stopped halfway: one text that is
// converted, a template without end, a question that waits for an answer. So the second interrupt, or grace after the first, calls end, which must end the process. What that
// leaves is what a kill leaves: the output folder is the old one or the new one.
func interruptible(grace time.Duration, end func()) (context.Context, func()) {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case <-signals:
		case <-ctx.Done():
			return
		}
		cancel()
		select {
		case <-signals:
		case <-time.After(grace):
		}
		end()
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel()
	}
}
