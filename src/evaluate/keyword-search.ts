// What a person with a search box finds: any of a few words, anywhere. The yardstick that rules have to beat.
import { tokenise } from "../language/tokenise.ts";
import { createVocabulary } from "../language/vocabulary.ts";
import { compileTerms } from "../match/compile-terms.ts";
import { createMatcher } from "../match/find-matches.ts";
import type { RulePack } from "../model/rule.ts";

/** Id of the word set that holds a pack's keywords. */
export const keywordSet = "keyword-search";

/** A search for the keywords of the packs: does a text hold one? Null when no pack names any. */
export function keywordSearch(packs: readonly RulePack[]): ((text: string) => boolean) | null {
  const words = packs.flatMap((pack) => pack.wordSets.find(({ id }) => id === keywordSet)?.words ?? []);
  if (words.length === 0) return null;
  const vocabulary = createVocabulary();
  const matcher = createMatcher(
    compileTerms([{ terms: [`{${keywordSet}}`], except: [] }], new Map([[keywordSet, words]])),
    vocabulary,
  );
  return (written) => {
    const text = written.normalize("NFC");
    const { tokens } = tokenise(
      text,
      [{ kind: "paragraph", layer: "body", span: { start: 0, end: text.length } }],
      vocabulary,
    );
    return matcher.find(text, tokens).length > 0;
  };
}
