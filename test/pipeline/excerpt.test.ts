import fc from "fast-check";
import { expect, test } from "vitest";
import { excerptOf } from "../../src/pipeline/excerpt.ts";

const text = "Först något. Kvinnor väntar\nlängre än   män på besked. Sedan annat.";
const sentence = { start: text.indexOf("Kvinnor"), end: text.indexOf(" Sedan") - 1 };
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

test("an excerpt is the sentence around the match and no more, with its full stop and folded white space", () => {
  expect(excerptOf(text, span("längre"), sentence)).toEqual({
    before: "Kvinnor väntar ",
    match: "längre",
    after: " än män på besked.",
  });
});

test("a long sentence is cut at a word, and the cut is marked", () => {
  const long = `${"ord ".repeat(100)}kvinnor ${"ord ".repeat(100)}`.trim();
  const at = long.indexOf("kvinnor");
  const excerpt = excerptOf(long, { start: at, end: at + 7 }, { start: 0, end: long.length });
  expect(excerpt.before).toMatch(/^…ord (ord )*$/);
  expect(excerpt.after).toMatch(/^( ord)+…$/);
  expect(excerpt.before.length).toBeLessThanOrEqual(141);
});

test("the match stands in the excerpt as in the text, wherever it lies", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 400 }),
      fc.nat(),
      fc.nat(20),
      (raw, from, length) => {
        const start = raw.length === 0 ? 0 : from % raw.length;
        const end = Math.min(raw.length, start + length);
        const excerpt = excerptOf(raw, { start, end }, { start: 0, end: raw.length });
        expect(excerpt.match).toBe(raw.slice(start, end).replace(/\s+/g, " "));
        expect(excerpt.before.length + excerpt.after.length).toBeLessThanOrEqual(290);
      },
    ),
  );
});
