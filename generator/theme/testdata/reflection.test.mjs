import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./module.mjs";

const { nothing, line, markdown, read, write } = await load("_reflection.js");
const dutch = { english: false, notes: [] };

/** All that a hostile or unlucky reader may paste. */
const hostile = [
  "---", "---\nkop: gekaapt\n---\n\nBody", "kop: x", "- - -", "***", "___", "===", "a\n===", "a\n---", "# kop", "#hashtag", "> citaat", "1. een", "12) twaalf", "+ plus", "- min",
  "* ster", "    ingesprongen", "\tingesprongen", "`code`", "```\nblok\n```", "~~~\nblok\n~~~", "[[nadira]]", "[[#sloop|woorden]]", "[a](javascript:alert(1))", "[a]: x", "[^1]", "[^1]: noot",
  "![beeld](x.png)", "<script>alert(1)</script>", "<!-- weg -->", "<https://x.example>", "&amp; &#60; &nbsp;", "a | b\n--|--\n1 | 2", "| a |\n|:-|", ":--", "\\", "a\\", "a\\\nb\\", "\\[[x]]", '"', "''", "zo’n 't", "{{.Title}}", "%!s",
  "👩‍👩‍👧‍👦 🇳🇱", "عربي \u200f(x)\u200e", "\u202eomgekeerd\u202c", "é e\u0301", "a\u00a0b", "null", "~", "true", "2026-11-23", "12:30", "@x", "!tag", "&anker", "*anker", "%YAML", "'", "a: b # c", ", ]", "}", "x".repeat(100_000),
];

const whole = {
  ...nothing(), headline: "Ik: \"zij\" # niet", participant: "Els van der Veld", role: "wijkconsulent", organisation: "Tij & Co", display: "name", consent: "2026-11-23", session: "dag", cases: ["nadira"],
  themes: ["een", "twee"], first_impression: "Zij wil niet.", later_judgement: "Niemand vroeg het.", turning_card: "nadira#brief", advice: "Bel.", next_step: "Maandag.", after_round: 3, text: "Een.\nTwee.\n\nDrie.",
};

test("a whole file, as a person reads it", () => {
  assert.equal(write(whole, { english: false, notes: ["Gemaakt\nop een pagina"] }), `---
# Gemaakt op een pagina
kop: "Ik: \\"zij\\" # niet"
deelnemer: "Els van der Veld"
functie: "wijkconsulent"
organisatie: "Tij & Co"
weergave: naam
toestemming: {gegeven: 2026-11-23}
sessie: "dag"
casussen: ["nadira"]
themas: ["een", "twee"]
na_ronde: 3
eerste_indruk: "Zij wil niet."
later_oordeel: "Niemand vroeg het."
kantelkaart: "nadira#brief"
advies: "Bel."
volgende_stap: "Maandag."
---

Een.\\
Twee.

Drie.
`);
});

test("what is written is read again, in both languages", () => {
  for (const english of [false, true]) {
    assert.deepEqual(read(write(whole, { english, notes: ["x"] })), whole);
    assert.deepEqual(read("\ufeff" + write(whole, { english, notes: [] }).replaceAll("\n", "\r\n")), whole);
  }
  assert.deepEqual(read(write(nothing(), dutch)), nothing());
});

test("hostile texts come back as they were typed", () => {
  for (const typed of [...hostile, hostile.join("\n"), hostile.join("\n\n")]) {
    const file = write({ ...whole, text: typed, advice: typed, headline: typed, organisation: typed }, dutch);
    assert.equal(file.split("\n").filter((text) => text === "---").length, 2, JSON.stringify(typed));
    const back = read(file);
    assert.equal(typeof back, "object", `line ${back} of ${JSON.stringify(file.slice(0, 300))}`);
    const wanted = typed.split("\n").map((text) => text.replace(/\t/g, " ").replace(/^ +| +$/g, "")).join("\n");
    if (typed.split("\n\n").some((text) => text.length > 4500)) {
      // A paragraph may not be longer than a content file allows: no word is lost, but it becomes more paragraphs.
      assert.equal(back.text.replace(/\s+/g, ""), wanted.replace(/\s+/g, ""));
      for (const text of markdown(typed).split("\n\n")) assert.ok(text.length < 10_000, `a paragraph of ${text.length} characters`);
    } else assert.equal(back.text, wanted);
    assert.equal(back.advice, line(typed));
  }
});

test("what no text file may hold is left out", () => {
  assert.equal(line("a\u0000b\u0007c\u007fd\u0085e\u2028f\ufeffg\ud800h\r\n\ti"), "abcd e fg?h i");
  assert.equal(markdown("a\u0000b\r\n\r\nc\rd\u000be\n\n\n\nf  "), "ab\n\nc\\\nd\\\ne\n\nf");
  assert.doesNotMatch(write({ ...whole, text: "\u001b[31m", advice: "\u009b31m" }, dutch), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test("Markdown is no more than its text needs", () => {
  for (const plain of ["Ze zei: ‘Kom binnen.’ Dat is 100% waar (denk ik); wat nu? Ja/nee...", "Zo'n 12 jaar, van 2.30 uur af - tot nu toe!", "“Hè?” zei zij."]) assert.equal(markdown(plain), plain);
});

test("a file of somebody else's hand is refused, with the line", () => {
  const file = write(whole, dutch);
  for (const [from, to, where] of [
    ["---\n", "", 1],
    ["\n---\n", "\n", 22],
    ['kop: "', 'kop: ', 2],
    ["kop:", "kopje:", 2],
    ['functie: "wijkconsulent"', "functie: [1]", 4],
    ["weergave: naam", "weergave: alles", 6],
    ["{gegeven: 2026-11-23}", "ja", 7],
    ['["nadira"]', '"nadira"', 9],
    ['["nadira"]', "[1]", 9],
    ["na_ronde: 3", "na_ronde: drie", 11],
    ["advies:", "kop:", 15],
    ["Drie.", "**Drie.**", 22],
    ["Een.\\\n", "Een.\n", 19],
    ["Drie.", "Drie.\n- vier", 22],
  ]) {
    assert.ok(file.includes(from), from);
    assert.equal(read(file.replace(from, to)), where, `${from} -> ${to}`);
  }
  for (const other of ["", "# Notities", "\u0000\u0001", "---", "<html>"]) assert.equal(typeof read(other), "number");
});
