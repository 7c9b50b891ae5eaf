// Going through a case alone: cards one by one, room to write, what was thought first beside what is thought now. The script stands in the head,
// so that a round that was never opened does not show its cards first.

import { answers } from "./_answers.js";
import { onTable } from "./_cards.js";
import { copyLinks } from "./_copy.js";
import { compare } from "./_ending.js";
import { advance, progress } from "./_store.js";
import { deal } from "./_table.js";

const page = document.documentElement;
const id = page.dataset.case ?? "";
const here = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const round = Number(here.round ?? 0);
const cards = Number(here.cards ?? 0);
const before = progress(id);

/** A link to a card shows it: somebody meant it to be read. */
const start = location.hash.length > 1 && !location.hash.startsWith("#_") ? cards : onTable(before, round, cards);
if (start < cards) page.classList.add("is-opening");

/** @param {number} dealt */
const keep = (dealt) => advance(id, { dealt: { ...progress(id).dealt, [round]: dealt } });

document.addEventListener("DOMContentLoaded", () => {
  try {
    if (id) open();
  } finally {
    page.classList.remove("is-opening");
  }
});

function open() {
  advance(id, { reached: Math.max(before.reached, round), all: before.all || "end" in here });
  if (round && cards > 1) {
    keep(start);
    deal(start, keep);
  }
  const ending = /** @type {HTMLElement | null} */ (document.querySelector(".ending"));
  answers(id, () => ending && compare(ending, id));
  if (ending) ending.hidden = false;
  copyLinks();
}
