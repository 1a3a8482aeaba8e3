// Work on several things at a time, results in the order of the things.

/** What `items` gives until `signal` is aborted: then it ends, without waiting for what is still being worked on. */
export async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const aborted = new Promise<"aborted">((resolve) => {
    signal.addEventListener("abort", () => {
      resolve("aborted");
    });
  });
  while (!signal.aborted) {
    const pending = iterator.next();
    // Nobody waits for it after the end; what it throws then concerns nobody.
    pending.catch(() => undefined);
    const next = await Promise.race([aborted, pending]);
    if (next === "aborted" || next.done === true) return;
    yield next.value;
  }
}

/**
 * Does `work` on each item of `items`, on up to `ahead` of them at a time, and gives the results in the order of the items,
 * whichever is done first. No more items are taken than are worked on or wait for their turn, so that memory does not
 * grow with their number. What `work` or `items` throws comes through at its place.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Waited for below, in its turn; until then it is no unhandled rejection.
    result.catch(() => undefined);
    begun.push(result);
    if (begun.length < ahead) continue;
    const first = begun.shift();
    if (first !== undefined) yield await first;
  }
  for (const result of begun) yield await result;
}
