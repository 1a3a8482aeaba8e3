import { expect, test, vi } from "vitest";
import type * as Characters from "../../src/language/characters.ts";
import { OutOfTime, withinTime } from "../../src/read/within-time.ts";

/** The tables as they are in a process that has tokenised nothing yet. */
async function freshTables(): Promise<typeof Characters> {
  vi.resetModules();
  return import("../../src/language/characters.ts");
}

const units = (from: number, end: number): string =>
  Array.from({ length: end - from }, (_, at) => String.fromCharCode(from + at)).join("");

test("a text is made of the same letters whatever was tokenised before it", async () => {
  const { classOf, lowerOf, fillTables, isUnknown } = await freshTables();
  // All that a text can hold without asking for the rest of the tables: "ℎ" in a formula was a letter after Arabic only.
  const plain = units(0, 0x530) + units(0x2000, 0x2c00) + units(0xd800, 0xf900) + units(0xffdd, 0x10000);
  const tables = (): number[][] =>
    Array.from(plain, (_, at) => plain.charCodeAt(at)).map((unit) => [
      unit,
      classOf[unit] ?? -1,
      lowerOf[unit] ?? -1,
    ]);
  expect(tables().filter(([unit = 0]) => isUnknown(unit))).toEqual([]);
  const before = tables();
  fillTables();
  expect(tables().filter(([, ...now], at) => now.join() !== before[at]?.slice(1).join())).toEqual([]);
});

test("letters beyond Latin, Greek and Cyrillic are known once a text holds them, and not symbols", async () => {
  const { classOf, fillTables, isUnknown } = await freshTables();
  expect([0x627, 0x5d0, 0x1e9e, 0xd55c].map(isUnknown)).not.toContain(false);
  fillTables();
  expect(isUnknown(0x627)).toBe(false);
  const classes = (text: string): number[] =>
    Array.from(text, (character) => classOf[character.charCodeAt(0)] ?? -1);
  expect(classes("\u0627\u05d0\u1e9e\ud55c")).toEqual([1, 1, 1, 1]);
  expect(classes("ℎ№→—")).toEqual([0, 0, 0, 0]);
});

test("the first text with such letters is cut like every later one", async () => {
  vi.resetModules();
  const { tokenise } = await import("../../src/language/tokenise.ts");
  const { createVocabulary } = await import("../../src/language/vocabulary.ts");
  const text = "Kvinnor och x\u0627y samt \u0627\u0644 i Umeå.";
  const blocks = [{ kind: "paragraph", layer: "body", span: { start: 0, end: text.length } }] as const;
  const words = (): string[] => {
    const { tokens } = tokenise(text, blocks, createVocabulary());
    return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at], tokens.end[at]));
  };
  const first = words();
  expect(first).toEqual(["Kvinnor", "och", "x\u0627y", "samt", "\u0627\u0644", "i", "Umeå"]);
  expect(words()).toEqual(first);
});

test("the units of a text are its own, whatever longer text came before it", async () => {
  const { unitsOf } = await freshTables();
  unitsOf("jämställdhet ".repeat(10_000));
  expect([...unitsOf("ån")]).toEqual([0xe5, 0x6e, 0, 0]);
});

test("the code units of a text are whole after a document that was stopped wherever it was", async () => {
  const { unitsOf } = await freshTables();
  for (let length = 1 << 15; length < 1 << 22; length *= 2) {
    const long = "x".repeat(length);
    const forever = (): void => {
      for (;;) unitsOf(long);
    };
    expect(() => {
      withinTime(1, forever);
    }).toThrow(OutOfTime);
    expect(Array.from(unitsOf("år"))).toEqual([0xe5, 0x72, 0, 0]);
  }
});
