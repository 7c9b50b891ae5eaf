// Which cards lie on the table, and what may be seen with them. Nothing here touches a page.

/**
 * How many cards of a round lie on the table when its page opens: all of them for who has been there, else the first.
 * @param {{all: boolean, reached: number, dealt: Record<string, number>}} progress @param {number} round @param {number} cards @returns {number}
 */
export function onTable({ all, reached, dealt }, round, cards) {
  if (all || reached > round) return cards;
  return Math.min(cards, Math.max(1, dealt[round] ?? 1));
}

/**
 * Whether a part of a picture may be seen while some cards lie face down. Its tag names the events that it takes: "sloop", "sloop samir" for a line between two,
 * "sloop samir,sloop brief" for one that stands for either.
 * @param {string} tag @param {Set<string>} down
 */
export const seen = (tag, down) => tag.split(",").some((list) => list.split(" ").every((id) => !down.has(id)));

/** Whether a finger went to the left, as one who turns a page does; and not up or down, as one who reads on. @param {number} dx @param {number} dy  in px */
export const swiped = (dx, dy) => dx < -48 && Math.abs(dx) > 2 * Math.abs(dy);
