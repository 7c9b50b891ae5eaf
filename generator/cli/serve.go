package cli

import (
	"bufio"
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"casusboek/generator/guard"
	"casusboek/generator/serve"
)

// ports is how many ports are tried before giving up, the asked one included.
const ports = 20

// preview shows the site while its author writes.
func preview(ctx context.Context, e *env, args []string) error {
	var edition edition
	set := flags("serve")
	address := set.String("addr", "127.0.0.1:1414", "")
	open := set.Bool("open", false, "")
	follow := set.Bool("follow", false, "")
	drafts := set.Bool("drafts", false, "")
	set.Var(&edition, "edition", "")
	folder, err := e.parse(set, args)
	if errors.Is(err, flag.ErrHelp) {
		return help(ctx, e, []string{"serve"})
	} else if err != nil {
		return err
	}
	s, err := e.open(folder)
	if err != nil {
		return err
	}
	defer s.close()
	in, err := e.input(ctx, s, guard.Edition(edition), *drafts)
	if err != nil {
		return err
	}
	in.Content, in.Templates = reopened(filepath.Join(folder, "content")), reopened(filepath.Join(folder, "templates"))
	listener, host, err := e.listen(*address)
	if err != nil {
		return err
	}
	look := "http://" + listener.Addr().String() + "/"
	server := serve.New(serve.Options{
		Input: in, Folder: folder, Follow: *follow, Hosts: []string{strings.ToLower(host)},
		Lines: func() func(string, int) string { return lines(folder) },
		Say:   e.tellUpdates(folder),
	})
	fmt.Fprintln(e.Stdout, e.words.T("cli.serve.look", "address", look))
	if *open {
		e.openBrowser(ctx, look)
	}
	return server.Run(ctx, listener)
}

// listen takes the address, or the first free port after it.
func (e *env) listen(address string) (listener net.Listener, host string, err error) {
	host, port, err := net.SplitHostPort(address)
	first, bad := strconv.Atoi(port)
	if err != nil || bad != nil || host == "" {
		return nil, "", usageError{"serve", e.words.T("cli.serve.address", "address", address)}
	}
	for n := first; n < first+ports; n++ {
		next := net.JoinHostPort(host, strconv.Itoa(n))
		listener, err = net.Listen("tcp", next)
		switch {
		case err == nil && n != first:
			fmt.Fprintln(e.Stderr, e.words.T("cli.serve.taken", "address", address, "next", next))
			fallthrough
		case err == nil:
			if at, ok := listener.Addr().(*net.TCPAddr); ok && !at.IP.IsLoopback() {
				fmt.Fprintln(e.Stderr, e.words.T("cli.serve.open", "address", next))
			}
			return listener, host, nil
		case !isOne(err, portTaken):
			return nil, "", err
		}
	}
	return nil, "", errors.New(e.words.T("cli.serve.busy", "address", address))
}

// tellUpdates says in the terminal what changed and what is wrong.
func (e *env) tellUpdates(folder string) func(serve.Update) {
	return func(u serve.Update) {
		if u.Err != nil {
			fmt.Fprintln(e.Stderr, "casusboek: "+e.explain(u.Err))
			return
		}
		files := u.Result.Words.T("cli.serve.everything")
		switch len(u.Changed) {
		case 0:
		case 1:
			files = u.Changed[0]
		default:
			files = u.Result.Words.N("cli.serve.files", len(u.Changed))
		}
		fmt.Fprintln(e.Stdout, u.Result.Words.T("cli.serve.update",
			"time", e.Now().Format("15:04:05"), "files", files, "seconds", seconds(u.Took, u.Result.Words)))
		_ = e.report(e.Stderr, folder, u.Result, false) // the problems are told, and the preview goes on
	}
}

// openBrowser asks the system to show an address. When it cannot, the address is on the terminal.
func (e *env) openBrowser(ctx context.Context, address string) {
	command := []string{"xdg-open", address}
	switch runtime.GOOS {
	case "darwin":
		command[0] = "open"
	case "windows":
		command = []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	c := exec.CommandContext(ctx, command[0], command[1:]...)
	if c.Start() == nil {
		go func() { _ = c.Wait() }()
	}
}

// clicked does what somebody wants who double-clicks the program: show the casebook of the folder that it lies in. Its window
// would close before anybody has read what went wrong, so it waits.
func (e *env) clicked(ctx context.Context) error {
	err := preview(ctx, e, []string{"--open"})
	if err == nil || ctx.Err() != nil {
		return err
	}
	fmt.Fprintln(e.Stderr, "casusboek: "+e.explain(err))
	fmt.Fprintln(e.Stderr, e.words.T("cli.clicked"))
	_, _ = bufio.NewReader(e.Stdin).ReadString('\n') // whatever is typed, or nothing
	return errClicked
}

// errClicked says that what went wrong has been told.
var errClicked = errors.New("told in its window")
