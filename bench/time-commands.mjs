// Timing of whole commands, as a user meets them: start of the process to its end.
import { spawnSync } from "node:child_process";

/** Is the command installed? */
export function isInstalled(command) {
  return spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;
}

/** Prefix that holds a command on one core, where the system has such a thing: both sides of a ratio get the same. */
export const onOneCore = isInstalled("taskset") ? ["taskset", "-c", "0"] : [];

/** The same for two cores. */
export const onTwoCores = isInstalled("taskset") ? ["taskset", "-c", "0,1"] : [];

/**
 * Runs a command, output thrown away: seconds on the clock, and of processor time where bash can tell it.
 * A command that fails is an error: a fast failure must not look like a fast tool. `accepted` are its good exit codes.
 */
export function timeCommand(argv, accepted = [0]) {
  const script = 'TIMEFORMAT="@@ %R %U %S"; time "$@" >/dev/null 2>/dev/null';
  const began = process.hrtime.bigint();
  const run = spawnSync("bash", ["-c", script, "bash", ...argv], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  const clock = Number(process.hrtime.bigint() - began) / 1e9;
  if (run.error !== undefined) throw run.error;
  if (!accepted.includes(run.status))
    throw new Error(`exit code ${run.status}: ${argv.join(" ")}\n${run.stderr}`);
  const [, real, user, system] = /@@ ([\d.]+) ([\d.]+) ([\d.]+)/.exec(run.stderr) ?? [];
  return {
    wall: real === undefined ? clock : Number(real),
    cpu: user === undefined ? clock : Number(user) + Number(system),
  };
}

/**
 * Times A and B by turns, so that whatever else the machine does meets both, and answers the medians.
 * The first pair warms the file cache and is thrown away.
 */
export function comparePairs(rounds, runA, runB) {
  const pairs = [];
  for (let round = 0; round <= rounds; round++) {
    // The order turns as well: what comes second finds a warmer machine.
    const pair = round % 2 === 0 ? { a: runA(), b: runB() } : { b: runB(), a: runA() };
    if (round > 0) pairs.push(pair);
  }
  return {
    a: median(pairs.map(({ a }) => a.wall)),
    b: median(pairs.map(({ b }) => b.wall)),
    ratio: median(pairs.map(({ a, b }) => a.wall / b.wall)),
    cpuRatio: median(pairs.map(({ a, b }) => a.cpu / b.cpu)),
  };
}

/** Middle value; the mean of the two in the middle of an even number. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
