package paper

import (
	"strings"

	"casusboek/generator/address"
)

// Product is a kind of thing to print. Its name is for commands and programs; the words for people are in the
// catalogue, under "paper.product".
type Product string

// The products.
const (
	Handout         Product = "handout"
	Cards           Product = "cards"
	LifeMap         Product = "life-map"
	Knowing         Product = "who-knew-what"
	Roles           Product = "roles"
	RoleCards       Product = "role-cards"
	Worksheet       Product = "worksheet"
	Guide           Product = "guide"
	Pack            Product = "pack"
	RunSheet        Product = "run-sheet"
	FacilitatorPack Product = "facilitator-pack"
	Blank           Product = "blank"
	Poster          Product = "poster"
	Quotes          Product = "quotes"
	TestSheet       Product = "test-sheet"
)

// Print is one thing to print: a page, and what is chosen in its toolbar first.
type Print struct {
	Page address.Path
	Name string   // the file's name without an ending, such as nadira-kaarten-a6; no two prints of a book share one
	IDs  []string // of the choices that are ticked, on a page that can be printed in several ways; as it opens when empty
}

// Choice is another way to print a page: large type, a larger sheet. A page offers it as an input with this id, and its
// styles do the rest, so that a reader has it too, without a script.
type Choice struct {
	ID   string // of the input
	Name string // at the end of the file's name
}

// printsOf names what comes of a page by where it stands: casussen/nadira/handout/ronde-1/ is nadira-handout-ronde-1.
func printsOf(at address.Path, choices []Choice) []Print {
	parts := strings.Split(strings.Trim(string(at), "/"), "/")
	if len(parts) > 1 {
		parts = parts[1:]
	}
	name := strings.Join(parts, "-")
	prints := []Print{{Page: at, Name: name}}
	for _, c := range choices {
		prints = append(prints, Print{Page: at, Name: name + "-" + c.Name, IDs: []string{c.ID}})
	}
	return prints
}
