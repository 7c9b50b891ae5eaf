// The clock of a table: one for each round, of which one at a time runs. It counts by the time of day, so that a tab that sleeps or a page that
// is loaded again does not lose time.

/**
 * @typedef {object} Clocks
 * @property {Record<string, number>} left  seconds that are left, by round, where the clock has been touched
 * @property {Record<string, number>} whole  seconds that it was given in all, by round, likewise
 * @property {number} round  whose clock runs
 * @property {number} until  when that one ends, in ms of the time of day; 0 when none runs
 */

/** @returns {Clocks} */
export const still = () => ({ left: {}, whole: {}, round: 0, until: 0 });

/** Gives the seconds that are left of a round. @param {Clocks} clocks @param {number} round @param {number} minutes  planned @param {number} now */
export function left(clocks, round, minutes, now) {
  if (clocks.until && clocks.round === round) return Math.max(0, Math.ceil((clocks.until - now) / 1000));
  return clocks.left[round] ?? minutes * 60;
}

/** Gives the seconds that a round has in all. @param {Clocks} clocks @param {number} round @param {number} minutes */
export const whole = (clocks, round, minutes) => clocks.whole[round] ?? minutes * 60;

/** Stops what runs. @param {Clocks} clocks @param {number} now @returns {Clocks} */
export function stop(clocks, now) {
  if (!clocks.until) return clocks;
  return { ...clocks, left: { ...clocks.left, [clocks.round]: left(clocks, clocks.round, 0, now) }, until: 0 };
}

/** Starts the clock of a round, unless its time is up. @param {Clocks} clocks @param {number} round @param {number} minutes @param {number} now @returns {Clocks} */
export function start(clocks, round, minutes, now) {
  const stopped = stop(clocks, now);
  const seconds = left(stopped, round, minutes, now);
  return seconds ? { ...stopped, round, until: now + seconds * 1000 } : stopped;
}

/** Gives a round a minute more; where its time was up, the minute begins at once. @param {Clocks} clocks @param {number} round @param {number} minutes @param {number} now @returns {Clocks} */
export function more(clocks, round, minutes, now) {
  const seconds = left(clocks, round, minutes, now);
  const given = whole(clocks, round, minutes);
  const runs = (clocks.until && clocks.round === round) || (seconds === 0 && given > 0);
  const stopped = runs ? stop(clocks, now) : clocks;
  const longer = { ...stopped, left: { ...stopped.left, [round]: seconds + 60 }, whole: { ...stopped.whole, [round]: given + 60 } };
  return runs ? start(longer, round, minutes, now) : longer;
}

/** Writes seconds as a clock does: 9:05. @param {number} seconds */
export const written = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
