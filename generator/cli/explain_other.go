//go:build !windows

package cli

// systemRefusals are none but those that package syscall has on every system.
var systemRefusals []refusal
