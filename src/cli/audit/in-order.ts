// Work on several things at a time, results in the order of the things.

/** What `items` gives until `signal` is aborted: then it ends, without waiting for what is still being worked on. */
export async function* untilAborted<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  // One promise for each item: a lasting one that is raced against each of them would hold on to all their results.
  let end = (): void => undefined;
  signal.addEventListener("abort", () => {
    end();
  });
  while (!signal.aborted) {
    const next = await new Promise<IteratorResult<Item, unknown>>((resolve, reject) => {
      end = () => {
        resolve({ done: true, value: undefined });
      };
      // After the end nobody waits for it, and what it throws then concerns nobody.
      iterator.next().then(resolve, reject);
    });
    if (next.done === true) return;
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
