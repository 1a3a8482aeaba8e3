// What the process answers to the shell. A contract: scripts and CI act on these numbers.

export const exitCode = {
  done: 0,
  /** A demanded bar is missed, for instance a rule whose example fails. */
  barMissed: 1,
  /** Wrong use or wrong rules; nothing was audited. */
  wrongUse: 2,
  /** At least one input could not be audited; the others were. Wins over `barMissed`. Also when a fault of ours ends the run. */
  inputFailed: 3,
  /** The user stopped the run (Ctrl-C): 128 + the number of the signal, as shells count. */
  interrupted: 130,
} as const;
