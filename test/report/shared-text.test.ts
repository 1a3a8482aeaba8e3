// Sentences that minutes have from the report behind them, from single results to the report and what it shows.
import { describe, expect, test } from "vitest";
import { audit } from "../../src/index.ts";
import type { DocumentReport, Report } from "../../src/model/report.ts";
import { repeatedTextsOf } from "../../src/model/shared-text.ts";
import { mergeReports } from "../../src/report/merge-reports.ts";
import { renderHtml } from "../support/render-html.ts";
import { renderMarkdown } from "../../src/report/markdown/render-markdown.ts";
import { evidenceTable } from "../../src/report/tables/evidence-table.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";

const plainOptions: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

const same = "Nämnden beslutar att halltiderna ska fördelas lika mellan flickor och pojkar senast 2027.";
const minutes = `# Sammanträdesprotokoll\n\n## § 14 Stöd till föreningar\n\n${same}\n`;
const behind = `# Tjänsteskrivelse om stöd\n\n## Bakgrund\n\nAntalet barn i föreningarna var 4 100.\n\n## Förslag till beslut\n\n${same}\n`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const run = async (...files: (readonly [name: string, text: string])[]): Promise<Report> =>
  audit(files.map(([path, text]) => ({ path, bytes: bytes(text) })));

describe("a sentence that minutes have from the report behind them", () => {
  test("is named once, with both files", async () => {
    const report = await run(["moten/protokoll.md", minutes], ["arenden/tjansteskrivelse.md", behind]);
    expect(report.sharedText).toEqual([
      expect.objectContaining({
        text: same,
        documents: ["moten/protokoll.md", "arenden/tjansteskrivelse.md"],
      }),
    ]);
  });

  test("is found again when results are put together", async () => {
    const [one, other] = [await run(["protokoll.md", minutes]), await run(["tjansteskrivelse.md", behind])];
    expect(one).not.toHaveProperty("sharedText");
    const { report } = mergeReports([{ report: one }, { report: other }], one);
    expect(report.sharedText?.[0]?.documents).toEqual(["protokoll.md", "tjansteskrivelse.md"]);
  });

  test("is said where it is quoted and in a part of its own", async () => {
    const report = await run(["protokoll.md", minutes], ["tjansteskrivelse.md", behind]);
    for (const shown of [
      renderTerminal(report, { ...plainOptions, details: true }),
      renderHtml(report, { ...plainOptions, details: true }),
    ]) {
      expect(shown).toContain("Samma text i beslut och underlag");
      expect(shown.replace(/\s+/g, " ")).toMatch(/samma mening i protokoll\.md, tjansteskrivelse\.md/i);
    }
  });

  test("is named in Markdown, below the documents", async () => {
    const report = await run(["protokoll.md", minutes], ["tjansteskrivelse.md", behind]);
    const shown = renderMarkdown(report, plainOptions);
    expect(shown).toMatch(/\n## Samma text i beslut och underlag\n/);
    expect(shown).toMatch(/- I protokoll\.md, tjansteskrivelse\.md: "Nämnden beslutar/);
    const alone = renderMarkdown(await run(["protokoll.md", minutes]), plainOptions);
    expect(alone).not.toContain("Samma text");
  });

  test("names the other file beside the evidence of Excel and CSV", async () => {
    const { columns, rows } = evidenceTable(
      await run(["protokoll.md", minutes], ["tjansteskrivelse.md", behind]),
      "sv",
    );
    const at = (heading: string): number => columns.findIndex((column) => column.heading === heading);
    const others = rows.map((row) => [row[at("Dokument")], row[at("Samma mening i")]]);
    expect(others).toContainEqual(["protokoll.md", "tjansteskrivelse.md"]);
    expect(others).toContainEqual(["tjansteskrivelse.md", "protokoll.md"]);
    const alone = evidenceTable(await run(["protokoll.md", minutes]), "sv");
    expect(alone.rows.map((row) => row[at("Samma mening i")])).toEqual(alone.rows.map(() => null));
  });

  test("counts once in the sum over the documents", async () => {
    const report = await run(["protokoll.md", minutes], ["tjansteskrivelse.md", behind]);
    const goals = report.documents.map((document) => ({ ...document, policyGoals: { "1": 2 } }));
    const shared = report.sharedText?.map((each) => ({ ...each, policyGoals: { "1": 1 } })) ?? [];
    const sum = (html: string): string => /Alla dokument<\/th><td class="count">(\d+)/.exec(html)?.[1] ?? "";
    const { sharedText: _shared, ...without } = report;
    expect(sum(renderHtml({ ...report, documents: goals, sharedText: shared }, plainOptions))).toBe("3");
    expect(sum(renderHtml({ ...without, documents: goals }, plainOptions))).toBe("4");
  });
});

describe("is no such sentence", () => {
  test("one that stands in two minutes, or in a decision and a plan", async () => {
    const second = minutes.replace("§ 14", "§ 15");
    const plan = `# Handlingsplan för föreningar\n\n## Åtgärder\n\n${same}\n`;
    expect(await run(["protokoll-1.md", minutes], ["protokoll-2.md", second])).not.toHaveProperty(
      "sharedText",
    );
    expect(await run(["protokoll.md", minutes], ["handlingsplan.md", plan])).not.toHaveProperty("sharedText");
  });

  test("one with other words, or boilerplate", async () => {
    const other = behind.replace("2027", "2028");
    expect(await run(["protokoll.md", minutes], ["tjansteskrivelse.md", other])).not.toHaveProperty(
      "sharedText",
    );
    const { documents, labels } = await run(["protokoll.md", minutes], ["tjansteskrivelse.md", behind]);
    const marked = documents.map((document): DocumentReport => ({
      ...document,
      evidence: document.evidence.map((piece) => ({ ...piece, standardText: true })),
    }));
    expect(repeatedTextsOf(marked, labels)).not.toHaveProperty("sharedText");
  });
});
