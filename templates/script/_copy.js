// A button at every card that copies the link to it.

/** Puts the buttons in. */
export function copyLinks() {
  const template = /** @type {HTMLTemplateElement | null} */ (document.querySelector("#_copy"));
  if (!template) return;
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".table article, .rail-list > li"))) {
    const place = item.querySelector(".card__top, .rail-list__meta");
    const offer = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
    const button = /** @type {HTMLElement} */ (offer.querySelector("button"));
    button.ariaLabel = (button.dataset.label ?? "").replace("{card}", item.querySelector("h3")?.textContent ?? "");
    button.addEventListener("click", () => copy(offer, addressOf(item.dataset.event ?? item.id)));
    place?.append(offer);
  }
}

/** The address of a card on this page; its public one when the page was opened from a disk. @param {string} id */
function addressOf(id) {
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=canonical]"));
  const here = location.protocol === "file:" && canonical ? canonical.href : location.href;
  return `${here.split("#")[0]}#${id}`;
}

/** @param {HTMLElement} offer @param {string} address */
async function copy(offer, address) {
  const status = /** @type {HTMLElement} */ (offer.querySelector("[role=status]"));
  try {
    await navigator.clipboard.writeText(address);
    status.textContent = offer.dataset.copied ?? "";
    setTimeout(() => (status.textContent = ""), 3000);
  } catch {
    byHand(offer, address); // a browser that does not let a page write there
  }
}

/** Shows the address, to be copied by hand. @param {HTMLElement} offer @param {string} address */
function byHand(offer, address) {
  const template = /** @type {HTMLTemplateElement} */ (document.querySelector("#_address"));
  document.querySelector(".address")?.remove();
  const label = /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
  const field = /** @type {HTMLInputElement} */ (label.querySelector("input"));
  field.value = address;
  offer.parentElement?.after(label);
  field.select();
}
