// Headings that the file does not mark: numbered lines, lines in capitals or bold, § lines, short lines set apart.
import type { Block } from "../../model/document.ts";
import { splitNumber } from "./split-number.ts";
import { contentsHeading, registrationNumber, tableTitle } from "./swedish.ts";

/** How much of the guessing is wanted. "strong": bold lines only. "clear": not the plain short lines. */
export type Effort = "strong" | "clear" | "all";

type LineClass = "numbered" | "capitals" | "strong" | "short" | "table-title";

interface Candidate {
  readonly class: LineClass;
  /** Parts of the number, 0 without. */
  readonly parts: number;
  /** The line starts with § or ends in it. */
  readonly paragraphSign: boolean;
  /** The number of an item of minutes ("§ 114"), whose line is a heading whatever follows. */
  readonly item?: number;
}

/** Longest heading that is believed without being marked, in code units. */
const longest: Readonly<Record<LineClass, number>> = {
  numbered: 120,
  capitals: 100,
  strong: 120,
  short: 70,
  "table-title": 160,
};

/** Words from which on a block counts as text that a heading can stand over. */
const longText = 12;

const amountAtEnd =
  /(?:^|[\s\d])(?:\d[\d\s.,]*(?:t?kr|mn?kr|mdr?kr|mkr|kronor|procent|%|:-|st)|(?:t?kr|mn?kr|mdkr|mkr|kronor|procent|%))\.?$/iu;
const address = /@|https?:|www\.|\[[^\]]*\]|\d{2,}\s?-\s?\d{2,}\s?\d{2}/u;
const sentenceEnd = /[.!?:…]["”»)]?$/u;

/**
 * Finds headings among the paragraphs of the body. `strong` holds the indexes of blocks set in bold as a whole, `beside`
 * those of blocks in boxes, which are none.
 * Gives the level for each index that is a heading; marked headings are not in it.
 */
export function findHeadings(
  text: string,
  blocks: readonly Block[],
  { strong, beside }: { readonly strong: ReadonlySet<number>; readonly beside: ReadonlySet<number> },
  effort: Effort,
): ReadonlyMap<number, number> {
  const candidates = new Map<number, Candidate>();
  for (const [index, block] of blocks.entries()) {
    if (beside.has(index)) continue;
    const candidate = candidateOf(text, block, strong.has(index), effort);
    if (candidate !== null) candidates.set(index, candidate);
  }
  dropRunningLines(text, blocks, candidates);
  dropContentsOfMinutes(candidates);
  if (candidates.size === 0) return new Map();
  const chosen = choose(text, blocks, candidates);
  return levelsOf(blocks, chosen);
}

/** Times that a line has to come again before it can be the running header of a chapter. */
const fewestRepeats = 4;

/**
 * The same short line again and again, each third time in the middle of a sentence, is a running header that came along
 * with the pages. "Beslut" comes again and again as well, but after finished text.
 */
function dropRunningLines(text: string, blocks: readonly Block[], candidates: Map<number, Candidate>): void {
  const places = new Map<string, { indexes: number[]; broken: number }>();
  let previous: Block | undefined;
  for (const [index, block] of blocks.entries()) {
    if (block.layer !== "body") continue;
    const kind = candidates.get(index)?.class;
    if (kind === "short" || kind === "capitals") {
      const line = lineOf(text, block);
      const place = places.get(line) ?? { indexes: [], broken: 0 };
      place.indexes.push(index);
      if (
        previous !== undefined &&
        /[\p{Ll},–-]$/u.test(lineOf(text, previous)) &&
        previous.kind === "paragraph"
      )
        if (previous.span.end - previous.span.start > longest.short) place.broken++;
      places.set(line, place);
    }
    previous = block;
  }
  for (const { indexes, broken } of places.values())
    if (indexes.length >= fewestRepeats && broken * 3 >= indexes.length)
      for (const index of indexes) candidates.delete(index);
}

function lineOf(text: string, block: Block): string {
  return text.slice(block.span.start, block.span.end);
}

function candidateOf(text: string, block: Block, isStrong: boolean, effort: Effort): Candidate | null {
  if (block.layer !== "body") return null;
  if (block.kind !== "paragraph" && block.kind !== "caption") return null;
  const length = block.span.end - block.span.start;
  if (length > longestItem) return null;
  const original = lineOf(text, block);
  const line = original.replace(/\s*\n\s*/g, " ");
  const item = effort === "strong" ? null : itemOfMinutes(line);
  if (item !== null) return { class: "numbered", parts: 1, paragraphSign: true, item };
  if (length > longest["table-title"]) return null;
  // Where headings are marked, the title of a table belongs to the section that the table stands in.
  if (effort === "strong" && tableTitle.test(line)) return null;
  if (isStrong) {
    const split = splitNumber(line, true);
    if (isTitle(split.number === null ? line : split.heading, longest.strong, split.number !== null))
      return {
        class: split.number === null ? "strong" : "numbered",
        parts: split.parts,
        paragraphSign: split.number?.includes("§") ?? false,
      };
  }
  if (effort === "strong") return null;
  // A heading that wraps is believed only where something else speaks for it.
  const lines = original.split("\n").length;
  if (lines > 2) return null;
  if (tableTitle.test(line)) return { class: "table-title", parts: 0, paragraphSign: false };
  const split = splitNumber(line, false);
  if (split.number !== null) {
    if (!isTitle(split.heading, longest.numbered, true) || amountAtEnd.test(split.heading)) return null;
    // What a numbered line goes on with begins small; a capital is the text under it, or the next numbered line.
    if (lines > 1 && !/\n\s*\p{Ll}/u.test(original)) return null;
    return { class: "numbered", parts: split.parts, paragraphSign: split.number.includes("§") };
  }
  if (isCapitals(line) && isTitle(line, longest.capitals, false))
    return { class: "capitals", parts: 0, paragraphSign: false };
  if (effort === "clear" || lines > 1) return null;
  // "Karin Green (C)" is a member of a party.
  if (/\(\p{Lu}{1,3}\)$/u.test(line)) return null;
  // A digit in front is an amount, a date, a postcode; a digit at the end a page, unless it is a year.
  if (!/^["”“»]?\p{Lu}/u.test(line) || /(?<!\b(?:19|20)\d\d)(?<=\d)$/u.test(line)) return null;
  return isTitle(line, longest.short, false) && !amountAtEnd.test(line)
    ? { class: "short", parts: 0, paragraphSign: false }
    : null;
}

/** Longest title of an item of minutes, in code units: a motion is called by all that it asks for. */
const longestItem = 240;

/**
 * The number in "§ 114 Dnr GA-2024-00224", alone or with the title of the item behind it; null for any other line, one of
 * a table of contents with its dots among them.
 */
function itemOfMinutes(line: string): number | null {
  const [start, number] = /^§\s*(\d{1,4})\s+(?=Dnr)/u.exec(line) ?? [];
  if (start === undefined || number === undefined) return null;
  const rest = line.slice(start.length);
  const title = rest.replace(registrationNumber, "");
  return title !== rest && !/[.:;!]$|\.{4}/u.test(title) ? Number(number) : null;
}

/** Minutes count upwards: items with the number of a later one, or a higher number, stand in the table of contents. */
function dropContentsOfMinutes(candidates: Map<number, Candidate>): void {
  let lowest = Infinity;
  for (const [index, { item }] of [...candidates].reverse()) {
    if (item === undefined) continue;
    if (item >= lowest) candidates.delete(index);
    else lowest = item;
  }
}

/** Could the line be a title: no sentence, no address, some letters. `mayBeEmpty`: a number alone is enough. */
function isTitle(line: string, longestTitle: number, mayBeEmpty: boolean): boolean {
  if (line === "") return mayBeEmpty;
  if (line.length > longestTitle || /[.,;:!]["”»]?$/u.test(line)) return false;
  // "Region Halland 2 (14)" is a running header.
  if (/\d\s?\(\d{1,4}\)$/.test(line)) return false;
  if (!/\p{L}{2}/u.test(line) || address.test(line)) return false;
  return line.split(/\s+/u).length <= 16;
}

function isCapitals(line: string): boolean {
  const letters = line.replace(/[^\p{L}]/gu, "");
  return letters.length >= 4 && letters === letters.toUpperCase() && /\p{Lu}{3}/u.test(line);
}

function countWords(line: string): number {
  let words = 0;
  let inWord = false;
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    const space = code === 32 || code === 10 || code === 9;
    if (!space && !inWord) words++;
    inWord = !space;
  }
  return words;
}

/** From the end backwards: a candidate is a heading if text follows, or a deeper heading that has text under it. */
function choose(
  text: string,
  blocks: readonly Block[],
  candidates: ReadonlyMap<number, Candidate>,
): ReadonlyMap<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  /** How many headings follow directly on each other from a chosen index on, itself included. */
  const chain = new Map<number, number>();
  const body: number[] = [];
  for (const [index, block] of blocks.entries()) if (block.layer === "body") body.push(index);
  for (let place = body.length - 1; place >= 0; place--) {
    const index = body[place] ?? 0;
    const candidate = candidates.get(index);
    if (candidate === undefined) continue;
    const nextIndex = body[place + 1];
    const next = nextIndex === undefined ? undefined : blocks[nextIndex];
    const previousIndex = body[place - 1];
    const previous = previousIndex === undefined ? undefined : blocks[previousIndex];
    if (nextIndex === undefined || next === undefined) continue;
    if (candidate.item !== undefined) {
      chosen.set(index, candidate);
      chain.set(index, 1);
      continue;
    }
    if (candidate.class === "table-title") {
      if (next.kind === "table-row") chosen.set(index, candidate);
      continue;
    }
    if (contentsHeading.test(lineOf(text, blocks[index] ?? next))) {
      chosen.set(index, candidate);
      continue;
    }
    const following = candidates.get(nextIndex);
    const followingChain = chain.get(nextIndex) ?? 0;
    let holds: boolean;
    if (next.kind === "heading") {
      holds = candidate.class !== "short";
    } else if (following !== undefined && !chosen.has(nextIndex)) {
      // Lines of the same make in a row, none with text under it: a list, an address, a table of contents.
      holds =
        (candidate.class === "strong" || candidate.class === "capitals") &&
        following.class !== candidate.class &&
        following.class !== "numbered";
    } else if (following !== undefined) {
      holds = followingChain < 3 && isAbove(candidate, following);
    } else if (next.kind === "list-item") {
      holds = true;
    } else if (next.kind === "table-row") {
      holds = candidate.class !== "short";
    } else {
      const line = lineOf(text, next);
      const words = countWords(line);
      holds =
        candidate.class === "short"
          ? words >= longText || (words >= 6 && sentenceEnd.test(line))
          : words >= 4 || candidate.class !== "numbered";
    }
    if (holds && candidate.class === "short" && previous !== undefined && previous.kind === "paragraph") {
      // After text that breaks off in the middle of a sentence, a short line is how it goes on.
      const line = lineOf(text, previous);
      if (!candidates.has(previousIndex ?? -1) && countWords(line) >= longText && /[\p{Ll},–-]$/u.test(line))
        holds = false;
    }
    // The last item of a numbered list has text after it, but its fellows stand right before it.
    const before = candidates.get(previousIndex ?? -1);
    if (
      candidate.class === "numbered" &&
      !candidate.paragraphSign &&
      before?.class === "numbered" &&
      before.parts === candidate.parts
    )
      holds = false;
    // "1. Alla vuxna är ansvariga för god elev- / hälsa.": a numbered sentence over two lines is an item of a list.
    if (candidate.class === "numbered" && next.kind === "paragraph") {
      const onward = lineOf(text, next);
      if (
        /\p{Ll}-$/u.test(lineOf(text, blocks[index] ?? next)) &&
        /^\p{Ll}/u.test(onward) &&
        sentenceEnd.test(onward)
      )
        holds = false;
    }
    if (!holds) continue;
    chosen.set(index, candidate);
    chain.set(index, (following === undefined ? 0 : followingChain) + 1);
  }
  return new Map([...chosen].sort((a, b) => a[0] - b[0]));
}

/** Can `upper` stand directly over `lower`, as a chapter over its first part? */
function isAbove(upper: Candidate, lower: Candidate): boolean {
  if (upper.class === "numbered" && lower.class === "numbered")
    return upper.parts < lower.parts || (upper.paragraphSign !== lower.paragraphSign && !upper.paragraphSign);
  if (upper.class === "short" && lower.class === "short") return true;
  if (lower.class === "table-title") return true;
  return upper.class !== "short" || lower.class === "short";
}

/**
 * Levels for found headings: a number says its own; the rest follow the order capitals, bold, plain, under the last
 * marked or numbered heading. Gaps are closed later, when sections are built.
 */
function levelsOf(
  blocks: readonly Block[],
  chosen: ReadonlyMap<number, Candidate>,
): ReadonlyMap<number, number> {
  const classes = new Set([...chosen.values()].map((candidate) => candidate.class));
  const levels = new Map<number, number>();
  const hasSigns = [...chosen.values()].some((candidate) => candidate.paragraphSign);
  const hasPlainNumbers = [...chosen.values()].some(
    (candidate) => candidate.class === "numbered" && !candidate.paragraphSign,
  );
  let base = 0;
  let marked = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.layer !== "body") continue;
    if (block.kind === "heading") {
      marked = block.level ?? 1;
      base = marked;
      continue;
    }
    const candidate = chosen.get(index);
    if (candidate === undefined) continue;
    let level: number;
    switch (candidate.class) {
      case "numbered":
        level = marked + candidate.parts + (candidate.paragraphSign && hasSigns && hasPlainNumbers ? 1 : 0);
        base = level;
        break;
      case "capitals":
        level = marked + 1;
        base = level;
        break;
      case "strong":
        level = base + 1;
        break;
      case "table-title":
      case "short":
        level = base + (classes.has("strong") ? 2 : 1);
        break;
    }
    levels.set(index, level);
  }
  return levels;
}
