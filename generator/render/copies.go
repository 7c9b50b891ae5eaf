package render

import "fmt"

// copies hands on what is in the site as it was found: styles, scripts and the author's images.
func (s *site) copies(emit Emit) error {
	for name, text := range s.Templates.Assets() {
		if err := emit(name, text); err != nil {
			return err
		}
	}
	for _, i := range s.Book.Images {
		data, err := i.Read()
		if err != nil {
			return fmt.Errorf("image %s: %w", i.Path, err)
		}
		if err := emit(s.At.Image(i.Path), data); err != nil {
			return err
		}
	}
	return nil
}
