// Running headers, footers and page numbers: what stands at the edge of page after page. Moved to a layer of its own,
// never deleted.
import type { Line } from "./lines.ts";
import { isLabel, joinOnBaseline, sameBaseline } from "./lines.ts";
import { isInside } from "../tables/ruled-tables.ts";
import type { Grid } from "../tables/table-grids.ts";
import { pageNumberLine } from "./words.ts";

export interface PageLines {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly label?: string;
  readonly lines: readonly Line[];
  /** Tables drawn on the page. */
  readonly grids: readonly Grid[];
}

export interface Cleared {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** The number printed on the page, or stated by the file, where it differs from `page`. */
  readonly label?: string;
  /** Lines without furniture, still in the order of drawing. */
  readonly lines: readonly Line[];
  readonly furniture: readonly Line[];
  readonly grids: readonly Grid[];
}

/** Share of the page's height, from the edge, in which furniture stands. */
const zone = 0.12;
/** Where a small page is printed on large paper, furniture is what stands first and last: so many lines. */
const outerLines = 3;
/** Lines on neighbouring pages are the same when their baselines differ by no more than this, in points. */
const sameHeight = 8;
/** A text must come back on so many pages. */
const fewestPages = 3;
/** Type larger than this times the body's is a heading, unless it comes back on most pages. */
const headingScale = 1.2;
const mostPages = 0.3;

/** A table taller than this share of the page is none of the frames that headers are set in. */
const tallTable = 0.2;

interface EdgeLine {
  readonly page: number;
  /** From the foot of the page, below its middle; from its top, and negative, above: landscape pages are lower. */
  readonly y: number;
  readonly x0: number;
  readonly size: number;
  readonly text: string;
  /** Under which it may come back. */
  readonly keys: readonly string[];
  readonly parts: readonly Line[];
  /** Distance to the line next to it towards the middle of the page, in points. */
  readonly apart: number;
}

/** Pages → pages without furniture. `bodySize` is the type size of the running text. */
export function takeFurniture(pages: readonly PageLines[], bodySize: number): Cleared[] {
  const edges = pages.map(edgeLines);
  const repeated = repeatedKeys(edges.flat(), pages.length);
  const printed = printedOffset(edges.flat(), repeated);
  const slots = findSlots(edges.flat(), pages.length, bodySize);
  return pages.map((page, index) => {
    const furniture = new Set<Line>();
    let offset: number | undefined;
    for (const edge of edges[index] ?? []) {
      if (slots.has(slotOf(edge)) && isSetApart(edge, bodySize))
        for (const part of edge.parts) furniture.add(part);
      const enough = Math.min(fewestPages, Math.max(2, pages.length));
      const large = edge.size > headingScale * bodySize;
      const runs = edge.keys.some((key) => {
        const on = pagesNear(repeated, key, edge);
        if (on.length < enough) return false;
        return on.length >= mostPages * pages.length || (!large && (countsPages(key) || comesInRows(on)));
      });
      if (!runs) continue;
      for (const part of edge.parts) furniture.add(part);
      if (printed !== null && numbersIn(edge.text).includes(page.page + printed)) offset = printed;
    }
    const label =
      page.label ?? (offset !== undefined && offset !== 0 ? String(page.page + offset) : undefined);
    return {
      page: page.page,
      width: page.width,
      height: page.height,
      ...(label === undefined ? {} : { label }),
      lines: page.lines.filter((line) => !furniture.has(line)),
      furniture: page.lines.filter((line) => furniture.has(line)),
      grids: page.grids,
    };
  });
}

/** What stands in the zones at the edges, everything on one baseline as one line; and text on its side, anywhere. */
function edgeLines(page: PageLines): EdgeLine[] {
  // The column headings of a table that goes on over pages come again and again too.
  const tall = page.grids.filter(({ box }) => box.y1 - box.y0 > tallTable * page.height);
  const upright = page.lines.filter((line) => line.upright && !tall.some((grid) => isInside(line, grid)));
  const heights = [...new Set(upright.map((line) => Math.round(line.y)))].sort((a, b) => b - a);
  let top = page.height * (1 - zone);
  if ((heights[0] ?? top) < top) top = heights[outerLines - 1] ?? 0;
  let bottom = page.height * zone;
  if ((heights.at(-1) ?? bottom) > bottom) bottom = heights.at(-outerLines) ?? page.height;
  const inZone = upright.filter((line) => line.y >= top - 1 || line.y <= bottom + 1);
  const groups: Line[][] = [];
  for (const line of inZone) {
    const group = groups.find((other) => other[0] !== undefined && sameBaseline(other[0], line));
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  for (const line of page.lines) if (!line.upright) groups.push([line]);
  const edges: EdgeLine[] = [];
  for (const group of groups) {
    const parts = group.sort((a, b) => a.x0 - b.x0);
    const whole = joinOnBaseline(parts);
    if (whole === null) continue;
    // The parts singly too: a page number beside a header that changes with the chapter.
    if (parts.length > 1) {
      for (const part of parts) if (!isLabel(part.text)) edges.push(edgeLine(page, part, [part], 0));
    }
    edges.push(edgeLine(page, whole, parts, distanceInwards(whole, upright, whole.y >= top - 1)));
  }
  return edges;
}

const edgeLine = (
  { page, height }: PageLines,
  line: Line,
  parts: readonly Line[],
  apart: number,
): EdgeLine => {
  const text = line.text.replace(/\s+/gu, " ").trim();
  return {
    apart,
    page,
    y: line.y > height / 2 ? line.y - height : line.y,
    x0: line.x0,
    size: line.size,
    text,
    keys: keysOf(text, page),
    parts,
  };
};

/** From a line at the top to the one below it, from a line at the foot to the one above. */
function distanceInwards(line: Line, all: readonly Line[], atTop: boolean): number {
  let nearest = Infinity;
  for (const other of all) {
    const distance = atTop ? line.y - other.y : other.y - line.y;
    if (distance > 0.3 * line.size && distance < nearest) nearest = distance;
  }
  return nearest;
}

/** A running header that changes with the chapter stands in one place, in small type, apart from the text. */
const slotApart = 1.9;
const mostSlotWords = 14;
const slotPages = 0.5;

const slotOf = (edge: EdgeLine): string => `${String(Math.round(edge.y / 2))} ${String(edge.size)}`;

const isSetApart = (edge: EdgeLine, bodySize: number): boolean =>
  edge.apart >= slotApart * edge.size &&
  Number.isFinite(edge.apart) &&
  edge.size <= 1.02 * bodySize &&
  edge.text.split(" ").length <= mostSlotWords;

/** Places at the edge that hold a short line, apart from the text, on at least half of the pages. */
function findSlots(edges: readonly EdgeLine[], pageCount: number, bodySize: number): Set<string> {
  const pages = new Map<string, Set<number>>();
  for (const edge of edges) {
    if (!isSetApart(edge, bodySize)) continue;
    const known = pages.get(slotOf(edge));
    if (known === undefined) pages.set(slotOf(edge), new Set([edge.page]));
    else known.add(edge.page);
  }
  const enough = Math.max(fewestPages, slotPages * pageCount);
  return new Set([...pages].filter(([, on]) => on.size >= enough).map(([slot]) => slot));
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanNumber(text: string): number {
  let sum = 0;
  const values = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0);
  for (const [index, value] of values.entries()) sum += value < (values[index + 1] ?? 0) ? -value : value;
  return sum;
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d{1,4}/gu)].map((match) => Number(match[0]));
}

/**
 * Keys under which a line may come back: its text, and its text with each number given as "so many more than the
 * page's". "Bilaga 2" on page 9 and "Bilaga 3" on page 12 share no key, "Sida 9" and "Sida 12" do.
 */
function keysOf(spaced: string, page: number): string[] {
  // "2 (13)" and "10(13)": spaces differ within one running footer.
  const text = spaced.replace(/\s+/gu, "");
  const keys = [text];
  // A page that holds two printed pages bears two numbers, which rise by two from page to page.
  if (/^\d{1,4}\s+\d{1,4}$/u.test(spaced)) keys.push("numbers of two pages");
  let count = 0;
  for (const match of text.matchAll(/\d{1,4}/gu)) {
    if (++count > 6) break;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    keys.push(`${before}{${String(Number(match[0]) - page)}}${after}`);
  }
  const alone = pageNumberLine.exec(spaced)?.[1];
  if (alone !== undefined && /^[ivxl]+$/iu.test(alone))
    keys.push(`roman{${String(romanNumber(alone) - page)}}`);
  return keys;
}

interface Occurrence {
  readonly y: number;
  readonly page: number;
}

interface Occurrences {
  readonly all: Occurrence[];
  /** By height: the pages on which it stands at about that height. A running header is asked for once a page. */
  readonly near: Map<number, readonly number[]>;
}

type Repeated = ReadonlyMap<string, Occurrences>;

function repeatedKeys(edges: readonly EdgeLine[], pageCount: number): Repeated {
  const occurrences = new Map<string, Occurrences>();
  for (const { keys, y, page } of edges) {
    for (const key of keys) {
      const known = occurrences.get(key);
      if (known === undefined) occurrences.set(key, { all: [{ y, page }], near: new Map() });
      else known.all.push({ y, page });
    }
  }
  if (pageCount >= 2) for (const [key, { all }] of occurrences) if (all.length < 2) occurrences.delete(key);
  return occurrences;
}

/** The pages on which the key stands at about the same height, in order; [] when it is one page only. */
function pagesNear(repeated: Repeated, key: string, edge: EdgeLine): readonly number[] {
  const occurrences = repeated.get(key);
  if (occurrences === undefined) return [];
  let near = occurrences.near.get(edge.y);
  if (near === undefined) {
    const pages = new Set<number>();
    for (const { y, page } of occurrences.all) if (Math.abs(y - edge.y) <= sameHeight) pages.add(page);
    near = pages.size >= 2 ? [...pages].sort((a, b) => a - b) : [];
    occurrences.near.set(edge.y, near);
  }
  return near;
}

/** Does the key hold a number that rises with the pages? */
const countsPages = (key: string): boolean => /\{-?\d+\}/u.test(key);

/** Left and right pages may have headers of their own, and a chapter may begin without one. */
const nextInRow = 3;

/**
 * A running header comes on page after page. What begins each chapter ("1. Inledning" and the sentence under it) can
 * stand at the same height as well, but on pages far from each other; taken for furniture it would be lost to the text.
 */
function comesInRows(pages: readonly number[]): boolean {
  const neighboured = pages.filter(
    (page, index) =>
      page - (pages[index - 1] ?? -Infinity) <= nextInRow ||
      (pages[index + 1] ?? Infinity) - page <= nextInRow,
  );
  return neighboured.length > 0.5 * pages.length;
}

/** How much more than the page's number in the file the printed page numbers are; null without printed numbers. */
function printedOffset(edges: readonly EdgeLine[], repeated: Repeated): number | null {
  const votes = new Map<number, number>();
  for (const edge of edges) {
    for (const key of edge.keys) {
      const offset = /\{(-?\d+)\}/u.exec(key)?.[1];
      if (
        offset === undefined ||
        key.startsWith("roman") ||
        pagesNear(repeated, key, edge).length < fewestPages
      )
        continue;
      votes.set(Number(offset), (votes.get(Number(offset)) ?? 0) + 1);
    }
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
