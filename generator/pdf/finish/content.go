// Package content reads PDF content streams, which paint a page (ISO 32000-1, 7.8.2 and
// 8.2), as far as needed to find out what is painted outside marked content.
//
//	spans, err := finish.Unmarked(stream, nil) // painted, but neither tagged nor an artifact
//	err = finish.Each(stream, func(op finish.Op) error { ... })
package finish

import (
	"errors"
	"fmt"
)

// Op is one operator with its operands, and its position in the stream.
type Op struct {
	Name     string
	Operands [][]byte // source text of each; arrays and dictionaries are one operand
	Span
}

// Span is the range of bytes [From, To) of a stream.
type Span struct{ From, To int }

var errTruncated = errors.New("the content stream ends in the middle of something")

// Each calls visit for each operator of a stream, and stops at the first error.
func Each(data []byte, visit func(Op) error) error {
	s := scanner{data: data}
	var op Op
	for {
		from, to, err := s.token()
		if err != nil {
			return err
		}
		if from == to {
			return nil
		}
		if len(op.Operands) == 0 {
			op.From = from
		}
		word := data[from:to]
		if !isOperator(word) {
			op.Operands = append(op.Operands, word)
			continue
		}
		op.Name, op.To = string(word), to
		if op.Name == "BI" {
			if op.To, err = s.skipImage(); err != nil {
				return err
			}
		}
		if err := visit(op); err != nil {
			return err
		}
		op = Op{}
	}
}

func isOperator(word []byte) bool {
	switch c := word[0]; {
	case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z', c == '\'', c == '"':
		return string(word) != "true" && string(word) != "false" && string(word) != "null"
	}
	return false
}

// scanner splits a stream into tokens.
type scanner struct {
	data []byte
	at   int
}

// token returns the position of the next token; from equals to at the end of the stream.
func (s *scanner) token() (from, to int, err error) {
	s.skipSpace()
	from = s.at
	if from == len(s.data) {
		return from, from, nil
	}
	switch c := s.data[s.at]; c {
	case '(':
		err = s.skipString()
	case '[':
		err = s.skipArray(']')
	case '<':
		if s.at+1 < len(s.data) && s.data[s.at+1] == '<' {
			err = s.skipDict()
		} else {
			err = s.skipPast('>')
		}
	case ')', ']', '>', '{', '}':
		err = fmt.Errorf("a stray %q in the content stream", c)
	default:
		s.at++
		for s.at < len(s.data) && !isDelimiter(s.data[s.at]) {
			s.at++
		}
	}
	return from, s.at, err
}

func (s *scanner) skipSpace() {
	for s.at < len(s.data) {
		switch s.data[s.at] {
		case 0, '\t', '\n', '\f', '\r', ' ':
			s.at++
		case '%':
			for s.at < len(s.data) && s.data[s.at] != '\n' && s.data[s.at] != '\r' {
				s.at++
			}
		default:
			return
		}
	}
}

func isDelimiter(c byte) bool {
	switch c {
	case 0, '\t', '\n', '\f', '\r', ' ', '%', '(', ')', '<', '>', '[', ']', '{', '}', '/':
		return true
	}
	return false
}

// skipString skips a string in parentheses, which may be nested.
func (s *scanner) skipString() error {
	depth := 0
	for ; s.at < len(s.data); s.at++ {
		switch s.data[s.at] {
		case '\\':
			s.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				s.at++
				return nil
			}
		}
	}
	s.at = len(s.data)
	return errTruncated
}

func (s *scanner) skipPast(end byte) error {
	for s.at < len(s.data) {
		s.at++
		if s.data[s.at-1] == end {
			return nil
		}
	}
	return errTruncated
}

// skipArray skips an array with its content.
func (s *scanner) skipArray(end byte) error {
	s.at++
	for {
		s.skipSpace()
		if s.at == len(s.data) {
			return errTruncated
		}
		if s.data[s.at] == end {
			s.at++
			return nil
		}
		if _, _, err := s.token(); err != nil {
			return err
		}
	}
}

func (s *scanner) skipDict() error {
	s.at += 2
	for {
		s.skipSpace()
		if s.at+1 >= len(s.data) {
			return errTruncated
		}
		if s.data[s.at] == '>' && s.data[s.at+1] == '>' {
			s.at += 2
			return nil
		}
		if _, _, err := s.token(); err != nil {
			return err
		}
	}
}

// skipImage skips an inline image: its parameters, ID, data and EI.
func (s *scanner) skipImage() (end int, err error) {
	for {
		from, to, err := s.token()
		if err != nil || from == to {
			return to, errors.Join(err, errTruncated)
		}
		if string(s.data[from:to]) == "ID" {
			break
		}
	}
	for s.at++; s.at+2 < len(s.data); s.at++ {
		if isDelimiter(s.data[s.at]) && s.data[s.at+1] == 'E' && s.data[s.at+2] == 'I' &&
			(s.at+3 == len(s.data) || isDelimiter(s.data[s.at+3])) {
			s.at += 3
			return s.at, nil
		}
	}
	return len(s.data), errTruncated
}
