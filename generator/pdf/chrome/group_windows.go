package chrome

import (
	"os/exec"
	"strconv"
	"syscall"
)

// asGroup keeps Ctrl+C from the browser, and kills it with all processes that it started.
func asGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{CreationFlags: syscall.CREATE_NEW_PROCESS_GROUP}
	killing(cmd, func(pid int) error { return exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(pid)).Run() })
}
