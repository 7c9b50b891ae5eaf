// A reflection as a content file: the file that `casusboek check` takes, written from what somebody typed, and read back. Every
// value is written as JSON, which is YAML as well and needs no further quoting; the text becomes Markdown that reads as it was
// typed, whatever was typed.

/**
 * @typedef {object} Reflection  what does not hold anything is empty; the names are the English ones of the fields
 * @property {string} headline
 * @property {string} participant
 * @property {string} role
 * @property {string} organisation
 * @property {string} display  name, role, organisation or anonymous
 * @property {string} consent  the day on which it was given: 2026-11-23
 * @property {string} session
 * @property {string[]} cases
 * @property {string[]} themes
 * @property {string} first_impression
 * @property {string} later_judgement
 * @property {string} turning_card  case#event
 * @property {string} advice
 * @property {string} next_step
 * @property {number} after_round
 * @property {string} text  what was said, in lines and paragraphs
 */

/** The fields in the order of the file, with the Dutch names that stand in it. @type {[keyof Reflection, string][]} */
const fields = [
  ["headline", "kop"],
  ["participant", "deelnemer"],
  ["role", "functie"],
  ["organisation", "organisatie"],
  ["display", "weergave"],
  ["consent", "toestemming"],
  ["session", "sessie"],
  ["cases", "casussen"],
  ["themes", "themas"],
  ["after_round", "na_ronde"],
  ["first_impression", "eerste_indruk"],
  ["later_judgement", "later_oordeel"],
  ["turning_card", "kantelkaart"],
  ["advice", "advies"],
  ["next_step", "volgende_stap"],
];

/** @type {Record<string, string>} */
const displays = { name: "naam", role: "functie", organisation: "organisatie", anonymous: "anoniem" };

/** @returns {Reflection} */
export const nothing = () => ({
  headline: "", participant: "", role: "", organisation: "", display: "", consent: "", session: "", cases: [], themes: [], first_impression: "",
  later_judgement: "", turning_card: "", advice: "", next_step: "", after_round: 0, text: "",
});

/** A text without what no text file may hold, its lines ending in \n. @param {string} typed */
const clean = (typed) =>
  typed
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)\p{Cc}|[\ufeff\ufffe\uffff]/gu, "")
    .replace(/\p{Surrogate}/gu, "?"); // half a character

/** A text on one line, as a field takes it. @param {string} typed */
export const line = (typed) => clean(typed).replace(/\s+/g, " ").trim();

// A paragraph of a content file has at most 10,000 characters (read/markdown), and escaping can double them.
const longest = 4500;

/** The lines of a text, with an empty one where a paragraph would grow too long. @param {string} text */
function paragraphs(text) {
  /** @type {string[]} */
  const lines = [];
  let length = 0;
  for (let rest of text.split("\n")) {
    for (;;) {
      const cut = rest.length > longest ? rest.lastIndexOf(" ", longest) : -1;
      const piece = rest.length <= longest ? rest : rest.slice(0, cut > 0 ? cut : longest);
      if (length && length + piece.length > longest) lines.push("");
      length = piece.trim() && lines.at(-1) !== "" ? length + piece.length : piece.length;
      lines.push(piece);
      if (piece.length === rest.length) break;
      rest = rest.slice(piece.length).trimStart();
    }
  }
  return lines;
}

/** Markdown that reads as the text was typed. Quotation marks, dots and dashes within it are left to the typography of the book. @param {string} typed */
export function markdown(typed) {
  const lines = paragraphs(clean(typed)).map((text) =>
    text
      .replace(/^ +| +$/g, "")
      .replace(/[\\`*_[\]<>&|]/g, "\\$&")
      .replace(/^[-+=~#:]+/, (run) => run.replace(/./g, "\\$&"))
      .replace(/^(\d+)([.)])/, "$1\\$2"));
  // A line that is followed by another one ends in a break; an empty one parts paragraphs.
  return lines.map((text, i) => (text && lines[i + 1] ? text + "\\" : text)).join("\n").replace(/\n{3,}/g, "\n\n").replace(/^\n+|\n+$/g, "");
}

/** The text that Markdown of ours was made of. @param {string} text */
const typed = (text) => text.replace(/\\([^])/g, "$1");

/**
 * Writes the file. The notes become comments at its top.
 * @param {Reflection} reflection @param {{english: boolean, notes: string[]}} how
 */
export function write(reflection, { english, notes }) {
  const lines = ["---", ...notes.map((note) => "# " + line(note))];
  for (const [name, dutch] of fields) {
    const value = reflection[name];
    if (!value || (Array.isArray(value) && !value.length)) continue;
    let text = Array.isArray(value) ? `[${value.map((item) => JSON.stringify(line(item))).join(", ")}]` : JSON.stringify(value);
    if (name === "consent") text = `{${english ? "given" : "gegeven"}: ${value}}`;
    else if (name === "display") text = english ? reflection.display : displays[reflection.display];
    else if (typeof value === "string") text = JSON.stringify(line(value));
    if (text !== '""') lines.push(`${english ? name : dutch}: ${text}`);
  }
  const body = markdown(reflection.text);
  return [...lines, "---", ...(body ? ["", body] : []), ""].join("\n");
}

/**
 * Reads a file as write writes it, in either language. What write would not have written is not guessed at: the answer is then the number of the line.
 * @param {string} file @returns {Reflection | number}
 */
export function read(file) {
  const lines = file.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").split("\n");
  if (lines[0] !== "---") return 1;
  const end = lines.indexOf("---", 1);
  if (end < 0) return lines.length;
  const found = nothing();
  const seen = new Set();
  for (let i = 1; i < end; i++) {
    if (/^\s*(#|$)/.test(lines[i])) continue;
    const [, key, text] = /^(\w+): *(.*?) *$/.exec(lines[i]) ?? [];
    const name = fields.find((pair) => pair.includes(key))?.[0];
    const value = name && valueOf(name, text);
    if (!name || value === undefined || seen.has(name)) return i + 1;
    seen.add(name);
    Object.assign(found, { [name]: value });
  }
  const body = lines.slice(end + 1).join("\n").trim();
  found.text = typed(body);
  const same = markdown(found.text);
  if (same !== body) { // somebody used Markdown, which a form cannot show
    const first = body.split("\n").findIndex((text, i) => text !== same.split("\n")[i]);
    return file.trimEnd().split(/\r\n?|\n/).length - body.split("\n").length + 1 + Math.max(first, 0);
  }
  return found;
}

/** @param {keyof Reflection} name @param {string} text */
function valueOf(name, text) {
  if (name === "consent") return /^\{(?:gegeven|given): "?(\d{4}-\d\d-\d\d)"?\}$/.exec(text)?.[1];
  if (name === "display") return Object.entries(displays).find((pair) => pair.includes(text))?.[0];
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const empty = nothing()[name];
  if (Array.isArray(empty)) return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
  return typeof value === typeof empty ? value : undefined;
}
