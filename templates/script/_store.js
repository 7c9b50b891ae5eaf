// What a reader did in a case, kept in this browser and nowhere else. Where the browser keeps nothing (its storage is full,
// blocked or emptied at closing), it holds as long as the page is open. All that somebody writes in a case lies under case/<id>, so that one button wipes it.

/**
 * @typedef {object} Progress
 * @property {number} reached  the last round that was opened; 0 is the first impression
 * @property {boolean} all  whether the reader chose to read everything
 * @property {string} impression  what the reader thought at first
 * @property {Record<string, number>} dealt  how many cards lie on the table, by round
 * @property {Record<string, string>} choices  what the reader chose: the words of the choice by round ("2"), of a way out of a dilemma by round and number ("2.0")
 * @property {string} later  what the reader thinks at the end
 * @property {string} turning  the id of the event that turned it
 */

/** @returns {Progress} */
const nothing = () => ({ reached: 0, all: false, impression: "", dealt: {}, choices: {}, later: "", turning: "" });

const book = document.documentElement.dataset.book ?? "";

/** Says where something of this casebook is kept. Other casebooks may lie on the same host, or on the same disk. @param {string} name */
export const key = (name) => `casusboek/${book}/${name}`;

/** @type {Map<string, string>} */
const memory = new Map();

/** Gives what was kept, or null. @param {string} name @returns {any} */
export function read(name) {
  try {
    return JSON.parse(memory.get(name) ?? localStorage.getItem(key(name)) ?? "null");
  } catch {
    return null;
  }
}

/** Keeps a value; false when the browser keeps it only until the page is left. @param {string} name @param {unknown} value */
export function write(name, value) {
  const text = JSON.stringify(value);
  try {
    localStorage.setItem(key(name), text);
    memory.delete(name);
    return true;
  } catch {
    memory.set(name, text);
    return false;
  }
}

/** Forgets all of this casebook, or what is kept under a name and below it: "case/nadira" and "case/nadira/...". @param {string} [name] */
export function wipe(name = "") {
  const within = (/** @type {string} */ kept, /** @type {string} */ top) => kept === top || kept.startsWith(top.replace(/\/?$/, "/"));
  for (const kept of [...memory.keys()]) if (!name || within(kept, name)) memory.delete(kept);
  try {
    for (const kept of Object.keys(localStorage)) if (within(kept, key(name))) localStorage.removeItem(kept);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}

/** @param {string} id  of a case @returns {Progress} */
export function progress(id) {
  const kept = read(`case/${id}`);
  return { ...nothing(), ...(kept && typeof kept === "object" ? kept : {}) };
}

/** Adds to what a reader did in a case; false when it is kept only until the page is left. @param {string} id @param {Partial<Progress>} more */
export function advance(id, more) {
  return write(`case/${id}`, { ...progress(id), ...more });
}

/** Whether a reader may see facts of a round without being told what is still to come. @param {string} id @param {number} round */
export function mayRead(id, round) {
  const { all, reached } = progress(id);
  return all || reached >= round;
}

/** Gives the ids of the cases in which a reader did something. @returns {string[]} */
export function started() {
  const all = [...memory.keys()].map(key);
  try {
    all.push(...Object.keys(localStorage));
  } catch {
    // what this page kept is all there is
  }
  const cases = key("case/");
  return [...new Set(all.filter((kept) => kept.startsWith(cases)).map((kept) => kept.slice(cases.length).split("/")[0]))];
}
