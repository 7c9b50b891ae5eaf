// Filters of lists: cases, and the events of a life with its map. Without this script the whole list is there and the filter is not.
// What is chosen stands behind the # of the address, so that a filtered view can be linked; the query would do, but not from disk.

const form = document.querySelector("form.filter");
if (form instanceof HTMLFormElement) {
  const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(form.dataset.of ?? "")]);
  const parts = /** @type {SVGElement[]} */ ([...document.querySelectorAll(".lifemap [data-event]")]);
  const menus = [...form.elements].filter((field) => field instanceof HTMLSelectElement);
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
  const all = /** @type {HTMLButtonElement} */ (form.querySelector("[type=reset]"));

  const apply = () => {
    const chosen = menus.filter(({ value }) => value);
    /** @type {Set<string>} */
    const out = new Set();
    for (const item of items) {
      item.hidden = !chosen.every(({ name, value }) => item.dataset[name]?.split(" ").includes(value));
      if (item.hidden) out.add(item.id);
    }
    const left = items.filter(({ hidden }) => !hidden).length;
    for (const part of parts) {
      part.classList.toggle("is-faded", part.dataset.event?.split(" ").some((id) => out.has(id)));
    }
    items[0]?.parentElement?.classList.toggle("is-filtered", chosen.length > 0);
    status.textContent = chosen.length ? (left ? status.dataset.some : status.dataset.none)?.replace("{n}", String(left)) ?? "" : "";
    all.hidden = !chosen.length;
  };

  /** Puts what is chosen behind the #, in the place of what was chosen before. */
  const note = () => {
    const chosen = menus.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    const address = new URL(location.href);
    address.hash = new URLSearchParams(chosen).toString();
    history.replaceState(null, "", address.hash || address.href.replace(/#$/, ""));
  };

  /** Chooses what stands behind the #. A link to an event that is filtered out shows all again, and goes to it. */
  const follow = () => {
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const chosen = new URLSearchParams(hash);
      for (const menu of menus) {
        const value = chosen.get(menu.name) ?? "";
        menu.value = [...menu.options].some((option) => option.value === value) ? value : "";
      }
    } else if (items.some(({ id, hidden }) => hidden && id === hash)) {
      for (const menu of menus) menu.value = "";
    } else return;
    apply();
    document.getElementById(hash)?.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("change", () => {
    apply();
    note();
  });
  form.addEventListener("reset", () => {
    setTimeout(() => {
      apply();
      note();
      menus[0]?.focus(); // the button goes away
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", follow);
  apply(); // a browser that goes back keeps the choices
  if (location.hash) follow();
}
