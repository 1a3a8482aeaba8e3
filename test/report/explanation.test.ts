import { describe, expect, test } from "vitest";
import type { DocumentWorking, PackWorking, VerdictConditions } from "../../src/model/working.ts";
import { renderVerdictRules, renderWorking } from "../../src/report/explain/render-explanation.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { displayWidth } from "../../src/report/terminal/lay-out.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";

const screen: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };
const limits = {
  expectedSectionsAtLeast: 3,
  readShareAtLeast: 0.9,
  clearCoverage: 0.5,
  missingCoverage: 0.15,
  confinedConcentration: 0.7,
};
const conditions: VerdictConditions = {
  tooFewExpected: false,
  tooLittleRead: false,
  covered: false,
  steers: true,
  analyses: false,
  hardlyCovered: false,
  shallow: false,
  framed: false,
  concentrated: false,
};
const [budget] = mixedFolder.documents;

function packWorking(part: Partial<PackWorking> = {}): PackWorking {
  const { coverage, verdict, sections } = budget!;
  return {
    pack: "jamstalldhet",
    coverage,
    verdict,
    judged: sections,
    conditions,
    thresholds: limits,
    words: { expected: 4000, covered: 1640, review: 240 },
    sections: new Map(),
    ...part,
  };
}

const working = (part: Partial<PackWorking> = {}): DocumentWorking => ({
  document: budget!,
  packs: [packWorking(part)],
});

describe("how a verdict is set", () => {
  test("as linear text: the same words, nothing indented", () => {
    const [pack] = mixedFolder.packs;
    const own = [{ pack: pack!, limits }];
    const text = renderVerdictRules(own, { ...screen, plain: true });
    expect(text).not.toMatch(/^ | {2}/m);
    const words = (shown: string): string[] => shown.split(/\s+/);
    expect(words(text)).toEqual(words(renderVerdictRules(own, screen)));
  });

  test("five steps in their order, with the thresholds of the pack", () => {
    const [pack] = mixedFolder.packs;
    expect(renderVerdictRules([{ pack: pack!, limits }], screen)).toMatchSnapshot();
  });

  test("thresholds that were changed are shown as changed", () => {
    const [pack] = mixedFolder.packs;
    const own = { ...limits, clearCoverage: 0.6, expectedSectionsAtLeast: 5 };
    const text = renderVerdictRules([{ pack: pack!, limits: own }], { ...screen, lang: "en" });
    expect(text).toContain("fewer than 5 sections");
    expect(text).toContain("at least 60%");
    expect(text).not.toMatch(/50%|omdöme|täckning/i);
  });
});

describe("the working behind a document", () => {
  test("steps, arithmetic and expected sections", () => {
    expect(renderWorking(working(), mixedFolder, screen)).toMatchSnapshot();
  });

  test("stops at the step that decided", () => {
    const text = renderWorking(working({ verdict: "notAssessed" }), mixedFolder, screen);
    expect(text).toContain("1. bedöms ej? ja");
    expect(text).not.toContain("2. lyfts tydligt?");
  });

  test("unfolds a section with its sentences, traps and gaps", () => {
    const text = renderWorking(
      working({
        sections: new Map([
          [
            "s2",
            {
              role: "body",
              because: ["expectation:people"],
              expectations: [{ rule: "people-age", text: "elev", because: "people" }],
              sentences: [
                {
                  text: "Privata utförare ska jämställas med kommunala.",
                  level: 0,
                  evidence: [],
                  discounted: [{ rule: "jamstalld", text: "jämställas", because: "trap:jamstalls-med" }],
                  traps: [],
                  signals: [],
                  steps: [],
                },
              ],
            },
          ],
        ]),
      }),
      mixedFolder,
      screen,
    );
    expect(text).toMatchSnapshot();
  });

  const children = packWorking({ pack: "barnratt", verdict: "missing" });
  const twoPacks = {
    labels: mixedFolder.labels,
    packs: [
      ...mixedFolder.packs,
      { id: "barnratt", version: "1", sha256: "", title: { sv: "Barnrätt", en: "Children's rights" } },
    ],
  };

  test("of several packs each has its own verdict, under its name", () => {
    const text = renderWorking({ document: budget!, packs: [packWorking(), children] }, twoPacks, screen);
    const [first = "", second = ""] = text.split("\nBarnrätt\n");
    expect(first).toContain("\nJämställdhet\n\nOmdöme: finns delvis");
    expect(second).toContain("Omdöme: saknas");
    expect(second).not.toContain("Jämställdhet");
  });

  test("of several packs each names its own gaps of a section, and no other's", () => {
    const [gap] = budget!.gaps;
    const gaps = [gap!, { ...gap!, rule: "barnratt/gap-child", message: "Barnen nämns inte." }];
    const sections = new Map([
      [gap!.section, { role: "body", because: [], expectations: [], sentences: [] }],
    ]);
    const text = renderWorking(
      { document: { ...budget!, gaps }, packs: [packWorking({ sections }), { ...children, sections }] },
      twoPacks,
      screen,
    );
    const [first = "", second = ""] = text.split("\nBarnrätt\n");
    expect(first).toContain(`(${gap!.rule})`);
    expect(first).not.toContain("Barnen nämns inte.");
    expect(second).toContain("Barnen nämns inte. (barnratt/gap-child)");
    expect(second).not.toContain(`(${gap!.rule})`);
  });

  test.each([60, 80, 200])("fits %i columns", (width) => {
    for (const line of renderWorking(working(), mixedFolder, { ...screen, width }).split("\n"))
      expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });
});
