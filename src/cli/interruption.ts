// Ctrl-C: the first ends the command in its own time, a second is left to the system, which stops at once.
import type { Io } from "./io.ts";

export interface Interruption {
  readonly signal: AbortSignal;
  /** As Ctrl-C does. */
  readonly interrupt: () => void;
  /** Listens no longer. */
  readonly end: () => void;
}

/** Starts to listen; `signal` is aborted by the first Ctrl-C. */
export function interruptible(io: Io): Interruption {
  const controller = new AbortController();
  const end = (): void => {
    io.off?.("SIGINT", interrupt);
  };
  const interrupt = (): void => {
    end();
    controller.abort();
  };
  io.on?.("SIGINT", interrupt);
  return { signal: controller.signal, interrupt, end };
}
