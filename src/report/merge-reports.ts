// Saved reports into one: shards of an archive, organisations, the documents of two evenings.
import { summaryOf } from "../model/report-summary.ts";
import type { DocumentReport, PackReport, Report } from "../model/report.ts";

/** What one file held: a report, or the documents of JSON lines, which do not say by which rules they were judged. */
export type SavedPart = { readonly report: Report } | { readonly documents: readonly DocumentReport[] };

export interface MergedReport {
  readonly report: Report;
  /** Documents that stood in several files with the same content; the first was taken. */
  readonly repeated: readonly string[];
  /** More than one: the figures do not compare. */
  readonly scoreModels: readonly string[];
  /** The packs were not the same everywhere: the figures may not compare. */
  readonly packsDiffer: boolean;
}

type Stages = NonNullable<Report["labels"]["stages"]>;

const documentsOf = (part: SavedPart): readonly DocumentReport[] =>
  "report" in part ? part.report.documents : part.documents;
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
  const byContent = new Map<string, DocumentReport>();
  const repeated: string[] = [];
  for (const document of parts.flatMap(documentsOf)) {
    const key = [document.path, document.sha256].join("\u0000");
    if (byContent.has(key)) repeated.push(document.path);
    else byContent.set(key, document);
  }
  const documents = [...byContent.values()];
  const packs = new Map(
    reports.flatMap((report) => report.packs.map((pack) => [packKey(pack), pack] as const)),
  );
  const versions = [...new Set(reports.map(({ tool }) => tool.version))];
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
    ...(ignored.length === 0 ? {} : { ignored }),
  };
  const sets = new Set(reports.map((each) => each.packs.map(packKey).join("\u0001")));
  return {
    report,
    repeated,
    scoreModels: [...new Set(documents.map(({ scoreModel }) => scoreModel).filter((model) => model !== ""))],
    packsDiffer: sets.size > 1,
  };
}
