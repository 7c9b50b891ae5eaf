package cli

import "golang.org/x/sys/windows"

// systemRefusals are the errors of Windows that package syscall has no other name for.
var systemRefusals = []refusal{
	{"full", windows.ERROR_DISK_FULL},
	{"full", windows.ERROR_HANDLE_DISK_FULL},
	{"full", windows.ERROR_DISK_QUOTA_EXCEEDED},
	{"too-large", windows.ERROR_FILE_TOO_LARGE},
	{"too-many-open", windows.ERROR_TOO_MANY_OPEN_FILES},
	{"name-too-long", windows.ERROR_FILENAME_EXCED_RANGE},
	{"name-too-long", windows.ERROR_BUFFER_OVERFLOW},
	{"read-only", windows.ERROR_WRITE_PROTECT},
	{"broken", windows.ERROR_CRC},
	{"broken", windows.ERROR_GEN_FAILURE},
	{"broken", windows.ERROR_IO_DEVICE},
	{"in-use", windows.ERROR_SHARING_VIOLATION},
	{"in-use", windows.ERROR_LOCK_VIOLATION},
	{"in-use", windows.ERROR_USER_MAPPED_FILE},
	{"output-closed", windows.ERROR_BROKEN_PIPE},
	{"output-closed", windows.ERROR_NO_DATA},
}
