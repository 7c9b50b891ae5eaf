package source

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"casusboek/generator/diag"
)

// MaxLine is the number of characters that one line may have. A paragraph of a case has some hundreds, and a long one two thousand. Later stages read a line as a whole
// for each thing that they find in it, so that a line without end would cost its square.
const MaxLine = 10_000

// longLine reports the first line that is longer than MaxLine, at the first character that is too many.
func longLine(text, path string, problems *diag.List) {
	line := int32(0)
	for part := range strings.SplitSeq(text, "\n") {
		line++
		if len(part) <= MaxLine {
			continue
		}
		if n := utf8.RuneCountInString(part); n > MaxLine {
			at := diag.Pos{File: path, Line: line, Col: MaxLine + 1, EndLine: line, EndCol: int32(n + 1)}
			problems.Add(diag.LineTooLong, at, "max", strconv.Itoa(MaxLine), "n", strconv.Itoa(n))
			return
		}
	}
}
