// `genomlys [scan] <path…>`: audits what was named and writes the report.
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import { auditInputs, type Audited } from "../audit-inputs.ts";
import type { ScanOptions } from "../command-line.ts";
import { checkType, configure, describeSifting } from "../configured.ts";
import { describeFailure } from "../document-failure.ts";
import { besideResumed, openEarlierResults, type EarlierResults } from "../earlier-results.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import { openInputs, type OpenInputs } from "../open-inputs.ts";
import type { Pipeline } from "../pipeline.ts";
import { openResults, resultPaths } from "../results.ts";

/** Kinds of passed-over files that are named; the rest are only counted. */
const kindsNamed = 5;

/** Says in one line how many files were left out because they are no documents, commonest kinds first. */
function describePassedOver(passedOver: OpenInputs["passedOver"], lang: Language): string {
  const kinds = [...passedOver].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named = kinds.slice(0, kindsNamed).map(([ending, count]) => {
    const kind = ending === "" ? message(lang, "cli.withoutEnding") : `.${clippedText(ending, 20)}`;
    return `${kind} ${String(count)}`;
  });
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  if (kinds.length > kindsNamed) named.push("…");
  return `${message(lang, "cli.passedOver", { n: all, kinds: named.join(", ") })}\n`;
}

/** Runs the command; answers the exit code. */
export async function runScan(
  paths: readonly string[],
  given: ScanOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (paths.length === 0 && !given.printConfig) throw genomlysError("NO_INPUT", {});
  pipeline.startEngine(paths);
  const { config, packs, lang } = await configure(given, io, pipeline);
  const options: ScanOptions = { ...given, lang };
  checkType(options.type, packs);
  if (options.printConfig) {
    const { describeConfig } = await import("../../config/describe-config.ts");
    const values = { ...options.given, rules: options.rules.length > 0 };
    await openResultStream(io).write(describeConfig(config, packs, values, lang));
    return exitCode.done;
  }

  const resumed = options.resume === undefined ? undefined : path.resolve(io.cwd(), options.resume);
  const outputs = [
    ...resultPaths(options.outputs, io.cwd()),
    ...(resumed === undefined ? [] : [besideResumed(resumed)]),
  ];
  const inputs = await openInputs(paths, { ...options, outputs }, config, io, pipeline);
  if (inputs === null) return exitCode.wrongUse;
  const interruption = inputs.count > 1 ? interruptible(io) : undefined;
  let earlier: EarlierResults | undefined;
  try {
    if (resumed !== undefined) earlier = await openEarlierResults(resumed, options.resume ?? "");
    const results = await openResults(options.outputs, options, io);
    try {
      const { streamed, needsReport } = results;
      const renderLine =
        streamed.length > 0 ? (await import("../../report/json.ts")).renderJsonLine : undefined;
      // Lines have no head: each says by which rules it was judged.
      const origin = await pipeline.assembleReport([], packs);
      // Loaded while the first document waits for its engine.
      results.load();
      const yardstick = { packs, config, lang, type: options.type };
      const { jobs, shard } = options;
      const runOptions = { jobs, keep: needsReport, earlier, signal: interruption?.signal };
      const heed = async ({ document, conditions, position }: Audited): Promise<boolean> => {
        if (results.closed) return false;
        inputs.progress.count({ pages: document.pages, failed: document.status !== "audited" });
        // The terminal report names them itself.
        if (document.status !== "audited" && !options.quiet && results.onScreen !== "terminal") {
          inputs.progress.clear();
          io.stderr.write(describeFailure(document, lang));
        }
        if (renderLine !== undefined)
          for (const place of streamed) {
            const part = shard === undefined ? {} : { shard: { ...shard, position } };
            await place.write(
              renderLine(document, {
                ...origin,
                ...part,
                ...(conditions === undefined ? {} : { conditions }),
              }),
            );
          }
        return true;
      };
      const run = await auditInputs(inputs, yardstick, runOptions, io, pipeline, heed);
      if (interruption?.signal.aborted === true) {
        inputs.progress.clear();
        const [file] = options.outputs.flatMap(({ format, file: named }) =>
          format === "jsonl" && named !== undefined ? [named] : [],
        );
        const key = file === undefined ? "cli.interrupted" : "cli.interruptedFile";
        io.stderr.write(`${message(lang, key, { n: run.count, path: plainText(file ?? "") })}\n`);
        return exitCode.interrupted;
      }
      if (!run.whole) return exitCode.done;
      const { documents, standardText } = run;
      const { progress, sifting, passedOver } = inputs;
      progress.clear();
      if (run.count === 0 && shard === undefined)
        throw genomlysError("CONFIG_IGNORES_ALL", { path: config?.shown ?? "" });
      if (needsReport) {
        const ignored = sifting.ignored.map((file) => ({ ...file, until: file.until ?? null }));
        await results.write(await pipeline.assembleReport(documents, packs, ignored), options);
      }
      const written = await results.finish(lang);
      await earlier?.finish();
      if (!options.quiet) {
        const inReport = results.onScreen === "terminal";
        io.stderr.write(describeSifting(sifting, config, lang, { ignored: !inReport }));
        if (passedOver.size > 0) io.stderr.write(describePassedOver(passedOver, lang));
        if (streamed.length > 0 && standardText.sentences > 0) {
          const n = { n: standardText.sentences, documents: standardText.documents.size };
          io.stderr.write(`${message(lang, "standard.streamed", n)}\n`);
        }
        if (inputs.store?.failure != null)
          io.stderr.write(`${message(lang, "cache.failed", { reason: inputs.store.failure })}\n`);
        io.stderr.write(written);
      }
      return run.failed > 0 ? exitCode.inputFailed : exitCode.done;
    } finally {
      await results.discard();
    }
  } finally {
    interruption?.end();
    await earlier?.close();
    await inputs.close();
  }
}

/** Listens for Ctrl-C: the first ends the run after the last whole result, a second is left to the system, which stops at once. */
function interruptible(io: Io): { readonly signal: AbortSignal; readonly end: () => void } {
  const controller = new AbortController();
  const end = (): void => {
    io.off?.("SIGINT", abort);
  };
  const abort = (): void => {
    end();
    controller.abort();
  };
  io.on?.("SIGINT", abort);
  return { signal: controller.signal, end };
}
