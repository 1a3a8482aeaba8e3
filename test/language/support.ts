// Texts as tokens, for tests that read like the sentences they are about.
import { tokenise } from "../../src/language/tokenise.ts";
import { tokenKind, type TokenisedText } from "../../src/language/tokens.ts";
import { createVocabulary, type Vocabulary } from "../../src/language/vocabulary.ts";
import type { Block, BlockKind, Layer } from "../../src/model/document.ts";

/** One block over the whole text. */
export function oneBlock(text: string, kind: BlockKind = "paragraph", layer: Layer = "body"): Block[] {
  return [{ kind, layer, span: { start: 0, end: text.length } }];
}

export function tokensOf(
  text: string,
  kind: BlockKind = "paragraph",
  vocabulary: Vocabulary = createVocabulary(),
): TokenisedText {
  return tokenise(text, oneBlock(text, kind), vocabulary);
}

/** The words as they stand in the text. */
export function wordsOf(text: string, kind: BlockKind = "paragraph"): string[] {
  const { tokens } = tokensOf(text, kind);
  return Array.from({ length: tokens.count }, (_, at) => text.slice(tokens.start[at], tokens.end[at]));
}

/** The sentences as they stand in the text, from their first word to their last. */
export function sentencesOf(text: string, kind: BlockKind = "paragraph"): string[] {
  const { tokens, sentences } = tokensOf(text, kind);
  return sentences.map(({ firstToken, endToken }) =>
    text.slice(tokens.start[firstToken], tokens.end[endToken - 1]),
  );
}

/** The name of the kind of each token. */
export function kindsOf(text: string): string[] {
  const { tokens } = tokensOf(text);
  const names = Object.fromEntries(Object.entries(tokenKind).map(([name, value]) => [value, name]));
  return Array.from({ length: tokens.count }, (_, at) => names[tokens.kind[at] ?? -1] ?? "?");
}
