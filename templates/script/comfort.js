// How a reader wants to see pages: larger type, light or dark. It stands in the head, so that a page is never seen otherwise first.

import { read, write } from "./_store.js";

const page = document.documentElement;
const wanted = { size: "0", theme: "", ...read("comfort") };

const apply = () => {
  for (const [name, value] of Object.entries(wanted)) {
    if (value && value !== "0") page.dataset[name] = value;
    else delete page.dataset[name];
  }
};

apply();
document.addEventListener("DOMContentLoaded", () => {
  const comfort = document.querySelector("details.comfort");
  const form = comfort?.querySelector("form");
  if (!(comfort instanceof HTMLDetailsElement) || !form) return;
  const choices = [...form.elements].filter((field) => field instanceof HTMLInputElement);

  const fill = () => {
    for (const choice of choices) choice.checked = wanted[/** @type {"size" | "theme"} */ (choice.name)] === choice.value;
  };
  const close = () => {
    if (!comfort.open) return;
    comfort.open = false;
    comfort.querySelector("summary")?.focus();
  };

  comfort.hidden = false;
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) {
      Object.assign(wanted, read("comfort")); // another page may have changed it since
      apply();
    }
    fill();
  });
  form.addEventListener("change", () => {
    for (const { name, value, checked } of choices) if (checked) wanted[/** @type {"size" | "theme"} */ (name)] = value;
    write("comfort", wanted);
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button")?.addEventListener("click", () => {
    close();
    print();
  });
  comfort.addEventListener("keydown", (event) => {
    if (event instanceof KeyboardEvent && event.key === "Escape") close();
  });
  document.addEventListener("click", (event) => {
    if (comfort.open && event.target instanceof Node && !comfort.contains(event.target)) comfort.open = false;
  });
});
