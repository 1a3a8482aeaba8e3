// `genomlys [scan] <path…>`: audits what was named and writes the report.
import { genomlysError } from "../../errors/genomlys-error.ts";
import { auditToResults } from "../audit/audit-to-results.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";
import { checkType, configure } from "../configured.ts";
import { exitCode, exitCodeOfSignal } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { printConfig } from "../print-config.ts";

/** Runs the command; answers the exit code. */
export async function runScan(
  paths: readonly string[],
  given: ScanOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0 && given.manifest === undefined && !given.printConfig)
    throw genomlysError("NO_INPUT", {});
  pipeline.startEngine(paths);
  const { config, packs, lang } = await configure(given, io, pipeline);
  const options: ScanOptions = { ...given, lang };
  checkType(options.type, packs);
  if (options.printConfig) {
    await printConfig(options, { config, packs, lang }, io);
    return exitCode.done;
  }

  const outcome = await auditToResults(paths, options, { config, packs, lang }, io, pipeline);
  if (outcome === "nothing") return exitCode.wrongUse;
  if ("stoppedBy" in outcome) return exitCodeOfSignal[outcome.stoppedBy];
  return outcome.run.whole && outcome.run.failed > 0 ? exitCode.inputFailed : exitCode.done;
}
