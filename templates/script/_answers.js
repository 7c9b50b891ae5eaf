// What a reader writes and chooses in a case: put back when the page opens, kept at every change.

import { advance, progress, wipe } from "./_store.js";

const radio = "input[type=radio][name^='choice-']";
const texts = "textarea[name=impression], textarea[name=later], select[name=turning]";

/** Fills in what was kept and keeps what changes. @param {string} id  of the case @param {() => void} changed  is told of every change */
export function answers(id, changed) {
  const keep = /** @type {HTMLFormElement | null} */ (document.querySelector("form.keep"));

  const fill = () => {
    const kept = progress(id);
    for (const field of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(radio))) {
      field.checked = kept.choices[field.name.slice(7)] === field.value;
    }
    for (const field of /** @type {NodeListOf<HTMLTextAreaElement | HTMLSelectElement>} */ (document.querySelectorAll(texts))) {
      field.value = kept[/** @type {"impression" | "later" | "turning"} */ (field.name)];
    }
    changed();
  };

  document.addEventListener("input", (event) => {
    const field = /** @type {HTMLInputElement} */ (event.target);
    let held = true;
    if (field.matches(radio)) held = advance(id, { choices: { ...progress(id).choices, [field.name.slice(7)]: field.value } });
    else if (field.matches(texts)) held = advance(id, { [field.name]: field.value });
    else return;
    if (keep) tell(keep, held);
    changed();
  });
  addEventListener("pageshow", fill); // also when a reader comes back to a page that the browser held
  for (const form of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("form.answer, form.keep"))) form.hidden = false;
  for (const form of document.querySelectorAll("main form")) form.addEventListener("submit", (event) => event.preventDefault());
  if (!keep) return;
  tell(keep, advance(id, {}));
  wiping(keep, () => {
    wipe(`case/${id}`);
    fill();
  });
}

/** Says whether the browser keeps it. @param {HTMLElement} keep @param {boolean} held */
function tell(keep, held) {
  for (const [name, shown] of /** @type {[string, boolean][]} */ ([["kept", held], ["lost", !held]])) {
    /** @type {HTMLElement} */ (keep.querySelector(`.keep__${name}`)).hidden = !shown;
  }
}

/** The button that wipes, which asks first. @param {HTMLElement} keep @param {() => void} forget */
function wiping(keep, forget) {
  const [ask, yes, no] = /** @type {HTMLElement[]} */ ([...keep.querySelectorAll("button")]);
  const sure = /** @type {HTMLElement} */ (keep.querySelector(".keep__sure"));
  const status = /** @type {HTMLElement} */ (keep.querySelector("[role=status]"));
  /** @param {boolean} asking @param {string} [done] */
  const turn = (asking, done = "") => {
    ask.hidden = asking;
    sure.hidden = !asking;
    status.textContent = done;
    (asking ? no : ask).focus();
  };
  ask.addEventListener("click", () => turn(true));
  no.addEventListener("click", () => turn(false));
  yes.addEventListener("click", () => {
    forget();
    turn(false, keep.dataset.wiped);
  });
}
