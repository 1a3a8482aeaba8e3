// What holds of a baseline whatever an editor does to a draft: laws, tried on drafts that fast-check makes up.
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { compareWithBaseline, entriesOf, pruneEntries, type BaselineEntry } from "../../src/gate/baseline.ts";
import { findingsOf } from "../../src/gate/findings.ts";
import type { DocumentReport } from "../../src/model/report.ts";
import { auditText } from "../support/audit-text.ts";

/** A section of a draft: its heading without number, and its text. */
interface Part {
  readonly heading: string;
  readonly text: string;
}

const headings = ["Skola", "Äldreomsorg", "Kultur", "Regional utveckling", "Vård", "Arbetsmarknad"];
const texts = [
  "Andelen elever som når målen är 84 procent. Nämnden ska öka andelen elever till 90 procent.",
  "Antalet patienter över 80 år var 3 400. Målet är att patienterna ska få en fast läkarkontakt.",
  "Andelen brukare som är nöjda är 72 procent. Nämnden ska öka andelen brukare till 80 procent.",
  "Skillnaden i betyg mellan flickor och pojkar ska minska till 2 procentenheter 2028.",
  "Planen gäller från och med nästa år.",
];
const part = fc.record({ heading: fc.constantFrom(...headings), text: fc.constantFrom(...texts) });
const parts = fc.array(part, { minLength: 1, maxLength: 4 });

const numbered = (list: readonly Part[], first = 1): string =>
  list.map(({ heading, text }, index) => `## ${String(index + first)} ${heading}\n\n${text}\n`).join("\n");
const audits = new Map<string, Promise<DocumentReport>>();
const audit = (list: readonly Part[], first?: number): Promise<DocumentReport> => {
  const text = `# Plan\n\n${numbered(list, first)}`;
  const known = audits.get(text) ?? auditText(text);
  audits.set(text, known);
  return known;
};
const newIn = (document: DocumentReport, accepted: readonly BaselineEntry[]): string[] =>
  findingsOf(compareWithBaseline(document, accepted).document)
    .filter(({ baseline }) => baseline === "new")
    .map(({ fingerprint }) => fingerprint);
const fingerprints = (document: DocumentReport): string[] =>
  findingsOf(document)
    .map(({ fingerprint }) => fingerprint)
    .sort();
// The same drafts each time: what fails once fails again.
const runs = { numRuns: 25, seed: 2026 };

beforeAll(async () => {
  // The rules are loaded once.
  await audit([{ heading: "Skola", text: texts[0] ?? "" }]);
});

describe("a draft and the baseline that was made of it", () => {
  test("have nothing new and nothing mended between them", async () => {
    await fc.assert(
      fc.asyncProperty(parts, async (list) => {
        const document = await audit(list);
        const { fixed } = compareWithBaseline(document, entriesOf(document));
        expect([newIn(document, entriesOf(document)), fixed]).toEqual([[], []]);
      }),
      runs,
    );
  });

  test("renumbered and with its sections in another order, it has the same fingerprints", async () => {
    // Sections of one heading are told apart by their order, and a text that comes again is judged by its first place.
    const unequal = fc.uniqueArray(part, {
      minLength: 2,
      maxLength: 4,
      comparator: (a, b) => a.heading === b.heading || a.text === b.text,
    });
    await fc.assert(
      fc.asyncProperty(unequal, fc.integer({ min: 2, max: 9 }), async (list, first) => {
        const [before, after] = [await audit(list), await audit([...list].reverse(), first)];
        expect(newIn(after, entriesOf(before))).toEqual([]);
        const gaps = ({ gaps: own }: DocumentReport): string[] =>
          own.map(({ fingerprint }) => fingerprint).sort();
        expect(gaps(after)).toEqual(gaps(before));
      }),
      runs,
    );
  });

  test("keeps every fingerprint apart from every other, also of equal sections", async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 2, max: 3 }), async (list, times) => {
        const repeated = Array.from({ length: times }, () => list).flat();
        const all = fingerprints(await audit(repeated));
        expect(new Set(all).size).toBe(all.length);
      }),
      runs,
    );
  });

  test("a section more never hides behind those that were accepted", async () => {
    await fc.assert(
      fc.asyncProperty(parts, part, async (list, more) => {
        const [before, after] = [await audit(list), await audit([...list, more])];
        const accepted = entriesOf(before);
        const gapsNow = after.gaps.length;
        const unchanged = findingsOf(compareWithBaseline(after, accepted).document).filter(
          ({ baseline, kind }) => baseline === "unchanged" && kind === "gap",
        ).length;
        // Each accepted gap answers for one gap at most.
        expect(unchanged).toBeLessThanOrEqual(before.gaps.length);
        expect(gapsNow - unchanged).toBeGreaterThanOrEqual(gapsNow - before.gaps.length);
      }),
      runs,
    );
  });
});

describe("pruning", () => {
  test("leaves a part of what was there, in its order, and all that is still found", async () => {
    await fc.assert(
      fc.asyncProperty(parts, parts, async (list, other) => {
        const [before, after] = [await audit(list), await audit(other)];
        const accepted = entriesOf(before);
        const left = pruneEntries(accepted, after);
        expect(accepted.filter((entry) => left.includes(entry))).toEqual(left);
        // What did not count as new before it does not count as new after it.
        expect(newIn(after, left)).toEqual(newIn(after, accepted));
      }),
      runs,
    );
  });

  test("twice is the same as once", async () => {
    await fc.assert(
      fc.asyncProperty(parts, parts, async (list, other) => {
        const [before, after] = [await audit(list), await audit(other)];
        const once = pruneEntries(entriesOf(before), after);
        expect(pruneEntries(once, after)).toEqual(once);
      }),
      runs,
    );
  });

  test("what is named as mended is what goes, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(parts, parts, async (list, other) => {
        const [before, after] = [await audit(list), await audit(other)];
        const accepted = entriesOf(before);
        const { fixed } = compareWithBaseline(after, accepted);
        expect(accepted.length - pruneEntries(accepted, after).length).toBe(fixed.length);
      }),
      runs,
    );
  });
});
