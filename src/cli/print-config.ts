// `--print-config`: what is in force and where it comes from.
import type { CommandLineValues } from "../config/describe-config.ts";
import type { ScanOptions } from "./command-line/parse-command-line.ts";
import type { Configured } from "./configured.ts";
import { openResultStream, type Io } from "./io.ts";

/** Writes what is in force to standard output: a line for each value with the place it comes from. */
export async function printConfig(
  options: Pick<ScanOptions, "given" | "rules">,
  { config, packs, lang }: Configured,
  io: Io,
  check?: CommandLineValues["check"],
): Promise<void> {
  const { describeConfig } = await import("../config/describe-config.ts");
  const asked = check === undefined ? {} : { check };
  const values = { ...options.given, ...asked, rules: options.rules.length > 0 };
  await openResultStream(io).write(describeConfig(config, packs, values, lang));
}
