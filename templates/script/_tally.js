// The votes of a table: which rounds to compare, how long the bars are, and the lines for the file of a session.

/** @typedef {Record<string, Record<string, number>>} Votes  by round, then by choice as the author wrote it */

/** Gives the votes for a choice. @param {Votes} votes @param {string | undefined} round @param {string} choice */
export const count = (votes, round, choice) => (round !== undefined && votes[round]?.[choice]) || 0;

/** Gives the rounds of a list in which somebody voted. @param {Votes} votes @param {string[]} rounds */
export const voted = (votes, rounds) => rounds.filter((round) => Object.values(votes[round] ?? {}).some((n) => n > 0));

/**
 * Gives the two rounds that a chart compares: the first that was voted in, if there is one before the last, and the last. The last is the last of
 * the list when the chart is its own (somebody is voting), else the last that was voted in.
 * @param {Votes} votes @param {string[]} rounds @param {boolean} own @returns {[string | undefined, string | undefined]}
 */
export function compared(votes, rounds, own) {
  const counted = voted(votes, rounds);
  const last = own ? rounds.at(-1) : counted.at(-1);
  return [counted[0] === last ? undefined : counted[0], last];
}

/** Writes a text as YAML reads it inside braces, in quotation marks where it would be taken for something else. @param {string} text */
export function plain(text) {
  const simple = /^\p{L}[\p{L}\p{N} -]*$/u.test(text) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(text) && !text.endsWith(" ");
  return simple ? text : `'${text.replaceAll("'", "''")}'`;
}

/**
 * Writes the votes as the field tellingen of a session has them; empty without votes.
 * @param {Votes} votes @param {Record<string, string[]>} choices  of each round
 * @param {{tallies?: string, group?: string, round?: string}} words  what the fields are called @param {string} table  may be empty
 */
export function lines(votes, choices, words, table) {
  const of = table.trim() ? `${words.group}: ${plain(table.trim())}, ` : "";
  const rows = voted(votes, Object.keys(choices)).map(
    (round) => `  - {${of}${words.round}: ${round}, ${choices[round]?.map((choice) => `${plain(choice)}: ${count(votes, round, choice)}`).join(", ")}}\n`,
  );
  return rows.length ? `${words.tallies}:\n${rows.join("")}` : "";
}
