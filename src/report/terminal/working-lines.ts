// The working behind a section, sentence by sentence: what was found there and what came of it.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { FoundWords, LevelStep, SectionWorking } from "../../model/evaluation.ts";
import type { Report } from "../../model/report.ts";
import { expectationNames, signalNames, strengths, trapEffects } from "../../model/rule.ts";
import { paragraph } from "./lay-out.ts";

/** "styrande ord", "stark", "tar bort", "fälla t39": the name of a class of words, a strength or what a trap does. */
export function className(name: string, lang: Language): string {
  const signal = signalNames.find((known) => known === name);
  if (signal !== undefined) return message(lang, `signal.${signal}`);
  const expectation = expectationNames.find((known) => known === name);
  if (expectation !== undefined) return message(lang, `expectation.${expectation}`);
  const strength = strengths.find((known) => known === name);
  if (strength !== undefined) return message(lang, `strength.${strength}`);
  const effect = trapEffects.find((known) => known === name);
  if (effect !== undefined) return message(lang, `effect.${effect}`);
  if (name.startsWith("trap:")) return message(lang, "evaluate.trap", { trap: name.slice("trap:".length) });
  return name === "wide" ? message(lang, "working.wide") : name;
}

const quoted = (found: readonly FoundWords[], lang: Language): string =>
  found.map(({ rule, text, because }) => `${className(because, lang)} "${text}" (${rule})`).join("; ");

/** "steg 3: nått genom styrande ord "ska" (steering-modal)", or what is missing for it. */
function stepText({ level, reached, by, absent }: LevelStep, lang: Language): string {
  const words = by.length === 0 ? message(lang, "working.stepBeside") : quoted(by, lang);
  if (reached) return message(lang, "working.stepReached", { level, words });
  const missing = absent.length === 0 ? "–" : absent.map((name) => className(name, lang)).join(", ");
  return by.length === 0
    ? message(lang, "working.stepAbsent", { level, missing })
    : message(lang, "working.stepHeld", { level, missing, words });
}

/**
 * Lines of at most `width` columns, each sentence behind its level. `plain`: the level is named. `roles` are the names of
 * roles where a report has them.
 */
export function workingLines(
  working: SectionWorking,
  width: number,
  lang: Language,
  plain = false,
  roles: Report["labels"]["roles"] = {},
): string[] {
  const role = Object.hasOwn(roles, working.role) ? roles[working.role]?.[lang] : undefined;
  const line = (
    key:
      | "working.expectations"
      | "working.evidence"
      | "working.discounted"
      | "working.traps"
      | "working.signals",
    found: readonly FoundWords[],
    indent: string,
  ): string[] =>
    found.length === 0
      ? []
      : paragraph(plainText(message(lang, key, { words: quoted(found, lang) })), width, indent);
  return [
    // "body" is the name in the JSON of a section that no rule knows; to a reader it says nothing.
    `  ${working.role === "body" ? message(lang, "working.noRole") : plainText(message(lang, "working.role", { role: role ?? working.role }))}`,
    ...line("working.expectations", working.expectations, "  "),
    ...working.sentences.flatMap((sentence) => [
      ...paragraph(
        plainText(sentence.text),
        width,
        `  ${plain ? message(lang, "plain.sentence", { n: sentence.level }) : String(sentence.level)}  `,
      ),
      ...line("working.evidence", sentence.evidence, "       "),
      ...line("working.discounted", sentence.discounted, "       "),
      ...line("working.traps", sentence.traps, "       "),
      ...line("working.signals", sentence.signals, "       "),
      ...sentence.steps.flatMap((step) => paragraph(plainText(stepText(step, lang)), width, "       ")),
    ]),
  ];
}
