// Package content reads content streams, the language in which a PDF page is painted (ISO 32000-1, 7.8.2 and 8.2), as
// far as it must be known what is painted and what that is part of.
//
//	spans, err := content.Unmarked(stream, nil)     // painted, but neither tagged nor decoration
//	err = content.Each(stream, func(op content.Op) error { ... })
package content

import (
	"errors"
	"fmt"
)

// Op is one operator with its operands, as they stand in the stream.
type Op struct {
	Name     string
	Operands [][]byte // each as it is written; arrays and dictionaries whole
	Span
}

// Span is a part of a stream.
type Span struct{ From, To int }

var errCut = errors.New("the content stream ends in the middle of something")

// Each goes through the operators of a stream. Errors of visit end it.
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

// scanner cuts a stream into tokens.
type scanner struct {
	data []byte
	at   int
}

// token gives the next token; from and to are equal at the end.
func (s *scanner) token() (from, to int, err error) {
	s.space()
	from = s.at
	if from == len(s.data) {
		return from, from, nil
	}
	switch c := s.data[s.at]; c {
	case '(':
		err = s.text()
	case '[':
		err = s.until(']')
	case '<':
		if s.at+1 < len(s.data) && s.data[s.at+1] == '<' {
			err = s.dict()
		} else {
			err = s.past('>')
		}
	case ')', ']', '>', '{', '}':
		err = fmt.Errorf("a stray %q in the content stream", c)
	default:
		s.at++
		for s.at < len(s.data) && !isBreak(s.data[s.at]) {
			s.at++
		}
	}
	return from, s.at, err
}

func (s *scanner) space() {
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

func isBreak(c byte) bool {
	switch c {
	case 0, '\t', '\n', '\f', '\r', ' ', '%', '(', ')', '<', '>', '[', ']', '{', '}', '/':
		return true
	}
	return false
}

// text passes a string in parentheses, which may be nested.
func (s *scanner) text() error {
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
	return errCut
}

func (s *scanner) past(end byte) error {
	for s.at < len(s.data) {
		s.at++
		if s.data[s.at-1] == end {
			return nil
		}
	}
	return errCut
}

// until passes an array with all that is in it.
func (s *scanner) until(end byte) error {
	s.at++
	for {
		s.space()
		if s.at == len(s.data) {
			return errCut
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

func (s *scanner) dict() error {
	s.at += 2
	for {
		s.space()
		if s.at+1 >= len(s.data) {
			return errCut
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

// skipImage passes an image in the stream: its settings, ID, bytes, EI.
func (s *scanner) skipImage() (end int, err error) {
	for {
		from, to, err := s.token()
		if err != nil || from == to {
			return to, errors.Join(err, errCut)
		}
		if string(s.data[from:to]) == "ID" {
			break
		}
	}
	for s.at++; s.at+2 < len(s.data); s.at++ {
		if isBreak(s.data[s.at]) && s.data[s.at+1] == 'E' && s.data[s.at+2] == 'I' && (s.at+3 == len(s.data) || isBreak(s.data[s.at+3])) {
			s.at += 3
			return s.at, nil
		}
	}
	return len(s.data), errCut
}
