// The chart of a table's votes. It is drawn when the site is built (generator/draw/votes.go), with bars of no votes; here their ends move, by the same rules.

import { all, one } from "./_parts.js";
import { compared, count } from "./_tally.js";

/**
 * Moves the bars of a chart to where the votes are.
 * @param {HTMLElement} chart  what the drawing stands in; its data-chart lists the rounds to compare
 * @param {import("./_tally.js").Votes} votes @param {string} after  "na ronde {n}"
 */
export function drawChart(chart, votes, after) {
  const rounds = chart.dataset.chart?.split(" ") ?? [];
  const moments = compared(votes, rounds, !chart.matches(".vote--all"));
  const rows = all(".v-row", chart);
  const most = Math.max(1, ...rows.flatMap(({ dataset }) => moments.map((moment) => count(votes, moment, dataset.choice ?? ""))));
  const longest = Number(one("[data-bar]", chart).dataset.bar);
  ["first", "last"].forEach((which, i) => {
    const moment = moments[i];
    for (const part of all(`.v-${which}`, chart)) {
      part.setAttribute("visibility", moment === undefined ? "hidden" : "visible");
      const text = one("text", part);
      if (part.matches(".v-key")) {
        text.textContent = after.replace("{n}", moment ?? "");
        continue;
      }
      const n = count(votes, moment, /** @type {HTMLElement} */ (part.parentElement).dataset.choice ?? "");
      const bar = one("rect", part);
      const length = (longest * n) / most;
      bar.setAttribute("width", String(length));
      text.setAttribute("x", String(Number(bar.getAttribute("x")) + length + 8));
      text.textContent = String(n);
    }
  });
}
