// Looks words up in the index that generator/site/search made: which entries hold them, and how well. It loads the files in
// which a word would stand, and no others. It knows nothing of pages: what loads a file is given to it, and so are the
// entries that a reader may find.

/**
 * @typedef {object} Book  the file that is loaded first
 * @property {number} size  how many entries there are
 * @property {number[]} open  how many of each kind everybody may find; they have the lowest numbers
 * @property {{words: string[], front: string[], back: string[], cases: string[], shown: string}} begins  what each file begins with
 * @property {string[] | null} common  words that are in so many entries that they are looked up only when nothing else is asked
 * @property {string} round  the name of a round's page without its number
 * @property {string} lifeMap  the page of the whole life
 */

/** @typedef {(name: string) => Promise<any>} Load  gives the data of a file of the index */

const signs = "!#$&'()*+,-./:;<=>?[]^_`{|", base = 13, bits = 4;

/** The number of each sign, by its character code. */
const numberOf = new Uint8Array(128);
[...signs].forEach((sign, i) => (numberOf[sign.charCodeAt(0)] = i));

/** Calls each for every number of a list (postings.go). @param {string} list @param {(n: number) => void} each */
export function numbers(list, each) {
  if (list[0] === "~") {
    for (let i = 1; i < list.length; i++) {
      const group = numberOf[list.charCodeAt(i)];
      for (let bit = 0; bit < bits; bit++) if (group & (1 << bit)) each((i - 1) * bits + bit);
    }
    return;
  }
  for (let i = 0, gap = 0, last = -1; i < list.length; i++) {
    const digit = numberOf[list.charCodeAt(i)];
    gap = gap * base + (digit % base);
    if (digit < base) {
      each((last += gap + 1));
      gap = 0;
    }
  }
}

/** Gives the file in which a word would stand. @param {string[]} begins @param {string} word */
export function place(begins, word) {
  let low = 0, high = begins.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (begins[middle] <= word) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Loads all words that begin with a prefix, in their order, from at most so many files. @param {Load} load @param {string} name @param {string[]} begins @param {string} prefix @param {number} most */
async function range(load, name, begins, prefix, most) {
  const first = place(begins, prefix), last = place(begins, prefix + "\uffff");
  const files = [];
  for (let i = first; i <= last && i < first + most && i < begins.length; i++) files.push(load(`${name}-${i}`));
  return { files: await Promise.all(files), whole: last < first + most };
}

// How well an entry is found. A title weighs more than a lead, and that more than a body; a whole word more than one that
// begins so, that more than the tail of a word, and any of them more than what may be a slip of the fingers.
const fieldWeights = [30, 50, 100]; // body, lead, title, as in the lists
const whole = 1, begun = 0.7, tail = 0.5, begunTail = 0.4, slip = 0.1;

/** How many files one query may take for words that begin as what was typed. */
const mostFiles = 5;
/** And for words that are near it, from each end. */
const mostSpelled = 3;
/** A word with fewer entries than this may be mistyped, when it has as many letters as this. */
const few = 5, shortestSlip = 5, mostSlips = 4;

/**
 * @typedef {object} Found
 * @property {Uint8Array} weights  of each entry; 0 where the word is not found
 * @property {Set<string>} slips  the words that were taken for a slip of the typed one
 * @property {boolean} whole  whether there may be more than was loaded
 */

/** Adds the entries of a word. @param {Uint8Array} weights @param {string} lists @param {number} asWord @param {number} asTail */
function weigh(weights, lists, asWord, asTail) {
  lists.split(" ").forEach((list, i) => {
    const weight = Math.round(fieldWeights[i % 3] * (i < 3 ? asWord : asTail));
    numbers(list, (n) => {
      if (weights[n] < weight) weights[n] = weight;
    });
  });
}

/** Finds one word, what begins with it, and what ends in it. @param {Load} load @param {Book} book @param {string} word @param {number} most files @returns {Promise<Found>} */
async function find(load, book, word, most) {
  const weights = new Uint8Array(book.size);
  const { files, whole: all } = await range(load, "words", book.begins.words, word, most);
  for (const words of files) {
    for (const other of Object.keys(words)) {
      if (other === word) weigh(weights, words[other], whole, tail);
      else if (other.startsWith(word)) weigh(weights, words[other], begun, begunTail);
    }
  }
  return { weights, slips: new Set(), whole: all };
}

/** Whether one letter too many, too few or another, or two that changed places, make one word of the other. @param {string} a @param {string} b */
export function near(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0, j = 0;
  while (i < a.length && a[i] === b[i]) i++;
  while (j < a.length - i && j < b.length - i && a.at(-1 - j) === b.at(-1 - j)) j++;
  const left = a.length - i - j, other = b.length - i - j;
  return Math.max(left, other) <= 1 || (left === 2 && other === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]);
}

/**
 * Adds the entries of words that differ by one slip. A slip is in the first half of a word or in the second, and leaves the other as it
 * is: so all that must be looked at are words that begin alike, and words that end alike. Two letters that changed places across the
 * middle are tried themselves.
 * @param {Load} load @param {Book} book @param {string} word @param {Found} found
 */
async function forgive(load, book, word, found) {
  const { front, back } = book.begins;
  const half = word.length >> 1, begin = word.slice(0, half), end = [...word.slice(half)].reverse().join("");
  const swapped = begin.slice(0, -1) + word[half] + word[half - 1] + word.slice(half + 1);
  const lists = await Promise.all([range(load, "front", front, begin, mostSpelled), range(load, "front", front, swapped, 1), range(load, "back", back, end, mostSpelled)]);
  /** @type {Set<string>} */
  const slips = new Set(lists.flatMap(({ files }) => files.flat()).filter((other) => near(word, other) && !other.startsWith(word)));
  await Promise.all([...slips].sort().slice(0, mostSlips).map(async (other) => {
    const words = await load(`words-${place(book.begins.words, other)}`);
    if (!Object.hasOwn(words, other)) return;
    found.slips.add(other);
    weigh(found.weights, words[other], slip, slip);
  }));
}

/**
 * @typedef {object} Stretch  of entries of one kind that a reader may find
 * @property {number} kind
 * @property {number} from
 * @property {number} to
 * @property {Set<number>} [but]  some that he may not
 */

/** Gives the stretches of what everybody may find. @param {Book} book @returns {Stretch[]} */
export function open(book) {
  let from = 0;
  return book.open.map((size, kind) => ({ kind, from, to: (from += size) }));
}

/** @typedef {{entry: number, kind: number, weight: number}} Hit */

/**
 * @typedef {object} Answer
 * @property {Hit[]} hits  the best first
 * @property {boolean} whole  false when there may be more
 * @property {Set<string>} slips  words that were not typed but found
 */

/** Gives the entries that hold all of the words. @param {Load} load @param {string[]} words @param {Stretch[]} stretches @returns {Promise<Answer>} */
export async function answer(load, words, stretches) {
  /** @type {Book} */
  const book = await load("book");
  const rare = words.filter((word) => !book.common?.includes(word));
  const asked = rare.length ? rare : words.slice(0, 2);
  const most = rare.length ? Math.max(1, Math.floor(mostFiles / asked.length)) : 1;
  const all = await Promise.all(asked.map(async (word) => {
    const found = await find(load, book, word, most);
    if (word.length >= shortestSlip && count(found.weights, stretches) < few) await forgive(load, book, word, found);
    return found;
  }));
  /** @type {Hit[]} */
  const hits = [];
  for (const { kind, from, to, but } of stretches) {
    for (let entry = from; entry < to; entry++) {
      let weight = 0;
      for (const { weights } of all) {
        if (!weights[entry]) {
          weight = 0;
          break;
        }
        weight += weights[entry];
      }
      if (weight && !but?.has(entry)) hits.push({ entry, kind, weight });
    }
  }
  hits.sort((a, b) => b.weight - a.weight || a.entry - b.entry);
  return { hits, whole: all.every((found) => found.whole), slips: new Set(all.flatMap(({ slips }) => [...slips])) };
}

/** @param {Uint8Array} weights @param {Stretch[]} stretches */
function count(weights, stretches) {
  let n = 0;
  for (const { from, to } of stretches) for (let i = from; i < to && n < few; i++) if (weights[i]) n++;
  return n;
}

/**
 * @typedef {object} Shown  what is shown of an entry
 * @property {number} kind
 * @property {string} page
 * @property {string} title
 * @property {string} label
 * @property {string} text
 * @property {string} anchor
 * @property {number} round  of an event
 */

/** Gives the first entry of each file of what is shown. @param {Book} book */
export function starts(book) {
  /** @type {number[]} */
  const firsts = [];
  numbers(book.begins.shown, (n) => firsts.push(n));
  return firsts;
}

/** Loads what is shown of an entry. @param {Load} load @param {number[]} firsts  of the files @param {number} entry @returns {Promise<Shown>} */
export async function shown(load, firsts, entry) {
  const next = firsts.findIndex((first) => first > entry);
  const file = (next < 0 ? firsts.length : next) - 1;
  const [kind, page, title, label, text, anchor = "", round = 0] = (await load(`shown-${file}`))[entry - firsts[file]];
  return { kind, page, title, label, text, anchor, round };
}
