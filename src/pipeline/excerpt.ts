// A match in its sentence, short enough to read.
import type { Excerpt } from "../model/report.ts";
import type { Span } from "../model/span.ts";

/** Longest text before and after the match, in code units. */
const context = 140;

/** The words of `span` with the rest of their sentence around them; white space is folded, cuts are marked with "…". */
export function excerptOf(text: string, span: Span, sentence: Span): Excerpt {
  const before = fold(text.slice(Math.max(sentence.start, span.start - context * 2), span.start));
  const after = fold(text.slice(span.end, Math.min(sentence.end + 1, span.end + context * 2)));
  return {
    before: before.length <= context ? before : `…${cutFront(before)}`,
    match: fold(text.slice(span.start, span.end)),
    after: after.length <= context ? after.trimEnd() : `${cutBack(after)}…`,
  };
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ");
}

function cutFront(text: string): string {
  const cut = text.slice(-context);
  const space = cut.indexOf(" ");
  return space < 0 ? cut : cut.slice(space + 1);
}

function cutBack(text: string): string {
  const cut = text.slice(0, context);
  const space = cut.lastIndexOf(" ");
  return space < 0 ? cut : cut.slice(0, space);
}
