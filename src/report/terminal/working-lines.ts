// The working behind a section, sentence by sentence: what was found there and what came of it.
import { message, type Language } from "../../messages/message.ts";
import { plainText } from "../../messages/plain-text.ts";
import type { FoundWords, LevelStep, SectionWorking } from "../../model/evaluation.ts";
import { paragraph } from "./lay-out.ts";

const quoted = (found: readonly FoundWords[]): string =>
  found.map(({ rule, text, because }) => `${because} "${text}" (${rule})`).join("; ");

/** "steg 3: nått genom steering "ska" (steering-modal)", or what is missing for it. */
function stepText({ level, reached, by, absent }: LevelStep, lang: Language): string {
  const words = by.length === 0 ? message(lang, "working.stepBeside") : quoted(by);
  if (reached) return message(lang, "working.stepReached", { level, words });
  const missing = absent.length === 0 ? "–" : absent.join(", ");
  return by.length === 0
    ? message(lang, "working.stepAbsent", { level, missing })
    : message(lang, "working.stepHeld", { level, missing, words });
}

/** Lines of at most `width` columns, each sentence behind its level; `plain`: the level is named. */
export function workingLines(
  working: SectionWorking,
  width: number,
  lang: Language,
  plain = false,
): string[] {
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
      : paragraph(plainText(message(lang, key, { words: quoted(found) })), width, indent);
  return [
    `  ${plainText(message(lang, "working.role", { role: working.role }))}`,
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
