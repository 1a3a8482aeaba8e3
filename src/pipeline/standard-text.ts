// Boilerplate across a run: a sentence that stands word for word in many documents of one kind says little of each of them
// (design §4, handbook T-48). Which sentences those are is known only when the last document has been seen. What is kept
// until then are numbers: one for each sentence with evidence, and a few for each document; no text, no document.
import { createHash } from "node:crypto";
import type { Judgement } from "../judge/judgement.ts";
import { repeatedWords } from "../judge/repeated-sentences.ts";
import type { Span } from "../model/span.ts";
import { wordsAlone } from "../model/words-alone.ts";
import { shortHash } from "./fingerprint.ts";

/** In so many documents of the same type a sentence is boilerplate. A goal that a plan takes over from the budget is not. */
const documentsAtLeast = 3;
/** Numbers that stand for the paragraphs of a document, at most. */
const sketchSize = 32;
/** Documents that share this much of their paragraphs are versions of one: its own text is no boilerplate. */
const versionsFrom = 2 / 3;
/** Paragraphs with fewer words (headings, dates, names) say nothing of whether two documents are versions of one. */
const paragraphWords = 5;

/** What is known of a document after it was judged. */
export interface SentenceRecord {
  readonly type: string;
  readonly sha256: string;
  /** Fingerprints of its sentences with evidence, each once. */
  readonly sentences: readonly string[];
  /** The smallest numbers of its paragraphs, sorted: two documents share as many of them as they share paragraphs. */
  readonly sketch: readonly number[];
}

export interface StandardText {
  /** Is the sentence with this fingerprint boilerplate in documents of the type? */
  readonly has: (type: string, sentence: string) => boolean;
  /** Positions, in the order they were added, of the documents that hold such a sentence. */
  readonly documents: ReadonlySet<number>;
  readonly sentences: number;
  /** The same for the same boilerplate, "" for none. */
  readonly key: string;
}

export interface StandardTextFinder {
  /** To be called for every document of the run, in any order; null for one that was not judged. */
  readonly add: (record: SentenceRecord | null) => void;
  readonly find: () => StandardText;
}

const countWords = (words: string): number => (words === "" ? 0 : words.split(" ").length);

/** Fingerprint of a sentence by its words, 16 hexadecimal digits; null when it is too short to be known again. */
export function sentenceFingerprint(sentence: string): string | null {
  const words = wordsAlone(sentence);
  return countWords(words) < repeatedWords ? null : shortHash(words);
}

/** The fingerprints of sentences in `text`, each made once: a sentence can hold hundreds of pieces of evidence. */
export function fingerprintsIn(text: string): (sentence: Span) => string | null {
  const known = new Map<number, string | null>();
  return ({ start, end }) => {
    const before = known.get(start);
    if (before !== undefined) return before;
    const fingerprint = sentenceFingerprint(text.slice(start, end));
    known.set(start, fingerprint);
    return fingerprint;
  };
}

/** What the finder has to know of a judged document. */
export function recordSentences(
  { document, type, sections, beside }: Judgement,
  sha256: string,
): SentenceRecord {
  const sentences = new Set<string>();
  const fingerprintOf = fingerprintsIn(document.text);
  for (const { evidence } of [sections, ...beside.map((own) => own.sections)].flat()) {
    for (const { sentence } of evidence) {
      const fingerprint = fingerprintOf(sentence);
      if (fingerprint !== null) sentences.add(fingerprint);
    }
  }
  const numbers = new Set<number>();
  // Without evidence the document takes no part: its paragraphs need not be counted.
  for (const { layer, span } of sentences.size === 0 ? [] : document.blocks) {
    const words = layer === "body" ? wordsAlone(document.text.slice(span.start, span.end)) : "";
    if (countWords(words) >= paragraphWords)
      numbers.add(createHash("sha256").update(words).digest().readUInt32BE());
  }
  const sketch = [...numbers].sort((a, b) => a - b).slice(0, sketchSize);
  return { type: type.id, sha256, sentences: [...sentences], sketch };
}

/** Share of paragraphs that two documents have in common, 0..1, estimated from the smallest numbers of both. */
export function likeness(one: readonly number[], other: readonly number[]): number {
  const smallest = [...new Set([...one, ...other])].sort((a, b) => a - b).slice(0, sketchSize);
  if (smallest.length === 0) return 0;
  const both = smallest.filter((number) => one.includes(number) && other.includes(number));
  return both.length / smallest.length;
}

/** The result does not depend on the order of the documents. */
export function standardTextFinder(): StandardTextFinder {
  const known: (Omit<SentenceRecord, "sentences"> | null)[] = [];
  const holders = new Map<string, number[]>();
  const keyOf = (type: string, sentence: string): string => `${type} ${sentence}`;
  return {
    add: (record) => {
      const position = known.length;
      if (record === null) {
        known.push(null);
        return;
      }
      const { type, sha256, sketch, sentences } = record;
      known.push({ type, sha256, sketch });
      for (const sentence of sentences) {
        const key = keyOf(type, sentence);
        const own = holders.get(key);
        if (own === undefined) holders.set(key, [position]);
        else own.push(position);
      }
    },
    find: () => {
      const found = new Set<string>();
      const documents = new Set<number>();
      for (const [key, positions] of holders) {
        if (!hasDifferent(positions.map((position) => known[position]?.sketch ?? []))) continue;
        found.add(key);
        for (const position of positions) documents.add(position);
      }
      return {
        has: (type, sentence) => found.has(keyOf(type, sentence)),
        documents,
        sentences: found.size,
        key: found.size === 0 ? "" : shortHash([...found].sort().join("\n")),
      };
    },
  };
}

/** Are there enough documents among them that are no versions of each other? */
function hasDifferent(sketches: readonly (readonly number[])[]): boolean {
  if (sketches.length < documentsAtLeast) return false;
  // In an order of their own: which document came first must not matter.
  const sorted = [...sketches].sort((a, b) => (a.join() < b.join() ? -1 : 1));
  const different: (readonly number[])[] = [];
  for (const sketch of sorted) {
    if (different.some((other) => likeness(sketch, other) >= versionsFrom)) continue;
    different.push(sketch);
    if (different.length >= documentsAtLeast) return true;
  }
  return false;
}
