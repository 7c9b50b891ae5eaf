package parse

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	yaml "go.yaml.in/yaml/v4"

	"casusboek/generator/casebook"
	"casusboek/generator/diag"
	"casusboek/generator/lang"
	"casusboek/generator/read/markdown"
)

// scalar gives the text of a node, or reports that a list or a block stands there.
func (d *decoder) scalar(n *yaml.Node, key string) (casebook.Text, bool) {
	if n.Kind == yaml.ScalarNode {
		v := n.Value
		if strings.ContainsAny(v, "\n\t") || strings.Contains(v, "  ") || strings.TrimSpace(v) != v {
			v = strings.Join(strings.Fields(v), " ")
		}
		return casebook.Text{V: v, Pos: d.Span(n)}, true
	}
	d.gaps = true
	variant := "text"
	if n.Kind == yaml.MappingNode && !d.braced(n) {
		variant = "text-colon"
	}
	d.addVariant(diag.ValueType, variant, d.Span(n), "key", key)
	return casebook.Text{}, false
}

// braced reports whether a mapping stands between braces. One that does not, in a list of texts, is a text with a colon in it.
func (d *decoder) braced(n *yaml.Node) bool {
	return n.Style&yaml.FlowStyle != 0 && strings.HasPrefix(d.Text[d.Offset(n):], "{")
}

// items gives what a list holds; a single value is a list of one. Empty items are reported.
func (d *decoder) items(n *yaml.Node, key string) []*yaml.Node {
	if n.Kind != yaml.SequenceNode {
		return []*yaml.Node{n}
	}
	items := make([]*yaml.Node, 0, len(n.Content))
	for _, item := range n.Content {
		if absent(item) {
			d.addVariant(diag.ValueType, "empty-item", d.Span(item), "key", key)
			continue
		}
		items = append(items, item)
	}
	return items
}

func (d *decoder) wrong(variant string, n *yaml.Node, key string) {
	d.addVariant(diag.ValueType, variant, d.Span(n), "key", key, "value", n.Value)
}

func text[T any](at func(*T) *casebook.Text) value[T] {
	return value[T]{Type{Name: "text"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		if t, ok := d.scalar(n, key); ok {
			*at(into) = t
		}
	}}
}

// id is text for what becomes a part of an address; whether it can is checked when the block is complete.
func id[T any](at func(*T) *casebook.Text) value[T] {
	v := text(at)
	v.doc.Form = "id"
	return v
}

func texts[T any](at func(*T) *[]casebook.Text) value[T] {
	return value[T]{Type{Name: "text", List: true}, func(d *decoder, into *T, n *yaml.Node, key string) {
		for _, item := range d.items(n, key) {
			if t, ok := d.scalar(item, key); ok {
				*at(into) = append(*at(into), t)
			}
		}
	}}
}

// names is texts for short names, of which several are easily written without the brackets of a list.
func names[T any](at func(*T) *[]casebook.Text) value[T] {
	all := texts(at)
	set := all.set
	all.set = func(d *decoder, into *T, n *yaml.Node, key string) {
		if !d.comma(n, key) {
			set(d, into, n, key)
		}
	}
	return all
}

// comma reports what is most likely a list without its brackets. A name that has a comma can be written as a list of one.
func (d *decoder) comma(n *yaml.Node, key string) bool {
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !strings.Contains(n.Value, ",") {
		return false
	}
	d.gaps = true
	d.wrong("comma", n, key)
	return true
}

// webAddress takes the address of a folder on the web, as later stages put paths behind it.
func webAddress[T any](at func(*T) *casebook.Text) value[T] {
	return value[T]{Type{Name: "text", Form: "address"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		t, ok := d.scalar(n, key)
		if !ok {
			return
		}
		u, err := url.Parse(t.V)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil ||
			strings.ContainsAny(t.V, "?# ") || strings.HasSuffix(strings.ToLower(u.Path), ".html") {
			d.wrong("address", n, key)
			return
		}
		*at(into) = t
	}}
}

// prose takes Markdown. It becomes HTML when all fields are known, since ids in it begin with the id of what it belongs to.
func prose[T any](at func(*T) *casebook.Prose, id func(*T) string) value[T] {
	return value[T]{Type{Name: "markdown"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		if n.Kind != yaml.ScalarNode {
			d.scalar(n, key)
			return
		}
		d.later = append(d.later, func() {
			*at(into) = d.prose(markdown.Text{Source: n.Value, At: d.Span(n), Prefix: d.id + "-" + id(into) + "-", Top: 4}, d.Align(n))
		})
	}}
}

func reference[T, R any](at func(*T) *casebook.Ref[R]) value[T] {
	return value[T]{Type{Name: "reference"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		if t, ok := d.scalar(n, key); ok {
			at(into).ID = t
		}
	}}
}

func references[T, R any](at func(*T) *[]casebook.Ref[R]) value[T] {
	return value[T]{Type{Name: "reference", List: true}, func(d *decoder, into *T, n *yaml.Node, key string) {
		if d.comma(n, key) {
			return
		}
		for _, item := range d.items(n, key) {
			if t, ok := d.scalar(item, key); ok {
				*at(into) = append(*at(into), casebook.Ref[R]{ID: t})
			}
		}
	}}
}

// number takes a whole number of at most four digits; where, if given, keeps its place.
func number[T any](at func(*T) *int, where func(*T) *diag.Pos) value[T] {
	return value[T]{Type{Name: "number"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		i, ok := d.count(n, key)
		if !ok {
			return
		}
		*at(into) = i
		if where != nil {
			*where(into) = d.Span(n)
		}
	}}
}

// mostDigits keeps a number from being one that only a slip makes: a million and more of anything.
const mostDigits = 6

func (d *decoder) count(n *yaml.Node, key string) (int, bool) {
	digits := n.Kind == yaml.ScalarNode && len(n.Value) <= mostDigits
	for _, c := range []byte(n.Value) {
		digits = digits && c >= '0' && c <= '9'
	}
	i, err := strconv.Atoi(n.Value)
	if !digits || err != nil {
		d.wrong("number", n, key)
		return 0, false
	}
	return i, true
}

func yesNo[T any](at func(*T) *bool) value[T] {
	return value[T]{Type{Name: "yes-no"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		switch strings.ToLower(n.Value) {
		case "ja", "yes", "true":
			*at(into) = true
		case "nee", "no", "false":
			*at(into) = false
		default:
			d.wrong("yes-no", n, key)
		}
	}}
}

func date[T any](at func(*T) *casebook.Date) value[T] {
	return value[T]{Type{Name: "date"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		t, err := time.Parse(time.DateOnly, n.Value)
		if err != nil || t.Year() < 1900 {
			d.wrong("date", n, key)
			return
		}
		*at(into) = casebook.Date{Time: t, Pos: d.Span(n)}
	}}
}

func clock[T any](at func(*T) *casebook.Clock) value[T] {
	return value[T]{Type{Name: "clock"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		t, err := time.Parse("15:04", strings.Replace(n.Value, ".", ":", 1))
		if err != nil {
			d.wrong("clock", n, key)
			return
		}
		*at(into) = casebook.Clock(t.Hour()*60 + t.Minute())
	}}
}

func when[T any](at func(*T) *casebook.When) value[T] {
	return value[T]{Type{Name: "when"}, func(d *decoder, into *T, n *yaml.Node, key string) {
		t, ok := d.scalar(n, key)
		if !ok {
			return
		}
		w, err := casebook.ParseWhen(t.V)
		if fault, bad := err.(casebook.WhenFault); bad { // ParseWhen promises nothing else
			d.addVariant(diag.WhenInvalid, string(fault), t.Pos, "value", t.V)
			return
		}
		w.Pos, w.OffsetFrom.Pos = t.Pos, t.Pos
		*at(into) = w
	}}
}

// option is one of the words to choose from.
type option[E any] struct {
	value  E
	nl, en string
}

func choice[T, E any](at func(*T) *E, options []option[E]) value[T] {
	return value[T]{Type{Name: "choice", Choices: namesOf(options)}, func(d *decoder, into *T, n *yaml.Node, key string) {
		if e, ok := choose(d, n, key, options); ok {
			*at(into) = e
		}
	}}
}

func choices[T, E any](at func(*T) *[]E, options []option[E]) value[T] {
	return value[T]{Type{Name: "choice", List: true, Choices: namesOf(options)}, func(d *decoder, into *T, n *yaml.Node, key string) {
		for _, item := range d.items(n, key) {
			if e, ok := choose(d, item, key, options); ok {
				*at(into) = append(*at(into), e)
			}
		}
	}}
}

func namesOf[E any](options []option[E]) []Names {
	names := make([]Names, len(options))
	for i, o := range options {
		names[i] = Names{o.nl, o.en}
	}
	return names
}

func choose[E any](d *decoder, n *yaml.Node, key string, options []option[E]) (E, bool) {
	var none E
	t, ok := d.scalar(n, key)
	if !ok {
		return none, false
	}
	var names []string
	for _, o := range options {
		if strings.EqualFold(t.V, o.nl) || strings.EqualFold(t.V, o.en) {
			return o.value, true
		}
		names = append(names, d.name(o.nl, o.en))
	}
	variant, near := "", ""
	if i := lang.Nearest(t.V, names); i >= 0 {
		variant, near = "near", names[i]
	}
	d.addVariant(diag.ValueChoice, variant, t.Pos, "key", key, "value", t.V, "near", near, "choices", strings.Join(names, ", "))
	return none, false
}

// mapped reports a block where a list of blocks should stand, whose keys are none of its fields: "brief: {ronde: 1}" for "- id: brief". A single
// block for a list of one is taken.
func (d *decoder) mapped(b *BlockDoc, n *yaml.Node, key string) bool {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i+1].Kind != yaml.MappingNode || slices.Contains(belongs[n.Content[i].Value], b.Name) {
			return false
		}
	}
	d.gaps = true
	d.addVariant(diag.ValueType, "list", d.Span(n), "key", key, "first", b.Fields[0].Names.in(d.english))
	return true
}

func list[T, S any](at func(*T) *[]S, sub *block[S]) value[T] {
	return value[T]{Type{Name: "block", List: true, Block: sub.doc}, func(d *decoder, into *T, n *yaml.Node, key string) {
		if d.mapped(sub.doc, n, key) {
			return
		}
		for _, item := range d.items(n, key) {
			s := sub.empty()
			decode(d, sub, item, &s)
			*at(into) = append(*at(into), s)
		}
	}}
}

// pointers is list for what others point at.
func pointers[T, S any](at func(*T) *[]*S, sub *block[S]) value[T] {
	return value[T]{Type{Name: "block", List: true, Block: sub.doc}, func(d *decoder, into *T, n *yaml.Node, key string) {
		if d.mapped(sub.doc, n, key) {
			return
		}
		for _, item := range d.items(n, key) {
			s := sub.empty()
			decode(d, sub, item, &s)
			*at(into) = append(*at(into), &s)
		}
	}}
}

func inline[T, S any](at func(*T) *S, sub *block[S]) value[T] {
	return value[T]{Type{Name: "block", Block: sub.doc}, func(d *decoder, into *T, n *yaml.Node, key string) {
		decode(d, sub, n, at(into))
	}}
}

// pointer is inline for what may be absent.
func pointer[T, S any](at func(*T) **S, sub *block[S]) value[T] {
	return value[T]{Type{Name: "block", Block: sub.doc}, func(d *decoder, into *T, n *yaml.Node, key string) {
		s := sub.empty()
		decode(d, sub, n, &s)
		*at(into) = &s
	}}
}
