package printing

import (
	"strings"

	"casusboek/generator/address"
)

// Product is a kind of printed page. The value is its name for commands and programs; the
// name for readers is in the catalogue, under "paper.product".
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

// Print is one file to print: a page, and which of its choices are selected before
// printing.
type Print struct {
	Page address.Path
	Name string   // file name without extension, such as nadira-kaarten-a6; unique within a book
	IDs  []string // ids of the inputs to tick; empty to print the page as it opens
}

// Choice is another way to print a page: in large type or on larger paper. The page has an
// input with this id, and its styles react to it, so readers can select it without a
// script.
type Choice struct {
	ID   string // id of the input
	Name string // suffix of the file name
}

// printsOf returns the prints of a page, with names made from its address without the first
// part: casussen/nadira/handout/ronde-1/ becomes nadira-handout-ronde-1.
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
