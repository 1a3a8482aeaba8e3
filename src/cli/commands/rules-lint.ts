// `genomlys rules lint`: terms that do nothing, contradict each other or are tried by no example.
import path from "node:path";
import { keywordSet } from "../../evaluate/keyword-search.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { ErrorPlace } from "../../errors/genomlys-error.ts";
import type { RulePack } from "../../model/rule.ts";
import { isNotice, lintPack, type LintFinding } from "../../rulebook/lint.ts";
import { termGroups } from "../../rulebook/term-groups.ts";
import { readRulePlaces, type RulePlaces } from "../../rules/rule-places.ts";
import type { CommonOptions } from "../command-line/parse-command-line.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { openTextStream } from "../results/text-stream.ts";

/** Untested terms that are named of each rule. */
const termsNamed = 6;

/** Lints the packs; anything but a notice is a missed bar. */
export async function runRulesLint(
  folders: readonly string[],
  options: CommonOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { lang } = options;
  const packs = await pipeline.loadPacks(folders.map((folder) => path.resolve(io.cwd(), folder)));
  const result = openTextStream(io, options);
  const sum = { rules: 0, terms: 0, problems: 0, notices: 0 };
  for (const pack of packs) {
    const findings = lintPack(pack, new Set([keywordSet]));
    const notices = findings.filter(isNotice);
    const problems = findings.filter((finding) => !isNotice(finding));
    const terms = pack.rules.flatMap(termGroups).flatMap((group) => group.terms);
    sum.rules += pack.rules.length;
    sum.terms += terms.length;
    sum.problems += problems.length;
    sum.notices += notices.length;
    const places = await readRulePlaces(pack.folder);
    if (notices.length > 0 && !options.quiet) {
      const told = describeNotices(notices, pack, places, io, lang);
      await result.write(`${[message(lang, "lint.notices"), ...told].join("\n")}\n\n`);
    }
    // Last, so that they stand where the eye is when the run is over.
    const lines = problems.map((finding) => describe(finding, places, io, lang));
    if (lines.length > 0) await result.write(`${lines.join("\n")}\n\n`);
  }
  const clean = sum.problems === 0 && sum.notices === 0;
  await result.write(`${clean ? message(lang, "lint.clean", sum) : message(lang, "lint.sum", sum)}\n`);
  return sum.problems > 0 ? exitCode.barMissed : exitCode.done;
}

/** Place of a finding as the user would name it, "" when the files no longer hold it. */
function shownPlace(place: ErrorPlace | null, io: Io): string {
  if (place === null) return "";
  const relative = path.relative(io.cwd(), place.path);
  const shown = (relative.startsWith("..") ? place.path : relative).replaceAll(path.sep, "/");
  return `${plainText(shown)}:${String(place.line ?? 1)}`;
}

function describe(finding: LintFinding, places: RulePlaces, io: Io, lang: Language): string {
  if (finding.kind === "unused") {
    const place = shownPlace(places.wordSet(finding.wordSet), io);
    return `${place}  {${plainText(finding.wordSet)}}: ${message(lang, "lint.unused")}`;
  }
  const { at } = finding;
  const place = shownPlace(places.rule(at.rule.id, at.keys), io);
  const what =
    finding.kind === "untested"
      ? ""
      : "by" in finding
        ? message(lang, `lint.${finding.kind}`, { by: `"${clippedText(finding.by, 80)}"` })
        : message(lang, `lint.${finding.kind}`);
  return `${place}  ${plainText(at.rule.id)}  "${clippedText(at.term, 80)}": ${what}`;
}

/** Untested terms are told rule by rule: one line each would hide the rest. */
function describeNotices(
  notices: readonly LintFinding[],
  pack: RulePack,
  places: RulePlaces,
  io: Io,
  lang: Language,
): string[] {
  const lines = notices
    .filter(({ kind }) => kind !== "untested")
    .map((finding) => `  ${describe(finding, places, io, lang)}`);
  const untested = new Map<string, string[]>();
  for (const finding of notices) {
    if (finding.kind !== "untested") continue;
    const { rule, term } = finding.at;
    untested.set(rule.id, [...(untested.get(rule.id) ?? []), term]);
  }
  for (const rule of pack.rules) {
    const terms = untested.get(rule.id);
    if (terms === undefined) continue;
    const all = termGroups(rule).reduce((count, group) => count + group.terms.length, 0);
    const named = terms.slice(0, termsNamed).map((term) => `"${clippedText(term, 40)}"`);
    const shown = `${named.join(", ")}${terms.length > termsNamed ? " …" : ""}`;
    const told = message(lang, "lint.untested", {
      rule: plainText(rule.id),
      n: terms.length,
      all,
      terms: shown,
    });
    lines.push(`  ${told}`);
  }
  return lines;
}
