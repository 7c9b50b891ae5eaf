// Marks in the texts of an entry what was found there, and chooses the piece of its text to show.

import { words } from "./_fold.js";

/** @typedef {{from: number, to: number}} Piece */

/**
 * Gives for each text the words in it that were asked for, or begin so, or were taken for a slip. Where none of the texts has such a
 * word for one that was asked, it is inside a longer word, and that is marked.
 * @param {string[]} texts @param {string[]} asked @param {Set<string>} slips @returns {Piece[][]}
 */
export function marks(texts, asked, slips) {
  const all = texts.map(words);
  const begins = (/** @type {string} */ word, /** @type {string} */ query) => word.startsWith(query);
  const inside = asked.filter((query) => !all.some((list) => list.some(({ folded }) => begins(folded, query))));
  return all.map((list) => list.filter(({ folded, tails }) =>
    [...slips].some((slip) => folded.endsWith(slip)) || asked.some((query) => begins(folded, query) || tails.some((tail) => begins(tail, query))) || inside.some((query) => folded.includes(query))));
}

/** Gives the piece of a text to show, of about so many letters: from the sentence of the first word that was found. @param {string} text @param {Piece[]} found @param {number} most @returns {Piece} */
export function excerpt(text, found, most) {
  const { from: first, to: last } = found[0] ?? { from: 0, to: 0 };
  let from = 0;
  if (last > most * 0.8) {
    const ends = [". ", "? ", "! ", "\n"].map((end) => ({ at: text.lastIndexOf(end, first - 1), size: end.length }));
    const sentence = Math.max(0, ...ends.filter(({ at }) => at >= 0).map(({ at, size }) => at + size));
    from = first - sentence < most * 0.6 ? sentence : text.indexOf(" ", first - most * 0.4) + 1;
  }
  let to = text.length;
  if (to - from > most) to = Math.max(text.lastIndexOf(" ", from + most), last);
  return { from, to };
}
