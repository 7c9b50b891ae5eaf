// Words are cut and folded as the index was (generator/site/search/fold.go); the tests of both read the same examples.

const shortest = 2, longest = 48, mostDigits = 5;

// Letters, digits and marks, with hyphens and apostrophes between them.
const written = /[\p{L}\p{N}\p{M}\u00ad]+(?:[-\u2010\u2011'’][\p{L}\p{N}\p{M}\u00ad]+)*/gu;
const betweenDigits = /(?<=\p{Nd})[-\u2010\u2011](?=\p{Nd})/u;
const hyphen = /[-\u2010\u2011]/;

/** @type {Record<string, string>} */
const spelled = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i", ς: "σ", ʼ: "" };

/** Gives a word as it is looked up: small letters and digits alone. @param {string} word */
export function fold(word) {
  return word.normalize("NFKD").toLowerCase().replace(/[ßæœøđðłþıςʼ]/g, (c) => spelled[c]).replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * @typedef {object} Word
 * @property {string} folded
 * @property {string[]} tails  of a word with hyphens, what stands after each of them
 * @property {number} from  where it begins in the text
 * @property {number} to  where it ends
 */

/** Gives the words of a text in which something can be found. @param {string} text @returns {Word[]} */
export function words(text) {
  /** @type {Word[]} */
  const all = [];
  for (const match of text.matchAll(written)) {
    let from = match.index;
    for (const piece of match[0].split(betweenDigits)) {
      const folded = fold(piece);
      if (fits(folded)) all.push({ folded, tails: tails(piece), from, to: from + piece.length });
      from += piece.length + 1;
    }
  }
  return all;
}

/** @param {string} word */
function tails(word) {
  const pieces = word.split(hyphen);
  return pieces.slice(1).map((_, i) => fold(pieces.slice(i + 1).join(""))).filter(fits);
}

/** @param {string} word */
function fits(word) {
  const letters = [...word];
  return letters.length >= shortest && letters.length <= longest && letters.filter((c) => /\p{Nd}/u.test(c)).length <= mostDigits;
}
