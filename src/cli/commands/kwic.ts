// `genomlys kwic <word> <path…>`: every occurrence of a word or phrase in its context, by document.
import { genomlysError } from "../../errors/genomlys-error.ts";
import { noticeText } from "../../messages/notice-texts.ts";
import { findInFile, termFinder } from "../../pipeline/concordance.ts";
import type { ConcordanceDocument } from "../../model/concordance.ts";
import { renderConcordance } from "../../report/concordance/render-terminal.ts";
import { describeFailure } from "../audit/document-failure.ts";
import { eachDocument } from "../audit/each-document.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import type { KwicOptions } from "../command-line/reader-options.ts";
import { openSingleResult } from "../results/single-result.ts";
import { resultPaths } from "../results/open-results.ts";
import { readScreen } from "../results/screen.ts";

/** Runs the command; answers the exit code. */
export async function runKwic(
  term: string,
  paths: readonly string[],
  options: KwicOptions,
  io: Io,
  pipeline: Pick<Pipeline, "openReading" | "hasRecognition" | "readConfig">,
): Promise<number> {
  const { lang, output } = options;
  const find = termFinder(term);
  if ("problem" in find) throw genomlysError("TERM_UNREADABLE", { term, part: find.problem.part });
  const config = await pipeline.readConfig(io.cwd(), options.config);
  const outputs = resultPaths(output === undefined ? [] : [{ format: "csv", file: output }], io.cwd());
  const target = await openSingleResult(output, options, io);
  try {
    const documents: ConcordanceDocument[] = [];
    const found = await eachDocument(paths, { ...options, outputs }, config, io, pipeline, {
      unread: ({ path, code, params }) => {
        documents.push({
          path,
          status: "unreadable",
          hits: [],
          notices: [noticeText({ code, params }, lang)],
        });
        return Promise.resolve();
      },
      document: async ({ document, read, readWith }) => {
        documents.push(await findInFile(document, find, { read, readWith, lang }));
      },
    });
    if (found === null) return exitCode.wrongUse;
    const concordance = { term, documents };
    const screen = readScreen(
      io,
      { color: options.color, plain: options.plain, toFile: target.toFile },
      process.platform,
    );
    const text =
      options.format === "csv"
        ? (await import("../../report/concordance/render-csv.ts")).renderConcordanceCsv(
            concordance,
            lang,
            options.sort,
          )
        : renderConcordance(concordance, { lang, details: false, ...screen }, options.sort);
    await target.write(text);
    // A table has no row for them, and a file is not looked at at once.
    if (options.format === "csv" || target.toFile)
      for (const document of documents)
        if (document.status !== "read") io.stderr.write(describeFailure(document, lang));
    return documents.every(({ status }) => status === "read") ? exitCode.done : exitCode.inputFailed;
  } finally {
    await target.discard();
  }
}
