// The cards of a round come on the table one by one, and the pictures of the life grow with them. Before the script has run, and on paper, all
// lies on the table.

import { seen, swiped } from "./_cards.js";

const fields = "input, select, textarea, [contenteditable]";

/**
 * Deals the cards of a round.
 * @param {number} start  how many lie on the table already
 * @param {(dealt: number) => void} keep  is told whenever that changes
 */
export function deal(start, keep) {
  const table = /** @type {HTMLElement} */ (document.querySelector(".table"));
  const cards = /** @type {HTMLElement[]} */ ([...table.querySelectorAll(".card")]);
  const bar = /** @type {HTMLElement} */ (table.querySelector(".table-bar"));
  const status = /** @type {HTMLElement} */ (bar.querySelector("[role=status]"));
  const [showAll, again] = /** @type {HTMLElement[]} */ ([...bar.querySelectorAll("button")]);
  const template = /** @type {HTMLTemplateElement} */ (table.querySelector("#_pile"));
  const pile = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const left = /** @type {HTMLElement} */ (pile.querySelector(".pile__left"));
  const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("main [data-event]:not(.card)")]);
  const whys = [...document.querySelectorAll(".why:has(a)")];
  let on = start;

  /** @param {Element} part @param {boolean} shown */
  const turn = (part, shown) => {
    part.classList.toggle("is-new", shown && part.classList.contains("is-down"));
    part.classList.toggle("is-down", !shown);
  };

  const show = () => {
    const down = new Set(cards.slice(on).map((card) => card.dataset.event ?? ""));
    for (const card of cards) {
      const id = card.dataset.event ?? "";
      const item = document.getElementById(id);
      turn(card, !down.has(id));
      if (item) turn(item, !down.has(id));
    }
    for (const part of parts) turn(part, seen(part.dataset.event ?? "", down));
    for (const why of whys) turn(why, ![...why.querySelectorAll("a")].some((a) => down.has(a.hash.slice(1))));

    const all = on === cards.length;
    status.textContent = all ? bar.dataset.done ?? "" : (bar.dataset.count ?? "").replace("{i}", String(on));
    left.textContent = (left.dataset.left ?? "").replace("{n}", String(cards.length - on));
    document.documentElement.classList.toggle("is-dealing", !all);
    showAll.hidden = all;
    again.hidden = !all;
    if (all) pile.remove();
    else cards[on - 1].after(pile);
  };

  /** @param {HTMLElement} card */
  const goTo = (card) => {
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  /** @param {number} to  how many cards to have on the table */
  const put = (to) => {
    on = to;
    keep(on);
    show();
  };

  const next = () => {
    put(on + 1);
    goTo(cards[on - 1]);
  };

  for (const [i, card] of cards.entries()) {
    const title = card.querySelector("h3");
    card.tabIndex = -1; // the focus comes here when the card is turned
    if (title) card.setAttribute("aria-labelledby", (title.id = `_card-${i}`));
  }
  grow(bar, parts);
  pile.addEventListener("click", next);
  showAll.addEventListener("click", () => {
    put(cards.length);
    again.focus({ preventScroll: true });
  });
  again.addEventListener("click", () => {
    put(1);
    goTo(cards[0]);
  });
  addEventListener("hashchange", () => {
    const item = document.getElementById(location.hash.slice(1));
    if (!item?.classList.contains("is-down")) return;
    put(cards.length);
    item.scrollIntoView();
  });
  document.addEventListener("keydown", (event) => {
    const from = event.target instanceof Element ? event.target : document.body;
    const free = from === document.body || (table.contains(from) && !from.matches(fields));
    if (event.defaultPrevented || !free || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = cards.findIndex((card) => card.contains(from));
    if (event.key === "ArrowRight" && at >= 0 && at < on - 1) goTo(cards[at + 1]);
    else if (event.key === "ArrowRight" && on < cards.length) next();
    else if (event.key === "ArrowLeft" && at > 0) goTo(cards[at - 1]);
    else return;
    event.preventDefault();
  });
  /** @type {Touch | undefined} */
  let touch;
  table.addEventListener("touchstart", (event) => (touch = event.touches.length === 1 ? event.touches[0] : undefined), { passive: true });
  table.addEventListener("touchend", (event) => {
    const end = event.changedTouches[0];
    if (touch && on < cards.length && swiped(end.clientX - touch.clientX, end.clientY - touch.clientY)) next();
    touch = undefined;
  });
  bar.hidden = false;
  show();
}

/** Draws her line over the cards: a place for every event that this page knows, in order of time. @param {HTMLElement} bar @param {HTMLElement[]} parts  to which its marks are added */
function grow(bar, parts) {
  const line = /** @type {HTMLElement} */ (bar.querySelector(".table-bar__line"));
  for (const item of document.querySelectorAll(".rail-list > li")) {
    const mark = document.createElement("i");
    mark.dataset.event = item.id;
    if (item.querySelector(".is-missed")) mark.classList.add("is-missed");
    line.append(mark);
    parts.push(mark);
  }
}
