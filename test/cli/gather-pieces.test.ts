import { describe, expect, test } from "vitest";
import { gatherPieces } from "../../src/cli/results/gather-pieces.ts";

describe("pieces of a result that are gathered", () => {
  test("are the same text in fewer pieces", () => {
    const pieces = Array.from({ length: 100 }, (_, index) => `del ${String(index)}\n`);
    const gathered = [...gatherPieces(pieces, 64)];
    expect(gathered.join("")).toBe(pieces.join(""));
    expect(gathered.length).toBeLessThan(20);
    for (const piece of gathered.slice(0, -1)) expect(piece.length).toBeGreaterThanOrEqual(64);
  });

  test("are handed on before the last is there", () => {
    const taken: number[] = [];
    function* slowly() {
      for (let index = 0; index < 10; index++) {
        taken.push(index);
        yield "x".repeat(50);
      }
    }
    for (const piece of gatherPieces(slowly(), 64)) {
      expect(piece).toHaveLength(100);
      break;
    }
    expect(taken).toEqual([0, 1]);
  });

  test("do not become an empty one where there is nothing", () => {
    expect([...gatherPieces([])]).toEqual([]);
    expect([...gatherPieces(["", ""])]).toEqual([]);
  });
});
