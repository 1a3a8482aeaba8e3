// `genomlys rules test` and `genomlys rules list`: for those who own the rules.
import path from "node:path";
import { genomlysError } from "../../errors/genomlys-error.ts";
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { Rule, RulePack } from "../../model/rule.ts";
import type { CommonOptions } from "../command-line/parse-command-line.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { openTextStream } from "../results/text-stream.ts";

async function loadPacks(folders: readonly string[], io: Io, pipeline: Pipeline): Promise<RulePack[]> {
  const packs = await pipeline.loadPacks(folders.map((folder) => path.resolve(io.cwd(), folder)));
  // Nothing to run is never a green run.
  const empty = packs.find((pack) => pack.rules.length === 0);
  if (empty !== undefined) throw genomlysError("RULES_EMPTY", { path: shownPath(empty.folder, io) });
  return packs;
}

/** A file of a pack as the user would name it: below the working directory when it lies there. */
function shownPath(file: string, io: Io): string {
  const relative = path.relative(io.cwd(), path.resolve(io.cwd(), file));
  return plainText((relative.startsWith("..") ? file : relative).replaceAll(path.sep, "/"));
}

/** Runs the examples of all rules; a failing example or a rule that none of its examples hits is a missed bar. */
export async function runRulesTest(
  folders: readonly string[],
  options: CommonOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { lang } = options;
  const packs = await loadPacks(folders, io, pipeline);
  const { failures, rules, examples, untested } = await pipeline.testPacks(packs);
  const result = openTextStream(io, options);
  for (const failure of failures) {
    const lines = [
      `${shownPath(failure.file, io)}:${String(failure.line)}`,
      `  ${message(lang, `rules.failure.${failure.expected}`, { rule: plainText(failure.rule) })}`,
      `  ${plainText(failure.example)}`,
    ];
    if (failure.because.length > 0) {
      const traps = failure.because.map(plainText).join(", ");
      lines.push(`  ${message(lang, "rules.failure.because", { traps })}`);
    }
    await result.write(`${lines.join("\n")}\n\n`);
  }
  if (untested.length > 0) {
    const names = untested.map(plainText).join(", ");
    await result.write(`${message(lang, "rules.untested", { n: untested.length, rules: names })}\n\n`);
  }
  const bad = failures.length > 0 || untested.length > 0;
  const sum = bad
    ? message(lang, "rules.failed", { rules, examples, failures: failures.length })
    : message(lang, "rules.passed", { rules, examples });
  await result.write(`${sum}\n`);
  return bad ? exitCode.barMissed : exitCode.done;
}

/** What a rule is called: its label or title in the language of the run, "" when it has neither. */
function titleOf(rule: Rule, lang: Language): string {
  if (rule.kind === "role" || rule.kind === "documentType") return rule.label[lang];
  const { title = "" } = rule;
  return typeof title === "string" ? title : title[lang];
}

const kindOrder: readonly Rule["kind"][] = [
  "evidence",
  "trap",
  "signal",
  "expectation",
  "role",
  "documentType",
  "requirement",
  "remedy",
];

/** All rules by kind, in the order of the pack: id, title or first terms, number of terms. */
export async function runRulesList(
  folders: readonly string[],
  options: CommonOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { lang } = options;
  const result = openTextStream(io, options);
  for (const pack of await loadPacks(folders, io, pipeline)) {
    await result.write(`${plainText(pack.title[lang])} (${plainText(pack.id)} ${plainText(pack.version)})\n`);
    for (const kind of kindOrder) {
      const rules = pack.rules.filter((rule) => rule.kind === kind);
      if (rules.length === 0) continue;
      const longest = Math.min(40, Math.max(...rules.map((rule) => rule.id.length)));
      const rows = rules.map((rule) => {
        const title = titleOf(rule, lang);
        const terms = "terms" in rule ? message(lang, "rules.terms", { n: rule.terms.length }) : "";
        const about = [title, terms].filter((part) => part !== "").join(", ");
        return `  ${plainText(rule.id).padEnd(longest)}  ${plainText(about)}`.trimEnd();
      });
      await result.write(
        `\n${message(lang, `rules.kind.${kind}`)} (${String(rules.length)})\n${rows.join("\n")}\n`,
      );
    }
  }
  return exitCode.done;
}
