// Casusboek turns a folder of Markdown case studies into a linked, printable site. "casusboek help" tells how.
package main

import (
	"os"

	"casusboek/generator/cli"
)

func main() { os.Exit(cli.Main()) }
