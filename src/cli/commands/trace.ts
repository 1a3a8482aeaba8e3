// `genomlys trace <word or phrase>`: how it is read, which rules it meets, and what comes of it.
import { genomlysError } from "../../errors/genomlys-error.ts";
import { message, type Language } from "../../messages/message.ts";
import { clippedText, plainText } from "../../messages/plain-text.ts";
import type { Rule } from "../../model/rule.ts";
import {
  traceText,
  writtenPattern,
  type Trace,
  type TracedTerm,
  type TracedWord,
} from "../../rulebook/trace.ts";
import { configure } from "../configured.ts";
import { exitCode } from "../exit-code.ts";
import type { Io } from "../io.ts";
import type { RuleQuestionOptions } from "../command-line/owner-options.ts";
import type { Pipeline } from "../pipeline.ts";
import { openTextStream } from "../results/text-stream.ts";

/** Longest text that is traced, in code units: it is a question about a phrase, not an audit. */
const longestText = 2000;

/** Prints how `words` are read. Throws WORD_MISSING where nothing but space was given; returns the exit code. */
export async function runTrace(
  words: string,
  options: RuleQuestionOptions,
  io: Io,
  pipeline: Pipeline,
): Promise<number> {
  if (words.trim() === "") throw genomlysError("WORD_MISSING", {});
  const { packs, lang } = await configure(options, io, pipeline);
  const trace = traceText(words.slice(0, longestText), packs);
  await openTextStream(io, { ...options, lang }).write(render(trace, lang));
  return exitCode.done;
}

function render(trace: Trace, lang: Language): string {
  const { given, read } = trace;
  const title =
    given.normalize("NFC") === read && given !== read
      ? `${plainText(read)} (NFC)`
      : given === read
        ? plainText(read)
        : message(lang, "trace.normalised", { given: plainText(given), read: plainText(read) });
  const words = trace.words.flatMap((word) => [
    `  ${plainText(word.read)}`,
    ...(word.meetings.length === 0
      ? [`    ${message(lang, "trace.noMeeting")}`]
      : word.meetings.map((meeting) => `    ${describeMeeting(meeting, lang)}`)),
  ]);
  const rules = new Map<Rule, TracedTerm[]>();
  for (const term of trace.terms) rules.set(term.group.rule, [...(rules.get(term.group.rule) ?? []), term]);
  const met = [...rules].flatMap(([rule, terms]) => describeRule(rule, terms, trace, lang));
  const lines = [
    title,
    "",
    message(lang, "trace.read"),
    ...words,
    "",
    ...(met.length === 0 ? [message(lang, "trace.noRules")] : [message(lang, "trace.rules"), ...met]),
  ];
  return `${lines.join("\n")}\n`;
}

function describeMeeting(meeting: TracedWord["meetings"][number], lang: Language): string {
  const { pattern, parts, formOf, folded } = meeting;
  const remarks: string[] = [];
  if (formOf !== null) {
    const base = plainText(formOf);
    if (folded) remarks.push(message(lang, "trace.folded", { base }));
    else if (pattern.kind === "stem") remarks.push(message(lang, "trace.stem", { base }));
    else if (pattern.kind === "suffix") remarks.push(message(lang, "trace.lastFormOf", { base }));
    else remarks.push(message(lang, "trace.formOf", { base }));
  }
  return [plainText(parts.join("|")), plainText(writtenPattern(pattern)), ...remarks].join("  ");
}

function describeRule(rule: Rule, terms: readonly TracedTerm[], trace: Trace, lang: Language): string[] {
  const about = [
    message(lang, `ruleKind.${rule.kind}`),
    plainText(rule.id),
    ...(rule.handbook === undefined ? [] : [`(${plainText(rule.handbook)})`]),
    ...(rule.kind === "evidence" ? [message(lang, `strength.${rule.strength}`)] : []),
    ...(rule.kind === "signal" ? [rule.signal] : []),
    ...(rule.kind === "expectation" ? [rule.expects] : []),
    ...(rule.kind === "trap" ? [message(lang, `effect.${rule.effect}`)] : []),
  ].join("  ");
  const outcome = describeOutcome(rule, terms, trace, lang);
  const lines = terms.map(({ group, term, found, fate }) => {
    const place = message(lang, `trace.in.${group.lookedForIn}`);
    const parts = [
      message(lang, "trace.term", { term: clippedText(term, 60), place }),
      message(lang, "trace.found", { found: clippedText(found, 60) }),
      ...(fate.kind === "stands"
        ? []
        : [message(lang, `trace.${fate.kind}`, { by: clippedText(fate.by, 60) })]),
    ];
    return `    ${parts.join(", ")}`;
  });
  return [`  ${about}${outcome === null ? "" : `: ${outcome}`}`, ...lines];
}

/** What the rule makes of the text, or null when there is no more to say than that its terms are there. */
function describeOutcome(
  rule: Rule,
  terms: readonly TracedTerm[],
  trace: Trace,
  lang: Language,
): string | null {
  if (terms.every(({ fate }) => fate.kind === "excepted")) return null;
  if (rule.kind === "trap") return message(lang, trace.traps.includes(rule) ? "trace.fires" : "trace.silent");
  if (rule.kind !== "evidence") return null;
  switch (trace.evidence.get(rule)) {
    case "wide":
      return message(lang, "trace.wide");
    case "removed":
      return message(lang, "trace.removed");
    case "conditional":
      return message(lang, "trace.conditional");
    case "counts":
      if (rule.strength === "weak") return message(lang, "trace.weak");
      return message(lang, rule.strength === "medium" ? "trace.medium" : "trace.counts");
    case undefined:
      return null;
  }
}
