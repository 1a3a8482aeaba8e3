import { describe, expect, test } from "vitest";
import { renderCsv } from "../../src/report/csv.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { buildDocument, buildGap, buildReport, buildSection } from "./reports/build-report.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

describe("CSV for Swedish Excel", () => {
  test("begins with a byte order mark, parts by semicolons and ends lines with CRLF", () => {
    const text = renderCsv(mixedFolder, { ...options, table: "documents" });
    expect(text.startsWith("\ufeffDokument;Dokumenttyp;Omdöme;Täckning;")).toBe(true);
    const lines = text
      .slice(1)
      .split("\r\n")
      .filter((line) => line !== "");
    expect(lines).toHaveLength(1 + mixedFolder.documents.length);
    expect(text.replaceAll("\r\n", "")).not.toContain("\n");
  });

  test("writes decimal commas and no grouping", () => {
    const text = renderCsv(mixedFolder, { ...options, table: "documents" });
    expect(text).toContain(";finns delvis;0,41;0,47;32;12;2;");
    expect(text).toContain(";15210;");
  });

  test("leaves empty what is not known, and does not call it 0", () => {
    const line = renderCsv(mixedFolder, { ...options, table: "documents" }).split("\r\n")[4] ?? "";
    expect(line).toMatch(/bilaga\.txt;Annat dokument;bedöms ej;;;0;0;0;0;;;;/);
  });

  test("holds one section a row when no table is named", () => {
    expect(renderCsv(mixedFolder, options).split("\r\n")[0]).toMatch(
      /^\ufeffDokument;Nr;Avsnitt;Plats;Status;Nivå;/,
    );
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\uff1d1"])("%j is text, not a formula", (text) => {
    const gaps = [buildGap({ section: "s1", message: text, question: 'a; "b"' })];
    const sections = [buildSection({ id: "s1", heading: text })];
    const csv = renderCsv(buildReport([buildDocument({ path: "a.txt", sections, gaps })]), {
      ...options,
      table: "gaps",
    });
    for (const cell of csv.slice(1).split(/[;\r\n]/)) expect(cell).not.toMatch(/^["\s]*[=+\-@\uff1d]/);
    expect(csv).toContain(`'${text.trim()}`);
    expect(csv).toContain('"a; ""b"""');
  });

  test("a fingerprint that looks like a number stays whole", () => {
    const gaps = ["1234567890123456", "12e4567890123456", "12a4567890123456"].map((fingerprint) =>
      buildGap({ section: "s1", fingerprint }),
    );
    const csv = renderCsv(buildReport([buildDocument({ path: "a.txt", gaps })]), {
      ...options,
      table: "gaps",
    });
    expect(csv).toContain(";'1234567890123456;\r\n");
    expect(csv).toContain(";'12e4567890123456;\r\n");
    expect(csv).toContain(";12a4567890123456;\r\n");
  });

  test("no character of a document ends a row or is obeyed by a terminal", () => {
    for (const table of ["documents", "sections", "evidence", "gaps", "requirements", "method"] as const) {
      const csv = renderCsv(hostileText, { ...options, table });
      expect(csv.slice(1).replaceAll("\r\n", "")).not.toMatch(
        /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/,
      );
    }
  });
});
