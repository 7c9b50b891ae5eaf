// Package langtest provides the built-in catalogues to tests.
package langtest

import (
	"sync"

	"casusboek/generator/lang"
	"casusboek/templates"
)

var catalogues sync.Map // by language; cached because parsing takes longer than most tests

// Words returns the built-in catalogue of a language, nl or en. It panics when there is
// none.
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
