import fc from "fast-check";
import { expect, test } from "vitest";
import { fillTables, unitsOf } from "../../src/language/characters.ts";
import { createVocabulary, hashOf, nextHash, type Vocabulary } from "../../src/language/vocabulary.ts";

const idIn = (vocabulary: Vocabulary, text: string, start: number, end: number): number => {
  const units = unitsOf(text);
  return vocabulary.idOf(units, start, end, hashOf(units, start, end));
};
const idOf = (vocabulary: Vocabulary, word: string): number => idIn(vocabulary, word, 0, word.length);

test("a word has one number and comes back in lower case", () => {
  const vocabulary = createVocabulary();
  const id = idOf(vocabulary, "Jämställdhet");
  expect(idOf(vocabulary, "JÄMSTÄLLDHET")).toBe(id);
  expect(vocabulary.word(id)).toBe("jämställdhet");
  expect(vocabulary.size()).toBe(1);
});

test("a part of a text is looked up where it stands", () => {
  const vocabulary = createVocabulary();
  const text = "om kvinnor och män";
  expect(vocabulary.word(idIn(vocabulary, text, 3, 10))).toBe("kvinnor");
});

test("a hash that is made letter by letter is that of the word, in capitals too", () => {
  const hash = Array.from("jämställd", (letter) => letter.charCodeAt(0)).reduce(nextHash, 0);
  expect(hash).toBe(hashOf(unitsOf("JÄMSTÄLLD"), 0, 9));
  expect(hash).not.toBe(hashOf(unitsOf("JÄMSTÄLLT"), 0, 9));
});

test("words that share a hash do not share a number: two lists of words agree with a map", () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zåäö]{1,6}$/), { maxLength: 400 }), (words) => {
      const vocabulary = createVocabulary();
      const known = new Map<string, number>();
      for (const word of words) {
        const id = idOf(vocabulary, word);
        expect(id).toBe(known.get(word) ?? known.size);
        known.set(word, id);
      }
      for (const [word, id] of known) expect(vocabulary.word(id)).toBe(word);
    }),
    { numRuns: 50 },
  );
});

test("grows beyond its first tables without mixing up words", () => {
  const vocabulary = createVocabulary();
  const words = Array.from({ length: 70_000 }, (_, number) => `ord${number.toString(36)}`);
  const ids = words.map((word) => idOf(vocabulary, word));
  expect(new Set(ids).size).toBe(words.length);
  expect(vocabulary.word(ids[65_432] ?? -1)).toBe(words[65_432]);
  expect(idOf(vocabulary, "ord0")).toBe(0);
});

test("a word longer than the pool's first room is kept whole", () => {
  const vocabulary = createVocabulary();
  const long = "å".repeat(300_000);
  expect(vocabulary.word(idOf(vocabulary, "kort"))).toBe("kort");
  const id = idOf(vocabulary, long);
  expect(idOf(vocabulary, long.toUpperCase())).toBe(id);
});

test("a hyphen or an en dash inside a word is the same sign, whatever other texts were read before", () => {
  const vocabulary = createVocabulary();
  const before = ["40-60", "40–60", "40\u201060", "40\u201160"].map((word) => idOf(vocabulary, word));
  expect(new Set(before).size).toBe(1);
  expect(vocabulary.word(before[1] ?? -1)).toBe("40-60");
  fillTables();
  expect(idOf(vocabulary, "40–60")).toBe(before[0]);
  expect(idOf(vocabulary, "4060")).not.toBe(before[0]);
});

test("a text without blanks is one word, however long", () => {
  const vocabulary = createVocabulary();
  const word = "jämställd".repeat(100_000);
  fillTables();
  expect(vocabulary.word(idOf(vocabulary, word))).toBe(word);
});
