// Reports of archives: what grows with the documents is written in parts, and nothing is looked up from the beginning for
// each document.
import { describe, expect, test } from "vitest";
import type { SharedTextReport } from "../../src/model/report.ts";
import { htmlPieces } from "../../src/report/html/render-html.ts";
import { sharedNote } from "../../src/report/shared-text.ts";
import { renderOverview } from "../../src/report/terminal/overview-table.ts";
import { chooseStyle } from "../../src/report/terminal/style.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import {
  buildChain,
  buildDocument,
  buildEvidence,
  buildGap,
  buildReport,
  buildSection,
} from "./reports/build-report.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

const documents = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    buildDocument({
      // As long for the last as for the first.
      path: `plan-${String(index + 10_000)}.pdf`,
      title: `Plan för område ${String(index + 10_000)}`,
      chain: buildChain("301–20"),
      sections: [
        buildSection({ id: "s1", heading: "Mål", status: "present", level: 3 }),
        buildSection({ id: "s2", heading: "Uppföljning" }),
      ],
      evidence: [buildEvidence({ id: "e1", section: "s1" })],
      gaps: [buildGap({ section: "s2" })],
    }),
  );

describe("the page of an archive", () => {
  const longest = (count: number): number =>
    Math.max(...[...htmlPieces(buildReport(documents(count)), options)].map((piece) => piece.length));

  test("is written in pieces that do not grow with the documents", () => {
    // Both are more than are named in the list of contents, and with so many sections that the tables wait.
    const few = longest(250);
    expect(longest(1000)).toBeLessThan(few * 1.1);
    expect(few).toBeGreaterThan(1000);
  });

  test("holds a document in one piece of its own", () => {
    const pieces = [...htmlPieces(buildReport(documents(30)), options)];
    const articles = pieces.filter((piece) => piece.includes("<article "));
    expect(articles).toHaveLength(30);
    for (const piece of articles) expect(piece.split("<article ")).toHaveLength(2);
  });

  test("makes no piece before it is asked for", () => {
    let made = 0;
    const counted = documents(50).map((document) => ({
      ...document,
      get discounted() {
        made++;
        return document.discounted;
      },
    }));
    for (const piece of htmlPieces(buildReport(counted), options)) if (piece.includes('id="d1"')) break;
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(10);
  });
});

describe("a sentence that decisions share", () => {
  test("is found without going through all of them for every piece of evidence", () => {
    let read = 0;
    const sharedText = Array.from({ length: 300 }, (_, index): SharedTextReport => ({
      get sentence() {
        read++;
        return `mening ${String(index)}`;
      },
      text: "",
      documents: ["a.pdf", `${String(index)}.pdf`],
      policyGoals: {},
    }));
    for (let index = 0; index < 300; index++) {
      const note = sharedNote({ sentence: `mening ${String(index)}` }, { sharedText }, "sv");
      expect(note).toContain(`${String(index)}.pdf`);
    }
    expect(sharedNote({ sentence: "en annan" }, { sharedText }, "sv")).toBe("");
    expect(sharedNote({}, { sharedText }, "sv")).toBe("");
    expect(read).toBeLessThanOrEqual(300);
  });
});

describe("the overview of an archive on a screen", () => {
  const style = chooseStyle(options);
  const rowsOf = (count: number): string[] => {
    const lines = renderOverview(buildReport(documents(count)), options, style);
    return lines.filter((line) => line.includes("plan-"));
  };

  test("has the row of every document, in their order, as in a small one", () => {
    const many = rowsOf(250);
    expect(many).toHaveLength(250);
    expect(many.slice(0, 3)).toEqual(rowsOf(3));
    expect(many[249]).toContain("plan-10249.pdf");
    const lines = renderOverview(buildReport(documents(250)), options, style);
    // Head and ruler stand once.
    expect(lines.filter((line) => line === lines[0])).toHaveLength(1);
    expect(lines.slice(2).filter((line) => line === lines[1])).toHaveLength(0);
  });
});
