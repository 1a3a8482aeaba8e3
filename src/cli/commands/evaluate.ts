// `genomlys evaluate <gold.jsonl…>`: how well the rules judge labelled text, and whether demanded bars are met.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { parseBars } from "../../evaluate/bars.ts";
import { evaluate, type GoldFile } from "../../evaluate/evaluate.ts";
import { keywordSet } from "../../evaluate/keyword-search.ts";
import { mostBytes, readNamed } from "../../files/read-whole.ts";
import { renderEvaluation } from "../../report/terminal/render-evaluation.ts";
import { configure } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import { openResultStream, type Io } from "../io.ts";
import type { EvaluateCommandOptions } from "../command-line/owner-options.ts";
import type { Pipeline } from "../pipeline.ts";
import { readScreen } from "../results/screen.ts";

async function readGoldFile(named: string, io: Io): Promise<GoldFile> {
  const file = path.resolve(io.cwd(), named);
  const bytes = await readNamed(file, named, mostBytes.made, {
    missing: "INPUT_MISSING",
    unreadable: "INPUT_UNREADABLE",
  });
  return {
    path: named,
    text: bytes.toString("utf8"),
    readFile: async (relative) => {
      try {
        return new Uint8Array(await readFile(path.resolve(path.dirname(file), relative)));
      } catch {
        return null;
      }
    },
  };
}

/** Runs the command; answers the exit code: 1 when a bar is missed, 3 when a labelled section could not be judged. */
export async function runEvaluate(
  files: readonly string[],
  options: EvaluateCommandOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const bars = [
    ...options.min.flatMap((written) => parseBars(written, "min")),
    ...options.max.flatMap((written) => parseBars(written, "max")),
  ];
  const gold: GoldFile[] = [];
  for (const named of files) gold.push(await readGoldFile(named, io));
  const { packs, lang } = await configure(options, io, pipeline);
  const evaluation = await evaluate(gold, { packs, bars, errors: options.errors });

  const { width, plain } = readScreen(
    io,
    { color: options.color, plain: options.plain, toFile: false },
    process.platform,
  );
  const text =
    options.format === "json"
      ? `${JSON.stringify(evaluation, null, 2)}\n`
      : renderEvaluation(evaluation, { lang, width, plain, keywordSet });
  await openResultStream(io).write(text);
  if (evaluation.lost.length > 0) return exitCode.inputFailed;
  return evaluation.bars.every(({ met }) => met) ? exitCode.done : exitCode.barMissed;
}
