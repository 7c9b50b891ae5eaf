// Casusboek turns a folder of Markdown case studies into a linked, printable site.
package main

import "fmt"

func main() { fmt.Println("casusboek") }
