package theme

import (
	"html/template"
	"strings"
	"text/template/parse"

	"casusboek/generator/lang"
)

// Most of what a template says is words of the catalogue without values, {{.T "page.skip"}}, and they are the same on every page. They are put in when
// the templates are read: asking for them costs a call by reflection each time, which was a sixth of the time that pages took. Templates of the site's own stay
// as they are, since there T may stand in an address or a script, where it is escaped in another way.

// foldWords replaces the fixed words of a file's templates by their text. Without words it leaves all as it is.
func (t *Templates) foldWords(set *template.Template, file string, words *lang.Catalogue) {
	if words == nil || t.sources[file].override {
		return
	}
	for _, piece := range set.Templates() {
		if piece.Tree != nil && piece.Tree.ParseName == file {
			foldList(piece.Tree.Root, words)
		}
	}
}

func foldList(list *parse.ListNode, words *lang.Catalogue) {
	if list == nil {
		return
	}
	for i, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			foldPipe(n.Pipe, words)
			if word, fixed := fixedWord(n.Pipe, words); fixed {
				list.Nodes[i] = &parse.TextNode{NodeType: parse.NodeText, Pos: n.Pos, Text: []byte(escaped(word))}
			}
		case *parse.TemplateNode:
			foldPipe(n.Pipe, words)
		case *parse.IfNode:
			foldBranch(&n.BranchNode, words)
		case *parse.RangeNode:
			foldBranch(&n.BranchNode, words)
		case *parse.WithNode:
			foldBranch(&n.BranchNode, words)
		}
	}
}

func foldBranch(n *parse.BranchNode, words *lang.Catalogue) {
	foldPipe(n.Pipe, words)
	foldList(n.List, words)
	foldList(n.ElseList, words)
}

// foldPipe puts words in that are handed on: ($.Heading 2 ($.T "paper.guide.list")).
func foldPipe(pipe *parse.PipeNode, words *lang.Catalogue) {
	if pipe == nil {
		return
	}
	for _, command := range pipe.Cmds {
		for i, arg := range command.Args {
			inner, ok := arg.(*parse.PipeNode)
			if !ok {
				continue
			}
			foldPipe(inner, words)
			if word, fixed := fixedWord(inner, words); fixed {
				command.Args[i] = &parse.StringNode{NodeType: parse.NodeString, Pos: inner.Pos, Quoted: `""`, Text: word}
			}
		}
	}
}

// fixedWord gives the word that a pipeline is, if it is {{.T "key"}} or {{$.T "key"}} and nothing else.
func fixedWord(pipe *parse.PipeNode, words *lang.Catalogue) (string, bool) {
	if len(pipe.Decl) > 0 || len(pipe.Cmds) != 1 || len(pipe.Cmds[0].Args) != 2 {
		return "", false
	}
	key, ok := pipe.Cmds[0].Args[1].(*parse.StringNode)
	if !ok {
		return "", false
	}
	switch asked := pipe.Cmds[0].Args[0].String(); asked {
	case ".T", "$.T":
		return words.T(key.Text), true
	}
	return "", false
}

var plain = template.Must(template.New("").Parse("{{.}}"))

// escaped is a word as html/template writes it in a text or in the value of an attribute between quotation marks.
func escaped(word string) string {
	var b strings.Builder
	if err := plain.Execute(&b, word); err != nil {
		panic(err) // a string that cannot be written to memory
	}
	return b.String()
}
