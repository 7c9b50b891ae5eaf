// Shows a case to a table: one slide at a time, by keys, clicker, buttons or touch, with a clock and with votes. The page holds all slides; this
// script hides all but one.

import * as clock from "./_clock.js";
import { drawChart } from "./_chart.js";
import { all, one } from "./_parts.js";
import { read, wipe, write } from "./_store.js";
import { count, lines, voted } from "./_tally.js";

/**
 * @typedef {object} Session  what is kept of a table in this browser
 * @property {string} at  the id of the slide that is shown
 * @property {number} far  the number of the furthest slide that was shown
 * @property {import("./_tally.js").Votes} votes
 * @property {clock.Clocks} clocks
 * @property {string} table  its name
 * @property {boolean} letters  whether keys of one letter do something
 * @property {boolean} dark  whether the page is dark
 */

/** @param {string} selector @returns {HTMLInputElement | null} */
const field = (selector) => document.querySelector(selector);
/** @param {string} selector @returns {HTMLDialogElement} */
const dialog = (selector) => /** @type {HTMLDialogElement} */ (document.querySelector(selector));

const root = document.documentElement;
const show = one(".show");
const words = show.dataset;
const acts = all(".act");
const slides = all(".slide");
const blank = dialog(".blank");
const name = `present/${root.dataset.case}`;

/** @returns {Session} */
const fresh = () => ({ at: "", far: 0, votes: {}, clocks: clock.still(), table: "", letters: true, dark: false });
const kept = read(name);
/** @type {Session} */
let session = { ...fresh(), ...(kept && typeof kept === "object" ? kept : {}) };
let at = 0;

function keep() {
  const stays = write(name, session);
  one(".kept").hidden = !stays;
  one(".kept-not").hidden = stays;
}

/** Says something to who cannot see the screen. @param {string} text */
const say = (text) => (one("[role=status]", show).textContent = text);

// Slides

/** Shows a slide. @param {number} n  its number */
function turn(n) {
  at = Math.max(0, Math.min(slides.length - 1, n));
  const slide = here();
  for (const other of slides) other.hidden = other !== slide;
  for (const act of acts) act.hidden = !act.contains(slide);
  if (session.clocks.until && round() > session.clocks.round) session.clocks = clock.stop(session.clocks, Date.now());
  session.at = slide.id;
  session.far = Math.max(session.far, at);
  grow(slide);
  fit();
  tick();
  keep();
}

const here = () => /** @type {HTMLElement} */ (slides[at]);
const round = () => Number(here().dataset.round);
const minutes = (/** @type {number} */ n) => Number(acts[n]?.dataset.minutes);

/** Turns to a slide and tells of it. @param {number} n */
function go(n) {
  const before = at;
  turn(n);
  if (at === before) return;
  here().scrollTop = 0;
  say(`${here().dataset.place}. ${here().innerText.slice(0, 600)}`);
}

/** Shows what of the slide is below the edge, or else the next one. */
function forward() {
  if (isMore()) here().scrollBy(0, here().clientHeight * 0.8);
  else go(at + 1);
}

/** Shows on the line the events that are on the table. @param {HTMLElement} slide */
function grow(slide) {
  const cards = Number(slide.dataset.card);
  for (const bead of all(".bead")) {
    bead.hidden = Number(bead.dataset.card) > cards;
    bead.classList.toggle("is-new", slide.classList.contains("slide--card") && Number(bead.dataset.card) === cards);
  }
}

/** Makes the type of the slide smaller until all of it is seen, but not so small that the back row cannot read it; the rest can be scrolled to. */
function fit() {
  const slide = here();
  const tooMuch = () => slide.scrollHeight > slide.clientHeight + 1 || slide.scrollWidth > slide.clientWidth + 1;
  let size = 1;
  slide.style.setProperty("--fit", "1");
  const least = slide.matches(".slide--text") ? 0.8 : 0.55; // a long text may go on below: it is read aloud, or lies on the table
  while (tooMuch() && size > least) slide.style.setProperty("--fit", String((size -= 0.05)));
  if (tooMuch()) {
    slide.tabIndex = 0;
    slide.role = "region";
    slide.ariaLabel = slide.dataset.place ?? "";
  } else for (const attribute of ["tabindex", "role", "aria-label"]) slide.removeAttribute(attribute);
  place();
}

const isMore = () => here().scrollTop + here().clientHeight < here().scrollHeight - 8;

/** Says where we are, and whether the slide goes on below the edge. */
function place() {
  one(".bar__place").textContent = `${here().dataset.place}${isMore() ? ` · ${words.below}` : ""}`;
}

// The clock

/** The round whose clock is to be seen: the one that runs, or the one that is shown. */
const timed = () => (session.clocks.until ? session.clocks.round : round());
let before = 0; // what the clock told when it was last looked at

function tick() {
  const n = timed();
  const left = clock.left(session.clocks, n, minutes(n), Date.now());
  const whole = clock.whole(session.clocks, n, minutes(n));
  if (session.clocks.until) {
    if (before > 60 && left <= 60 && left > 0) say(words.last ?? "");
    if (!left) {
      session.clocks = clock.stop(session.clocks, Date.now());
      say(one(".clock__over").textContent ?? "");
      keep();
    }
  }
  before = left;
  const runs = session.clocks.until > 0;
  one(".clock__time").textContent = clock.written(left);
  const over = !left && whole > 0;
  one(".clock__over").hidden = !over;
  one(".clock").classList.toggle("is-over", over);
  one(".clock__left").setAttribute("x2", `${whole ? (100 * left) / whole : 100}%`);
  const button = one("[data-do=clock]");
  button.textContent = (runs ? button.dataset.stop : button.dataset.start) ?? "";
  if (over && button === document.activeElement) one("[data-do=more]").focus();
  button.hidden = over; // there is nothing to start, and its place is where the words stand
}

/** @param {(clocks: clock.Clocks, round: number, minutes: number, now: number) => clock.Clocks} change */
function setClock(change) {
  const n = timed();
  session.clocks = change(session.clocks, n, minutes(n), Date.now());
  tick();
  keep();
  say(`${session.clocks.until ? words.runs : words.stands} ${one(".clock__time").textContent}`);
}

/** @param {clock.Clocks} clocks @param {number} _round @param {number} _minutes @param {number} now */
const halt = (clocks, _round, _minutes, now) => clock.stop(clocks, now);

// Votes

/** The fields of a slide or of all, for one choice each. @param {ParentNode} [within] */
const fields = (within) => /** @type {HTMLInputElement[]} */ (all("input[data-choice]", within));
const roundOf = (/** @type {Element} */ e) => /** @type {HTMLElement} */ (e.closest(".slide")).dataset.round ?? "";

/** Takes votes. @param {HTMLInputElement | undefined} input @param {number} n @param {boolean} [typing]  somebody may be half way through a number */
function vote(input, n, typing) {
  if (!input) return;
  const votes = Math.max(0, Math.min(999, Math.floor(n) || 0));
  (session.votes[roundOf(input)] ??= {})[input.dataset.choice ?? ""] = votes;
  if (!typing) input.value = String(votes);
  keep();
  draw();
}

/** Draws all charts and fills the table. */
function draw() {
  for (const input of fields()) if (input !== document.activeElement) input.value = String(count(session.votes, roundOf(input), input.dataset.choice ?? ""));
  for (const chart of all("[data-chart]")) drawChart(chart, session.votes, words.after ?? "");
  for (const cell of all("td[data-choice]")) {
    const counted = voted(session.votes, [cell.dataset.round ?? ""]).length > 0;
    cell.textContent = counted ? String(count(session.votes, cell.dataset.round, cell.dataset.choice ?? "")) : "";
  }
}

/** Writes the lines for the file of a session. */
function take() {
  const area = one("#_tallies");
  /** @type {Record<string, string[]>} */
  const choices = {};
  for (const input of fields()) (choices[roundOf(input)] ??= []).push(input.dataset.choice ?? "");
  /** @type {HTMLTextAreaElement} */ (area).value = lines(session.votes, choices, area.dataset, session.table);
}

async function copy() {
  const area = /** @type {HTMLTextAreaElement} */ (one("#_tallies"));
  const said = one(".copied");
  area.select();
  let done = true;
  try {
    await navigator.clipboard.writeText(area.value);
  } catch {
    done = document.execCommand("copy"); // a page that came without https has no clipboard
  }
  said.textContent = (done ? said.dataset.done : said.dataset.marked) ?? "";
}

// What buttons and keys do

const back = () => go(at - 1);

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen?.().catch(() => {}); // a browser may refuse, a telephone cannot; the page works as well without
}

function darken() {
  if (blank.open) return blank.close();
  blank.showModal();
  say(words.black ?? "");
}

function restart() {
  wipe(name);
  session = { ...fresh(), letters: session.letters, dark: session.dark };
  dialog(".overview").close();
  draw();
  turn(0);
}

function wipeVotes() {
  session.votes = {};
  keep();
  draw();
  dialog(".take").close();
}

/** Gives the number of the slide that a link leads to, or -1. @param {HTMLElement} link */
const leadsTo = (link) => slides.findIndex((slide) => `#${slide.id}` === link.getAttribute("href"));

/** Opens a dialog as it was at first. @param {HTMLDialogElement} box */
function open(box) {
  for (const part of all(".sure", box)) part.hidden = true;
  for (const link of all(".jump a")) {
    const n = leadsTo(link);
    const first = all("a", /** @type {HTMLElement} */ (link.closest("ol")))[0] === link;
    /** @type {HTMLElement} */ (link.parentElement).hidden = n > session.far && !first;
    link.ariaCurrent = n === at ? "step" : null;
  }
  box.showModal();
}

/** @type {Record<string, (button: HTMLElement) => unknown>} */
const deeds = {
  back,
  next: forward,
  clock: () => setClock(session.clocks.until ? halt : clock.start),
  more: () => setClock(clock.more),
  overview: () => open(dialog(".overview")),
  take: () => (take(), one(".copied").replaceChildren(), open(dialog(".take"))),
  blank: darken,
  full: fullScreen,
  shut: (button) => button.closest("dialog")?.close(),
  sure: (button) => (one(".sure", /** @type {HTMLElement} */ (button.closest("dialog"))).hidden = false),
  copy,
  wipe: wipeVotes,
  restart,
};

/** Does what was pressed: a button, one that counts, or a link to a slide. @param {MouseEvent} event */
function press(event) {
  const target = /** @type {Element} */ (event.target);
  const button = /** @type {HTMLElement | null} */ (target.closest("[data-do], [data-step], main a[href^='#']"));
  if (!button) return;
  if (button.dataset.do) return deeds[button.dataset.do]?.(button);
  if (button.dataset.step) {
    const input = fields(/** @type {HTMLElement} */ (button.parentElement))[0];
    return vote(input, Number(input?.value) + Number(button.dataset.step));
  }
  const n = leadsTo(button);
  if (n < 0) return; // to a footnote
  event.preventDefault();
  dialog(".overview").close();
  go(n);
}

/** @type {Record<string, () => unknown>} */
const always = { ArrowRight: forward, PageDown: forward, ArrowLeft: back, PageUp: back };
/** @type {Record<string, () => unknown>} */
const elsewhere = { ArrowDown: forward, ArrowUp: back, " ": forward, Enter: forward, Home: () => go(0) };
/** @type {Record<string, () => unknown>} */
const letters = {
  f: fullScreen, b: darken, ".": darken, t: () => deeds.clock(show), "+": () => deeds.more(show), "=": () => deeds.more(show), o: () => deeds.overview(show),
  n: () => note(!show.classList.contains("is-noted")),
};

/** @param {KeyboardEvent} event */
function type(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Shift" || event.key === "Tab") return;
  if (blank.open) {
    event.preventDefault();
    return blank.close(); // whatever is pressed, the picture comes back, and nothing else happens
  }
  if (one("dialog[open]")) return;
  const deed = deedOf(event);
  if (!deed) return;
  event.preventDefault();
  deed();
}

/** @param {KeyboardEvent} event @returns {(() => unknown) | undefined} */
function deedOf(event) {
  const target = /** @type {Element} */ (event.target);
  const typing = target.matches("input");
  if (/^Page/.test(event.key) || !typing) {
    if (event.key in always) return always[event.key];
  }
  if (typing) return;
  const busy = target.closest("button, a") && (event.key === " " || event.key === "Enter"); // that is what presses them
  const scrolls = /^Arrow/.test(event.key) && here().tabIndex === 0;
  if (!busy && !scrolls && event.key in elsewhere) return elsewhere[event.key];
  if (!session.letters) return;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  const input = digit && fields(here())[Number(digit[1]) - 1];
  if (input) return () => vote(input, Number(input.value) + (event.shiftKey ? -1 : 1));
  return letters[event.key.toLowerCase()];
}

/** @param {boolean} shown */
function note(shown) {
  const box = field("#_notes");
  if (!box) return; // the public edition has none
  box.checked = shown;
  show.classList.toggle("is-noted", shown);
}

/** A projector is a light in a room with the lights on, so the page is light, however the computer is set, until somebody asks otherwise. */
function lighten() {
  root.dataset.theme = session.dark ? "dark" : "light";
}

/** Listens to fingers: a swipe turns the page. */
function feel() {
  let x = 0, y = 0;
  one(".stage").addEventListener("touchstart", ({ touches: [touch] }) => touch && ([x, y] = [touch.clientX, touch.clientY]), { passive: true });
  one(".stage").addEventListener("touchend", ({ changedTouches: [touch] }) => {
    const across = (touch?.clientX ?? x) - x;
    if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs((touch?.clientY ?? y) - y)) go(at + (across < 0 ? 1 : -1));
  });
}

/** Keeps the screen from going dark while a table looks at it, where the browser can. */
const wake = () => document.visibilityState === "visible" && navigator.wakeLock?.request("screen").catch(() => {});

/** @param {string} id @param {boolean} value @param {(value: boolean) => void} change */
function choose(id, value, change) {
  const box = field(id);
  if (!box) return;
  box.checked = value;
  box.addEventListener("change", () => (change(box.checked), keep()));
}

root.classList.add("is-on");
one("details.comfort")?.remove(); // what a reader chose for a page to read is not for a room; this page has choices of its own
for (const act of acts) if (act instanceof HTMLDetailsElement) act.open = true;
for (const part of all(".bar, .vote, .vote figure, .vote__take", show)) part.hidden = false;
one("[data-do=full]").hidden = !document.fullscreenEnabled;
choose("#_letters", session.letters, (on) => (session.letters = on));
choose("#_dark", session.dark, (on) => ((session.dark = on), lighten()));
choose("#_notes", false, note);
const table = field("#_table");
if (table) {
  table.value = session.table;
  table.addEventListener("input", () => ((session.table = table.value), keep(), take()));
}
for (const input of fields()) {
  input.addEventListener("input", () => vote(input, Number(input.value), true));
  input.addEventListener("change", () => vote(input, Number(input.value)));
}
document.addEventListener("click", press);
document.addEventListener("keydown", type);
document.addEventListener("visibilitychange", () => (tick(), wake()));
for (const slide of slides) slide.addEventListener("scroll", place, { passive: true });
addEventListener("resize", fit);
feel();
wake();
lighten();
draw();
turn(slides.findIndex((slide) => slide.id === session.at));
document.fonts.ready.then(fit);
setInterval(tick, 500);
