import { describe, expect, test } from "vitest";
import { GenomlysError } from "../../src/errors/genomlys-error.ts";
import { readGold } from "../../src/evaluate/read-gold.ts";

const passage = {
  id: "A1",
  text: "Kvinnor och män.",
  docType: "policy",
  level: 1,
  expected: true,
  chainRole: "mal",
  delmal: [],
  trap: null,
  note: "",
};

function problemOf(text: string): { code: string; line: number | undefined; field: unknown } {
  try {
    readGold(text, "guld.jsonl");
  } catch (error) {
    if (!(error instanceof GenomlysError)) throw error;
    return { code: error.code, line: error.where?.line, field: error.params["field"] };
  }
  throw new Error("the gold is good");
}

describe("labelled text", () => {
  test("is a passage a line; empty lines, CRLF and a byte order mark do no harm", () => {
    const text = `\uFEFF${JSON.stringify(passage)}\r\n\r\n${JSON.stringify({ ...passage, id: "A2", heading: "Mål" })}\r\n`;
    const gold = readGold(text, "guld.jsonl");
    expect(gold.passages.map(({ id, heading, place }) => [id, heading, place])).toEqual([
      ["A1", null, "guld.jsonl:1"],
      ["A2", "Mål", "guld.jsonl:3"],
    ]);
    expect(gold.passages[0]).toMatchObject({ level: 1, present: true, expected: true, trap: null });
  });

  test("has no heading where the field is empty", () => {
    expect(readGold(JSON.stringify({ ...passage, heading: " " }), "g").passages[0]?.heading).toBeNull();
  });

  test("needs no label that it does not have", () => {
    const { level: _level, expected: _expected, ...bare } = passage;
    expect(readGold(JSON.stringify({ ...bare, present: false }), "g").passages[0]).toMatchObject({
      level: undefined,
      present: false,
      expected: undefined,
    });
  });

  test("may be a whole document with labelled sections", () => {
    const line = {
      path: "plan.md",
      sections: [
        { number: "3.2", level: 2 },
        { heading: "Mål", present: false },
      ],
    };
    const { documents, passages } = readGold(JSON.stringify(line), "guld.jsonl");
    expect(passages).toEqual([]);
    expect(documents[0]).toMatchObject({ id: "plan.md", path: "plan.md", docType: null });
    expect(documents[0]?.sections).toMatchObject([
      { number: "3.2", heading: null, present: true },
      { number: null, heading: "Mål", present: false },
    ]);
  });

  test.each([
    ["a line that is no JSON", "{", "GOLD_SYNTAX", undefined],
    ["a level that does not exist", JSON.stringify({ ...passage, level: 5 }), "GOLD_WRONG", "level"],
    ["a level that is a word", JSON.stringify({ ...passage, level: "1" }), "GOLD_WRONG", "level"],
    ["a passage without text", JSON.stringify({ ...passage, text: "" }), "GOLD_WRONG", "text"],
    ["an id twice", `${JSON.stringify(passage)}\n${JSON.stringify(passage)}`, "GOLD_DUPLICATE", undefined],
    [
      "a section without a name",
      JSON.stringify({ path: "a", sections: [{ level: 1 }] }),
      "GOLD_WRONG",
      "sections.0",
    ],
    ["nothing", "\n\n", "GOLD_EMPTY", undefined],
  ])("is refused with %s", (_what, text, code, field) => {
    expect(problemOf(text)).toMatchObject({ code, field });
  });

  test("is refused at the line that is wrong", () => {
    expect(problemOf(`${JSON.stringify(passage)}\n\n[1]`)).toMatchObject({ line: 3 });
  });
});
