// Audits everything that was named and hands back the results together, for commands whose result is no report of the audit.
import type { DocumentReport, DuplicateReport } from "../../model/report.ts";
import { auditInputs, type Yardstick } from "./audit-inputs.ts";
import { describeFailure } from "./document-failure.ts";
import type { Io } from "../io.ts";
import { listedInputs, type Manifest } from "../manifest/open-manifest.ts";
import { noDocumentLeft, openInputs, type InputOptions, type OpenInputs } from "../inputs/open-inputs.ts";
import { describeOwnFiles } from "../inputs/own-report.ts";
import type { Pipeline } from "../pipeline.ts";
import { describeNotMarked } from "./judge-again.ts";
import { repeatTally } from "./repeat-tally.ts";

export interface WholeAudit {
  readonly documents: readonly DocumentReport[];
  /** How many of them could not be audited; standard error names them. */
  readonly failed: number;
}

/** How such an audit differs. */
export interface WholeAuditExtras {
  /** Changes how the documents are read. */
  readonly prepare?: (inputs: OpenInputs) => OpenInputs;
  /** The list of the archive: says what is audited where no path does, and what each document is. */
  readonly manifest?: Manifest | undefined;
  /** A file with the content of an earlier one is named on standard error and not audited again. */
  readonly onceEach?: boolean;
}

/**
 * Boilerplate across the documents counts as in a report. null when nothing at all could be found: standard error says why.
 * Throws a GenomlysError where the configuration leaves nothing over, or a list is that of another archive.
 */
export async function auditWhole(
  paths: readonly string[],
  options: InputOptions,
  yardstick: Omit<Yardstick, "manifest">,
  io: Io,
  pipeline: Pipeline,
  { prepare = (inputs) => inputs, manifest, onceEach = false }: WholeAuditExtras = {},
): Promise<WholeAudit | null> {
  const { config, lang } = yardstick;
  const listed = listedInputs(paths, manifest);
  const inputs = await openInputs(listed.paths, { ...options, ...listed.options }, config, io, pipeline);
  if (inputs === null) return null;
  const { progress } = inputs;
  const { jobs, quiet } = options;
  const repeats = repeatTally();
  const onDuplicate = (duplicate: DuplicateReport): Promise<void> => {
    repeats.note(duplicate);
    return Promise.resolve();
  };
  try {
    await manifest?.checkFits(inputs.inputs);
    const run = await auditInputs(
      prepare(inputs),
      { ...yardstick, manifest },
      { jobs, keep: true, ...(onceEach ? { onDuplicate } : {}) },
      io,
      pipeline,
      ({ document }) => {
        if (document.status !== "audited") {
          progress.clear();
          io.stderr.write(describeFailure(document, lang));
        }
        return Promise.resolve(true);
      },
    );
    progress.clear();
    if (run.count === 0 && options.choose === undefined) throw noDocumentLeft(inputs, config);
    if (!quiet)
      io.stderr.write(
        repeats.describe(lang) +
          (manifest?.describeMissing(lang) ?? "") +
          describeOwnFiles(inputs.ownFiles, lang) +
          describeNotMarked(run.notMarked, lang),
      );
    return { documents: run.documents, failed: run.failed };
  } finally {
    await inputs.close();
  }
}
