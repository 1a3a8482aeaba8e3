// Copied text counts once: a sentence that stands word for word in an earlier section is no evidence again (handbook T-48).
import type { JudgedSentence } from "./levels.ts";
import { sentenceRange, spanOfTokens, type MatchedDocument } from "./passages.ts";

/** A shorter sentence may be the same by chance: only one with at least so many words is known again elsewhere. */
export const repeatedWords = 7;

export interface CountedSentence extends JudgedSentence {
  readonly repeated: boolean;
  /** Stands word for word in many documents of the run: it lifts nothing above level 1 (design §4). */
  readonly standard: boolean;
}

/** Marks sentences that stand word for word in an earlier section, and those that `isStandard` knows from other documents. */
export function dropRepeated(
  matched: MatchedDocument,
  sentences: readonly JudgedSentence[],
  section: string,
  seen: Map<string, string>,
  isStandard: (sentence: string) => boolean,
): CountedSentence[] {
  const { word } = matched.tokenised.tokens;
  return sentences.map((sentence) => {
    const { first, end } = sentenceRange(matched, sentence.sentence);
    if (end - first < repeatedWords) return { ...sentence, repeated: false, standard: false };
    const span = spanOfTokens(matched, { first, end });
    const standard = isStandard(matched.document.text.slice(span.start, span.end));
    const level = standard && sentence.level > 1 ? 1 : sentence.level;
    const key = word.subarray(first, end).join(" ");
    const other = seen.get(key);
    if (other === undefined) seen.set(key, section);
    return { ...sentence, level, standard, repeated: other !== undefined && other !== section };
  });
}
