import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./module.mjs";

const { onTable, seen, swiped } = await load("_cards.js");

test("a round begins with one card, and goes on where the reader left it", () => {
  const first = { all: false, reached: 1, dealt: {} };
  assert.equal(onTable(first, 2, 5), 1);
  assert.equal(onTable({ ...first, reached: 2, dealt: { 2: 3 } }, 2, 5), 3);
  assert.equal(onTable({ ...first, reached: 2, dealt: { 2: 9 } }, 2, 5), 5, "a case may have lost cards since");
  assert.equal(onTable({ ...first, reached: 2, dealt: { 2: -1 } }, 2, 5), 1);
});

test("who has been further, or reads all, sees all cards", () => {
  assert.equal(onTable({ all: false, reached: 3, dealt: { 2: 1 } }, 2, 5), 5);
  assert.equal(onTable({ all: true, reached: 0, dealt: {} }, 2, 5), 5);
});

test("a part is seen with the cards that it takes", () => {
  const down = new Set(["samir", "brief"]);
  assert.ok(seen("sloop", down));
  assert.ok(!seen("samir", down));
  assert.ok(!seen("sloop samir", down), "a line needs both of its ends");
  assert.ok(seen("sloop samir,sloop korting", down), "a line for two causes stays for the one that is known");
  assert.ok(!seen("sloop samir,sloop brief", down));
  assert.ok(seen("samir-belt", down), "not a part of an id");
});

test("a swipe goes to the left and not down", () => {
  assert.ok(swiped(-80, 10));
  assert.ok(!swiped(80, 0));
  assert.ok(!swiped(-30, 0));
  assert.ok(!swiped(-80, 60));
});
