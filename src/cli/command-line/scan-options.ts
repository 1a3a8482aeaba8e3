// What an audit is told on the command line.
import type { CommonOptions, ReportShape } from "./common-options.ts";
import type { OutputPair } from "./output-pairs.ts";
import type { ReadingOptions } from "./read-options.ts";
import type { Shard } from "../inputs/shard.ts";

export interface ScanOptions extends CommonOptions, ReportShape, ReadingOptions {
  readonly type: string;
  readonly rules: readonly string[];
  /** The configuration file that is named. */
  readonly config: string | undefined;
  readonly printConfig: boolean;
  /** Which values were given: only those outdo the configuration. */
  readonly given: { readonly lang?: string; readonly type?: string; readonly format?: string };
  /** Never empty. */
  readonly outputs: readonly OutputPair[];
  /** How many documents are read at a time. */
  readonly jobs: number;
  /** The file with results of a run that was stopped; one of `outputs`. */
  readonly resume: string | undefined;
  readonly shard: Shard | undefined;
  /** Progress where standard error is no terminal, too. */
  readonly logProgress: boolean;
  /** The list of the archive that is named. */
  readonly manifest: string | undefined;
}
