package guard

import "strings"

// Fields gives the fields that the table decides about, by type.
func Fields() map[string][]string {
	all := map[string][]string{}
	for name, lists := range fields {
		all[name] = strings.Fields(lists.public + " " + lists.facilitator + " " + lists.private)
	}
	return all
}
