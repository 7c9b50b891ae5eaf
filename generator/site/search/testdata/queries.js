// What a query of the search page loads and takes, over the index in a folder. Run by BenchmarkQueries.

import { readFileSync } from "node:fs";
import { words } from "../script/_fold.js";
import { answer, open, place, shown, starts } from "../script/_index.js";

const folder = process.argv[2], read = 20, atFirst = 3;
const queries = [
  "huurschuld", "signalering", "buurt", "de", "de het een", "de huur van het huis", "huurtoeslag brief", "vertrouwen", "ver", "sc", "geldzorgen", "huurshculd", "verzekerign",
  "straatkrant", "straatkaartjes", "persoon 4711", "thuiszorg gesprek wijk", "xyzzyx",
];

let rows = [];
for (const query of queries) {
  const loaded = new Map();
  let bytes = 0;
  const load = async (name) => {
    if (!loaded.has(name)) {
      const text = readFileSync(`${folder}/${name}.js`, "utf8");
      bytes += Buffer.byteLength(text);
      new Function("casusboekFound", text)((_, data) => loaded.set(name, data));
    }
    return loaded.get(name);
  };
  const before = performance.now();
  const book = await load("book");
  const first = performance.now();
  const stretches = open(book);
  for (let i = 0; i < read; i++) {
    const id = `casus-${i * 499}`;
    const [start, counts] = (await load(`cases-${place(book.begins.cases, id)}`))[id];
    stretches.push({ kind: 1, from: start, to: start + counts.reduce((a, b) => a + b) });
  }
  const { hits, whole, slips } = await answer(load, words(query).map(({ folded }) => folded), stretches);
  const firsts = starts(book);
  for (const kind of new Set(hits.map((hit) => hit.kind))) {
    for (const hit of hits.filter((hit) => hit.kind === kind).slice(0, atFirst)) await shown(load, firsts, hit.entry);
  }
  const after = performance.now();
  rows.push({ query, kB: Math.round(bytes / 1000), files: loaded.size, "ms after the first file": Math.round(after - first), hits: hits.length, whole, slips: [...slips].join(" ") });
}
console.table(rows);
