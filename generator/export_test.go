package generator

import "casusboek/generator/casebook"

// Standing tells apart books that were made whole: it is the same after an Update that put one document anew, and nil when the files hold errors.
func (d *Workspace) Standing() any {
	if d.stands == nil {
		return nil
	}
	return d.stands
}

// Borrow takes the templates and words that another desk has laid, which are most of the work of opening a small book.
func (d *Workspace) Borrow(other *Workspace) { d.over, d.language = other.over, other.language }

// Book is what pages are made of.
func (d *Workspace) Book() *casebook.Book { return d.stands.cleared.Book() }
