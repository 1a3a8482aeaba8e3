// `genomlys rules lint`: terms that do nothing, contradict each other or are tried by no example.
import path from "node:path";
import { keywordSet } from "../../evaluate/keyword-search.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { ErrorPlace } from "../../errors/genomlys-error.ts";
import type { Rule } from "../../model/rule.ts";
import { isRemark, lintPack, type LintFinding } from "../../rulebook/lint.ts";
import { termGroups } from "../../rulebook/term-groups.ts";
import { readRulePlaces, type RulePlaces } from "../../rules/rule-places.ts";
import type { RulesLintOptions } from "../command-line/owner-options.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { Pipeline } from "../pipeline.ts";
import { openTextStream } from "../results/text-stream.ts";

/** Untested terms that are named of each rule, unless all are asked for. */
const termsNamed = 3;
/** Rules with untested terms that are named, those with most of them first, unless all are asked for. */
const rulesNamed = 10;

/** Lints the packs; anything but a remark is a missed bar. */
export async function runRulesLint(
  folders: readonly string[],
  options: RulesLintOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  const { lang } = options;
  const packs = await pipeline.loadPacks(folders.map((folder) => path.resolve(io.cwd(), folder)));
  const result = openTextStream(io, options);
  const sum = { rules: 0, terms: 0, problems: 0, remarks: 0 };
  for (const pack of packs) {
    const findings = lintPack(pack, new Set([keywordSet]));
    const remarks = findings.filter(isRemark);
    const problems = findings.filter((finding) => !isRemark(finding));
    const terms = pack.rules.flatMap(termGroups).flatMap((group) => group.terms);
    sum.rules += pack.rules.length;
    sum.terms += terms.length;
    sum.problems += problems.length;
    sum.remarks += remarks.length;
    const places = await readRulePlaces(pack.folder);
    if (remarks.length > 0 && !options.quiet) {
      const told = [
        ...describeRemarks(remarks, places, io, lang),
        ...describeUntested(remarks, places, io, options),
      ];
      await result.write(`${[message(lang, "lint.remarks"), ...told].join("\n")}\n\n`);
    }
    // Last, so that they stand where the eye is when the run is over.
    const lines = problems.map((finding) => describe(finding, places, io, lang));
    if (lines.length > 0) await result.write(`${lines.join("\n")}\n\n`);
  }
  const clean = sum.problems === 0 && sum.remarks === 0;
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

/** What is to be noted of single terms and word sets, a line each. */
function describeRemarks(
  remarks: readonly LintFinding[],
  places: RulePlaces,
  io: Io,
  lang: Language,
): string[] {
  return remarks
    .filter(({ kind }) => kind !== "untested")
    .map((finding) => `  ${describe(finding, places, io, lang)}`);
}

/**
 * Untested terms, rule by rule: one line each would hide the rest. Of many rules those with most untested terms are named,
 * for they can be wrong in most ways; then how many there are besides, and what to do.
 */
function describeUntested(
  remarks: readonly LintFinding[],
  places: RulePlaces,
  io: Io,
  { lang, untested: all }: RulesLintOptions,
): string[] {
  const byRule = new Map<Rule, string[]>();
  for (const finding of remarks) {
    if (finding.kind !== "untested") continue;
    const { rule, term } = finding.at;
    byRule.set(rule, [...(byRule.get(rule) ?? []), term]);
  }
  if (byRule.size === 0) return [];
  const ranked = [...byRule].sort(([, one], [, other]) => other.length - one.length);
  const named = all ? [...byRule] : ranked.slice(0, rulesNamed);
  const lines = named.map(([rule, terms]) => {
    const of = termGroups(rule).reduce((count, group) => count + group.terms.length, 0);
    const shown = terms.slice(0, all ? terms.length : termsNamed);
    const list = shown.map((term) => `"${clippedText(term, 60)}"`).join(", ");
    return `  ${message(lang, "lint.untested", {
      place: shownPlace(places.rule(rule.id), io),
      rule: plainText(rule.id),
      n: terms.length,
      all: of,
      terms: `${list}${terms.length > shown.length ? " …" : ""}`,
    })}`;
  });
  const rest = ranked.slice(named.length);
  const more = rest.reduce((count, [, terms]) => count + terms.length, 0);
  if (more > 0) lines.push(`  ${message(lang, "lint.untestedMore", { n: more, rules: rest.length })}`);
  return [message(lang, "lint.untestedHelp"), ...lines];
}
