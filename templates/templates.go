// Package templates holds the pages, styles, scripts and words of casusboek as files that anybody can read, embedded in the
// binary. A site may override any of them by a file of the same name in its own templates folder.
package templates

import "embed"

// Files are the built-in templates.
//
//go:embed *.html *.css *.yaml script/*.js
var Files embed.FS
