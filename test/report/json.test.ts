import { Ajv2020 } from "ajv/dist/2020.js";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import type { DocumentLine, DocumentReport, Report } from "../../src/model/report.ts";
import { escapeUnsafe, jsonPieces, renderJsonLine, renderJsonLines } from "../../src/report/json.ts";
import {
  type documentLineSchema,
  type documentReportSchema,
  reportJsonSchemas,
  type reportSchema,
} from "../../src/report/report-schema.ts";
import { everythingClear } from "./reports/everything-clear.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";
import { nothingAudited } from "./reports/nothing-audited.ts";

const renderJson = (report: Report): string => [...jsonPieces(report)].join("");

const reports = { everythingClear, mixedFolder, nothingAudited, hostileText };

type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;

describe("the report as one object", () => {
  test.each(Object.entries(reports))("%s comes back as it was", (_name, report) => {
    expect(JSON.parse(renderJson(report))).toEqual(report);
  });

  test.each(Object.entries(reports))("%s is the text that JSON.stringify makes", (_name, report) => {
    const without = { ...report, ignored: undefined } as unknown as Report;
    for (const each of [report, without])
      expect(renderJson(each)).toBe(`${escapeUnsafe(JSON.stringify(each, null, 2))}\n`);
  });

  test("comes a document at a time", () => {
    const pieces = [...jsonPieces(mixedFolder)];
    const { path } = mixedFolder.documents[0]!;
    const holding = pieces.filter((piece) => piece.includes(JSON.stringify(path)));
    expect(mixedFolder.documents.length).toBeGreaterThan(1);
    for (const document of mixedFolder.documents.slice(1))
      for (const piece of holding) expect(piece).not.toContain(`"path": ${JSON.stringify(document.path)}`);
  });

  test("is indented by two spaces and ends with a line break", () => {
    const text = renderJson(everythingClear);
    expect(text.startsWith('{\n  "schema": "genomlys-report/1",\n  "tool": {\n    "name": "genomlys"')).toBe(
      true,
    );
    expect(text.endsWith("}\n")).toBe(true);
  });

  test("holds no character that a terminal obeys or that hides text", () => {
    expect(renderJson(hostileText)).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/,
    );
  });
});

describe("the report as lines", () => {
  test("one document a line, in order, whatever line breaks its text holds", () => {
    const lines = renderJsonLines(hostileText).split("\n");
    expect(lines).toHaveLength(hostileText.documents.length + 1);
    expect(lines.at(-1)).toBe("");
    const { tool, packs } = hostileText;
    expect(lines.slice(0, -1).map((line) => JSON.parse(line) as unknown)).toEqual(
      hostileText.documents.map((document) => ({ ...document, tool, packs })),
    );
  });

  test("a line alone is what stands in the whole", () => {
    const lines = mixedFolder.documents.map((document) => renderJsonLine(document, mixedFolder));
    expect(lines.join("")).toBe(renderJsonLines(mixedFolder));
  });

  test("a line says by which rules it was judged, and nothing when nobody knows", () => {
    const [document] = mixedFolder.documents;
    expect(JSON.parse(renderJsonLine(document!, mixedFolder))).toMatchObject({ packs: mixedFolder.packs });
    expect(JSON.parse(renderJsonLine(document!, null))).toEqual(document);
  });
});

describe("the schema", () => {
  const schemas = reportJsonSchemas();
  const validateReport = new Ajv2020({ allErrors: true }).compile(schemas["report.schema.json"] ?? {});
  const validateDocument = new Ajv2020({ allErrors: true }).compile(schemas["document.schema.json"] ?? {});

  test("says the same as the model", () => {
    // The compiler is what checks this: `true` is not assignable when one has a field that the other has not.
    const report: Same<z.infer<typeof reportSchema>, Report> = true;
    const document: Same<z.infer<typeof documentReportSchema>, DocumentReport> = true;
    const line: Same<z.infer<typeof documentLineSchema>, DocumentLine> = true;
    expect([report, document, line]).toEqual([true, true, true]);
  });

  test.each(Object.keys(schemas))(
    "schemas/%s is the one that the source makes (npm run schemas)",
    async (name) => {
      const committed: unknown = JSON.parse(
        await readFile(new URL(`../../schemas/${name}`, import.meta.url), "utf8"),
      );
      expect(committed).toEqual(schemas[name]);
    },
  );

  test.each(Object.entries(reports))("accepts %s", (_name, report) => {
    validateReport(JSON.parse(renderJson(report)));
    expect(validateReport.errors).toBeNull();
    for (const document of report.documents) {
      for (const origin of [report, null]) {
        validateDocument(JSON.parse(renderJsonLine(document, origin)));
        expect(validateDocument.errors).toBeNull();
      }
    }
  });

  test("accepts a field that a later version adds", () => {
    expect(validateReport({ ...everythingClear, later: 1 })).toBe(true);
  });

  test.each([
    ["a share above 1", { coverage: { ...mixedFolder.documents[0]?.coverage, share: 1.2 } }],
    ["an unknown verdict", { verdict: "fine" }],
    ["a page 0", { reading: { share: 1, pagesWithoutText: [0], garbled: [], engine: "" } }],
    ["a missing field", { gaps: undefined }],
  ])("refuses %s", (_name, part) => {
    expect(validateDocument(JSON.parse(JSON.stringify({ ...mixedFolder.documents[0], ...part })))).toBe(
      false,
    );
  });
});
