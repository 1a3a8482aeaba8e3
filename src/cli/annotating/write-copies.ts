// Annotated copies, one document at a time: audited, commented and put in their places.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { copyEndings, type AnnotatedFormat } from "../../annotate/annotate-file.ts";
import { openAnnotating, type Annotating } from "../../annotate/open-annotating.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { formatPercent, message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Format } from "../../model/document.ts";
import type { DocumentReport } from "../../model/report.ts";
import { annotateDocument, type AnnotatedDocument } from "../../pipeline/annotate-document.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import type { VisitedDocument } from "../audit/each-document.ts";
import type { AnnotateOptions } from "../command-line/reader-options.ts";
import { inside, suppressionsOf, typeOf, type Configured } from "../configured.ts";
import { fileExists } from "../file-exists.ts";
import { nameEnding } from "../inputs/document-like.ts";
import { realPathOf } from "../inputs/real-path.ts";
import type { CopyPlaces } from "../results/annotated-path.ts";
import { openResultFile, outputError } from "../results/result-file.ts";
import { describeCopy, describeRefusal } from "./describe-copy.ts";

/** What came of one document. */
export type CopyOutcome =
  /** `lines` say what is in the copy and where it is. */
  | { readonly kind: "copied"; readonly lines: readonly string[] }
  | { readonly kind: "unread"; readonly report: DocumentReport }
  /** Of a format that holds no comments. */
  | { readonly kind: "otherFormat" }
  | { readonly kind: "refused"; readonly why: string };

export interface CopyWriter {
  /** Throws a GenomlysError for a copy that would be the original, or that cannot be written. */
  readonly copy: (visited: VisitedDocument) => Promise<CopyOutcome>;
  readonly close: () => Promise<void>;
}

/** Makes ready to write copies to their `places`; what writes into files is started for the first one. */
export function openCopyWriter(
  options: AnnotateOptions,
  { config, packs, lang }: Configured,
  places: CopyPlaces,
): CopyWriter {
  let annotating: Annotating | undefined;

  const audit = ({ document, input, read, readWith, today }: VisitedDocument): Promise<AnnotatedDocument> => {
    const place = inside(input, document.path);
    return annotateDocument(document, {
      packs,
      ...typeOf(place, options, config),
      lang,
      read: { ...read, wordPlaces: true },
      readWith,
      sha256,
      suppressions: { external: suppressionsOf(place, config), today },
    });
  };

  return {
    copy: async (visited) => {
      const { document, input, read } = visited;
      const { report, annotations } = await audit(visited);
      const shownPath = plainText(document.path);
      if (report.status !== "audited") return { kind: "unread", report };
      const { format } = report;
      if (!canBeAnnotated(format)) return { kind: "otherFormat" };
      if (annotations === null) {
        const percent = formatPercent(report.reading.share, lang);
        return { kind: "refused", why: message(lang, "annotate.notRead", { path: shownPath, percent }) };
      }
      const place = places.placeOf(document.path, endingOf(document.path, format));
      const output = plainText(place.shown);
      if (input.kind === "file" && realPathOf(place.full) === realPathOf(input.file))
        throw genomlysError("OUTPUT_IS_INPUT", { path: document.path });
      if (!options.force && (await fileExists(place.full)))
        return {
          kind: "refused",
          why: message(lang, "annotate.output.exists", { path: shownPath, output }),
        };
      annotating ??= openAnnotating(read.limits);
      const copy = await annotating.annotate({
        bytes: document.bytes,
        format,
        annotations,
        options: {
          lang,
          changes: read.changes,
          highlight: options.highlight,
          unpackedBytes: read.limits.unpackedBytes,
        },
      });
      if (copy.kind === "refused") return { kind: "refused", why: describeRefusal(copy, shownPath, lang) };
      await write(place, copy.bytes);
      const left = [...report.gaps, ...report.requirements].filter(
        ({ suppressed }) => suppressed !== undefined,
      );
      return {
        kind: "copied",
        lines: [
          ...describeCopy(copy, shownPath, output, lang),
          ...(left.length > 0 ? [message(lang, "annotate.suppressed", { n: left.length })] : []),
        ],
      };
    },
    close: async () => annotating?.close(),
  };
}

function canBeAnnotated(format: Format | null): format is AnnotatedFormat {
  return format !== null && Object.hasOwn(copyEndings, format);
}

/** The ending that the copy gets: that of the original where its format may have it. */
function endingOf(documentPath: string, format: AnnotatedFormat): string {
  const endings: readonly string[] = copyEndings[format];
  const own = nameEnding(path.posix.basename(documentPath));
  return endings.includes(own) ? own : copyEndings[format][0];
}

async function write(
  place: { readonly full: string; readonly shown: string },
  bytes: Uint8Array,
): Promise<void> {
  const folder = path.dirname(place.full);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw outputError(place.shown, error);
  }
  const target = await openResultFile(place.full, place.shown);
  try {
    await target.write(bytes);
    await target.finish();
  } finally {
    await target.discard();
  }
}
