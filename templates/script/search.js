// The search page. The page comes without an answer; this script shows the field, answers while the reader types, and keeps
// the query in the address, so that it can be linked.
//
// With the keyboard it works as a combobox does: arrows go from the field to the results and through them, Enter opens one, Escape
// goes back to the field and then empties it. But the results are an ordinary list of links below headings, and the focus really goes
// there: the options of a listbox are read as one line each, without heading, excerpt or mark, and cannot be opened in another tab.

import { words } from "./_fold.js";
import { answer, open, place, shown, starts } from "./_index.js";
import { excerpt, marks } from "./_marks.js";
import { mayRead, progress, started } from "./_store.js";

/** @typedef {import("./_index.js").Hit} Hit */
/** @typedef {import("./_index.js").Shown} Shown */
/** @typedef {import("./_index.js").Stretch} Stretch */

/** @template {Element} T @param {ParentNode} in_ @param {string} selector @returns {T} */
const one = (in_, selector) => /** @type {T} */ (in_.querySelector(selector));

/** @type {HTMLFormElement} */
const form = one(document, "form.seek");
/** @type {HTMLInputElement} */
const field = one(form, "input");
/** @type {HTMLElement} */
const status = one(document, "[role=status]");
/** @type {HTMLElement} */
const results = one(document, ".found");
/** @type {HTMLElement} */
const lists = one(document, ".unsought");

// How many results of a kind are shown at first, and how many letters of their texts; how long a pause in the typing is, in ms,
// before an answer, and before it is told to who cannot see it.
const atFirst = 3, letters = 190, pause = 90, longPause = 400;

// ---------- the files of the index

/** @type {Map<string, {data: Promise<any>, keep: (data: any) => void}>} */
const files = new Map();

/** @type {any} */ (window).casusboekFound = (/** @type {string} */ name, /** @type {any} */ data) => files.get(name)?.keep(data);

/** Loads a file of the index, each once: as a script, since a page from disk may request nothing. @param {string} name @returns {Promise<any>} */
function load(name) {
  const known = files.get(name);
  if (known) return known.data;
  const script = document.createElement("script");
  let keep = (/** @type {any} */ _) => {};
  const data = new Promise((resolve, reject) => {
    keep = resolve;
    script.onload = () => script.remove();
    script.onerror = () => {
      files.delete(name); // the next query tries again
      reject(new Error(name));
    };
  });
  files.set(name, { data, keep });
  script.src = `${form.dataset.index}${name}.js`;
  document.body.append(script);
  return data;
}

// ---------- what this reader may find

/** The kinds that stand behind a round, by their numbers (generator/site/search/entries.go). */
const event = 1, reflection = 2;

/** The last round of each case that the reader is in. @type {Map<string, number>} */
const lastRound = new Map();

/** Gives the stretches of entries that the reader may find: those of everybody, and those of rounds that were reached. @returns {Promise<Stretch[]>} */
async function allowed() {
  const book = await load("book");
  const stretches = open(book);
  await Promise.all(started().map(async (id) => {
    const cases = book.begins.cases.length ? await load(`cases-${place(book.begins.cases, id)}`) : {};
    if (!Object.hasOwn(cases, id)) return; // it was taken out of the book, or has one round
    /** @type {[number, number[], [number, number, string[]][]]} */
    const [first, counts, also] = cases[id];
    lastRound.set(id, counts.length / 2);
    const but = new Set(also.filter(([, round, others]) => !others.every((other) => mayRead(other, round))).map(([entry]) => entry));
    let from = first;
    counts.forEach((size, i) => {
      if (mayRead(id, 1 + (i >> 1))) stretches.push({ kind: i % 2 ? reflection : event, from, to: from + size, but });
      from += size;
    });
  }));
  return stretches;
}

/** Gives the address of an entry. A fact stands on the page of its round, or on that of the whole life for who has read all of it. @param {any} book @param {Shown} entry */
function address(book, { kind, page, anchor, round }) {
  const id = page.split("/").at(-2) ?? "";
  const { all, reached } = progress(id);
  const life = all || reached >= (lastRound.get(id) ?? Infinity);
  const below = kind !== event || !round ? "" : life ? book.lifeMap : `${book.round}${round}/`;
  return `${form.dataset.home}${page}${below}index.html${anchor && "#"}${anchor}`;
}

// ---------- an answer

/** @type {HTMLTemplateElement} */
const group = one(document, "template.found-group");
/** @type {HTMLTemplateElement} */
const item = one(document, "template.found-item");

/** Puts text in an element, with marks around what was found. @param {Element} element @param {string} text @param {{from: number, to: number}[]} found @param {{from: number, to: number}} [piece] */
function fill(element, text, found, piece = { from: 0, to: text.length }) {
  let at = piece.from;
  if (at > 0) element.append("… ");
  for (const { from, to } of found) {
    if (from < at || to > piece.to) continue;
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    element.append(text.slice(at, from), mark);
    at = to;
  }
  element.append(text.slice(at, piece.to));
  if (piece.to < text.length) element.append(" …");
}

/** @param {any} book @param {Shown} entry @param {string[]} asked @param {Set<string>} slips */
function itemOf(book, entry, asked, slips) {
  const made = /** @type {DocumentFragment} */ (item.content.cloneNode(true));
  const [title, label, text] = marks([entry.title, entry.label, entry.text], asked, slips);
  const link = one(made, "a");
  link.setAttribute("href", address(book, entry));
  link.textContent = "";
  fill(link, entry.title, title);
  fill(one(made, ".label"), entry.label, label);
  fill(one(made, ".found__text"), entry.text, text, excerpt(entry.text, text, letters));
  return made;
}

/** Shows the results of one kind: some, and the others when they are asked for. @param {Hit[]} hits @param {(hit: Hit) => Promise<Node>} make */
async function groupOf(hits, make) {
  const made = /** @type {DocumentFragment} */ (group.content.cloneNode(true));
  const section = one(made, "section"), list = one(made, "ol");
  /** @type {HTMLButtonElement} */
  const more = one(made, "button");
  const heading = one(made, "h2");
  heading.id = `_found-${hits[0].kind}`;
  section.setAttribute("aria-labelledby", heading.id);
  heading.replaceChildren(form.dataset.kinds?.split("|")[hits[0].kind] ?? "", " ", Object.assign(document.createElement("span"), { textContent: String(hits.length) }));
  list.append(...await Promise.all(hits.slice(0, atFirst).map(make)));
  more.hidden = hits.length <= atFirst;
  more.onclick = async () => {
    const before = list.children.length;
    list.append(...await Promise.all(hits.slice(before, before + 7 * atFirst).map(make)));
    more.hidden = hits.length <= list.children.length;
    /** @type {HTMLElement} */ (one(list.children[before], "a")).focus();
  };
  return section;
}

/** The words that were asked last: an answer that comes too late is thrown away. */
let latest = "";

/** Answers what stands in the field. */
async function answerField() {
  const query = field.value.trim();
  const asked = [...new Set(words(query).map(({ folded }) => folded))];
  if (asked.join(" ") === latest) return;
  latest = asked.join(" ");
  lists.hidden = asked.length > 0;
  remember(query);
  if (!asked.length) {
    results.replaceChildren();
    tell("");
    return;
  }
  const mine = latest;
  try {
    const [book, found] = await Promise.all([load("book"), allowed().then((stretches) => answer(load, asked, stretches))]);
    const firsts = starts(book);
    const make = async (/** @type {Hit} */ hit) => itemOf(book, await shown(load, firsts, hit.entry), asked, found.slips);
    const kinds = [...new Set(found.hits.map(({ kind }) => kind))]; // that of the best first
    const groups = await Promise.all(kinds.map((kind) => groupOf(found.hits.filter((hit) => hit.kind === kind), make)));
    if (mine !== latest) return;
    results.replaceChildren(...groups);
    tell(counted(found.hits.length, found.whole, query));
  } catch {
    if (mine !== latest) return;
    latest = "";
    results.replaceChildren();
    tell(form.dataset.broken ?? "");
  }
}

/** Says how much was found. @param {number} n @param {boolean} whole @param {string} query */
function counted(n, whole, query) {
  const { none, some, several, least } = form.dataset;
  const said = (n === 0 ? none : !whole ? least : n === 1 ? some : several) ?? "";
  return said.replace("{n}", String(n)).replace("{query}", () => query);
}

/** @type {number | undefined} */
let telling;

/** Shows a line below the field. It is read aloud, so it changes only when the typing stops. @param {string} said */
function tell(said) {
  clearTimeout(telling);
  telling = setTimeout(() => {
    status.textContent = said;
  }, said ? longPause : 0);
}

/** Puts the query in the address of the page. @param {string} query */
function remember(query) {
  try {
    history.replaceState(null, "", query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  } catch {
    // some browsers forbid it to pages from disk
  }
}

// ---------- the field and the keyboard

/** @type {number | undefined} */
let typing;

/** Answers now, and gives the first result if there is one. */
async function answered() {
  clearTimeout(typing);
  await answerField();
  return links()[0];
}

/** @returns {HTMLElement[]} */
const links = () => [...results.querySelectorAll("a")];

field.addEventListener("focus", () => void allowed().catch(() => {})); // the first answer then has less to wait for

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(answerField, pause);
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  (await answered())?.focus();
});

field.addEventListener("keydown", async (event) => {
  if (event.key === "ArrowDown") {
    event.preventDefault();
    (await answered())?.focus();
  } else if (event.key === "Escape") {
    event.preventDefault();
    field.value = "";
    answered();
  }
});

results.addEventListener("keydown", (event) => {
  const all = links(), at = all.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Escape" || next === -1) {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (at >= 0 && next !== undefined) {
    event.preventDefault();
    all[Math.min(next, all.length - 1)].focus();
  }
});

form.hidden = false;
one(document, ".unscripted").remove();
field.value = new URLSearchParams(location.search).get("q") ?? field.value;
addEventListener("pageshow", () => {
  latest = ""; // who comes back may have read more
  answered();
});
