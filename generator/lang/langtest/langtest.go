// Package langtest gives tests the built-in words.
package langtest

import (
	"sync"

	"casusboek/generator/lang"
	"casusboek/templates"
)

var catalogues sync.Map // by language, since reading the YAML takes longer than most tests

// Words gives the built-in catalogue of a language, nl or en. It panics when there is none.
func Words(code string) *lang.Catalogue {
	if c, ok := catalogues.Load(code); ok {
		return c.(*lang.Catalogue)
	}
	data, err := templates.Files.ReadFile(code + ".yaml")
	if err != nil {
		panic(err)
	}
	c, err := lang.Load(code, data)
	if err != nil {
		panic(err)
	}
	catalogues.Store(code, c)
	return c
}
