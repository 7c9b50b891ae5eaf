// The filter of the list of cases. Without this script the whole list is there and the filter is not.

const form = document.querySelector("form.filter");
if (form instanceof HTMLFormElement) {
  const cases = [...document.querySelectorAll(".contents > li[data-themes]")].filter((item) => item instanceof HTMLElement);
  const choices = [...form.elements].filter((field) => field instanceof HTMLSelectElement);
  const status = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));

  const apply = () => {
    let shown = 0;
    for (const item of cases) {
      const fits = choices.every(({ name, value }) => !value || item.dataset[name]?.split(" ").includes(value));
      item.hidden = !fits;
      if (fits) shown++;
    }
    status.textContent = shown ? "" : status.dataset.none ?? "";
  };

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply(); // a browser that goes back keeps the choices
}
