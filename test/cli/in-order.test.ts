import { describe, expect, test } from "vitest";
import { inOrder, type Ahead } from "../../src/cli/audit/in-order.ts";

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

/** No more are begun than are worked on. */
const only = (working: number): Ahead => ({ working, begun: working });

describe("work on several things at a time", () => {
  test("gives the results in the order of the things, whichever is done first", async () => {
    expect(await all(inOrder(count(5), only(3), slowFirst))).toEqual([1, 2, 3, 4, 5]);
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
    await all(inOrder(count(6), only(3), work));
    expect(most).toBe(3);
  });

  test("one at a time takes no thing before the one before it is done", async () => {
    const taken: number[] = [];
    const seen: string[] = [];
    for await (const result of inOrder(count(3, taken), only(1), slowFirst))
      seen.push(`${String(result)} of ${String(taken.length)}`);
    expect(seen).toEqual(["1 of 1", "2 of 2", "3 of 3"]);
  });

  test("does not run ahead of one who takes no more results", async () => {
    const taken: number[] = [];
    for await (const result of inOrder(count(100, taken), only(2), slowFirst)) if (result === 3) break;
    expect(taken.length).toBeLessThanOrEqual(5);
  });

  test("throws what the work throws, at its place", async () => {
    const seen: number[] = [];
    const work = (item: number): Promise<number> =>
      item === 3 ? Promise.reject(new Error("broken")) : Promise.resolve(item);
    await expect(async () => {
      for await (const result of inOrder(count(5), only(4), work)) seen.push(result);
    }).rejects.toThrow("broken");
    expect(seen).toEqual([1, 2]);
  });

  test("throws what the things throw, when the results before it have come", async () => {
    const seen: number[] = [];
    const broken = async function* (): AsyncGenerator<number> {
      yield* count(3);
      throw new Error("broken");
    };
    await expect(async () => {
      for await (const result of inOrder(broken(), { working: 2, begun: 9 }, slowFirst)) seen.push(result);
    }).rejects.toThrow("broken");
    expect(seen).toEqual([1, 2, 3]);
  });

  test("ends the things when nobody takes results any more", async () => {
    let ended = false;
    const things = async function* (): AsyncGenerator<number> {
      try {
        yield* count(100);
      } finally {
        ended = true;
      }
    };
    for await (const result of inOrder(things(), { working: 2, begun: 9 }, slowFirst))
      if (result === 2) break;
    expect(ended).toBe(true);
  });
});

/** Work that is done when the test says so. */
function byHand(): {
  readonly work: (item: number) => Promise<number>;
  readonly finish: (item: number) => void;
  readonly begun: number[];
} {
  const waiting = new Map<number, () => void>();
  const begun: number[] = [];
  return {
    begun,
    work: (item) =>
      new Promise((resolve) => {
        begun.push(item);
        waiting.set(item, () => {
          resolve(item);
        });
      }),
    finish: (item) => waiting.get(item)?.(),
  };
}

const untilQuiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("behind a thing that takes long", () => {
  test("the next are done meanwhile, no more at a time than allowed, and wait for their turn", async () => {
    const { work, finish, begun } = byHand();
    const seen: number[] = [];
    const run = (async () => {
      for await (const result of inOrder(count(9), { working: 2, begun: 5 }, work)) seen.push(result);
    })();
    for (const item of [2, 3, 4]) {
      await untilQuiet();
      expect(begun.at(-1)).toBe(item);
      finish(item);
    }
    await untilQuiet();
    expect([begun, seen]).toEqual([[1, 2, 3, 4, 5], []]);
    // Five are begun: what comes out of order is bounded, so that memory is.
    finish(5);
    await untilQuiet();
    expect([begun, seen]).toEqual([[1, 2, 3, 4, 5], []]);
    finish(1);
    await untilQuiet();
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    for (const item of [6, 7, 8, 9]) {
      await untilQuiet();
      finish(item);
    }
    await run;
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test("nothing is begun that nobody asked for", async () => {
    const { work, finish, begun } = byHand();
    const results = inOrder(count(9), { working: 2, begun: 5 }, work);
    const first = results.next();
    await untilQuiet();
    finish(1);
    expect((await first).value).toBe(1);
    for (const item of [2, 3]) finish(item);
    await untilQuiet();
    expect(begun).toEqual([1, 2, 3]);
    await results.return();
  });

  test("what is done at once is given at once and does not pile up", async () => {
    const taken: number[] = [];
    for await (const result of inOrder(count(50, taken), { working: 3, begun: 30 }, (item) =>
      Promise.resolve(item),
    ))
      expect(taken.length).toBeLessThanOrEqual(result + 3);
  });
});
