// What the process answers to the shell. A contract: scripts and CI act on these numbers.

export const exitCode = {
  done: 0,
  /** A demanded bar is missed, for instance a rule whose example fails. */
  barMissed: 1,
  /** Wrong use or wrong rules; nothing was audited. */
  wrongUse: 2,
  /** At least one input could not be audited; the others were. Wins over `barMissed`. */
  inputFailed: 3,
  /** A fault of our own (EX_SOFTWARE of sysexits.h), so that no script takes it for a judgement. */
  bug: 70,
} as const;
