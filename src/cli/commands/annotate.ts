// `genomlys annotate <file…>`: a copy of a Word document or PDF with comments at gaps and highlights at evidence.
import path from "node:path";
import { copyEndings } from "../../annotate/annotate-file.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { message } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { DocumentReport } from "../../model/report.ts";
import { shortList } from "../annotating/describe-copy.ts";
import { describeFailure } from "../audit/document-failure.ts";
import { eachDocument } from "../audit/each-document.ts";
import type { AnnotateOptions } from "../command-line/reader-options.ts";
import { checkType, configure } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import { fileExists } from "../file-exists.ts";
import { nameEnding } from "../inputs/document-like.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { copyPlaces, type CopyPlaces } from "../results/annotated-path.ts";

/** Runs the command; answers the exit code. */
export async function runAnnotate(
  paths: readonly string[],
  given: AnnotateOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const configured = await configure(given, io, pipeline);
  const { config, packs, lang } = configured;
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

  const { openCopyWriter } = await import("../annotating/write-copies.ts");
  const writer = openCopyWriter(options, configured, places);
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
  const found = await eachDocument(paths, { ...options, outputs }, config, io, pipeline, {
    unread: async (input) => {
      fail(await pipeline.reportUnread(input, lang));
    },
    document: async (visited) => {
      const outcome = await writer.copy(visited);
      switch (outcome.kind) {
        case "copied":
          if (!options.quiet) for (const line of outcome.lines) say(line);
          return;
        case "unread":
          fail(outcome.report);
          return;
        case "otherFormat":
          failed++;
          otherFormats.push(plainText(visited.document.path));
          return;
        case "refused":
          failed++;
          say(outcome.why);
      }
    },
  }).finally(() => writer.close());
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
