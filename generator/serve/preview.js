// Loads the page again when it has changed, and keeps the place where the reader is.
"use strict";
(() => {
  const place = "casusboek:" + location.pathname;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    addEventListener("load", () => scrollTo(0, Number(kept)));
  }
  const reload = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };

  /** Keeps the margin as the reader left it, closed or open, from page to page. */
  const margin = document.querySelector("._margin > details");
  if (margin !== null) {
    margin.open = sessionStorage.getItem("casusboek:margin") !== "closed";
    margin.addEventListener("toggle", () => sessionStorage.setItem("casusboek:margin", margin.open ? "open" : "closed"));
  }

  /** Loads the style sheets again, beside the old ones until they are there, so that nothing flickers. */
  const restyle = (version) => {
    for (const old of document.querySelectorAll("link[rel=stylesheet]")) {
      if (old.href.includes("/_casusboek/")) continue;
      const fresh = old.cloneNode();
      fresh.href = old.href.split("?")[0] + "?" + version;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
  };

  /** The tag of this page as the server has it now; null when it cannot be asked. */
  const tag = async () => {
    try {
      return (await fetch(location.pathname, { method: "HEAD", cache: "no-store" })).headers.get("ETag");
    } catch {
      return null;
    }
  };

  // The tag comes with the page: to ask for it now could give that of a page which has changed since.
  const { version: shown, tag: mine } = document.currentScript.dataset;
  let version = null;

  /** Loads the page again if the server has another one now. */
  const compare = async () => {
    const now = await tag();
    if (now !== null && now !== mine) reload();
  };

  const hear = (news) => {
    const first = version === null;
    if (news.version === (first ? Number(shown) : version)) {
      version = news.version;
      return;
    }
    version = news.version;
    if (news.styles) return restyle(version);
    if (first) restyle(version); // something changed while this page was on its way, and it is not known what
    if (news.open && "/" + news.open !== location.pathname && "/" + news.open !== location.pathname + "index.html") {
      location.pathname = "/" + news.open;
      return;
    }
    void compare();
  };

  if ("SharedWorker" in window) {
    const { port } = new SharedWorker("/_casusboek/stream.js");
    port.addEventListener("message", (event) => hear(event.data));
    port.start();
    addEventListener("pagehide", () => port.postMessage("left"));
    addEventListener("pageshow", (event) => event.persisted && reload()); // it has heard nothing while it was away
  } else {
    // On a telephone, which shows few tabs, each has a stream of its own.
    new EventSource("/_casusboek/events").addEventListener("message", (event) => hear(JSON.parse(event.data)));
  }
})();
