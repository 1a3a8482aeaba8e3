import { constants } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonParts, type JsonPart } from "../../src/cli/results/json-parts.ts";

async function* inPieces(text: string | Buffer, size: number): AsyncGenerator<Buffer, void, undefined> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function partsOf(text: string, size = 7): Promise<JsonPart[]> {
  const parts: JsonPart[] = [];
  for await (const part of jsonParts(inPieces(text, size), "list")) parts.push(part);
  return parts;
}

/** The object that the parts make; the fault where there is one. */
async function madeOf(text: string, size?: number): Promise<unknown> {
  const object: [string, unknown][] = [];
  const list: unknown[] = [];
  for (const part of await partsOf(text, size)) {
    if (part.kind === "fault") return part.why;
    if (part.kind === "list") object.push(["list", list]);
    else if (part.kind === "item") list.push(part.value);
    else object.push([part.name, part.value]);
  }
  return Object.fromEntries(object);
}

describe("the parts of a JSON object", () => {
  test("are its fields in order, and the items of the list one by one", async () => {
    const text =
      '\ufeff{"a": {"list": [1]}, "list": [{"x": "],{\\""}, [2], "å\\\\"], "b": [true, null], "c": 1.5}\n';
    expect(await partsOf(text)).toEqual([
      { kind: "field", name: "a", value: { list: [1] } },
      { kind: "list" },
      { kind: "item", value: { x: '],{"' } },
      { kind: "item", value: [2] },
      { kind: "item", value: "å\\" },
      { kind: "field", name: "b", value: [true, null] },
      { kind: "field", name: "c", value: 1.5 },
    ]);
  });

  test("make the very object, however it is laid out and wherever the pieces end", async () => {
    const values = fc.record({ a: fc.jsonValue(), list: fc.array(fc.jsonValue()), "list:": fc.jsonValue() });
    await fc.assert(
      fc.asyncProperty(values, fc.nat(3), fc.integer({ min: 1, max: 40 }), async (value, indent, size) => {
        const text = JSON.stringify(value, null, indent);
        expect(await madeOf(text, size)).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  test("end in a fault wherever the text is cut off, and never in a whole object", async () => {
    const text = '{"a": 1, "list": [{"b": "x"}, 2], "c": {}}';
    for (let length = 1; length < text.length; length++)
      expect(await madeOf(text.slice(0, length)), text.slice(0, length)).toMatch(/^(?:cut-off|syntax)$/);
    expect(await madeOf("")).toBe("no-object");
  });

  test.each([
    ["[1]", "no-object"],
    ["Protokoll", "no-object"],
    ['{"list": [1,]}', "syntax"],
    ['{"list": [,1]}', "syntax"],
    ['{"list": [1}', "syntax"],
    ['{"list": [1] 2}', "syntax"],
    ['{"list": [1]], "a": 1}', "syntax"],
    ['{"a": 1,}', "syntax"],
    ['{"a": 1,, "b": 2}', "syntax"],
    ['{"a": [1}, "b": 2}', "syntax"],
    ['{"a" 1}', "syntax"],
    ['{"a": 1]', "syntax"],
    ['{"a": 1} {"a": 2}', "syntax"],
  ])("of %s are no object: %s", async (text, why) => {
    expect(() => {
      const value: unknown = JSON.parse(text);
      if (Array.isArray(value)) throw new Error("no object");
    }).toThrow();
    expect(await madeOf(text)).toBe(why);
  });

  test("come also where the whole is longer than a text can be, and memory does not hold it", async () => {
    const item = Buffer.from(`${JSON.stringify({ text: "ord ".repeat(1 << 22) })},`);
    const times = Math.ceil(constants.MAX_STRING_LENGTH / item.length) + 1;
    async function* large() {
      yield await Promise.resolve(Buffer.from('{"list":['));
      for (let n = 0; n < times; n++) yield item;
      yield Buffer.from('"sist"]}');
    }
    let items = 0;
    let last: JsonPart | undefined;
    for await (const part of jsonParts(large(), "list")) {
      if (part.kind === "item") items++;
      last = part;
    }
    expect(items * item.length).toBeGreaterThan(constants.MAX_STRING_LENGTH);
    expect(last).toEqual({ kind: "item", value: "sist" });
  }, 60_000);

  test("end where one alone is longer than a text can be", async () => {
    const piece = Buffer.alloc(1 << 26, "x");
    async function* large() {
      yield await Promise.resolve(Buffer.from('{"list":["'));
      for (;;) yield piece;
    }
    const parts: JsonPart[] = [];
    for await (const part of jsonParts(large(), "list")) parts.push(part);
    expect(parts).toEqual([{ kind: "list" }, { kind: "fault", why: "too-long" }]);
  }, 60_000);
});
