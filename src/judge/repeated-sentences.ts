// Copied text counts once: a sentence that stands word for word in an earlier section is no evidence again (handbook T-48).
import type { JudgedSentence } from "./levels.ts";
import { sentenceRange, type MatchedDocument } from "./passages.ts";

/** A sentence that stands again in another section counts once, if it has at least so many words. */
const repeatedWords = 7;

export interface CountedSentence extends JudgedSentence {
  readonly repeated: boolean;
}

/** Marks sentences that stand word for word in an earlier section: copied text counts once. */
export function dropRepeated(
  matched: MatchedDocument,
  sentences: readonly JudgedSentence[],
  section: string,
  seen: Map<string, string>,
): CountedSentence[] {
  const { word } = matched.tokenised.tokens;
  return sentences.map((sentence) => {
    const { first, end } = sentenceRange(matched, sentence.sentence);
    if (end - first < repeatedWords) return { ...sentence, repeated: false };
    const key = word.subarray(first, end).join(" ");
    const other = seen.get(key);
    if (other === undefined) seen.set(key, section);
    return { ...sentence, repeated: other !== undefined && other !== section };
  });
}
