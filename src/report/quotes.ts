// What a document says, quoted: sentences with the words marked that a judgement rests on.
import { clippedText, plainText } from "../messages/plain-text.ts";
import type { EvidenceReport, Excerpt } from "../model/report.ts";
import type { Span } from "../model/span.ts";

const matchLength = 200;

export interface QuotePart {
  readonly text: string;
  /** One of the words that were found. */
  readonly marked: boolean;
}

/** Spans in order, those that overlap as one. */
function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else merged.push(span);
  }
  return merged;
}

/** Pieces of evidence from the same sentence together, the deepest first: a sentence is read once. */
export function bySentence(evidence: readonly EvidenceReport[]): EvidenceReport[][] {
  const sentences = new Map<string, EvidenceReport[]>();
  for (const piece of evidence) {
    const { before, match, after } = piece.excerpt;
    const key = JSON.stringify([piece.location, before + match + after]);
    const sentence = sentences.get(key);
    if (sentence === undefined) sentences.set(key, [piece]);
    else sentence.push(piece);
  }
  return [...sentences.values()].map((pieces) => pieces.sort((one, other) => other.level - one.level));
}

/**
 * The sentence that `excerpts` are of (one and the same), in parts, its matches marked. What stands more than
 * `contextLength` letters before the first match or after the last is left out, and `ellipsis` says so.
 */
export function quoteParts(
  excerpts: readonly Excerpt[],
  { contextLength, ellipsis }: { readonly contextLength: number; readonly ellipsis: string },
): readonly QuotePart[] {
  const [first] = excerpts;
  if (first === undefined) return [];
  const text = first.before + first.match + first.after;
  const matches = mergeSpans(
    excerpts.map(({ before, match }) => ({ start: before.length, end: before.length + match.length })),
  );
  const start = matches[0]?.start ?? 0;
  const end = matches.at(-1)?.end ?? text.length;
  // What stands before is cut at its own beginning: the words nearest the match are the ones that explain it.
  const long = plainText(text.slice(Math.max(0, start - contextLength * 4), start));
  const before =
    long.length > contextLength ? `${ellipsis}${long.slice(-contextLength).replace(/^\S*\s/, "")}` : long;
  const rest = plainText(text.slice(end, end + contextLength * 4));
  const after =
    rest.length > contextLength ? `${rest.slice(0, contextLength).replace(/\s\S*$/, "")}${ellipsis}` : rest;
  const middle = matches.flatMap((match, index) => [
    { text: plainText(text.slice(matches[index - 1]?.end ?? match.start, match.start)), marked: false },
    { text: clippedText(text.slice(match.start, match.end), matchLength), marked: true },
  ]);
  return [
    { text: before.trimStart(), marked: false },
    ...middle,
    { text: after.trimEnd(), marked: false },
  ].filter((part) => part.text !== "");
}
