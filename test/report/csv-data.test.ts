// Tables for programs: one type a column, names and values of no language.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseCsv } from "hucre/csv";
import { describe, expect, test } from "vitest";
import type { Report } from "../../src/model/report.ts";
import { dataTables } from "../../src/report/data/data-tables.ts";
import { renderCsvData } from "../../src/report/data/render-csv-data.ts";
import type { RenderOptions } from "../../src/report/render-options.ts";
import { tableNames } from "../../src/report/tables/table-names.ts";
import { buildDocument, buildReport } from "./reports/build-report.ts";
import { hostileText } from "./reports/hostile-text.ts";
import { mixedFolder } from "./reports/mixed-folder.ts";

const options: RenderOptions = { lang: "sv", details: false, width: 80, colour: false, unicode: true };

/** Shares and means. */
const decimal = /^(?:coverage|depth|read_share|type_confidence)/;

const listed: Report = {
  ...mixedFolder,
  documents: mixedFolder.documents.map((document, index) => ({
    ...document,
    ...(index === 0 ? {} : { organisation: "Åmål", year: 2019 }),
    columns: { 'Diarienr, "nytt"': index === 0 ? "" : `KS ${String(index)};\n1,5` },
  })),
  duplicates: [
    { path: "b.pdf", sha256: "00", duplicateOf: mixedFolder.documents[0]?.path ?? "", organisation: "Bo" },
  ],
};

describe.each(tableNames)("the table %s", (table) => {
  const read = (report: Report): string[][] =>
    parseCsv(renderCsvData(report, { ...options, table }), { delimiter: "," }) as string[][];

  test("holds what the report says, whatever stands in it", () => {
    for (const report of [listed, hostileText]) {
      const { columns, rows } = dataTables[table](report);
      const [head, ...lines] = read(report);
      expect(head).toEqual(columns);
      const texts = rows.map((row) =>
        row.map((cell, index) =>
          typeof cell === "number" && decimal.test(columns[index] ?? "") && Number.isInteger(cell)
            ? `${String(cell)}.0`
            : (cell === null ? "" : String(cell)).replaceAll(
                /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g,
                " ",
              ),
        ),
      );
      expect(lines).toEqual(texts);
    }
  });

  test("has one type in each column", () => {
    const { columns, rows } = dataTables[table](listed);
    for (const [index, name] of columns.entries()) {
      const types = new Set(
        rows.map((row) => row[index]).flatMap((cell) => (cell === null ? [] : [typeof cell])),
      );
      expect([name, types.size <= 1]).toEqual([name, true]);
    }
  });

  test("has names that need no quotes in SQL, but for own columns, and each once", () => {
    const { columns } = dataTables[table](listed);
    expect(columns.filter((name) => !name.startsWith("own_") && !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(columns).size).toBe(columns.length);
  });

  test("does not change with the language, and has no byte order mark and no CRLF", () => {
    const text = renderCsvData(mixedFolder, { ...options, table });
    expect(renderCsvData(mixedFolder, { ...options, table, lang: "en" })).toBe(text);
    expect(text).not.toMatch(/^\ufeff|\r/);
    expect(text.endsWith("\n")).toBe(true);
  });
});

describe("examples/tables.sql", () => {
  const text = readFileSync(path.join(import.meta.dirname, "..", "..", "examples", "tables.sql"), "utf8");
  const called = { INTEGER: "whole", DOUBLE: "number", BOOLEAN: "boolean" } as const;
  const kindOf = (column: string, cell: unknown): string =>
    typeof cell === "number" && !decimal.test(column) && Number.isInteger(cell) ? "whole" : typeof cell;

  test.each(["documents", "sections", "evidence", "gaps", "requirements"] as const)(
    "gives every column of %s the type of its values",
    (table) => {
      const [statement = ""] = new RegExp(`CREATE TABLE ${table} AS[^;]*;`).exec(text) ?? [];
      const [, list = ""] = /types = \{([^}]*)\}/.exec(statement) ?? [];
      const types = new Map(
        [...list.matchAll(/(\w+): '(\w+)'/g)].map(([, name, type]) => [
          name,
          called[type as keyof typeof called],
        ]),
      );
      for (const report of [listed, mixedFolder, hostileText]) {
        const { columns, rows } = dataTables[table](report);
        // DuckDB refuses a type for a column that is not there.
        expect([...types.keys()].filter((name) => !columns.includes(name ?? ""))).toEqual([]);
        for (const [index, name] of columns.entries()) {
          const expected = types.get(name) ?? (/^policy_goal_\d+$/.test(name) ? "whole" : "string");
          const kinds = rows.flatMap((row) => (row[index] === null ? [] : [kindOf(name, row[index])]));
          expect([name, [...new Set(kinds)].filter((kind) => kind !== expected)]).toEqual([name, []]);
        }
      }
    },
  );
});

describe("the tables", () => {
  test("begin with the document and what the list says of it, with or without a list", () => {
    for (const table of ["documents", "sections", "evidence", "gaps", "requirements"] as const) {
      expect(dataTables[table](mixedFolder).columns.slice(0, 4)).toEqual([
        "document",
        "organisation",
        "year",
        "type",
      ]);
      expect(dataTables[table](listed).columns[4]).toBe('own_Diarienr, "nytt"');
    }
  });

  test("have a row for every file, also for those that were not read and those that repeat another", () => {
    const { columns, rows } = dataTables.documents(listed);
    const status = columns.indexOf("status");
    expect(rows).toHaveLength(listed.documents.length + 1);
    expect(rows.at(-1)?.[status]).toBe("duplicate");
    expect(rows.at(-1)?.[columns.indexOf("duplicate_of")]).toBe(listed.documents[0]?.path);
    expect(rows.at(-1)?.[columns.indexOf("coverage")]).toBeNull();
  });

  test("do not say 0 of what is not known", () => {
    const unread = buildDocument({ path: "a.pdf", status: "unreadable" });
    const { columns, rows } = dataTables.documents(buildReport([unread]));
    for (const name of ["words", "coverage", "sections_expected", "goal_level", "gaps_high"])
      expect([name, rows[0]?.[columns.indexOf(name)]]).toEqual([name, null]);
  });
});
