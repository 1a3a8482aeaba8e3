// Audits the drafts that are watched, with what their versions are compared by.
import type { SectionTexts } from "../../compare/align-sections.ts";
import type { DocumentReport } from "../../model/report.ts";
import { auditWhole } from "../audit/audit-whole.ts";
import { hearSections } from "../audit/hear-sections.ts";
import type { ScanOptions } from "../command-line/scan-options.ts";
import type { Configured } from "../configured.ts";
import type { InputOptions, OpenInputs } from "../inputs/open-inputs.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";

/** A document as it was when it could be audited the last time. */
export interface Version {
  readonly report: DocumentReport;
  /** undefined: where its sections begin and end is not known, so that it is compared as a whole. */
  readonly texts: SectionTexts | undefined;
}

export interface AuditedDrafts {
  /** By path in the report: those that could be audited. */
  readonly versions: ReadonlyMap<string, Version>;
  /** Paths of all that was looked at. */
  readonly looked: ReadonlySet<string>;
}

/**
 * Audits the documents below `named`, or only those in `files` (full paths) when these are given. null when nothing is there;
 * standard error says why, unless `files` are given.
 */
export async function auditDrafts(
  named: readonly string[],
  files: ReadonlySet<string> | undefined,
  options: ScanOptions,
  { config, packs, lang }: Configured,
  io: Io,
  pipeline: Pipeline,
): Promise<AuditedDrafts | null> {
  const texts = new Map<string, SectionTexts>();
  const inputs: InputOptions = {
    ...options,
    lang,
    outputs: [],
    ...(files === undefined
      ? {}
      : {
          mayFindNothing: true,
          choose: (found) =>
            Promise.resolve(found.filter((input) => input.kind === "file" && files.has(input.file))),
        }),
  };
  const prepare = (opened: OpenInputs): OpenInputs => hearSections(opened, (at, own) => texts.set(at, own));
  const yardstick = { packs, config, lang, type: options.type };
  const whole = await auditWhole(named, inputs, yardstick, io, pipeline, { prepare });
  if (whole === null) return null;
  const audited = whole.documents.filter(({ status }) => status === "audited");
  return {
    versions: new Map(audited.map((report) => [report.path, { report, texts: texts.get(report.path) }])),
    looked: new Set(whole.documents.map(({ path: at }) => at)),
  };
}
