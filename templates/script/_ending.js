// At the end: what the reader thought first, beside what the reader thinks now.

import { progress } from "./_store.js";

/** Shows what was written and chosen so far. @param {HTMLElement} ending @param {string} id  of the case */
export function compare(ending, id) {
  const { impression, choices } = progress(id);
  const then = /** @type {HTMLElement} */ (ending.querySelector("blockquote"));
  then.textContent = impression.trim() || (then.dataset.none ?? "");
  then.classList.toggle("is-empty", !impression.trim());

  const line = /** @type {HTMLElement} */ (ending.querySelector(".ending__choices"));
  let chose = false;
  for (const stop of /** @type {NodeListOf<HTMLElement>} */ (line.querySelectorAll("li"))) {
    const words = /** @type {HTMLElement} */ (stop.querySelector("span"));
    const choice = choices[stop.dataset.round ?? ""];
    words.dataset.none ??= words.textContent ?? "";
    words.textContent = choice || words.dataset.none;
    stop.classList.toggle("is-past", Boolean(choice));
    chose ||= Boolean(choice);
  }
  line.hidden = !chose;
}
