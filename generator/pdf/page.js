// What the page shows on paper, in reading order. Runs with the print styles on.
(() => {
  const seen = (e) => {
    if (!e.checkVisibility({ visibilityProperty: true }) || e.closest("[aria-hidden=true]")) return false;
    const box = e.getBoundingClientRect();
    return box.width > 1 && box.height > 1; // text for screen readers alone is clipped to a point
  };
  const words = (text) => (text || "").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const name = (e) =>
    words(e.getAttribute("aria-label") || e.innerText || [...e.querySelectorAll("img[alt]")].map((i) => i.alt).join(" ") || e.title);
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    Headings: all("h1, h2, h3, h4, h5, h6").filter(seen)
      .map((h) => ({ Level: Number(h.tagName[1]), Text: words(h.innerText) })).filter((h) => h.Text),
    Links: all("a[href]").filter((a) => a.checkVisibility({ visibilityProperty: true }))
      .map((a) => ({ Href: a.href, Text: name(a) })),
    Contents: [...new Set(all(".contents a[href]").filter((a) => a.hash && a.querySelector(".page-number"))
      .map((a) => decodeURIComponent(a.hash.slice(1))))],
  };
})()
