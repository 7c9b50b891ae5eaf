// Reading without a connection: brings the worker to life that keeps pages (sw.js), and tells it what to keep of this one. Only a site that asks for it
// in index.md has this script.

export {}; // a module, whose names are its own

const script = /** @type {HTMLScriptElement} */ (document.currentScript);

if (location.protocol.startsWith("http") && "serviceWorker" in navigator) {
  void (async () => {
    try {
      await navigator.serviceWorker.register(script.dataset.worker ?? "");
      const { active } = await navigator.serviceWorker.ready;
      // What the page shows was loaded before the worker was there, when this is the first visit; and who opened a case goes on to its rounds.
      const shown = performance.getEntriesByType("resource").map((entry) => entry.name);
      const onward = [...document.querySelectorAll(".stops a, .onward a")].map((link) => /** @type {HTMLAnchorElement} */ (link).href);
      active?.postMessage([location.href, ...shown, ...onward]);
    } catch {
      // a browser that keeps nothing reads with a connection only
    }
  })();
}
