// Work on several things at a time, results in the order of the things.

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
