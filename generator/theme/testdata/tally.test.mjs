import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./module.mjs";

const { compared, count, lines, plain, voted } = await load("_tally.js");
const words = { tallies: "tellingen", group: "groep", round: "ronde" };
const choices = { 0: ["ingrijpen", "niets doen"], 1: ["ingrijpen", "niets doen"], 3: ["ingrijpen", "iets anders"] };
const votes = { 0: { ingrijpen: 7, "niets doen": 1 }, 1: { ingrijpen: 0 }, 3: { "iets anders": 8 } };

test("a round in which nobody voted is not counted", () => {
  assert.deepEqual(voted(votes, ["0", "1", "3"]), ["0", "3"]);
  assert.equal(count(votes, "1", "niets doen"), 0);
  assert.equal(count(votes, undefined, "ingrijpen"), 0);
});

test("a chart compares the first votes with the last, and at a vote with that one", () => {
  assert.deepEqual(compared(votes, ["0", "1", "3"], false), ["0", "3"]);
  assert.deepEqual(compared(votes, ["0", "1"], true), ["0", "1"], "somebody is voting in round 1");
  assert.deepEqual(compared(votes, ["0"], true), [undefined, "0"]);
  assert.deepEqual(compared({ 3: { x: 1 } }, ["0", "3"], false), [undefined, "3"], "one moment is not compared with itself");
  assert.deepEqual(compared({}, ["0", "3"], false), [undefined, undefined]);
});

test("the lines are those of the field tellingen", () => {
  assert.equal(
    lines(votes, choices, words, " Tafel 1 "),
    "tellingen:\n  - {groep: Tafel 1, ronde: 0, ingrijpen: 7, niets doen: 1}\n  - {groep: Tafel 1, ronde: 3, ingrijpen: 0, iets anders: 8}\n",
  );
  assert.equal(lines(votes, { 0: choices[0] }, words, ""), "tellingen:\n  - {ronde: 0, ingrijpen: 7, niets doen: 1}\n");
  assert.equal(lines({}, choices, words, "Tafel 1"), "");
});

test("what YAML would take for something else stands in quotation marks", () => {
  for (const same of ["praten", "niets doen", "één telefoontje", "Tafel 12", "co-creatie"]) assert.equal(plain(same), same);
  for (const other of ["ja: nu", "a, b", "{x}", "#1", "12", "no", "True", "- eerst", "\"x\"", "a # b", "&a", "*a", "~", "", "a: "]) assert.match(plain(other), /^'.*'$/);
  assert.equal(plain("'s avonds bellen"), "'''s avonds bellen'");
});
