// Runs code under a clock that it cannot escape. Node's own means for it (the time limit of node:vm) ends any JavaScript
// or WebAssembly that loops in this thread, also where it catches all errors; it costs a fifth of a millisecond.
import { hrtime } from "node:process";
import { Script } from "node:vm";

/** What `withinTime` throws when time is up. */
export class OutOfTime extends Error {
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super(`stopped after ${String(milliseconds)} ms`);
    this.milliseconds = milliseconds;
  }
}

/**
 * Milliseconds on a clock that never goes back, for deadlines. `performance` has the same, and loads ten of Node's modules
 * (two milliseconds).
 */
export function monotonicMs(): number {
  return Number(hrtime.bigint()) / 1e6;
}

/** Where the script finds what it is to run: a script sees nothing but globals. */
const slot = Symbol.for("genomlys.withinTime");
const script = new Script('globalThis[Symbol.for("genomlys.withinTime")]()');

/**
 * The result of `run`, which has to be over within so many milliseconds; throws OutOfTime if it is not. What `run` throws
 * comes through. Only what happens until `run` returns is clocked, so a promise is only as safe as its synchronous
 * part. Code that was stopped can have left its objects half changed: throw them away.
 */
export function withinTime<Result>(milliseconds: number, run: () => Result): Result {
  const results: Result[] = [];
  Object.assign(globalThis, { [slot]: () => results.push(run()) });
  const timeout = Math.max(1, Math.ceil(milliseconds));
  try {
    script.runInThisContext({ timeout });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw code === "ERR_SCRIPT_EXECUTION_TIMEOUT" ? new OutOfTime(timeout) : error;
  } finally {
    Object.assign(globalThis, { [slot]: undefined });
  }
  return results[0] as Result;
}
