package chrome

import (
	"os/exec"
	"syscall"
)

// asGroup gives the browser a process group of its own: Ctrl+C at the terminal reaches casusboek alone, which then
// kills the whole group. Should casusboek itself be killed, so is the browser.
func asGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	killing(cmd, func(pid int) error { return syscall.Kill(-pid, syscall.SIGKILL) })
}
