// A single term in a document, as rules find theirs: for a person who asks where a word stands.
import { tokenise } from "../language/tokenise.ts";
import { createVocabulary } from "../language/vocabulary.ts";
import type { Document } from "../model/document.ts";
import type { Span } from "../model/span.ts";
import { compileTerms } from "./compile-terms.ts";
import { createMatcher } from "./find-matches.ts";
import { parseTerm, type TermProblem } from "./parse-term.ts";

/** Where the term stands: the words it covers, and the index of the block they are in. */
export interface TermPlace {
  readonly span: Span;
  readonly block: number;
}

export type TermFinder = (document: Pick<Document, "text" | "blocks">) => readonly TermPlace[];

/**
 * Makes a finder of a term written as in a rule: inflected forms are found, "*" stands for the rest of a compound, "="
 * asks for the form as it is written. Word sets of packs are not known here.
 */
export function termFinder(term: string): TermFinder | { readonly problem: TermProblem } {
  const written = term.normalize("NFC").trim();
  const parsed = parseTerm(written, new Map());
  if ("problem" in parsed) return parsed;
  const vocabulary = createVocabulary();
  const matcher = createMatcher(compileTerms([{ terms: [written], except: [] }], new Map()), vocabulary);
  return ({ text, blocks }) => {
    const { tokens, sentences } = tokenise(text, blocks, vocabulary);
    return matcher.find(text, tokens).map(({ first, last }) => ({
      span: { start: tokens.start[first] ?? 0, end: tokens.end[last] ?? 0 },
      block: sentences[tokens.sentence[first] ?? 0]?.block ?? 0,
    }));
  };
}
