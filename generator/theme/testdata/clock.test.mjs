import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./module.mjs";

const { left, more, start, still, stop, whole, written } = await load("_clock.js");
const now = 1_000_000;

test("a clock counts from the minutes of its round, by the time of day", () => {
  const clocks = start(still(), 2, 15, now);
  assert.equal(left(clocks, 2, 15, now), 900);
  assert.equal(left(clocks, 2, 15, now + 60_400), 840, "a second is over when it is over");
  assert.equal(left(clocks, 2, 15, now + 3_600_000), 0, "a tab that slept for an hour");
  assert.equal(left(clocks, 1, 10, now + 60_000), 600, "the clock of another round stands still");
});

test("a clock that is stopped goes on where it was", () => {
  const paused = stop(start(still(), 2, 15, now), now + 300_000);
  assert.equal(paused.until, 0);
  assert.equal(left(paused, 2, 15, now + 9_000_000), 600);
  assert.equal(left(start(paused, 2, 15, now + 9_000_000), 2, 15, now + 9_060_000), 540);
});

test("one clock runs at a time", () => {
  const clocks = start(start(still(), 1, 10, now), 2, 15, now + 60_000);
  assert.equal(clocks.round, 2);
  assert.equal(left(clocks, 1, 10, now + 120_000), 540, "that of round 1 was stopped when the other began");
});

test("a minute more is a minute more, whether the clock runs, stands or is up", () => {
  assert.equal(left(more(still(), 1, 10, now), 1, 10, now), 660);
  assert.equal(more(still(), 1, 10, now).until, 0, "it was standing");
  const running = more(start(still(), 1, 10, now), 1, 10, now + 60_000);
  assert.equal(left(running, 1, 10, now + 60_000), 600);
  assert.ok(running.until > 0);
  assert.equal(whole(running, 1, 10), 660);
  const up = stop(start(still(), 1, 10, now), now + 700_000);
  const again = more(up, 1, 10, now + 800_000);
  assert.equal(left(again, 1, 10, now + 800_000), 60);
  assert.ok(again.until > 0, "nobody adds a minute after the time to look at it");
});

test("a round without minutes has a clock as soon as it is given some", () => {
  assert.equal(start(still(), 4, 0, now).until, 0);
  const given = more(still(), 4, 0, now);
  assert.equal(left(given, 4, 0, now), 60);
  assert.equal(given.until, 0);
  assert.equal(left(start(given, 4, 0, now), 4, 0, now + 10_000), 50);
});

test("a clock is written as one", () => {
  assert.equal(written(0), "0:00");
  assert.equal(written(65), "1:05");
  assert.equal(written(3600), "60:00");
});
