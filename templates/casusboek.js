// The filter of the list of cases. Without this script the whole list is there and the filter is not.
"use strict";
(() => {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const cases = [...document.querySelectorAll(".contents > li[data-themes]")];
  const status = form.querySelector("[role=status]");
  const apply = () => {
    let shown = 0;
    for (const item of cases) {
      const fits = [...form.elements].every(({ name, value }) => !value || item.dataset[name].split(" ").includes(value));
      item.hidden = !fits;
      if (fits) shown++;
    }
    status.textContent = shown ? "" : status.dataset.none;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply(); // a browser that goes back keeps the choices
})();
