// Saved reports into one: shards of an archive, organisations, the documents of two evenings.
import { summaryOf } from "../model/report-summary.ts";
import { repeatedTextsOf } from "../model/shared-text.ts";
import { duplicateFinder, duplicateOf } from "../model/duplicates.ts";
import type { DocumentReport, DuplicateReport, Origin, PackReport, Report } from "../model/report.ts";
import type { LineFacts } from "./json.ts";
import { mergeSuppressions } from "./merge-suppressions.ts";

/** A document, or a file with the content of an earlier one. */
export type SavedEntry = DocumentReport | DuplicateReport;

/** What was saved: a report, or the files of JSON lines with what they were judged by, if they say so. */
export type SavedPart = { readonly report: Report } | SavedLines;

export interface SavedLines {
  readonly entries: readonly SavedEntry[];
  readonly origin: Origin | null;
  /** What the line of each entry says beside its document. */
  readonly facts?: ReadonlyMap<SavedEntry, LineFacts>;
}

export interface MergedReport {
  readonly report: Report;
  /** By what each document of the report was judged; nobody may know. */
  readonly origins: ReadonlyMap<DocumentReport, Origin | null>;
  /** Its documents and duplicates in the order of the parts. */
  readonly entries: readonly SavedEntry[];
  /** What the lines of its documents say beside them; {} for those of whole reports. */
  readonly facts: ReadonlyMap<DocumentReport, LineFacts>;
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
  const entries: SavedEntry[] = [];
  const facts = new Map<DocumentReport, LineFacts>();
  const repeat = (duplicate: DuplicateReport): void => {
    duplicates.push(duplicate);
    entries.push(duplicate);
  };
  for (const part of parts) {
    for (const entry of entriesOf(part)) {
      const key = [entry.path, entry.sha256].join("\u0000");
      if (seen.has(key)) {
        repeated.push(entry.path);
        continue;
      }
      seen.add(key);
      const first = contents.find(entry.sha256);
      if (first !== undefined) repeat(duplicateOf(entry, first));
      else if ("duplicateOf" in entry) repeat(entry);
      else {
        entries.push(entry);
        origins.set(entry, originOf(part));
        facts.set(entry, "report" in part ? {} : (part.facts?.get(entry) ?? {}));
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
  const ignored = reports.flatMap((report) => report.ignored ?? []);
  const suppressions = mergeSuppressions(reports);
  const labels = reports.map((report) => report.labels);
  const all = reports.length === parts.length ? labels : [otherwise.labels, ...labels];
  const merged: Report["labels"] = {
    roles: Object.assign({}, ...all.map(({ roles }) => roles)) as Report["labels"]["roles"],
    types: Object.assign({}, ...all.map(({ types }) => types)) as Report["labels"]["types"],
    policyGoals: Object.assign(
      {},
      ...all.map(({ policyGoals }) => policyGoals),
    ) as Report["labels"]["policyGoals"],
    ...(all.some(({ stages }) => stages !== undefined)
      ? { stages: Object.assign({}, ...all.map(({ stages }) => stages)) as Stages }
      : {}),
  };
  const report: Report = {
    schema: "genomlys-report/1",
    tool: versions.length === 0 ? otherwise.tool : { name: "genomlys", version: versions.join(", ") },
    packs: [...packs.values()],
    labels: merged,
    summary: summaryOf(documents),
    documents,
    ...repeatedTextsOf(documents, merged),
    ...(ignored.length === 0 ? {} : { ignored }),
    ...(duplicates.length === 0 ? {} : { duplicates }),
    ...(suppressions.length === 0 ? {} : { suppressions }),
    ...checkOf(parts),
  };
  const sets = new Set(known.map((each) => each.packs.map(packKey).join("\u0001")));
  return {
    report,
    origins,
    entries,
    facts,
    repeated,
    scoreModels: [...new Set(documents.map(({ scoreModel }) => scoreModel).filter((model) => model !== ""))],
    packsDiffer: sets.size > 1,
  };
}

/** What a check says of its run holds of the documents of that run alone; those of each document go with it. */
function checkOf([part, ...others]: readonly SavedPart[]): Pick<Report, "check"> {
  if (part === undefined || !("report" in part) || part.report.check === undefined || others.length > 0)
    return {};
  return { check: part.report.check };
}

/** The report with some of its documents judged again: what follows from them is reckoned anew. */
export function withDocuments(
  { documents: before, standardText: _marked, sharedText: _shared, ...report }: Report,
  again: ReadonlyMap<DocumentReport, DocumentReport>,
): Report {
  const documents = before.map((document) => again.get(document) ?? document);
  const { schema, tool, packs, labels, summary: _counted, ...rest } = report;
  // The order of the fields is that of an audit: the same results are the same bytes.
  return {
    schema,
    tool,
    packs,
    labels,
    summary: summaryOf(documents),
    documents,
    ...repeatedTextsOf(documents, labels),
    ...rest,
  };
}
