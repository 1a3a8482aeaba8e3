// What holds for any two reports, made up at random: headings and texts that repeat, swap and vanish.
import fc from "fast-check";
import { expect, test } from "vitest";
import { alignSections, type SectionTexts } from "../../src/compare/align-sections.ts";
import { compareReports } from "../../src/compare/compare-reports.ts";
import type { SectionChange } from "../../src/model/comparison.ts";
import type { DocumentReport } from "../../src/model/report.ts";
import {
  buildDocument,
  buildEvidence,
  buildGap,
  buildReport,
  buildSection,
} from "../report/reports/build-report.ts";

interface Made {
  readonly document: DocumentReport;
  readonly texts: SectionTexts;
}

const word = fc.constantFrom(
  "barn",
  "unga",
  "vård",
  "väg",
  "mål",
  "nämnd",
  "plan",
  "kultur",
  "idrott",
  "lön",
);
const sectionPart = fc.record({
  heading: fc.constantFrom("", "Mål", "Nuläge", "Barn och unga", "Hälsa", "Ekonomi", "Uppföljning"),
  depth: fc.integer({ min: 1, max: 3 }),
  text: fc.array(word, { maxLength: 40 }),
  level: fc.constantFrom(0, 1, 2, 3, 4),
});

const made = fc.array(sectionPart, { minLength: 1, maxLength: 9 }).map((parts): Made => {
  const id = (at: number): string => `s${String(at + 1)}`;
  const sections = parts.map(({ heading, depth, level }, at) =>
    buildSection({
      id: id(at),
      heading,
      depth,
      path: [heading],
      level: level,
      status: level === 0 ? "missing" : "present",
    }),
  );
  const evidence = parts.flatMap(({ level, text }, at) =>
    level === 0
      ? []
      : [
          buildEvidence({
            id: `e${String(at)}`,
            section: id(at),
            level: level,
            excerpt: { before: `${text.join(" ")} `, match: "kvinnor och män", after: "" },
          }),
        ],
  );
  const gaps = parts.flatMap(({ level, heading }, at) =>
    level === 0 ? [buildGap({ section: id(at), fingerprint: `${heading} ${String(at)}` })] : [],
  );
  return {
    document: buildDocument({ path: "a.md", sections, evidence, gaps }),
    texts: new Map(parts.map(({ text }, at) => [id(at), text.join(" ")])),
  };
});

const compare = (one: Made, other: Made, byText: boolean) => {
  const side = (name: string, { document, texts }: Made) => ({
    name,
    report: buildReport([document]),
    ...(byText ? { texts: () => texts } : {}),
  });
  return compareReports(side("a", one), side("b", other)).documents[0]!;
};

test("every section of both documents stands in just one group", () => {
  fc.assert(
    fc.property(made, made, fc.boolean(), (one, other, byText) => {
      const texts = byText ? { before: one.texts, after: other.texts } : null;
      const groups = alignSections(one.document, other.document, texts);
      const all = (document: DocumentReport): number[] => document.sections.map((_, at) => at);
      const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
      expect(sorted(groups.flatMap(({ before }) => before))).toEqual(all(one.document));
      expect(sorted(groups.flatMap(({ after }) => after))).toEqual(all(other.document));
    }),
  );
});

test("compared with itself, a document has not changed", () => {
  fc.assert(
    fc.property(made, fc.boolean(), (one, byText) => {
      const { sections, evidence, gaps } = compare(one, one, byText);
      expect(evidence).toEqual({
        kept: one.document.evidence.length,
        reworded: 0,
        moved: 0,
        gained: 0,
        lost: 0,
      });
      expect(gaps).toEqual({ kept: one.document.gaps.length, closed: [], new: [] });
      for (const { before, after, change, moves } of sections ?? []) {
        expect(after).toEqual(before);
        expect({ change, moves }).toEqual({ change: "same", moves: [] });
      }
    }),
  );
});

test("the other way round everything is mirrored", () => {
  const mirrored: Readonly<Partial<Record<SectionChange, SectionChange>>> = {
    deeper: "shallower",
    shallower: "deeper",
    added: "removed",
    removed: "added",
  };
  fc.assert(
    fc.property(made, made, fc.boolean(), (one, other, byText) => {
      const there = compare(one, other, byText);
      const back = compare(other, one, byText);
      expect(back.inCommon).toBeCloseTo(there.inCommon, 12);
      expect(back.evidence).toEqual({
        ...there.evidence,
        gained: there.evidence.lost,
        lost: there.evidence.gained,
      });
      expect([back.gaps.new.length, back.gaps.closed.length, back.gaps.kept]).toEqual([
        there.gaps.closed.length,
        there.gaps.new.length,
        there.gaps.kept,
      ]);
      const facts = (swap: boolean, { sections }: typeof there): string[] =>
        (sections ?? [])
          .map(({ before, after, change, likeness }) => {
            const is = swap ? (mirrored[change] ?? change) : change;
            return JSON.stringify([swap ? after : before, swap ? before : after, is, likeness]);
          })
          .sort();
      expect(facts(true, back)).toEqual(facts(false, there));
    }),
  );
});
