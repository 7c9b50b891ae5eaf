// The page on which a reader writes a reflection: it fills itself from what the reader did in the case, keeps what is typed, and makes a content
// file of it that opens here again.

import { nothing, read as readFile, write as writeFile } from "./_reflection.js";
import { progress, read, write } from "./_store.js";

/** @typedef {import("./_reflection.js").Reflection} Reflection */

const form = /** @type {HTMLFormElement} */ (document.querySelector("form.own"));
const sheet = /** @type {HTMLElement} */ (document.querySelector(".own-sheet"));
const status = /** @type {HTMLOutputElement} */ (form.querySelector("output"));
const id = document.documentElement.dataset.case ?? "";
const place = `case/${id}/reflection`;
const lists = ["themes"];

/** @param {string} name @returns {any} */
const field = (name) => form.elements.namedItem(name);

/** What a script says stands in the page. @param {string} what @param {string | number} [value] */
function say(what, value = "") {
  status.textContent = (status.dataset[what] ?? "").replace("{}", String(value));
}

/** What stands in the form, by the names of its fields. @returns {Record<string, any>} */
function values() {
  const data = new FormData(form);
  /** @type {Record<string, any>} */
  const all = {};
  for (const name of Object.keys(nothing())) {
    if (lists.includes(name)) all[name] = data.getAll(name);
    else if (field(name)) all[name] = String(data.get(name) ?? "").replace(/\r\n/g, "\n");
  }
  return all;
}

/** Puts values into the form; false when it has no place for one of them. @param {Record<string, any>} all */
function fill(all) {
  for (const [name, value] of Object.entries(all)) {
    const at = field(name);
    if (at instanceof RadioNodeList || at?.type === "checkbox") {
      for (const box of at instanceof RadioNodeList ? at : [at]) {
        if (name === "consent") box.value = value || box.value;
        box.checked = name === "consent" ? value !== "" : [value].flat().includes(box.value);
      }
    } else if (at) at.value = value;
  }
  const now = values();
  return Object.entries(all).every(([name, value]) => String(now[name] ?? "") === String(value));
}

/** The reflection as it may leave this page: without what its writer does not want to show. */
function reflection() {
  const all = /** @type {Reflection} */ ({ ...nothing(), ...values(), cases: [id], after_round: Number(form.dataset.after) });
  const named = all.display === "name";
  if (!named) all.participant = "";
  if (!named && all.display !== "role") all.role = "";
  if (!named && all.display !== "organisation" || !/[a-z0-9]/i.test(all.organisation.normalize("NFKD"))) all.organisation = "";
  all.headline ||= form.dataset.headline ?? "";
  return all;
}

function file() {
  const all = reflection();
  const notes = [form.dataset.made ?? "", ...(all.consent ? [] : [form.dataset.unconsented ?? ""])];
  return writeFile(all, { english: form.dataset.english === "true", notes });
}

/** The six letters of the file's name: files of several people come together in one folder. With digits, chance would make number plates and postcodes of them. */
function mark() {
  let kept = read(place)?.mark;
  if (!kept) {
    kept = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => "bcdfghjkmnpqrtvw"[byte % 16]).join("");
    write(place, { ...read(place), mark: kept });
  }
  return kept;
}

/** Shows what was typed on the sheet that is printed, and in the file. */
function show() {
  const all = reflection();
  const card = field("turning_card");
  if (card) all.turning_card = all.turning_card && card.selectedOptions[0].text;
  if (all.consent) all.consent = new Date(all.consent).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  for (const at of sheet.querySelectorAll("[data-of]")) {
    if (!(at instanceof HTMLElement)) continue;
    const text = String(all[/** @type {keyof Reflection} */ (at.dataset.of)] || at.dataset.none || "").trim();
    at.textContent = text;
    at.hidden = !text;
    if (at.parentElement !== sheet) at.parentElement?.toggleAttribute("hidden", [...(at.parentElement?.querySelectorAll("[data-of]") ?? [])].every((other) => !other.textContent));
  }
  field("file").value = file();
}

/** Keeps what stands in the form. */
function keep() {
  const kept = write(place, { ...read(place), ...values() });
  if (!kept) say("volatile");
  show();
  return kept;
}

/** What was in the form before it was wiped or another file was opened, to be put back. @type {Record<string, any> | undefined} */
let before;

/** Replaces what stands in the form by other values, and offers the way back. @param {Record<string, any>} all @param {string} what to say */
function replace(all, what) {
  before = { ...values(), mark: read(place)?.mark };
  form.reset();
  const fits = fill(all);
  if (!fits) fill(before);
  if (keep() || !fits) say(fits ? what : "other");
  field("undo").hidden = !fits;
}

/** @param {File | undefined} chosen */
async function open(chosen) {
  if (!chosen) return;
  const found = readFile(await chosen.text());
  if (typeof found === "number") say("unread", found);
  else if (found.cases.join() !== id) say("other");
  else {
    const { cases, after_round, ...all } = found;
    const [, named] = /-([a-z0-9]{6})\.md$/.exec(chosen.name) ?? [];
    replace({ ...all, display: all.display || "anonymous" }, "opened");
    if (named) write(place, { ...read(place), mark: named });
  }
  field("open").value = "";
}

function save() {
  const name = `${form.dataset.file}-${id}-${mark()}.md`;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([file()], { type: "text/markdown" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it a little later
  say("saved", name);
}

async function copy() {
  const text = field("file");
  try {
    await navigator.clipboard.writeText(text.value);
    say("copied");
  } catch { // a page that came without https has no clipboard
    text.closest("details").open = true;
    text.select();
    say("selected");
  }
}

form.addEventListener("input", keep);
form.addEventListener("change", (event) => {
  if (event.target === field("consent")) {
    // The day in UTC, by which casusboek judges: after midnight here it may still be yesterday, but never tomorrow.
    field("consent").value = new Date().toISOString().slice(0, 10);
    keep();
  }
  if (event.target === field("open")) void open(field("open").files[0]);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  save();
});
field("print").addEventListener("click", () => print());
field("copy").addEventListener("click", copy);
field("wipe").addEventListener("click", () => {
  replace({}, "wiped");
  write(place, values()); // so that what was written in the rounds does not come back here
});
field("undo").addEventListener("click", () => {
  fill(before ?? {});
  write(place, { ...read(place), mark: before?.mark });
  if (keep()) say("undone");
  field("undo").hidden = true;
  field("wipe").focus();
});
for (const kind of /** @type {const} */ (["dragover", "drop"])) {
  document.addEventListener(kind, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return; // words that are dragged within the form
    event.preventDefault();
    if (kind === "drop") void open(event.dataTransfer.files[0]);
  });
}

const did = progress(id);
fill({ first_impression: did.impression, later_judgement: did.later, turning_card: did.turning && `${id}#${did.turning}`, ...read(place) });
form.hidden = sheet.hidden = false;
/** @type {HTMLElement} */ (document.getElementById("_without")).hidden = true;
show();
