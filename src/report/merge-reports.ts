// Saved reports into one: shards of an archive, organisations, the documents of two evenings.
import { summaryOf } from "../model/report-summary.ts";
import { standardTextOf } from "../model/standard-text.ts";
import { duplicateFinder, duplicateOf } from "../model/duplicates.ts";
import type { DocumentReport, DuplicateReport, Origin, PackReport, Report } from "../model/report.ts";

/** A document, or a file with the content of an earlier one. */
export type SavedEntry = DocumentReport | DuplicateReport;

/** What was saved: a report, or the files of JSON lines with what they were judged by, if they say so. */
export type SavedPart =
  { readonly report: Report } | { readonly entries: readonly SavedEntry[]; readonly origin: Origin | null };

export interface MergedReport {
  readonly report: Report;
  /** By what each document of the report was judged; nobody may know. */
  readonly origins: ReadonlyMap<DocumentReport, Origin | null>;
  /** Documents that stood in several files with the same content; the first was taken. */
  readonly repeated: readonly string[];
  /** More than one: the figures do not compare. */
  readonly scoreModels: readonly string[];
  /** The packs were not the same everywhere: the figures may not compare. */
  readonly packsDiffer: boolean;
}

type Stages = NonNullable<Report["labels"]["stages"]>;

const entriesOf = (part: SavedPart): readonly SavedEntry[] =>
  "report" in part ? [...part.report.documents, ...(part.report.duplicates ?? [])] : part.entries;
const originOf = (part: SavedPart): Origin | null => ("report" in part ? part.report : part.origin);
const packKey = ({ id, version, sha256 }: PackReport): string => [id, version, sha256].join("\u0000");

/**
 * Joins the parts in order. `otherwise` lends tool and labels where the parts have none (JSON lines). Packs that differ
 * in version or content stand beside each other.
 */
export function mergeReports(
  parts: readonly SavedPart[],
  otherwise: Pick<Report, "tool" | "labels">,
): MergedReport {
  const reports = parts.flatMap((part) => ("report" in part ? [part.report] : []));
  const known = parts.map(originOf).filter((origin) => origin !== null);
  const seen = new Set<string>();
  const repeated: string[] = [];
  const origins = new Map<DocumentReport, Origin | null>();
  // The parts of an archive know nothing of each other: what stands in two of them is found here.
  const contents = duplicateFinder();
  const duplicates: DuplicateReport[] = [];
  for (const part of parts) {
    for (const entry of entriesOf(part)) {
      const key = [entry.path, entry.sha256].join("\u0000");
      if (seen.has(key)) {
        repeated.push(entry.path);
        continue;
      }
      seen.add(key);
      const first = contents.find(entry.sha256);
      if (first !== undefined) duplicates.push(duplicateOf(entry, first));
      else if ("duplicateOf" in entry) duplicates.push(entry);
      else {
        origins.set(entry, originOf(part));
        // What stands in one report as several documents stays several.
        if (!("report" in part)) contents.note(entry.path, entry.sha256);
      }
    }
    if ("report" in part) for (const { path, sha256 } of part.report.documents) contents.note(path, sha256);
  }
  const documents = [...origins.keys()];
  const packs = new Map(
    known.flatMap((origin) => origin.packs.map((pack) => [packKey(pack), pack] as const)),
  );
  const versions = [...new Set(known.map(({ tool }) => tool.version))];
  const standardText = standardTextOf(documents);
  const ignored = reports.flatMap((report) => report.ignored ?? []);
  const labels = reports.map((report) => report.labels);
  const all = reports.length === parts.length ? labels : [otherwise.labels, ...labels];
  const report: Report = {
    schema: "genomlys-report/1",
    tool: versions.length === 0 ? otherwise.tool : { name: "genomlys", version: versions.join(", ") },
    packs: [...packs.values()],
    labels: {
      roles: Object.assign({}, ...all.map(({ roles }) => roles)) as Report["labels"]["roles"],
      types: Object.assign({}, ...all.map(({ types }) => types)) as Report["labels"]["types"],
      policyGoals: Object.assign(
        {},
        ...all.map(({ policyGoals }) => policyGoals),
      ) as Report["labels"]["policyGoals"],
      ...(all.some(({ stages }) => stages !== undefined)
        ? { stages: Object.assign({}, ...all.map(({ stages }) => stages)) as Stages }
        : {}),
    },
    summary: summaryOf(documents),
    documents,
    ...(duplicates.length === 0 ? {} : { duplicates }),
    ...(standardText.length === 0 ? {} : { standardText }),
    ...(ignored.length === 0 ? {} : { ignored }),
  };
  const sets = new Set(known.map((each) => each.packs.map(packKey).join("\u0001")));
  return {
    report,
    origins,
    repeated,
    scoreModels: [...new Set(documents.map(({ scoreModel }) => scoreModel).filter((model) => model !== ""))],
    packsDiffer: sets.size > 1,
  };
}
