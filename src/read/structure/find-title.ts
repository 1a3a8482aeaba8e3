// What a document calls itself, where its format does not say: the heading that it opens with, or the line on its first page.
import type { Block } from "../../model/document.ts";
import { contentsHeading, decisionLine, openingPart } from "./swedish.ts";

/** A title stands among the first blocks; a heading further down heads a part. */
const openingBlocks = 4;
/** Longest line without a heading's marks that is taken for a title: longer ones are sentences. */
const longestTitle = 16;

/** Lines of a first page that name no document: dates and numbers of cases, addresses, a comment of the one who converted it. */
const notNaming = /\d{4}-\d{2}-\d{2}|[@|]|^<!--|[.:;,]$|^[^\p{L}]*$/u;

/**
 * The title of the document, in one line; null where nothing can be told.
 *
 * The heading among the first blocks, if there is one. "Innehållsförteckning" and "Inledning" are no titles: what stands before
 * them may be. Without a heading, as in text saved from a PDF, the first line of several words that stands alone and is no sentence, together with
 * the lines that go on with a small letter ("Överenskommelse / för Sverige").
 */
export function findTitle(text: string, blocks: readonly Block[]): string | null {
  const lines: string[] = [];
  for (const block of blocks.filter(({ layer }) => layer === "body").slice(0, openingBlocks)) {
    const words = text.slice(block.span.start, block.span.end);
    if (block.kind === "heading") {
      if (contentsHeading.test(words) || openingPart.test(inOneLine(words))) break;
      return inOneLine(words);
    }
    // A row of cells or a point of a list is no line of a first page, and ends one.
    lines.push(...(block.kind === "paragraph" ? words.split("\n") : [""]));
  }
  const naming = withContinuations(lines).filter(isTitleLike);
  return naming.find((line) => line.includes(" ")) ?? naming[0] ?? null;
}

function withContinuations(lines: readonly string[]): string[] {
  const whole: string[] = [];
  for (const line of lines.map(inOneLine)) {
    if (/^\p{Ll}/u.test(line) && whole.length > 0) whole.push(`${whole.pop() ?? ""} ${line}`);
    else whole.push(line);
  }
  return whole;
}

function isTitleLike(line: string): boolean {
  return !notNaming.test(line) && !decisionLine.test(line) && line.split(" ").length <= longestTitle;
}

function inOneLine(words: string): string {
  return words.replace(/\s+/g, " ").trim();
}
