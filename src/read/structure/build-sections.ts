// Flat blocks → sections, the same for all formats. The only place that decides what a section is.
import type { Block, Notice, Section, Unnamed } from "../../model/document.ts";
import type { Location } from "../../model/location.ts";
import type { Span } from "../../model/span.ts";
import { findContents } from "./find-contents.ts";
import { findHeadings, type Effort } from "./find-headings.ts";
import { groupParagraphs } from "./group-paragraphs.ts";
import { splitNumber } from "./split-number.ts";
import { partNames } from "./swedish.ts";

export interface Structured {
  /** The blocks, with headings that were found by structure (a numbered line, a short line set apart) marked as such. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly notices: readonly Notice[];
}

/** What the blocks themselves do not say. */
export interface StructureFacts {
  /** Indexes of blocks that stand in bold as a whole: candidates for headings. */
  readonly strong: ReadonlySet<number>;
  /** Indexes of blocks in boxes beside the running text, which hold no headings of the document. */
  readonly beside: ReadonlySet<number>;
  /** Where an offset of the text stands in the file; names groups of paragraphs after their page. */
  readonly placeOf: (offset: number) => Location;
}

/** A marked heading longer than this is a paragraph in the wrong style. */
const longestHeading = 300;

/** Words for each marked heading from which on other headings are looked for: the marked ones do not carry the text. */
const wordsPerHeading = 800;

/** Under one marked heading, text with fewer words needs no others. */
const shortText = 150;

/** Text without headings, or under a title only, is cut into groups from this many words on. */
const wordsForGroups = 400;

/**
 * Builds the sections of a document. `blocks` are in the order of their spans, the layers "footnote", "furniture" and
 * "comment" last. Headings are those that the reader marked; where there are none, or hardly any, those that structure gives away;
 * failing all, groups of paragraphs. All footnotes form a last section; furniture and comments belong to none.
 */
export function buildSections(text: string, blocks: readonly Block[], facts: StructureFacts): Structured {
  const notices: Notice[] = [];
  let current = findContents(
    text,
    blocks.map((block) => sound(text, block)),
  );
  const found = findHeadings(text, current, facts, effortFor(current));
  if (found.size > 0)
    current = current.map((block, index) => {
      const level = found.get(index);
      return level === undefined ? block : { kind: "heading", layer: block.layer, span: block.span, level };
    });

  let bodyEnd = current.findIndex(({ layer }) => layer !== "body" && layer !== "contents");
  if (bodyEnd < 0) bodyEnd = current.length;
  let notesEnd = bodyEnd;
  while (current[notesEnd]?.layer === "footnote") notesEnd++;

  const sections: Section[] = [];
  const add = (section: Omit<Section, "id">): number => {
    sections.push({ id: `s${sections.length + 1}`, ...section });
    return sections.length - 1;
  };
  const addUnnamed = (
    unnamed: Unnamed,
    range: { first: number; end: number },
    parent: number | null,
  ): void => {
    const heading = nameOf(unnamed);
    const above = parent === null ? undefined : sections[parent];
    add({
      number: null,
      heading,
      headingSpan: null,
      unnamed,
      depth: unnamed.as === "preamble" ? 0 : (above?.depth ?? 0) + 1,
      path: unnamed.as === "preamble" ? [] : [...(above?.path ?? []), heading],
      parent,
      blocks: { first: range.first, end: range.end },
    });
  };
  const addGroups = (first: number, end: number, parent: number | null): void => {
    const partsOnPage = new Map<number, number>();
    for (const [index, group] of groupParagraphs(text, current, first, end).entries()) {
      const place = facts.placeOf(current[group.first]?.span.start ?? 0);
      if ("page" in place) {
        const part = (partsOnPage.get(place.page) ?? 0) + 1;
        partsOnPage.set(place.page, part);
        addUnnamed(
          part === 1 ? { as: "page", number: place.page } : { as: "page", number: place.page, part },
          group,
          parent,
        );
      } else addUnnamed({ as: "part", number: index + 1 }, group, parent);
    }
  };

  const headings: number[] = [];
  for (let index = 0; index < bodyEnd; index++) if (isHeading(current[index])) headings.push(index);
  const firstHeading = headings[0] ?? bodyEnd;
  const onlyTitle =
    headings.length === 1 &&
    firstHeading < 3 &&
    countWords(text, current, firstHeading + 1, bodyEnd) >= wordsForGroups;

  if (headings.length === 0) {
    addGroups(0, bodyEnd, null);
    if (bodyEnd > 0) notices.push({ code: "NO_HEADINGS", params: { sections: sections.length } });
  } else {
    if (firstHeading > 0) addUnnamed({ as: "preamble" }, { first: 0, end: firstHeading }, null);
    /** Open sections from the chapter down, with the levels that their headings were given. */
    const open: { level: number; index: number }[] = [];
    for (const [place, blockIndex] of headings.entries()) {
      const block = current[blockIndex];
      if (block === undefined) continue;
      const level = block.level ?? 1;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const parent = open.at(-1)?.index ?? null;
      const named = nameHeading(text, block.span);
      const end = onlyTitle ? blockIndex + 1 : (headings[place + 1] ?? bodyEnd);
      const index = add({
        number: named.number,
        heading: named.heading,
        headingSpan: block.span,
        depth: open.length + 1,
        path: [...(parent === null ? [] : (sections[parent]?.path ?? [])), named.whole],
        parent,
        blocks: { first: blockIndex, end },
      });
      open.push({ level, index });
    }
    if (onlyTitle) {
      addGroups(firstHeading + 1, bodyEnd, sections.length - 1);
      notices.push({ code: "NO_HEADINGS", params: { sections: sections.length } });
    }
  }
  if (notesEnd > bodyEnd) addUnnamed({ as: "footnotes" }, { first: bodyEnd, end: notesEnd }, null);
  return { blocks: current, sections, notices };
}

function isHeading(block: Block | undefined): boolean {
  return block?.kind === "heading" && block.layer === "body";
}

/** The block itself, or a paragraph where a heading is none: too long, or without a letter or digit. */
function sound(text: string, block: Block): Block {
  if (block.kind !== "heading") return block;
  const { start, end } = block.span;
  return block.layer === "body" &&
    end - start <= longestHeading &&
    /[\p{L}\p{N}]/u.test(text.slice(start, end))
    ? block
    : { kind: "paragraph", layer: block.layer, span: block.span };
}

/** How hard to look for headings that are not marked: the fewer are marked, the harder. */
function effortFor(blocks: readonly Block[]): Effort {
  let marked = 0;
  let length = 0;
  for (const block of blocks) {
    if (block.layer !== "body") continue;
    if (block.kind === "heading") marked++;
    length += block.span.end - block.span.start;
  }
  // A Swedish word with its space is 6.5 code units on average; an estimate is enough here.
  const words = length / 6.5;
  if (marked === 1 && words < shortText) return "strong";
  if (marked <= 1) return "all";
  return words / marked > wordsPerHeading ? "clear" : "strong";
}

function nameHeading(text: string, span: Span): { number: string | null; heading: string; whole: string } {
  const line = text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
  const { number, heading } = splitNumber(line, true);
  const whole = number === null ? heading : heading === "" ? number : `${number} ${heading}`;
  return { number, heading, whole };
}

function nameOf(unnamed: Unnamed): string {
  switch (unnamed.as) {
    case "preamble":
      return "";
    case "footnotes":
      return partNames.footnotes;
    case "page":
      return partNames.page(unnamed.number, unnamed.part ?? 1);
    case "part":
      return partNames.part(unnamed.number);
  }
}

function countWords(text: string, blocks: readonly Block[], first: number, end: number): number {
  const start = blocks[first]?.span.start ?? 0;
  const stop = blocks[end - 1]?.span.end ?? start;
  return stop <= start ? 0 : text.slice(start, stop).split(/\s+/).length;
}
