// Package generator is the whole pipeline on one screen: content is read, parsed, linked, guarded, rendered, and
// handed on page by page.
//
//	content/ -> source -> parse -> link -> guard -> render -> Output
//
// It touches nothing but what it is given: files come in through fs.FS, pages go out through Output, problems are values.
package generator
