// Every document that was named, one after the other, for the commands that look at documents without auditing them.
import type { Sifting } from "../../config/by-pattern.ts";
import type { Config } from "../../config/config.ts";
import { GenomlysError } from "../../errors/genomlys-error.ts";
import type { ReadOptions, Reading } from "../../read/reader.ts";
import type { Input } from "../inputs/input.ts";
import type { Io } from "../io.ts";
import { noDocumentLeft, openInputs, type InputOptions } from "../inputs/open-inputs.ts";
import { describeOwnFiles } from "../inputs/own-report.ts";
import type { Pipeline, UnreadInput } from "../pipeline.ts";
import { tellFault } from "./document-failure.ts";

/** A document with its bytes, and how it is to be read. */
export interface VisitedDocument {
  readonly document: { readonly path: string; readonly bytes: Uint8Array };
  /** What it came from: itself, or the archive that holds it. */
  readonly input: Input;
  readonly read: ReadOptions;
  readonly readWith: Reading["read"];
  /** The day of the run, "2027-01-31": suppressions may end. */
  readonly today: string;
}

export interface Visit {
  /** Whatever this throws that is no error of the user's costs this document only. */
  readonly document: (visited: VisitedDocument) => Promise<void>;
  /** An input that has no bytes to look at, or whose visit failed. */
  readonly unread: (input: UnreadInput) => Promise<void>;
}

/**
 * Visits all documents below `paths`; answers what the configuration left out. null when nothing at all could be found:
 * standard error says why.
 */
export async function eachDocument(
  paths: readonly string[],
  options: Omit<InputOptions, "jobs">,
  config: Config | null,
  io: Io,
  pipeline: Pick<Pipeline, "openReading" | "hasRecognition">,
  visit: Visit,
): Promise<Sifting | null> {
  const inputs = await openInputs(paths, { ...options, jobs: 1 }, config, io, pipeline);
  if (inputs === null) return null;
  const { read, readWith, progress, today } = inputs;
  try {
    let count = 0;
    for await (const { found, input } of inputs.documents()) {
      count++;
      if (!("bytes" in found)) {
        await visit.unread(found);
        continue;
      }
      try {
        await visit.document({ document: found, input, read, readWith, today });
      } catch (thrown) {
        if (thrown instanceof GenomlysError) throw thrown;
        await visit.unread(tellFault(thrown, found.path, options.lang, io));
      }
    }
    progress.clear();
    if (count === 0 && inputs.ownFiles.reports.length > 0) throw noDocumentLeft(inputs, config);
    if (!options.quiet) io.stderr.write(describeOwnFiles(inputs.ownFiles, options.lang));
    return inputs.sifting;
  } finally {
    await inputs.close();
  }
}
