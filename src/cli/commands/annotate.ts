// `genomlys annotate <file…>`: a copy of a Word document or PDF with comments at gaps and highlights at evidence.
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { copyEndings, type AnnotatedFormat } from "../../annotate/annotate-file.ts";
import type { Annotating } from "../../annotate/open-annotating.ts";
import type { Annotated, AnnotatedFile } from "../../annotate/annotated.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { formatPercent, message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Format } from "../../model/document.ts";
import type { DocumentReport } from "../../model/report.ts";
import { copyPlaces, type CopyPlaces } from "../results/annotated-path.ts";
import { checkType, configure, inside, suppressionsOf, typeOf } from "../configured.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import { realPathOf } from "../inputs/real-path.ts";
import { describeFailure } from "../audit/document-failure.ts";
import { nameEnding } from "../inputs/document-like.ts";
import { eachDocument } from "../audit/each-document.ts";
import { exitCode } from "../exit-code.ts";
import { fileExists } from "../file-exists.ts";
import type { Sifting } from "../../config/by-pattern.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { AnnotateOptions } from "../command-line/reader-options.ts";
import { openResultFile, outputError } from "../results/result-file.ts";

/** Runs the command; answers the exit code. */
export async function runAnnotate(
  paths: readonly string[],
  given: AnnotateOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { config, packs, lang } = await configure(given, io, pipeline);
  const options = { ...given, lang };
  checkType(options.type, packs);
  if (options.output === "-") throw genomlysError("ANNOTATE_OUTPUT_NEEDED", { path: "-" });
  const places = await copyPlaces(paths, options.output, io.cwd());
  // Asked before the work, not after it.
  const [only, ...others] = paths;
  if (!options.force && only !== undefined && others.length === 0) {
    const expected = places.file ?? beside(only, options.output, places);
    if (expected !== undefined && (await fileExists(expected)))
      throw genomlysError("ANNOTATE_OUTPUT_EXISTS", { output: path.relative(io.cwd(), expected) });
  }

  const { annotateDocument } = await import("../../pipeline/annotate-document.ts");
  const { openAnnotating } = await import("../../annotate/open-annotating.ts");
  /** Opened for the first copy. */
  let annotating: Annotating | undefined;
  const outputs = places.file === undefined ? [] : [places.file];
  let failed = 0;
  /** Documents of formats that hold no comments: a folder may be full of them, and the advice is the same for all. */
  const otherFormats: string[] = [];
  const say = (text: string): void => {
    io.stderr.write(`${text}\n`);
  };
  const fail = (document: DocumentReport): void => {
    failed++;
    io.stderr.write(describeFailure(document, lang));
  };
  const visit = (): Promise<Sifting | null> =>
    eachDocument(paths, { ...options, outputs }, config, io, pipeline, {
      unread: async (input) => {
        fail(await pipeline.reportUnread(input, lang));
      },
      document: async ({ document, input, read, readWith, today }) => {
        const place = inside(input, document.path);
        const { report, annotations } = await annotateDocument(document, {
          packs,
          ...typeOf(place, options, config),
          lang,
          read: { ...read, wordPlaces: true },
          readWith,
          sha256,
          suppressions: { external: suppressionsOf(place, config), today },
        });
        const shownPath = plainText(document.path);
        if (report.status !== "audited") {
          fail(report);
          return;
        }
        const { format } = report;
        if (!canBeAnnotated(format)) {
          failed++;
          otherFormats.push(shownPath);
          return;
        }
        if (annotations === null) {
          failed++;
          say(
            message(lang, "annotate.notRead", {
              path: shownPath,
              percent: formatPercent(report.reading.share, lang),
            }),
          );
          return;
        }
        const copyPlace = places.placeOf(document.path, endingOf(document.path, format));
        const output = plainText(copyPlace.shown);
        if (input.kind === "file" && realPathOf(copyPlace.full) === realPathOf(input.file))
          throw genomlysError("OUTPUT_IS_INPUT", { path: document.path });
        if (!options.force && (await fileExists(copyPlace.full))) {
          failed++;
          say(message(lang, "annotate.output.exists", { path: shownPath, output }));
          return;
        }
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
        if (copy.kind === "refused") {
          failed++;
          say(describeRefusal(copy, shownPath, lang));
          return;
        }
        await write(copyPlace, copy.bytes);
        if (!options.quiet) for (const line of describe(copy, shownPath, output, lang)) say(line);
        const left = [...report.gaps, ...report.requirements].filter(
          ({ suppressed }) => suppressed !== undefined,
        );
        if (!options.quiet && left.length > 0) say(message(lang, "annotate.suppressed", { n: left.length }));
      },
    });
  const found = await visit().finally(() => annotating?.close());
  if (found === null) return exitCode.wrongUse;
  if (otherFormats.length > 0) {
    const n = otherFormats.length;
    say(message(lang, "annotate.refused.format", { names: shortList(otherFormats, lang), n }));
  }
  return failed > 0 ? exitCode.inputFailed : exitCode.done;
}

/** Where the copy of the only file goes when nothing is said; undefined where its content must be known for that. */
function beside(only: string, output: string | undefined, places: CopyPlaces): string | undefined {
  const ending = nameEnding(path.basename(only));
  const known = Object.values(copyEndings).some((endings: readonly string[]) => endings.includes(ending));
  return output === undefined && known ? places.placeOf(only.replaceAll("\\", "/"), ending).full : undefined;
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

const namesShown = 5;

function shortList(names: readonly string[], lang: Language): string {
  const shown = names.slice(0, namesShown).join(", ");
  const more = names.length - namesShown;
  return more > 0 ? message(lang, "annotate.andMore", { names: shown, n: more }) : shown;
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

function describeRefusal(
  refusal: Exclude<Annotated, AnnotatedFile>,
  shownPath: string,
  lang: Language,
): string {
  if (refusal.reason !== "stopped")
    return message(lang, `annotate.refused.${refusal.reason}`, { path: shownPath });
  const { seconds, limit, reason } = { seconds: "", limit: "", reason: "", ...refusal.notice.params };
  if (refusal.notice.code === "READER_TIMED_OUT")
    return message(lang, "annotate.refused.time", { path: shownPath, seconds });
  if (refusal.notice.code === "READER_OUT_OF_MEMORY")
    return message(lang, "annotate.refused.memory", { path: shownPath, limit });
  return message(lang, "annotate.refused.failed", { path: shownPath, reason });
}

/** What was written where, and what the user should know of it. */
function describe(copy: AnnotatedFile, shownPath: string, output: string, lang: Language): string[] {
  const { comments, highlights, kept, signed } = copy;
  return [
    comments + highlights === 0
      ? message(lang, "annotate.nothing", { path: shownPath, output })
      : message(lang, "annotate.written", { path: shownPath, comments, highlights, output }),
    ...(kept > 0 ? [message(lang, "annotate.kept", { n: kept })] : []),
    ...(signed ? [message(lang, "annotate.signed")] : []),
  ];
}
