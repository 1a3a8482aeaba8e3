import { readdir } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { errorCodes, errorTexts } from "../../src/errors/error-codes.ts";
import { formatBug, formatError } from "../../src/errors/format-error.ts";
import { errorText, genomlysError, GenomlysError } from "../../src/errors/genomlys-error.ts";
import { suggestName } from "../../src/errors/suggest-name.ts";
import { slotNames } from "../../src/messages/fill-slots.ts";

describe("every error code", () => {
  test("stands in one table, and every table is among them", async () => {
    const folder = path.join(import.meta.dirname, "..", "..", "src", "errors", "texts");
    const codes: string[] = [];
    for (const name of await readdir(folder)) {
      const tables = Object.values((await import(path.join(folder, name))) as Record<string, object>);
      codes.push(...tables.flatMap((table) => Object.keys(table)));
    }
    expect(codes.toSorted()).toEqual([...errorCodes].toSorted());
  });

  test.each(errorCodes)("%s says what is wrong and what to do, in both languages", (code) => {
    const { message, hint } = errorTexts[code];
    for (const text of [message.sv, message.en, hint.sv, hint.en])
      expect(text.trim().length).toBeGreaterThan(10);
    expect(message.sv).not.toBe(message.en);
    expect(slotNames(message.en)).toEqual(slotNames(message.sv));
    expect(slotNames(hint.en)).toEqual(slotNames(hint.sv));
  });

  test.each(errorCodes)("%s is printed whole", (code) => {
    const { message, hint } = errorTexts[code];
    const slots = [...slotNames(message.sv), ...slotNames(hint.sv)];
    const error = new GenomlysError(code, Object.fromEntries(slots.map((name) => [name, `<${name}>`])));
    for (const lang of ["sv", "en"] as const) {
      const text = formatError(error, lang);
      expect(text.split("\n")).toHaveLength(4);
      expect(text).toContain(code);
      expect(text).not.toMatch(/[{}?]/);
      for (const slot of slots) expect(text).toContain(`<${slot}>`);
    }
  });
});

describe("an error in a file", () => {
  const error = genomlysError(
    "RULE_UNKNOWN_KEY",
    { key: "wieght", allowed: "weight, terms", suggestion: "weight" },
    { where: { path: "rules/a/b.yaml", line: 7, column: 3, lineText: "  wieght: 2", length: 6 } },
  );

  test("shows place, message, the line with what is meant, and the hint", () => {
    expect(formatError(error, "sv")).toBe(
      [
        "fel RULE_UNKNOWN_KEY  rules/a/b.yaml:7:3",
        '  "wieght" är inget som kan stå här.',
        "  7 |   wieght: 2",
        "    |   ^^^^^^",
        '  tips: menade du "weight"?',
        "",
      ].join("\n"),
    );
    expect(formatError(error, "en")).toContain('hint: did you mean "weight"?');
  });

  test("without a suggestion gets the hint of its code", () => {
    const plain = genomlysError("RULE_UNKNOWN_KEY", { key: "x", allowed: "weight, terms" });
    expect(errorText(plain, "en").hint).toBe("what can stand here is weight, terms");
  });

  test("a long line is cut to the part that is meant", () => {
    const lineText = `${"a".repeat(500)}FEL${"b".repeat(500)}`;
    const where = { path: "r.yaml", line: 1, column: 501, lineText, length: 3 };
    const lines = formatError(genomlysError("RULE_SYNTAX", { problem: "x" }, { where }), "sv").split("\n");
    const [source = "", marks = ""] = lines.slice(2);
    expect(source.length).toBeLessThan(120);
    expect(source.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1)).toBe("FEL");
  });

  test("a tab or a control character in the line does not move the marks", () => {
    const where = { path: "r.yaml", line: 1, column: 4, lineText: "\t\u001ba: x", length: 1 };
    const lines = formatError(genomlysError("RULE_SYNTAX", { problem: "x" }, { where }), "sv").split("\n");
    expect(lines[2]?.[lines[3]?.indexOf("^") ?? 0]).toBe(":");
  });

  test("a place without its line's text is named and not shown", () => {
    const where = { path: "lista.csv", line: 7, column: 2 };
    const text = formatError(genomlysError("RULE_SYNTAX", { problem: "x" }, { where }), "sv");
    expect(text).toContain("lista.csv:7:2");
    expect(text).not.toContain("7 |");
  });

  test("a column beyond the line, or no column, is no trouble", () => {
    const at = (column?: number) =>
      formatError(
        genomlysError(
          "RULE_SYNTAX",
          { problem: "x" },
          {
            where: { path: "r.yaml", line: 1, ...(column === undefined ? {} : { column }), lineText: "abc" },
          },
        ),
        "sv",
      );
    expect(at(99)).toContain("   ^\n");
    expect(at()).not.toContain("^");
  });

  test("writes nothing to the terminal that a file name or a rule smuggles in", () => {
    const hostile = "a\u001b[2J\u202eb";
    const error = genomlysError(
      "RULE_BAD_TERM",
      { term: hostile, problem: hostile },
      { where: { path: hostile, line: 1, column: 1, lineText: hostile } },
    );

    expect(formatError(error, "sv")).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe("a fault of our own", () => {
  test("says so, with version and stack", () => {
    const text = formatBug(new TypeError("x is undefined"), "1.2.3", "sv");
    expect(text).toContain("Detta är ett fel i genomlys 1.2.3");
    expect(text).toContain("TypeError: x is undefined");
    expect(text).toMatch(/\n {6}at .*errors\.test\.ts/);
  });

  test("is told also when what was thrown is no error", () => {
    expect(formatBug("hej", "1.2.3", "en")).toContain("\n  hej\n");
    expect(formatBug(undefined, "1.2.3", "en")).toContain("undefined");
  });
});

describe("did you mean", () => {
  const known = ["terminal", "json", "jsonl"];
  test.each([
    ["terminl", "terminal"],
    ["jsno", "json"],
    ["JSON", "json"],
    ["term", "terminal"],
  ])("%s → %s", (typed, meant) => {
    expect(suggestName(typed, known)).toBe(meant);
  });

  test.each(["xml", "", "j", "sarif", "x".repeat(1000)])("%j is near nothing", (typed) => {
    expect(suggestName(typed, known)).toBeUndefined();
  });
});
