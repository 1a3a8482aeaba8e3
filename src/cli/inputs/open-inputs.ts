// The documents of a run: found, sifted by the configuration, and opened one after the other. All commands that read
// documents read the same ones in the same way.
import { readFile } from "node:fs/promises";
import { cachedReading } from "../../cache/cached-reading.ts";
import type { Store } from "../../cache/open-store.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import type { Sifting } from "../../config/by-pattern.ts";
import type { Config } from "../../config/config.ts";
import { formatError } from "../../errors/format-error.ts";
import { genomlysError, type GenomlysError } from "../../errors/genomlys-error.ts";
import type { Language } from "../../messages/message.ts";
import type { ReadOptions, Reading } from "../../read/reader.ts";
import { dayOf, inside, leaveOut, leaveOutInside } from "../configured.ts";
import { discover } from "./discover.ts";
import { realPathOf } from "./real-path.ts";
import type { Input } from "./input.ts";
import { nameEnding } from "./document-like.ts";
import type { ReachedFile } from "./found-files.ts";
import { describeOwnFiles, holdsOwnReport, type OwnFiles } from "./own-report.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { showProgress, type Progress } from "../audit/progress.ts";
import { openCache } from "./open-cache.ts";
import { batchOf, problemError, readDocuments, type InputDocument } from "./read-input.ts";
import { readOptions, type ReadingOptions } from "../command-line/read-options.ts";
import { isInShard, type Shard } from "./shard.ts";
import { findPasswordFile, readPasswords } from "./read-passwords.ts";

export interface InputOptions extends ReadingOptions {
  readonly lang: Language;
  readonly quiet: boolean;
  readonly plain?: boolean;
  /** Progress is wanted where standard error is no terminal, too: a line a minute. */
  readonly logProgress?: boolean;
  /** How many documents are read at a time. */
  readonly jobs: number;
  /** Only this part of the inputs. */
  readonly shard?: Shard | undefined;
  /** Full paths of files that this run writes: never read, and refused as inputs. */
  readonly outputs: readonly string[];
  /** The outputs are reports of an audit: whatever else stands in their place among the documents is one of these. */
  readonly reportsOnly?: boolean | undefined;
  /** Full paths of further files that are no documents. */
  readonly beside?: readonly string[];
  /** The paths stand in a list and are no patterns. */
  readonly literally?: boolean;
  /** Whatever was named and is not there stops the run: a gate that looks at less than it was told to is no gate. */
  readonly allThere?: boolean;
  /** Is it explained that something was named and is not there? Such a name is let go. */
  readonly wasRemoved?: ((named: string) => Promise<boolean>) | undefined;
  /** That nothing was found is no mistake of the user's: standard error says nothing of it. */
  readonly mayFindNothing?: boolean;
  /** Which of the inputs that were found are to be read; all when left out. There may be none. */
  readonly choose?: ((inputs: readonly Input[]) => Promise<readonly Input[]>) | undefined;
}

/** A document of a run, with the input that it came from: itself, or the archive that holds it. */
export interface FoundDocument {
  readonly found: InputDocument;
  readonly input: Input;
  /** Place of the input among all that were found, also those of other shards; from 1. */
  readonly position: number;
}

/** The same without its bytes: where it came from. */
export interface DocumentPlace {
  readonly found: Pick<InputDocument, "path">;
  readonly input: Input;
}

/** To be closed after the last document, whatever happened. */
export interface OpenInputs {
  readonly inputs: readonly Input[];
  /** How many inputs there are; an archive counts as one. */
  readonly count: number;
  /** May more than one document come of them? */
  readonly isBatch: boolean;
  readonly progress: Progress;
  /** Where what was read and judged is kept; null for nowhere. */
  readonly store: Store | null;
  readonly read: ReadOptions;
  readonly readWith: Reading["read"];
  /** The day of the run, "2027-01-31". */
  readonly today: string;
  /** Every document in its order, as it is opened. To be gone through once. */
  documents(): AsyncGenerator<FoundDocument, void, undefined>;
  /** The documents of one of its inputs again. */
  documentsOf(input: Input): AsyncGenerator<InputDocument, void, undefined>;
  /** What the configuration left out, as far as `documents` has come. */
  readonly sifting: Sifting;
  /** How many files of each name ending were left out because they are no documents, as far as `documents` has come. */
  readonly passedOver: ReadonlyMap<string, number>;
  /** Files of our own that were left out, as far as `documents` has come. */
  readonly ownFiles: OwnFiles;
  close(): Promise<void>;
}

/**
 * Finds the documents below `paths` and makes ready to read them. null when nothing at all could be found: standard error
 * says why. Throws a GenomlysError for a run that would read its own result or passwords, or that has nothing left to read.
 */
export async function openInputs(
  paths: readonly string[],
  options: InputOptions,
  config: Config | null,
  io: Io,
  pipeline: Pick<Pipeline, "openReading" | "hasRecognition">,
): Promise<OpenInputs | null> {
  const passwordFile = findPasswordFile(options.passwordFile, io.cwd());
  const passwords = await readPasswords(passwordFile);
  const discovery = await discover(paths, {
    cwd: io.cwd(),
    platform: process.platform,
    notRead: [...options.outputs, ...passwordFile.files, ...(options.beside ?? [])],
    literally: options.literally,
  });
  const found = await withoutRemoved(discovery.inputs, options);
  const problems = found.filter((input) => input.kind === "problem");
  // A file that is there and does not open is told in the report; one that is not there may be a slip of the pen.
  const refused =
    problems.length === found.length
      ? problems
      : problems.filter(({ problem }) => options.allThere === true && problem !== "FILE_UNREADABLE");
  const allGone = found.length === 0 && discovery.inputs.length > 0;
  if ((problems.length === found.length && !allGone) || refused.length > 0) {
    if (options.mayFindNothing !== true) {
      for (const input of refused) io.stderr.write(formatError(problemError(input), options.lang));
      io.stderr.write(describeOwnFiles({ reports: [], copies: discovery.copies }, options.lang));
    }
    return null;
  }
  const today = new Date();
  const left = leaveOut(found, config, today);
  if (options.reportsOnly === true) await refuseToReplace(discovery.kept, options.outputs);
  const { shard } = options;
  const chosen = options.choose === undefined ? undefined : new Set(await options.choose(left.inputs));
  const placed = left.inputs
    .map((input, index) => ({ input, position: index + 1 }))
    .filter(({ input }) => shard === undefined || isInShard(input.path, shard))
    .filter(({ input }) => chosen?.has(input) ?? true);
  const inputs = placed.map(({ input }) => input);
  let { sifting } = left;
  // A document is never overwritten with its own report, and a list of passwords is never quoted in one.
  const result = firstAmong(inputs, options.outputs);
  if (result !== undefined) throw genomlysError("OUTPUT_IS_INPUT", { path: result.path });
  if (firstAmong(inputs, passwordFile.files) !== undefined)
    throw genomlysError("PASSWORD_FILE_IS_INPUT", { path: passwordFile.named });

  const progress = showProgress(io, inputs.length, options);
  const read = { ...(await readOptions(options, progress, pipeline, config?.limits)), passwords };
  const batch = { ...batchOf(inputs, options.jobs), ocr: read.ocr, passwords: passwords.length };
  const open = (): Promise<Reading> => pipeline.openReading(batch, read.limits);
  const manyMayCome = isBatch(inputs);
  const store = manyMayCome ? openCache(options.cache, io) : null;
  const reading = store === null ? await open() : cachedReading(store, sha256, open);
  const passedOver = new Map(discovery.passedOver);
  const passOver = (name: string): void => {
    const ending = nameEnding(name);
    passedOver.set(ending, (passedOver.get(ending) ?? 0) + 1);
  };
  const reports: string[] = [];
  return {
    inputs,
    count: inputs.length,
    isBatch: manyMayCome,
    progress,
    store,
    read,
    readWith: reading.read,
    today: dayOf(today),
    passedOver,
    ownFiles: { reports, copies: discovery.copies },
    get sifting() {
      return sifting;
    },
    async *documents() {
      for (const [index, { input, position }] of placed.entries()) {
        progress.show(index + 1, input.path);
        for await (const found of readDocuments(input, io, read, passOver)) {
          const named = inside(input, found.path);
          if (named.kind === "file" && found.path !== input.path) {
            const sifted = leaveOutInside(sifting, { path: found.path, file: named.file }, config, today);
            sifting = sifted.sifting;
            if (sifted.gone) continue;
          }
          if ("bytes" in found && (await holdsOwnReport(found.bytes))) {
            reports.push(found.path);
            continue;
          }
          yield { found, input, position };
        }
      }
    },
    documentsOf: (input) => readDocuments(input, io, read, () => undefined),
    close: () => reading.close(),
  };
}

/** Why a run that found something has nothing to audit. */
export function noDocumentLeft({ ownFiles }: OpenInputs, config: Config | null): GenomlysError {
  const [report] = ownFiles.reports;
  return report === undefined
    ? genomlysError("CONFIG_IGNORES_ALL", { path: config?.shown ?? "" })
    : genomlysError("INPUTS_ARE_REPORTS", { path: report });
}

/** What was found, without the names that lead nowhere because what they named was removed. */
async function withoutRemoved(
  inputs: readonly Input[],
  { wasRemoved }: Pick<InputOptions, "wasRemoved">,
): Promise<readonly Input[]> {
  if (wasRemoved === undefined) return inputs;
  const left: Input[] = [];
  for (const input of inputs) {
    const leadsNowhere = input.kind === "problem" && input.problem !== "FILE_UNREADABLE";
    if (!leadsNowhere || !(await wasRemoved(input.path))) left.push(input);
  }
  return left;
}

/**
 * A document alone is a draft that changes between two audits, and read as fast as it is looked up: only a batch is cached,
 * and stopped in its own time. How much comes out of an archive is not known before it is opened.
 */
function isBatch(inputs: readonly Input[]): boolean {
  const [first] = inputs;
  return inputs.length > 1 || (first?.kind === "file" && nameEnding(first.path) === "zip");
}

/**
 * A file among the documents that is to be written anew is a report that an earlier run left there, or else a document that
 * would be lost.
 */
async function refuseToReplace(kept: readonly ReachedFile[], outputs: readonly string[]): Promise<void> {
  const real = new Set(outputs.map(realPathOf));
  for (const file of kept) {
    if (file.size === 0 || !real.has(file.real)) continue;
    const bytes = await readFile(file.file).catch(() => null);
    if (bytes === null || !(await holdsOwnReport(bytes)))
      throw genomlysError("OUTPUT_IS_INPUT", { path: file.path });
  }
}

/** The first input that is one of `files`, links followed. */
function firstAmong(inputs: readonly Input[], files: readonly string[]): Input | undefined {
  if (files.length === 0) return undefined;
  const real = new Set(files.map(realPathOf));
  return inputs.find((input) => input.kind === "file" && real.has(realPathOf(input.file)));
}
