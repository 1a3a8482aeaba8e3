// One file → where a term stands in it, with its context. Reads as an audit does, and judges nothing.
import type { TermFinder } from "../match/find-term.ts";
import { noticeText } from "../messages/notice-texts.ts";
import type { ConcordanceDocument, ConcordanceHit } from "../model/concordance.ts";
import type { Document, Section } from "../model/document.ts";
import { headingsAbove } from "../model/heading-above.ts";
import { locate } from "../model/locate.ts";
import type { Span } from "../model/span.ts";
import type { Reading, ReadOptions } from "../read/reader.ts";
import type { SourceFile } from "./audit.ts";

export { termFinder } from "../match/find-term.ts";

/** Letters of context on each side. */
const contextLength = 150;

/** Bad input is an entry that says so, never an exception. */
export async function findInFile(
  file: SourceFile,
  find: TermFinder,
  options: { readonly read: ReadOptions; readonly readWith: Reading["read"]; readonly lang: "sv" | "en" },
): Promise<ConcordanceDocument> {
  const result = await options.readWith(file.bytes, file.path, options.read);
  const notices = result.notices.map((notice) => noticeText(notice, options.lang));
  if (result.kind === "unread") return { path: file.path, status: result.status, hits: [], notices };
  return { path: file.path, status: "read", hits: hitsOf(result, find), notices };
}

function hitsOf(document: Document, find: TermFinder): ConcordanceHit[] {
  const sections: Section[] = [];
  for (const section of document.sections) {
    for (let block = section.blocks.first; block < section.blocks.end; block++) sections[block] = section;
  }
  const above = headingsAbove(document.sections);
  return find(document).flatMap(({ span, block }): ConcordanceHit[] => {
    const section = sections[block];
    const around = document.blocks[block]?.span;
    // Running headers belong to no section: a word on every page is no finding.
    if (section === undefined || around === undefined) return [];
    const { id, number, heading, depth } = section;
    const under = above.get(id);
    return [
      {
        section: { id, number, heading, ...(under === undefined ? {} : { under }), depth },
        location: locate(document, span.start),
        ...contextOf(document.text, span, around),
      },
    ];
  });
}

const fold = (text: string): string => text.replace(/\s+/g, " ");

function contextOf(
  text: string,
  span: Span,
  around: Span,
): Pick<ConcordanceHit, "before" | "match" | "after"> {
  const from = Math.max(around.start, span.start - contextLength);
  const until = Math.min(around.end, span.end + contextLength);
  const before = text.slice(from, span.start);
  const after = text.slice(span.end, until);
  // A word that the cut goes through is left out.
  return {
    before: fold(from > around.start ? before.replace(/^\S*\s/, "") : before),
    match: fold(text.slice(span.start, span.end)),
    after: fold(until < around.end ? after.replace(/\s\S*$/, "") : after),
  };
}
