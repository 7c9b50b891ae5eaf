// Tells the learning system that somebody has begun, and that they have read to the end. Nothing else leaves the page.
// SCORM 1.2, Run-Time Environment: 3.3.6.1 says where to look for the system, 3.4 what it can be told.
"use strict";
(() => {
  // The system stands somewhere in the windows around this one. One of another host may not be looked into.
  const around = (win) => {
    for (let i = 0; i < 10 && win; i++) {
      try {
        if (win.API) return win.API;
      } catch {
        return null;
      }
      if (win.parent === win) return null;
      win = win.parent;
    }
    return null;
  };
  const api = around(window) ?? around(window.opener);
  const frame = document.querySelector("iframe");
  if (!api || !frame || api.LMSInitialize("") === "false") return;

  const status = "cmi.core.lesson_status";
  const finished = () => /^(completed|passed)$/.test(api.LMSGetValue(status));
  const tell = (value) => {
    api.LMSSetValue(status, value);
    api.LMSCommit("");
  };
  if (!finished()) tell("incomplete");

  const opened = () => {
    if (frame.contentWindow.location.pathname.includes("/" + frame.dataset.last) && !finished()) tell("completed");
  };
  frame.addEventListener("load", opened);
  opened();
  let open = true;
  addEventListener("pagehide", () => {
    if (open) api.LMSFinish("");
    open = false;
  });
})();
