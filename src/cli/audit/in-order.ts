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

/** How far a run goes ahead of the result that is next in order. */
export interface Ahead {
  /** Most items that are worked on at a time. */
  readonly working: number;
  /** Most items that are worked on or done and wait for their turn. */
  readonly begun: number;
}

/**
 * For documents that `jobs` threads read and one judges: while one is judged another that was read may wait for it. Behind a long
 * one those that follow are done meanwhile, or the other threads would stand idle; what waits then are reports, a few
 * for each thread however many documents there are (docs/performance.md).
 */
export const aheadFor = (jobs: number): Ahead => ({ working: jobs + 2, begun: 8 * (jobs + 2) });

/**
 * Does `work` on the items of `items`, on several at a time, and gives the results in the order of the items, whichever is
 * done first. No more items are taken than `ahead` allows, so that memory does not grow with their number, and none while
 * nobody asks for a result. What `work` or `items` throws comes through at its place.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  ahead: Ahead,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const iterator = items[Symbol.asyncIterator]();
  const begun: { readonly result: Promise<Result>; done: boolean }[] = [];
  const state = { working: 0, isLast: false };
  /** Tells the one who waits below that something is done. */
  let tell = (): void => undefined;
  const take = async (): Promise<void> => {
    // What comes after the last one is told at its place, like what the work throws.
    const next = await iterator.next().catch((error: unknown) => ({ error }));
    if ("error" in next) begun.push({ result: rejected(next.error), done: true });
    state.isLast = "error" in next || next.done === true;
    if ("error" in next || next.done === true) return;
    const entry = { result: work(next.value), done: false };
    begun.push(entry);
    state.working++;
    const settle = (): void => {
      entry.done = true;
      state.working--;
      tell();
    };
    // Waited for below, in its turn; until then it is no unhandled rejection.
    entry.result.then(settle, settle);
  };
  try {
    for (;;) {
      // One for each result that is ready: where all are done at once they would else pile up before the first is given.
      for (let taken = 0; taken === 0 || begun[0]?.done !== true; taken++) {
        if (state.isLast || state.working >= ahead.working || begun.length >= ahead.begun) break;
        await take();
      }
      const [first] = begun;
      if (first === undefined) return;
      if (!first.done && !state.isLast && begun.length < ahead.begun) {
        await new Promise<void>((resolve) => {
          tell = resolve;
        });
        continue;
      }
      begun.shift();
      yield await first.result;
    }
  } finally {
    await iterator.return?.();
  }
}

function rejected(error: unknown): Promise<never> {
  const promise = Promise.reject(error instanceof Error ? error : new Error(String(error)));
  promise.catch(() => undefined);
  return promise;
}
