// What the process answers to the shell. A contract: scripts and CI act on these numbers.

export const exitCode = {
  done: 0,
  /** A demanded bar is missed, for instance a rule whose example fails. */
  barMissed: 1,
  /** Wrong use or wrong rules; nothing was audited. */
  wrongUse: 2,
  /** At least one input could not be audited; the others were. Wins over `barMissed`. Also when a fault of ours ends the run. */
  inputFailed: 3,
} as const;

/** A run that a signal stopped: 128 + the number of the signal, as shells count. */
export const exitCodeOfSignal = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** The signals that ask a command to end. */
export type StopSignal = keyof typeof exitCodeOfSignal;

export const stopSignals: readonly StopSignal[] = ["SIGINT", "SIGTERM", "SIGHUP"];
