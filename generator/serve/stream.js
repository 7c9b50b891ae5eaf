// Listens to the preview for all its tabs at once, as a shared worker. A browser opens no more than six connections to a host by HTTP/1.1, in
// all tabs together, so a stream for each page would leave none for the seventh.
"use strict";
const tabs = new Set();
let last = null;

new EventSource("/_casusboek/events").addEventListener("message", (event) => {
  last = JSON.parse(event.data);
  for (const tab of tabs) tab.postMessage(last);
});

addEventListener("connect", ({ ports: [tab] }) => {
  tabs.add(tab);
  tab.addEventListener("message", () => tabs.delete(tab)); // the page is being left
  tab.start();
  if (last !== null) tab.postMessage({ version: last.version });
});
