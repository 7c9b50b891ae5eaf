// What the search page does without a page: templates/script/_fold.js, _index.js and _marks.js, over the index of a small casebook
// (small in search_test.go) and of a large one. Run by script_test.go.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { words } from "../script/_fold.js";
import { answer, near, numbers, open, place, shown, starts } from "../script/_index.js";
import { excerpt, marks } from "../script/_marks.js";

const loader = (folder) => async (name) => {
  let data;
  new Function("casusboekFound", readFileSync(new URL(`../${folder}/${name}.js`, import.meta.url), "utf8"))((called, given) => {
    assert.equal(called, name);
    data = given;
  });
  return data;
};
const load = loader("small");

/** Finds titles, by kind when asked. */
async function titles(query, stretches, from = load) {
  const book = await from("book");
  const asked = words(query).map(({ folded }) => folded);
  const { hits } = await answer(from, asked, stretches ?? open(book));
  return Promise.all(hits.map(async ({ entry }) => (await shown(from, starts(book), entry)).title));
}

/** What a reader of nadira may find who has reached a round. */
async function reached(round) {
  const book = await load("book");
  const { nadira: [first, counts, also] } = await load("cases-0");
  let from = first;
  const more = counts.flatMap((size, i) => {
    from += size;
    return 1 + (i >> 1) <= round ? [{ kind: i % 2 ? 2 : 1, from: from - size, to: from, but: new Set(also.map(([entry]) => entry)) }] : [];
  });
  return [...open(book), ...more];
}

test("words are cut and folded as in the index", () => {
  const vectors = JSON.parse(readFileSync(new URL("words.json", import.meta.url), "utf8"));
  assert.ok(vectors.length > 15);
  for (const [text, want] of vectors) {
    const found = words(text);
    assert.deepEqual(found.map(({ folded, tails }) => [folded, ...tails]), want, text);
    for (const { from, to } of found) assert.ok(from >= 0 && to > from && to <= text.length, text);
  }
});

test("a word is found whole, as a beginning, inside a compound and with its accents", async () => {
  assert.deepEqual(await titles("bibliotheek"), ["Herfstcongres"]);
  assert.deepEqual(await titles("BIBLIO"), ["Herfstcongres"]);
  assert.deepEqual(await titles("achterstand"), ["Twaalf jaar brieven"]);
  assert.deepEqual(await titles("achterst"), ["Twaalf jaar brieven"]);
  assert.deepEqual(await titles("ideeën mét"), ["Huis te koop"]);
  assert.deepEqual(await titles("ideeen met"), ["Huis te koop"]);
  for (const typed of ["vroegsignalering", "vroeg-signalering", "signalering", "Vroeg", "vroeg signalering"]) assert.deepEqual(await titles(typed), ["Vroeg-signalering"], typed);
});

test("a document is found by what it is called besides", async () => {
  assert.deepEqual(await titles("nadira"), ["Een duurder huis"]);
  assert.deepEqual(await titles("radar"), ["Vroeg-signalering"]);
  assert.deepEqual(await titles("rietmeer"), ["Herfstcongres"]);
});

test("all words must be there", async () => {
  assert.deepEqual(await titles("brieven betty"), ["Twaalf jaar brieven"]);
  assert.deepEqual(await titles("brieven nadira"), []);
});

test("one slip is forgiven, of words of five letters and more", async () => {
  for (const typed of ["bbliotheek", "bibliotheekk", "bibliotheej", "bibliotehek", "ibbliotheek", "xibliotheek", "bibliothee", "rietmmer", "rietmere"]) {
    assert.deepEqual(await titles(typed), ["Herfstcongres"], typed);
  }
  assert.deepEqual(await titles("bibliotee"), [], "two slips");
  assert.deepEqual(await titles("huiz koop"), [], "four letters");
});

test("a title weighs more than a lead, and that more than a text; a whole word more than a beginning, a tail, a slip", async () => {
  const book = await load("book");
  const order = async (query) => (await answer(load, [query], open(book))).hits.map(({ weight }) => weight);
  for (const query of ["huis", "brieven", "verhuizing", "signalering"]) {
    const weights = await order(query);
    assert.deepEqual(weights, weights.toSorted((a, b) => b - a), query);
  }
  assert.deepEqual(await titles("huis"), ["Een duurder huis", "Huis te koop"]);
  assert.deepEqual(await titles("brieven"), ["Twaalf jaar brieven", "Over dit boek"]);
  assert.deepEqual((await answer(load, ["sloopwoning"], open(book))).hits.map(({ weight }) => weight), [50]);
  assert.deepEqual((await answer(load, ["woning"], open(book))).hits.map(({ weight }) => weight), [25]);
  assert.deepEqual((await answer(load, ["sloopwonink"], open(book))).hits.map(({ weight }) => weight), [5]);
});

test("what a round tells is found from that round on", async () => {
  for (const [query, round] of [["zzkanariezz", 3], ["zwijgt", 1], ["zzkanarie", 3], ["zzkanariezx", 3]]) {
    for (const at of [0, 1, 2, 3]) {
      assert.equal((await titles(query, await reached(at))).length, at >= round ? 1 : 0, `${query} in round ${at}`);
    }
  }
  assert.deepEqual(await titles("zztweezz", await reached(3)), [], "it gives away a second case");
});

test("letters that changed places across the middle of a word are found in a file of neither half", async () => {
  const book = { size: 2, open: [2], begins: { words: ["a"], front: ["bi", "br"], back: ["fe", "re"], cases: [], shown: "" } };
  const files = { book, "words-0": { brief: "#", bitter: "!" }, "front-0": ["bitter"], "front-1": ["brief"], "back-0": [], "back-1": ["bitter"] };
  const { hits, slips } = await answer(async (name) => files[name], ["biref"], open(book));
  assert.deepEqual([...slips], ["brief"]);
  assert.deepEqual(hits.map(({ entry }) => entry), [1]);
});

test("two words are near when one slip makes one of the other", () => {
  for (const [a, b] of [["brief", "brif"], ["brief", "briief"], ["brief", "brijf"], ["brief", "breif"], ["brief", "rbief"], ["brief", "briefs"]]) {
    assert.ok(near(a, b) && near(b, a), `${a} ${b}`);
  }
  for (const [a, b] of [["brief", "brief"], ["brief", "brefs"], ["brief", "bfier"], ["brief", "br"], ["abcd", "badc"]]) assert.ok(!near(a, b) && !near(b, a), `${a} ${b}`);
});

test("numbers are read in both forms", () => {
  const read = (list) => {
    const all = [];
    numbers(list, (n) => all.push(n));
    return all;
  };
  assert.deepEqual(read(""), []);
  assert.deepEqual(read("!!#"), [0, 1, 3]);
  assert.deepEqual(read("~&#"), [0, 1, 4]);
});

test("a word stands in the last file that begins before it", () => {
  for (const [word, want] of [["a", 0], ["b", 0], ["bz", 0], ["m", 1], ["zz", 2]]) assert.equal(place(["b", "m", "z"], word), want, word);
  assert.equal(place([], "a"), 0);
});

test("words of a large book are found wherever they stand", async () => {
  const from = loader("large");
  const book = await from("book");
  assert.ok(book.begins.words.length > 2 && book.begins.back.length > 1);
  for (let i = 0; i < book.begins.words.length; i++) {
    const all = Object.keys(await from(`words-${i}`));
    for (const word of [all[0], all.at(-1), all[all.length >> 1]]) {
      const everything = [{ kind: 0, from: 0, to: book.size }];
      const { hits } = await answer(from, [word], everything);
      assert.ok(hits.length > 0, word);
      if (word.length > 6) {
        const half = word.length >> 1, swapped = word.slice(0, half - 1) + word[half] + word[half - 1] + word.slice(half + 1);
        for (const typed of [word.slice(1), word.slice(0, -1) + "q", word[0] + "q" + word.slice(2), swapped]) {
          assert.ok((await answer(from, [typed], everything)).hits.length > 0, `${typed} for ${word}`);
        }
      }
    }
  }
});

test("a beginning of too many words takes some files, and says that there may be more", async () => {
  const begins = [..."abcdefghij"].map((c) => `ver${c}`), asked = [];
  const book = { size: 10, open: [10], begins: { words: begins, front: [], back: [], cases: [], shown: "" } };
  const from = async (name) => {
    asked.push(name);
    return name === "book" ? book : { [begins[name.split("-")[1]]]: "!" };
  };
  assert.equal((await answer(from, ["ver"], open(book))).whole, false);
  assert.equal(asked.length, 1 + 5);
  assert.equal((await answer(from, ["verj"], open(book))).whole, true);
});

test("a word that is everywhere counts only when nothing rarer is asked", async () => {
  const book = { size: 10, open: [10], begins: { words: ["a"], front: [], back: [], cases: [], shown: "" }, common: ["de", "het"] };
  const from = async (name) => (name === "book" ? book : { de: "!!", het: "#", huis: "$" });
  const found = async (...asked) => (await answer(from, asked, open(book))).hits.map(({ entry }) => entry);
  assert.deepEqual(await found("de", "huis"), [2]);
  assert.deepEqual(await found("de"), [0, 1]);
  assert.deepEqual(await found("de", "het"), [1]);
});

test("what was found is marked, and an excerpt begins at its sentence", () => {
  const text = "Eerst dit. ".repeat(30) + "De vroeg-signalering begon. En toen?";
  const [found] = marks([text], ["signalering"], new Set());
  assert.deepEqual(found.map(({ from, to }) => text.slice(from, to)), ["vroeg-signalering"]);
  const { from, to } = excerpt(text, found, 60);
  assert.equal(text.slice(from, to), "De vroeg-signalering begon. En toen?");
  assert.deepEqual(excerpt("kort", [], 60), { from: 0, to: 4 });
  assert.ok(excerpt("woord ".repeat(100), [], 60).to <= 60);
});

test("inside a word is marked only where no word begins so", () => {
  const of = (texts, asked) => marks(texts, asked, new Set()).map((found, i) => found.map(({ from, to }) => texts[i].slice(from, to)));
  assert.deepEqual(of(["een gemeente", "Eén"], ["een"]), [["een"], ["Eén"]]);
  assert.deepEqual(of(["Sloopwoning"], ["woning"]), [["Sloopwoning"]]);
});
