// A configuration as the rest of the program knows it. Types only: an audit without a configuration loads no parser.
import type { ErrorPlace } from "../errors/genomlys-error.ts";
import type { Bars } from "../gate/bars.ts";
import type { LimitValues } from "../model/limits.ts";
import type { RulePack } from "../model/rule.ts";

export interface Config {
  /** Absolute path of the file; patterns in it start from its folder. */
  readonly file: string;
  /** The file as messages call it: seen from the working directory, with "/". */
  readonly shown: string;
  readonly lang: "sv" | "en" | undefined;
  /** What a document may cost; what is left out stays as it is. */
  readonly limits: LimitValues;
  /** Folders of the packs, in order; undefined when the file names none. */
  readonly packFolders: readonly string[] | undefined;
  /** Every single value that changes a pack, by the keys that lead to it, as text. */
  readonly changes: readonly { readonly keys: readonly string[]; readonly value: string }[];
  readonly types: readonly TypePattern[];
  readonly ignore: readonly IgnorePattern[];
  readonly check: CheckConfig;
  readonly suppress: readonly SuppressionConfig[];
  /**
   * The packs with the changes that the file asks for, and its document types checked against them. Throws a GenomlysError
   * at the line that is wrong. `chosen`: the packs were named on the command line; changes to others wait for their turn.
   */
  readonly applyTo: (packs: readonly RulePack[], chosen: boolean) => RulePack[];
  /** The line, from 1, where the value at `keys` stands; undefined when the file does not have it. */
  readonly lineOf: (keys: readonly PropertyKey[]) => number | undefined;
}

/** What `genomlys check` demands. */
export interface CheckConfig {
  readonly all: Bars;
  /** By document type. */
  readonly types: Readonly<Record<string, Bars>>;
  /** As written: seen from the configuration's folder. */
  readonly baseline: string | undefined;
  readonly failOnUnusedSuppressions: boolean;
}

/** A finding that does not count. What is left out fits everything; see config-schema.ts for what must be there. */
export interface SuppressionConfig {
  readonly fingerprint: string | undefined;
  readonly rule: string | undefined;
  /** Pattern for file names. */
  readonly path: string | undefined;
  readonly section: string | undefined;
  readonly reason: string;
  readonly owner: string | undefined;
  /** Last day that it holds, "2027-01-31". */
  readonly until: string | undefined;
  readonly where: ErrorPlace;
}

export interface TypePattern {
  readonly pattern: string;
  readonly type: string;
  readonly where: ErrorPlace;
}

export interface IgnorePattern {
  readonly pattern: string;
  readonly reason: string;
  /** Last day that it holds, "2027-01-31". */
  readonly until: string | undefined;
  readonly where: ErrorPlace;
}
