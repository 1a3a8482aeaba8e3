// --plain: what a screen reader gets.
import { describe, expect, test } from "vitest";
import { formatDecimal, formatPercent, message } from "../../src/messages/message.ts";
import type { Level, Verdict } from "../../src/model/report.ts";
import { chainLinks, type ChainLink } from "../../src/model/rule.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { displayWidth } from "../../src/report/terminal/lay-out.ts";
import { renderTerminal } from "../../src/report/terminal/render-terminal.ts";
import { buildDocument, buildReport } from "./reports/build-report.ts";
import { checkedDraft } from "./reports/checked-draft.ts";
import { everythingClear } from "./reports/everything-clear.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

// Colour and signs are asked for: linear text has none all the same.
const plain: RenderOptions = {
  lang: "sv",
  details: false,
  width: 80,
  colour: true,
  unicode: true,
  plain: true,
};
const reports = { everythingClear, mixedFolder, nothingAudited, checkedDraft };
const languages = ["sv", "en"] as const;
const cases = Object.entries(reports).flatMap(([name, report]) =>
  [60, 80, 200].flatMap((width) =>
    languages.flatMap((lang) =>
      [true, false].map((details) => ({ name, report, options: { ...plain, width, lang, details } })),
    ),
  ),
);

/** What stands between empty lines, line by line. */
const blocksOf = (text: string): string[][] => text.split("\n\n").map((block) => block.split("\n"));

const figure = (text: string): string => text.replaceAll("\u00a0", " ");

describe("linear text", () => {
  test("a folder with a bit of everything", () => {
    expect(renderTerminal(mixedFolder, plain)).toMatchSnapshot();
  });

  test("holds letters, digits and punctuation, and nothing drawn", () => {
    for (const { name, report, options } of cases) {
      const text = renderTerminal(report, options);
      expect(text, name).not.toMatch(/[^\p{L}\p{M}\p{N}\p{P}\s%§+=<>|]/u);
      expect(text, name).not.toMatch(/[•·─█░]|->|→|-{2,}(?!\p{L})|^[-–]$/mu);
    }
  });

  test("no line is indented, set in columns or wider than the screen, and no two empty lines follow each other", () => {
    for (const { name, report, options } of [
      ...cases,
      { name: "hostileText", report: hostileText, options: plain },
    ]) {
      const text = renderTerminal(report, options);
      for (const line of text.split("\n")) {
        expect(line, name).not.toMatch(/^\s| {2}|\s$|\u001b/);
        expect(displayWidth(line), `${name}: ${line}`).toBeLessThanOrEqual(options.width);
      }
      expect(text, name).not.toContain("\n\n\n");
    }
  });

  test.each(languages)("names every figure of the table, document by document (%s)", (lang) => {
    const say = (
      key:
        | "table.document"
        | "table.verdict"
        | "table.coverage"
        | "table.depth"
        | "plain.type"
        | "plain.noFigure"
        | `verdict.${Verdict}`
        | `chain.${ChainLink}`
        | `level.${Level}`,
    ): string => message(lang, key);
    const blocks = blocksOf(renderTerminal(mixedFolder, { ...plain, lang, width: 100 }));
    const audited = mixedFolder.documents.filter(({ status }) => status === "audited");
    expect(audited.length).toBeGreaterThan(2);
    for (const { path, coverage, chain, verdict } of audited) {
      const block = blocks.find(
        ([head, type = ""]) =>
          head === `${say("table.document")}: ${path}` && type.startsWith(`${say("plain.type")}: `),
      );
      expect(block, path).toContain(`${say("table.verdict")}: ${say(`verdict.${verdict}`)}`);
      const share =
        coverage.share === null ? say("plain.noFigure") : figure(formatPercent(coverage.share, lang));
      expect(block, path).toContain(`${say("table.coverage")}: ${share}`);
      if (coverage.depth !== null)
        expect(block, path).toContain(`${say("table.depth")}: ${formatDecimal(coverage.depth, lang)}`);
      for (const link of chainLinks) {
        const { level } = chain[link];
        const head = `${message(lang, "plain.chain", { link: say(`chain.${link}`), state: "" }).trim()} `;
        const line = block?.find((each) => each.startsWith(head));
        expect(line, `${path} ${link}`).toBeDefined();
        if (level > 0)
          expect(line).toContain(message(lang, "plain.level", { n: level, name: say(`level.${level}`) }));
      }
    }
  });

  test("says in words what the table says with a dash and a question mark", () => {
    const link = { expected: 0, covered: 0, review: 0, level: 0 } as const;
    const document = buildDocument({ path: "plan.pdf" });
    const chain = { ...document.chain, goal: link, action: { ...link, expected: 2, review: 1 } };
    const text = renderTerminal(buildReport([{ ...document, chain }]), plain);
    expect(text).toContain("\nStyrkedjan, mål: inget sådant avsnitt väntas ha perspektivet\n");
    expect(text).toContain("\nStyrkedjan, åtgärd: inget är funnet, men avsnitt är kvar att bedöma\n");
  });

  test("a document that was not read has no figures, not even zero", () => {
    const text = renderTerminal(nothingAudited, plain);
    expect(text).toContain("Omdöme: inte läst");
    expect(text).not.toMatch(/^(Täckning: [\d-]|Djup:|Styrkedjan)/m);
  });

  test("names the policy goals with their figures", () => {
    const text = renderTerminal(everythingClear, { ...plain, details: true, width: 100 });
    const [document] = everythingClear.documents;
    const goals = Object.entries(document?.policyGoals ?? {});
    expect(goals.length).toBeGreaterThan(0);
    for (const [id, count] of goals)
      expect(text).toMatch(new RegExp(`^${id}\\b.*: ${count === 0 ? "" : String(count)}`, "m"));
  });

  test("is not what is given without --plain", () => {
    const table = renderTerminal(mixedFolder, { ...plain, colour: false, plain: undefined });
    expect(table).toBe(renderTerminal(mixedFolder, { ...plain, colour: false, plain: false }));
    expect(table).toContain("─────");
    expect(table).not.toContain("Styrkedjan, mål:");
  });
});
