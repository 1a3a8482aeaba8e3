// Terms against sentences: what is found, as it stands in the text.
import { tokenise } from "../../src/language/tokenise.ts";
import { createVocabulary } from "../../src/language/vocabulary.ts";
import { compileTerms, type TermList } from "../../src/match/compile-terms.ts";
import { createMatcher } from "../../src/match/find-matches.ts";
import type { Block, BlockKind } from "../../src/model/document.ts";

const wordSets = new Map([
  ["kvinnor", ["=kvinnor", "=kvinnors", "=kvinnorna", "flicka"]],
  ["män", ["=män", "=mäns", "=männen", "pojke"]],
]);

export interface Found {
  /** The words from the first to the last of the match. */
  readonly text: string;
  readonly owner: number;
  readonly term: number;
}

/** Compiles the lists (one a rule) and finds them in `text`, cut into blocks at empty lines. */
export function findLists(lists: readonly TermList[], text: string, kind: BlockKind = "paragraph"): Found[] {
  const vocabulary = createVocabulary();
  const matcher = createMatcher(compileTerms(lists, wordSets), vocabulary);
  const blocks: Block[] = [];
  let start = 0;
  for (const part of text.split("\n\n")) {
    blocks.push({ kind, layer: "body", span: { start, end: start + part.length } });
    start += part.length + 2;
  }
  const { tokens } = tokenise(text, blocks, vocabulary);
  return matcher.find(text, tokens).map(({ owner, term, first, last }) => ({
    text: text.slice(tokens.start[first], tokens.end[last]),
    owner,
    term,
  }));
}

/** What one rule with these terms finds in `text`. */
export function find(terms: readonly string[], text: string, except: readonly string[] = []): string[] {
  return findLists([{ terms, except }], text).map((found) => found.text);
}
