// Audits everything that was named and hands back the results together, for commands whose result is no report of the audit.
import { genomlysError } from "../../errors/genomlys-error.ts";
import type { DocumentReport } from "../../model/report.ts";
import { auditInputs, type Yardstick } from "./audit-inputs.ts";
import { describeFailure } from "./document-failure.ts";
import type { Io } from "../io.ts";
import { openInputs, type InputOptions, type OpenInputs } from "../inputs/open-inputs.ts";
import type { Pipeline } from "../pipeline.ts";

export interface WholeAudit {
  readonly documents: readonly DocumentReport[];
  /** How many of them could not be audited; standard error names them. */
  readonly failed: number;
}

/**
 * Boilerplate across the documents counts as in a report. `prepare` can change how they are read. null when nothing at all
 * could be found: standard error says why. Throws a GenomlysError where the configuration leaves nothing over.
 */
export async function auditWhole(
  paths: readonly string[],
  options: InputOptions,
  yardstick: Yardstick,
  io: Io,
  pipeline: Pipeline,
  prepare: (inputs: OpenInputs) => OpenInputs = (inputs) => inputs,
): Promise<WholeAudit | null> {
  const { config, lang } = yardstick;
  const inputs = await openInputs(paths, options, config, io, pipeline);
  if (inputs === null) return null;
  const { progress } = inputs;
  const { jobs } = options;
  try {
    const run = await auditInputs(
      prepare(inputs),
      yardstick,
      { jobs, keep: true },
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
    if (run.count === 0 && options.choose === undefined)
      throw genomlysError("CONFIG_IGNORES_ALL", { path: config?.shown ?? "" });
    return { documents: run.documents, failed: run.failed };
  } finally {
    await inputs.close();
  }
}
