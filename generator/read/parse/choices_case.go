package parse

import "casusboek/generator/casebook"

// The words that the fields of a case and what stands in it choose from.

var origins = []option[casebook.Origin]{
	{casebook.Fictional, "fictief", "fictional"},
	{casebook.Composite, "samengesteld", "composite"},
	{casebook.Anonymised, "geanonimiseerd", "anonymised"},
}

var eventKinds = []option[casebook.EventKind]{
	{casebook.Happening, "gebeurtenis", "happening"},
	{casebook.Signal, "signaal", "signal"},
	{casebook.Contact, "contact", "contact"},
	{casebook.Help, "hulp", "help"},
	{casebook.Strength, "kracht", "strength"},
}

var sources = []option[casebook.Source]{
	{casebook.FromResident, "bewoner", "resident"},
	{casebook.FromFile, "dossier", "file"},
	{casebook.FromFamily, "familie", "family"},
	{casebook.FromProfessional, "professional", "professional"},
}

var heldAnswers = []option[casebook.Tri]{
	{casebook.Yes, "ja", "yes"},
	{casebook.No, "nee", "no"},
	{casebook.Unknown, "onbekend", "unknown"},
}

var circles = []option[casebook.Circle]{
	{casebook.Household, "gezin", "household"},
	{casebook.Family, "familie", "family"},
	{casebook.Friends, "vrienden", "friends"},
	{casebook.Neighbours, "buren", "neighbours"},
	{casebook.Acquaintances, "kennissen", "acquaintances"},
	{casebook.Professionals, "instanties", "professionals"},
	{casebook.Professionals, "hulpverleners", "institutions"},
}

var bonds = []option[casebook.Bond]{
	{casebook.Ordinary, "gewoon", "ordinary"},
	{casebook.Strong, "sterk", "strong"},
	{casebook.Weak, "zwak", "weak"},
	{casebook.Tense, "gespannen", "tense"},
	{casebook.Broken, "verbroken", "broken"},
}

var supports = []option[casebook.Support]{
	{casebook.Practical, "praktisch", "practical"},
	{casebook.Company, "gezelschap", "company"},
	{casebook.Advice, "advies", "advice"},
	{casebook.Emotional, "emotioneel", "emotional"},
}
