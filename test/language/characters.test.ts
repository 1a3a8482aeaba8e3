import { expect, test, vi } from "vitest";
import type * as Characters from "../../src/language/characters.ts";

/** The tables as they are in a process that has tokenised nothing yet. */
async function freshTables(): Promise<typeof Characters> {
  vi.resetModules();
  return import("../../src/language/characters.ts");
}

const arabic = "\u0627\u0644";
const units = (from: number, end: number): string =>
  Array.from({ length: end - from }, (_, at) => String.fromCharCode(from + at)).join("");

test("a text is made of the same letters whatever was tokenised before it", async () => {
  const { classOf, lowerOf, prepareFor } = await freshTables();
  // All that a text can hold without asking for the rest of the tables: "ℎ" in a formula was a letter after Arabic only.
  const plain = units(0, 0x530) + units(0x2000, 0x2c00) + units(0xd800, 0xf900) + units(0xffdd, 0x10000);
  const tables = (): number[][] =>
    Array.from(plain, (_, at) => plain.charCodeAt(at)).map((unit) => [
      unit,
      classOf[unit] ?? -1,
      lowerOf[unit] ?? -1,
    ]);
  prepareFor(plain);
  const before = tables();
  prepareFor(arabic);
  expect(tables().filter(([, ...now], at) => now.join() !== before[at]?.slice(1).join())).toEqual([]);
});

test("letters beyond Latin, Greek and Cyrillic are known once a text holds them, and not symbols", async () => {
  const { classOf, prepareFor } = await freshTables();
  prepareFor(arabic);
  const classes = (text: string): number[] =>
    Array.from(text, (character) => classOf[character.charCodeAt(0)] ?? -1);
  expect(classes("\u0627\u05d0\u1e9e\ud55c")).toEqual([1, 1, 1, 1]);
  expect(classes("ℎ№→—")).toEqual([0, 0, 0, 0]);
});
