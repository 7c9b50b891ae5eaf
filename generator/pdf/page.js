// Ticks the inputs with these ids, and tells what the page says about itself and what it shows on paper, in reading order.
// Runs with the print styles on.
(async (ticks) => {
  const missing = ticks.filter((id) => !(document.getElementById(id) instanceof HTMLInputElement));
  for (const id of ticks) if (!missing.includes(id)) document.getElementById(id).checked = true;
  // A cell that holds nothing gets no tag, and its row one cell less than the others.
  for (const c of document.querySelectorAll("td, th")) if (!c.firstElementChild && !c.textContent.trim()) c.textContent = "\u00a0";
  await document.fonts.ready; // large type may use other fonts
  // The fonts at hand may be wider than those that a card's type was chosen for: then the next smaller one is.
  const over = (card) => card.checkVisibility() && card.scrollHeight > card.clientHeight;
  for (const card of document.querySelectorAll(".card[data-event]"))
    for (const step of [1, 2]) if (over(card) && !card.parentElement.classList.contains("place--2")) {
      card.parentElement.classList.remove("place--1");
      card.parentElement.classList.add("place--" + step);
    }
  // Letters with an outline would be printed as drawings. The light edge that keeps words in a picture clear of its lines
  // becomes a box behind them.
  for (const text of document.querySelectorAll("svg text")) {
    const style = getComputedStyle(text);
    if (style.stroke === "none" || !text.checkVisibility() || !text.getNumberOfChars()) continue;
    const lines = [];
    for (let i = 0; i < text.getNumberOfChars(); i++) {
      const c = text.getExtentOfChar(i);
      const line = lines.find((l) => Math.abs(l.y - c.y) < 1);
      if (!line) lines.push({ x: c.x, y: c.y, right: c.x + c.width, height: c.height });
      else [line.x, line.right] = [Math.min(line.x, c.x), Math.max(line.right, c.x + c.width)];
    }
    const edge = parseFloat(style.strokeWidth) / 2;
    for (const l of lines) {
      const box = document.createElementNS(text.namespaceURI, "rect");
      const at = { x: l.x - edge, y: l.y + 0.1 * l.height, width: l.right - l.x + 2 * edge, height: 0.8 * l.height, rx: edge };
      for (const [name, value] of Object.entries(at)) box.setAttribute(name, value);
      if (text.hasAttribute("transform")) box.setAttribute("transform", text.getAttribute("transform"));
      [box.style.fill, box.style.stroke] = [style.stroke, "none"];
      text.before(box);
    }
    text.style.stroke = "none";
  }
  const seen = (e) => {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest("[aria-hidden=true]")) return false;
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1; // text for screen readers alone is clipped to a point
  };
  const words = (text) => (text || "").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const name = (e) =>
    words(e.getAttribute("aria-label") || e.innerText || [...e.querySelectorAll("img[alt]")].map((i) => i.alt).join(" ") || e.title);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const meta = (name) => document.querySelector(`meta[name=${name}]`)?.content || "";
  const licence = document.querySelector("link[rel=license]");
  const canonical = document.querySelector("link[rel=canonical]")?.href || "";
  const path = location.pathname.replace(/index\.html$/, "");
  return {
    About: {
      Title: words(document.title), Lang: document.documentElement.lang, Author: meta("author"), Description: meta("description"),
      Rights: licence?.title || meta("rights"), RightsPage: licence?.href || "",
    },
    Headings: all("h1, h2, h3, h4, h5, h6").filter(seen)
      .map((h) => ({ Level: Number(h.tagName[1]), Text: words(h.innerText) })).filter((h) => h.Text),
    Links: all("a[href]").filter((a) => a.checkVisibility({ visibilityProperty: true }))
      .map((a) => ({ Href: a.href, Text: name(a) })),
    Contents: [...new Set(all(".contents a[href]").filter((a) => a.hash && a.querySelector(".page-number"))
      .map((a) => decodeURIComponent(a.hash.slice(1))))],
    Public: canonical.endsWith(path) ? canonical.slice(0, canonical.length - path.length + 1) : "",
    Missing: missing,
    Tight: all(".card[data-event]").filter(over).map((c) => ({
      Event: c.dataset.event,
      Lines: Math.ceil((c.scrollHeight - c.clientHeight) / parseFloat(getComputedStyle(c.querySelector(".card__text") || c).lineHeight)) || 1,
    })),
  };
})
