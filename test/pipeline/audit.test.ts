// One small document through the whole audit, and what holds for every report.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assembleReport } from "../../src/pipeline/assemble-report.ts";
import { auditFile } from "../../src/pipeline/audit.ts";
import { readDocument } from "../../src/read/read-document.ts";
import { defaultLimits, defaultReadOptions } from "../../src/read/reader.ts";
import { auditBytes, auditText, builtinPacks, fixture, sectionOf } from "../support/audit-text.ts";

const plan = `# Verksamhetsplan 2027

## 1 Skola

Flickor når gymnasiebehörighet oftare än pojkar, 92 respektive 86 procent.

## 2 Vård

Nämnden ska ta fram könsuppdelade väntetider för alla planerade operationer.

## 3 Arbete

Av invånarna i arbetsför ålder arbetar 78 procent. Regionen ska öka andelen invånare i arbete till 80 procent.

## 4 Fastigheter

Energianvändningen ska minska med 20 procent till 2027.
`;

describe("a small document", () => {
  test("comes out with its sections, evidence, gaps and numbers", async () => {
    const report = await auditText(plan, { type: "verksamhetsplan", name: "plan.md" });
    expect(report).toMatchObject({
      path: "plan.md",
      format: "md",
      status: "audited",
      type: { id: "verksamhetsplan", confidence: 1, because: ["option: --type"] },
      verdict: "clear",
      coverage: { expected: 3, covered: 2, review: 0 },
      reading: { share: 1 },
      pages: null,
    });
    expect(
      report.sections
        .filter(({ number }) => number !== null)
        .map(({ number, status, level, location }) => [number, status, level, location]),
    ).toEqual([
      ["1", "present", 2, { line: 3, column: 4 }],
      ["2", "present", 3, { line: 7, column: 4 }],
      ["3", "missing", 0, { line: 11, column: 4 }],
      ["4", "notExpected", 0, { line: 15, column: 4 }],
    ]);
    expect(report.gaps.map(({ section }) => section)).toContain(sectionOf(report, "3 Arbete").id);
    expect(report.evidence.map(({ location }) => location)).toEqual(
      expect.arrayContaining([expect.objectContaining({ line: 5 }), expect.objectContaining({ line: 9 })]),
    );
  });

  test("is the same document as HTML and as text", async () => {
    const html = plan
      .replace(/^## (.*)$/gm, "<h2>$1</h2>")
      .replace(/^# (.*)$/gm, "<h1>$1</h1>")
      .replace(/^([A-ZÅÄÖ].*)$/gm, "<p>$1</p>");
    const asMarkdown = await auditText(plan);
    const asHtml = await auditText(`<!doctype html><html lang="sv"><body>${html}</body></html>`, {
      name: "plan.html",
    });
    expect(asHtml.format).toBe("html");
    const shape = (report: typeof asHtml) =>
      report.sections.map(({ number, heading, status, level }) => [number, heading, status, level]);
    expect(shape(asHtml)).toEqual(shape(asMarkdown));
    expect(asHtml.coverage).toEqual(asMarkdown.coverage);
  });

  test("gives the same report from decomposed letters", async () => {
    const composed = await auditText(plan);
    const decomposed = await auditText(plan.normalize("NFD"));
    expect({ ...decomposed, sha256: "", evidence: decomposed.evidence.length }).toMatchObject({
      verdict: composed.verdict,
      coverage: composed.coverage,
      evidence: composed.evidence.length,
    });
  });

  test("speaks English when asked, with the same findings", async () => {
    const swedish = await auditText(plan, { lang: "sv" });
    const english = await auditText(plan, { lang: "en" });
    expect(english.gaps[0]?.message).not.toBe(swedish.gaps[0]?.message);
    expect(english.gaps.map(({ fingerprint }) => fingerprint)).toEqual(
      swedish.gaps.map(({ fingerprint }) => fingerprint),
    );
  });
});

describe("same input, same bytes", () => {
  test.each(["regional-utvecklingsstrategi.pdf", "verksamhetsplan.docx"])("%s", async (name) => {
    const bytes = await fixture(`fixtures/halland/${name}`);
    const packs = await builtinPacks();
    const first = JSON.stringify(assembleReport([await auditBytes(bytes.slice(), name)], packs));
    const second = JSON.stringify(assembleReport([await auditBytes(bytes.slice(), name)], packs));
    expect(second).toBe(first);
    expect(first, "no absolute path").not.toContain(process.cwd());
    expect(first, "no clock").not.toMatch(/\d{4}-\d\d-\d\dT\d\d:\d\d/);
  });

  test("a document is judged the same, whatever was judged before it", async () => {
    const alone = await auditText(plan);
    await auditBytes(await fixture("fixtures/halland/tillvaxtstrategi.pdf"), "tillvaxtstrategi.pdf");
    expect(await auditText(plan)).toEqual(alone);
  });
});

describe("files that cannot be judged", () => {
  test.each([
    ["fixtures/bad/empty.pdf", "unreadable", "EMPTY_FILE"],
    ["fixtures/bad/encrypted.pdf", "unreadable", "PDF_ENCRYPTED"],
    ["fixtures/bad/scanned.pdf", "no-text", "PDF_NO_TEXT"],
  ])("%s is %s, with its reason and no numbers", async (file, status, code) => {
    const report = await auditBytes(await fixture(file), file);
    expect(report).toMatchObject({
      status,
      verdict: "notAssessed",
      coverage: { share: null, expected: 0, depth: null },
      sections: [],
      evidence: [],
      gaps: [],
    });
    expect(report.notices.map((notice) => notice.code)).toContain(code);
    for (const { message, hint } of report.notices) {
      expect(message).not.toBe("");
      expect(hint).not.toBe("");
    }
  });

  test.each(["control-characters.txt", "control-characters.md"])(
    "%s lets no control character out",
    async (name) => {
      const report = await auditBytes(await fixture(`fixtures/bad/${name}`), name);
      expect(report.status).toBe("audited");
      const texts = JSON.stringify({ ...report, notices: [] });
      expect(texts).not.toMatch(/\\u00[01]|\\u007f|[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
    },
  );

  test("the summary counts them as failed and judges the others", async () => {
    const good = await auditText(plan);
    const bad = await auditBytes(await fixture("fixtures/bad/empty.pdf"), "empty.pdf");
    const { summary } = assembleReport([good, bad], await builtinPacks());
    expect(summary).toMatchObject({ documents: 2, audited: 1, failed: 1 });
    expect(Object.values(summary.verdicts).reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});

describe("laws", () => {
  const sentence = fc.constantFrom(
    "Kvinnor väntar i genomsnitt längre än män på besked.",
    "Nämnden ska ta fram könsuppdelad statistik.",
    "Målet är jämställdhet.",
    "En digital signatur jämställs med underskrift.",
    "Andelen elever som når målen ska öka till 90 procent.",
    "Energianvändningen ska minska.",
    "| Kvinnor | 38 |",
    "- Ansvarig: nämnden senast 2027",
  );
  const text = fc
    .array(
      fc.tuple(
        fc.constantFrom("## 1 Mål", "## Förord", "## Referenser", "### Ekonomi", ""),
        fc.array(sentence),
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.map(([heading, lines]) => [heading, ...lines].join("\n\n")).join("\n\n"));

  test("statuses, levels and evidence of a report agree with each other", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (markdown) => {
        const report = await auditText(`Inledning.\n\n${markdown}\n`);
        const ids = new Set(report.sections.map(({ id }) => id));
        for (const section of report.sections) {
          expect(section.status === "present").toBe(section.level > 0);
          if (section.status === "missing" || section.status === "review")
            expect(section.expected).toBe(true);
          if (section.status === "notExpected") expect(section.because).toEqual([]);
          if (section.status !== "review") expect(section.reviewTerms).toEqual([]);
          const own = report.evidence.filter((piece) => piece.section === section.id);
          expect(own.length > 0).toBe(section.level > 0);
        }
        for (const { section } of [...report.evidence, ...report.discounted, ...report.gaps])
          expect(ids).toContain(section);
        const { share, expected, covered, review } = report.coverage;
        expect(share === null).toBe(expected === 0);
        expect(covered + review).toBeLessThanOrEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a document that takes too long to judge", () => {
  test("is named with its reason, and the next one is judged as ever", async () => {
    const packs = await builtinPacks();
    const before = await auditText(plan, { name: "plan.md" });
    const audit = (text: string, documentMs: number) =>
      auditFile(
        { path: "plan.md", bytes: new TextEncoder().encode(text) },
        {
          packs,
          type: "ovrigt",
          lang: "sv",
          read: { ...defaultReadOptions, limits: { ...defaultLimits, documentMs } },
          // Read under the usual time: only the judging is to run out of it.
          readWith: (bytes, name) => readDocument(bytes, name, defaultReadOptions),
          sha256: () => "",
        },
      );
    const stopped = await audit(plan.repeat(200), 1);
    expect(stopped).toMatchObject({ status: "unreadable", verdict: "notAssessed", sections: [], gaps: [] });
    expect(stopped.notices.map(({ code }) => code)).toContain("JUDGING_TIMED_OUT");
    expect({ ...(await audit(plan, 60_000)), sha256: before.sha256 }).toEqual(before);
  });
});
