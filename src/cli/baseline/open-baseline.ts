// A file of accepted gaps in use: which of its documents a document is, and what is new in it.
import path from "node:path";
import type { Config } from "../../config/config.ts";
import { compareWithBaseline, formerPath, type Baseline } from "../../gate/baseline.ts";
import type { FixedReport } from "../../model/check-report.ts";
import type { DocumentReport } from "../../model/report.ts";
import { baselineName, goneDocuments, readBaseline, type BaselinePlace } from "./baseline-file.ts";
import { inside } from "../configured.ts";
import type { Io } from "../io.ts";
import type { DocumentPlace } from "../inputs/open-inputs.ts";

/** The file that the command line or the configuration names; undefined when neither does. */
export function baselinePlace(
  named: string | undefined,
  config: Config | null,
  io: Pick<Io, "cwd">,
): BaselinePlace | undefined {
  if (named !== undefined) return { file: path.resolve(io.cwd(), named), named };
  const written = config?.check.baseline;
  if (config === null || written === undefined) return undefined;
  const file = path.resolve(path.dirname(config.file), written);
  return { file, named: path.relative(io.cwd(), file).replaceAll(path.sep, "/") };
}

export interface OpenBaseline {
  readonly baseline: Baseline;
  /** As messages call it. */
  readonly named: string;
  /** What the baseline calls a document: its own name, or the one that it had when the baseline was made. */
  readonly nameOf: (document: DocumentReport, found: DocumentPlace) => string;
  /** The document with its findings marked as new or unchanged, and what it no longer has. */
  readonly compare: (
    document: DocumentReport,
    found: DocumentPlace,
  ) => { readonly document: DocumentReport; readonly fixed: readonly FixedReport[] };
  /** Documents of the baseline that are no longer there and that no document of the run was once called. */
  readonly gone: () => readonly string[];
}

/** Reads the file. Throws what `readBaseline` throws: not there, not a baseline, of another version. */
export async function openBaseline(place: BaselinePlace): Promise<OpenBaseline> {
  const baseline = await readBaseline(place);
  const gone = await goneDocuments(baseline, place.file);
  /** Present name → name in the baseline. */
  const renamed = new Map<string, string>();
  const nameOf: OpenBaseline["nameOf"] = (document, { found, input }) => {
    const own = baselineName(inside(input, found.path), place.file);
    if (Object.hasOwn(baseline.documents, own)) return own;
    const known = renamed.get(own);
    if (known !== undefined) return known;
    const taken = new Set(renamed.values());
    const free = gone.filter((name) => !taken.has(name));
    const before = formerPath(document, baseline, free);
    if (before !== null) renamed.set(own, before);
    return before ?? own;
  };
  return {
    baseline,
    named: place.named,
    nameOf,
    compare(document, found) {
      if (document.status !== "audited") return { document, fixed: [] };
      const name = nameOf(document, found);
      const entries = Object.hasOwn(baseline.documents, name) ? baseline.documents[name] : undefined;
      return compareWithBaseline(document, entries ?? []);
    },
    gone() {
      const taken = new Set(renamed.values());
      return gone.filter((name) => !taken.has(name));
    },
  };
}
