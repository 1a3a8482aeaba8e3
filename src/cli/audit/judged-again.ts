// What a line of results carries so that its document can be judged again when the boilerplate of the whole archive is known
// (standardText): which sentences it could share, how it differs from others, and how it was read and judged.
import type { Language } from "../../messages/message.ts";
import type { AgainReport, DocumentReport } from "../../model/report.ts";
import type { SentenceRecord } from "../../pipeline/standard-text.ts";
import { defaultReadOptions, type ReadOptions } from "../../read/reader.ts";

/** How a document was judged, beside the rules. */
export interface Judging {
  readonly type: string;
  readonly typeFrom?: string | undefined;
  readonly lang: Language;
  readonly read: ReadOptions;
}

/** What a reading depends on besides bytes and passwords; passwords are never written down. */
const readingNames = ["changes", "pdfEngine", "docxEngine", "ocr"] as const;

/** What a line says of how its document was judged, and of its paragraphs. */
export function againOf({ type, typeFrom, lang, read }: Judging, { sketch }: SentenceRecord): AgainReport {
  const limits = Object.entries(read.limits).filter(
    ([name, value]) => defaultReadOptions.limits[name as keyof ReadOptions["limits"]] !== value,
  );
  const unusual: Record<string, unknown> = {
    ...Object.fromEntries(
      readingNames.flatMap((name) => (read[name] === defaultReadOptions[name] ? [] : [[name, read[name]]])),
    ),
    ...(limits.length === 0 ? {} : { limits: Object.fromEntries(limits) }),
  };
  return {
    lang,
    type,
    ...(typeFrom === undefined ? {} : { typeFrom }),
    ...(Object.keys(unusual).length === 0 ? {} : { read: unusual }),
    sketch,
  };
}

/** The other way round. Whether it was judged under just these conditions is for their hash to say. */
export function judgingOf({ type, typeFrom, lang, read = {} }: AgainReport): Judging {
  const { limits } = read as Partial<ReadOptions>;
  const known = Object.fromEntries(
    readingNames.flatMap((name) => (name in read ? [[name, read[name]]] : [])),
  );
  return {
    type,
    ...(typeFrom === undefined ? {} : { typeFrom }),
    lang,
    read: {
      ...defaultReadOptions,
      ...known,
      limits: { ...defaultReadOptions.limits, ...limits },
      passwords: [],
    },
  };
}

/** What is known of a document from its line, for finding boilerplate; null where the line does not say. */
export function recordOf(
  { type, sha256, evidence }: DocumentReport,
  again: AgainReport | undefined,
): SentenceRecord | null {
  if (again === undefined) return null;
  const sentences = new Set(evidence.flatMap(({ sentence }) => sentence ?? []));
  return { type: type.id, sha256, sentences: [...sentences], sketch: again.sketch };
}
