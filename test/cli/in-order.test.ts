import { describe, expect, test } from "vitest";
import { inOrder } from "../../src/cli/audit/in-order.ts";

async function* count(to: number, taken: number[] = []): AsyncGenerator<number> {
  for (let item = 1; item <= to; item++) {
    taken.push(item);
    yield await Promise.resolve(item);
  }
}

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const result of results) list.push(result);
  return list;
}

/** Resolves later the smaller the item is. */
const slowFirst = async (item: number): Promise<number> => {
  await new Promise((resolve) => setTimeout(resolve, 30 - 5 * item));
  return item;
};

describe("work on several things at a time", () => {
  test("gives the results in the order of the things, whichever is done first", async () => {
    expect(await all(inOrder(count(5), 3, slowFirst))).toEqual([1, 2, 3, 4, 5]);
  });

  test("is done on as many as allowed, and on no more", async () => {
    let now = 0;
    let most = 0;
    const work = async (item: number): Promise<number> => {
      most = Math.max(most, ++now);
      await slowFirst(item);
      now--;
      return item;
    };
    await all(inOrder(count(6), 3, work));
    expect(most).toBe(3);
  });

  test("one at a time takes no thing before the one before it is done", async () => {
    const taken: number[] = [];
    const seen: string[] = [];
    for await (const result of inOrder(count(3, taken), 1, slowFirst))
      seen.push(`${String(result)} of ${String(taken.length)}`);
    expect(seen).toEqual(["1 of 1", "2 of 2", "3 of 3"]);
  });

  test("does not run ahead of one who takes no more results", async () => {
    const taken: number[] = [];
    for await (const result of inOrder(count(100, taken), 2, slowFirst)) if (result === 3) break;
    expect(taken.length).toBeLessThanOrEqual(5);
  });

  test("throws what the work throws, at its place", async () => {
    const seen: number[] = [];
    const work = (item: number): Promise<number> =>
      item === 3 ? Promise.reject(new Error("broken")) : Promise.resolve(item);
    await expect(async () => {
      for await (const result of inOrder(count(5), 4, work)) seen.push(result);
    }).rejects.toThrow("broken");
    expect(seen).toEqual([1, 2]);
  });
});
