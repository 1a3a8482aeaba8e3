// `genomlys outline <file…>`: what the reader saw of each document, and what it left out and why.
import { genomlysError } from "../../errors/genomlys-error.ts";
import type { OutlineDocument } from "../../model/outline.ts";
import { outlineFormats } from "../../report/outline/index.ts";
import type { OutlineOptions } from "../command-line/parse-command-line.ts";
import { checkType, configure, describeSifting, inside, typeOf } from "../configured.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import { eachDocument } from "../audit/each-document.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { readScreen } from "../results/screen.ts";

/** Runs the command; answers the exit code. */
export async function runOutline(
  paths: readonly string[],
  given: OutlineOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0) throw genomlysError("NO_INPUT", {});
  const { config, packs, lang } = await configure(given, io, pipeline);
  const options: OutlineOptions = { ...given, lang };
  checkType(options.type, packs);
  const { assembleOutline, outlineFile, outlineUnread } = await import("../../pipeline/outline.ts");
  const documents: OutlineDocument[] = [];
  const sifting = await eachDocument(paths, { ...options, outputs: [] }, config, io, pipeline, {
    unread: ({ path, code, params }) => {
      const notices = [{ code, params }];
      const nothing = { format: null, status: "unreadable", pages: null, notices } as const;
      documents.push(outlineUnread({ path, sha256: "" }, { kind: "unread", ...nothing }, lang));
      return Promise.resolve();
    },
    document: async ({ document, input, read, readWith }) => {
      const type = typeOf(inside(input, document.path), options, config);
      documents.push(await outlineFile(document, { packs, ...type, lang, read, sha256, readWith }));
    },
  });
  if (sifting === null) return exitCode.wrongUse;
  const render = await outlineFormats[options.format]();
  const screen = readScreen(
    io,
    { color: options.color, plain: options.plain, toFile: false },
    process.platform,
  );
  const text = render(assembleOutline(documents, packs), { lang, details: false, ...screen });
  await openResultStream(io).write(text);
  if (!options.quiet) io.stderr.write(describeSifting(sifting, config, lang));
  return documents.every((document) => document.status === "read") ? exitCode.done : exitCode.inputFailed;
}
