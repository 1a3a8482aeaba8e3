// `genomlys rules diff <old pack or configuration> <path…>`: every section whose judgement changes between two yardsticks.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { statSync } from "node:fs";
import { siftIgnored } from "../../config/by-pattern.ts";
import type { Config } from "../../config/config.ts";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { formatPercent, message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { FoundWords } from "../../model/evaluation.ts";
import type { Level } from "../../model/report.ts";
import type { RulePack } from "../../model/rule.ts";
import { defaultReadOptions } from "../../read/reader.ts";
import { sectionName } from "../../report/section-name.ts";
import { className } from "../../report/terminal/working-lines.ts";
import { comparePacks, type DocumentComparison, type SectionChange } from "../../rulebook/compare-packs.ts";
import { sha256 } from "../../pipeline/content-hash.ts";
import { discover } from "../inputs/discover.ts";
import { configure, dayOf, typeOf, type Configured } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { RulesDiffOptions } from "../command-line/owner-options.ts";
import type { Pipeline } from "../pipeline.ts";
import { isPack } from "../../rules/pack-files.ts";
import { openTextStream } from "../results/text-stream.ts";
import { showProgress } from "../audit/progress.ts";

/** Findings that are named of each change. */
const findingsNamed = 8;

/** Runs the command; 3 when a document could not be read. A changed judgement is what was asked for, no missed bar. */
export async function runRulesDiff(
  old: string,
  paths: readonly string[],
  options: RulesDiffOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const now = await configure(options, io, pipeline);
  const { packs, lang } = now;
  const before = await oldYardstick(old, now, options, io, pipeline);
  const { inputs } = await discover(paths, { cwd: io.cwd(), platform: process.platform, notRead: [] });
  const files = inputs.flatMap((input) => (input.kind === "file" ? [input] : []));
  const leftOut = (config: Config | null): ReadonlySet<string> =>
    new Set(
      config === null ? [] : siftIgnored(config, files, dayOf(new Date())).ignored.map((file) => file.path),
    );
  const leftOutBefore = leftOut(before.config);
  const leftOutNow = leftOut(now.config);
  const [first] = inputs;
  if (files.length === 0) throw genomlysError("INPUT_MISSING", { path: first?.path ?? paths.join(" ") });

  const result = openTextStream(io, { ...options, lang });
  const names = (list: readonly RulePack[]): string =>
    list.map(({ id, version, sha256: hash }) => `${id} ${version} (${hash.slice(0, 8)})`).join(", ");
  await result.write(
    `${plainText(message(lang, "diff.title", { old: names(before.packs), new: names(packs) }))}\n`,
  );
  const sum = { changed: 0, all: 0, documents: 0 };
  let failed = inputs.length - files.length;
  const progress = showProgress(io, files.length, options);
  for (const [number, input] of files.entries()) {
    const { path: named, file } = input;
    if (result.closed) return exitCode.done;
    progress.show(number + 1, named);
    if (leftOutBefore.has(named) || leftOutNow.has(named)) {
      // Left out by both: no judgement to compare.
      if (leftOutBefore.has(named) === leftOutNow.has(named)) continue;
      progress.clear();
      const key = leftOutNow.has(named) ? "diff.ignoredNow" : "diff.ignoredBefore";
      await result.write(`\n${plainText(named)}\n  ${message(lang, key)}\n`);
      continue;
    }
    // It may have gone since it was found, or may not be opened: the others are compared.
    const bytes = await readFile(file).catch(() => null);
    const compared =
      bytes === null
        ? null
        : await comparePacks(
            { path: named, bytes: new Uint8Array(bytes) },
            { packs: before.packs, ...typeOf(input, options, before.config) },
            { packs, ...typeOf(input, options, now.config), lang, read: defaultReadOptions, sha256 },
          );
    progress.clear();
    if (compared === null) {
      failed++;
      await result.write(`\n${plainText(named)}  ${message(lang, "diff.failed")}\n`);
      continue;
    }
    sum.documents++;
    sum.all += compared.sections;
    sum.changed += compared.changes.length;
    const lines = describe(compared, lang);
    if (lines.length > 0) await result.write(`\n${lines.join("\n")}\n`);
  }
  await result.write(`\n${message(lang, "diff.sum", sum)}\n`);
  return failed > 0 ? exitCode.inputFailed : exitCode.done;
}

/** What the documents were judged by: a pack's folder or file, with all else as it is now, or a configuration with all it says. */
async function oldYardstick(
  old: string,
  now: Configured,
  options: RulesDiffOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<Pick<Configured, "packs" | "config">> {
  const at = path.resolve(io.cwd(), old);
  const isFile = statSync(at, { throwIfNoEntry: false })?.isFile() === true;
  if (isFile && !isPack(at)) return configure({ ...options, rules: [], config: old }, io, pipeline);
  const packs = await pipeline.loadPacks([at]);
  return { packs, config: now.config };
}

function describe({ path: named, before, after, changes }: DocumentComparison, lang: Language): string[] {
  const document: string[] = [];
  if (before.type.id !== after.type.id) {
    document.push(message(lang, "diff.type", { old: before.type.id, new: after.type.id }));
  }
  if (before.verdict !== after.verdict) {
    document.push(
      message(lang, "diff.verdict", {
        old: message(lang, `verdict.${before.verdict}`),
        new: message(lang, `verdict.${after.verdict}`),
      }),
    );
  }
  if (before.coverage.share !== after.coverage.share) {
    document.push(
      message(lang, "diff.coverage", {
        old: formatPercent(before.coverage.share, lang),
        new: formatPercent(after.coverage.share, lang),
      }),
    );
  }
  const status = new Map(before.requirements.map(({ id, status: was }) => [id, was]));
  for (const { id, status: is } of after.requirements) {
    const was = status.get(id);
    if (was !== undefined && was !== is) {
      document.push(
        message(lang, "diff.requirement", {
          id,
          old: message(lang, `requirement.${was}`),
          new: message(lang, `requirement.${is}`),
        }),
      );
    }
  }
  if (document.length === 0 && changes.length === 0) return [];
  return [
    plainText(named),
    ...document.map((line) => `  ${plainText(line)}`),
    ...changes.flatMap((change) => describeChange(change, lang)),
  ];
}

function describeChange({ section, before, after, gone, come }: SectionChange, lang: Language): string[] {
  const words = (found: readonly FoundWords[]): string =>
    found
      .slice(0, findingsNamed)
      .map(
        ({ rule, text, because }) =>
          `${className(because, lang)} ${text === "" ? "" : `"${text}" `}(${rule})`,
      )
      .join("; ") + (found.length > findingsNamed ? " …" : "");
  const state = ({ level, status }: SectionChange["before"]): string =>
    `${message(lang, `status.${status}`)} ${levelText(level)}`;
  const responsible = [
    ...(gone.length === 0 ? [] : [message(lang, "diff.gone", { words: words(gone) })]),
    ...(come.length === 0 ? [] : [message(lang, "diff.come", { words: words(come) })]),
  ];
  return [
    `  ${clippedText(sectionName(section, lang), 140)}: ${message(lang, "diff.section", { old: state(before), new: state(after) })}`,
    ...(responsible.length === 0 ? [message(lang, "diff.thresholds")] : responsible).map(
      (line) => `    ${plainText(line)}`,
    ),
  ];
}

const levelText = (level: Level): string => `(${String(level)})`;
