// A signal to stop: from the keyboard (Ctrl-C), from what runs the command (a scheduler, a container), from a terminal that
// goes. The first ends the command in its own time, a second is left to the system, which stops at once.
import { stopSignals, type StopSignal } from "./exit-code.ts";
import type { Io } from "./io.ts";

export interface Interruption {
  readonly signal: AbortSignal;
  /** Which signal came; null for none, or when the command stops itself. */
  readonly by: StopSignal | null;
  /** As a signal does. */
  readonly interrupt: () => void;
  /** Listens no longer. */
  readonly end: () => void;
}

/** Starts to listen; `signal` is aborted by the first signal. */
export function interruptible(io: Io): Interruption {
  const controller = new AbortController();
  let by: StopSignal | null = null;
  const listeners = stopSignals.map((name) => ({
    name,
    listener: () => {
      by ??= name;
      interrupt();
    },
  }));
  const end = (): void => {
    for (const { name, listener } of listeners) io.off?.(name, listener);
  };
  const interrupt = (): void => {
    end();
    controller.abort();
  };
  for (const { name, listener } of listeners) io.on?.(name, listener);
  return {
    signal: controller.signal,
    get by() {
      return by;
    },
    interrupt,
    end,
  };
}
