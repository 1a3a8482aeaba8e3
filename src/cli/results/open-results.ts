// The results of a run: each format with the place it goes to, opened before the run and filled at its end.
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Report } from "../../model/report.ts";
import { reportFormats, type FormatEntry, type ReportFormat } from "../../report/index.ts";
import type { RenderOptions } from "../../report/render-options.ts";
import { gatherPieces } from "./gather-pieces.ts";
import { openLineFile } from "./line-file.ts";
import { openResultStream, type Io, type ResultStream } from "../io.ts";
import type { OutputPair } from "../command-line/output-pairs.ts";
import { openResultFile, type ResultFile } from "./result-file.ts";
import { readScreen } from "./screen.ts";

/** A result on its way: to standard output, or to a file. */
interface Result {
  readonly format: ReportFormat;
  /** The file's name as it was given; undefined is standard output. */
  readonly named: string | undefined;
  readonly place: ResultStream | ResultFile;
}

export interface Results {
  /** Standard output gets a result in this format; undefined when all go to files. */
  readonly onScreen: ReportFormat | undefined;
  /** No one is left to go on for: the reader of standard output has gone, and there is no file. */
  readonly closed: boolean;
  /** The results in a format that is written document by document. */
  readonly streamed: readonly Pick<Result["place"], "write">[];
  /** Loads the formats that need the whole report; to be called early, so that loading costs no time of its own. */
  load(): void;
  /** Is there a result that needs the whole report? */
  readonly needsReport: boolean;
  /** Renders the report in every format and writes it. */
  write(
    report: Report,
    options: Pick<RenderOptions, "lang" | "details" | "table" | "maxBytes">,
  ): Promise<void>;
  /** Puts all files in place and says where they are. Answers what is to be said on standard error. */
  finish(lang: Language): Promise<string>;
  /** Takes back what was begun; to be called in the end, whatever happened. */
  discard(): Promise<void>;
}

/** The full paths of the files that `pairs` name. */
export function resultPaths(pairs: readonly OutputPair[], cwd: string): string[] {
  return pairs.flatMap(({ file }) => (file === undefined ? [] : [path.resolve(cwd, file)]));
}

/** Refused: two results in one place, and bytes on a screen. */
function checkPairs(pairs: readonly OutputPair[], io: Io): void {
  const places = new Set<string>();
  for (const { format, file } of pairs) {
    const place = file === undefined ? "-" : path.resolve(io.cwd(), file);
    if (places.has(place)) throw genomlysError("OUTPUT_TWICE", { path: file ?? "-" });
    places.add(place);
    const { kind, ending } = reportFormats[format];
    if (kind === "bytes" && file === undefined && io.stdout.isTTY === true)
      throw genomlysError("OUTPUT_IS_BINARY", { format, ending: ending ?? format });
  }
}

/** Opens all places. Throws a GenomlysError before anything is read when one of them cannot be written. */
export async function openResults(
  pairs: readonly OutputPair[],
  flags: { readonly color: boolean | undefined; readonly plain: boolean },
  io: Io,
): Promise<Results> {
  checkPairs(pairs, io);
  const results: Result[] = [];
  for (const { format, file } of pairs) {
    const openFile = format === "jsonl" ? openLineFile : openResultFile;
    const place =
      file === undefined ? openResultStream(io) : await openFile(path.resolve(io.cwd(), file), file);
    results.push({ format, named: file, place });
  }
  const whole = results.filter(({ format }) => format !== "jsonl");
  const files = results.flatMap(({ place, named }) => ("finish" in place ? [{ file: place, named }] : []));
  const screen = results.find(({ named }) => named === undefined);
  const loading = new Map<ReportFormat, ReturnType<FormatEntry["load"]>>();
  const renderIn = async (result: Result, report: Report, options: RenderOptions) => {
    const load = loading.get(result.format) ?? reportFormats[result.format].load();
    const render = await load;
    const content = await render(report, options);
    if (typeof content === "string" || content instanceof Uint8Array) await result.place.write(content);
    else for (const piece of gatherPieces(content)) await result.place.write(piece);
  };
  return {
    onScreen: screen?.format,
    get closed() {
      return files.length === 0 && screen !== undefined && "closed" in screen.place && screen.place.closed;
    },
    streamed: results.filter(({ format }) => format === "jsonl").map(({ place }) => place),
    needsReport: whole.length > 0,
    load() {
      for (const { format } of whole) {
        const load = reportFormats[format].load();
        // Whoever writes the result meets the error; until then it is no unhandled one.
        load.catch(() => undefined);
        loading.set(format, load);
      }
    },
    async write(report, options) {
      for (const result of whole) {
        const toFile = result.named !== undefined;
        const seen = readScreen(io, { ...flags, toFile }, process.platform);
        await renderIn(result, report, {
          lang: options.lang,
          details: options.details,
          table: options.table,
          maxBytes: options.maxBytes,
          ...seen,
        });
      }
    },
    async finish(lang) {
      for (const { file } of files) await file.finish();
      return files
        .map(({ named = "" }) => `${message(lang, "cli.written", { path: plainText(named) })}\n`)
        .join("");
    },
    async discard() {
      for (const { file } of files) await file.discard();
    },
  };
}
