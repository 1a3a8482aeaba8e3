// What the document itself names as its headings: bookmarks and table of contents.
import type { ContentsEntry } from "./contents.ts";
import type { Bookmark } from "../page.ts";
import type { Line } from "../layout/lines.ts";

/** A printed outline number at the beginning of a line: "3", "3.2.", "Kapitel 4". A leading zero is no outline's. */
export const outlineNumber =
  /^(?:(?!0)(\d{1,2}(?:\.\d{1,2}){0,4})\.?|(?:kapitel|kap\.?|del|bilaga|avsnitt)\s+(\d{1,2}|[A-Z])\b[.:]?)(?=\s+\S)/iu;

export interface NamedTitles {
  /** By title as compared: where the bookmarks of that title lead to, and their depth from 1. */
  readonly bookmarks: ReadonlyMap<
    string,
    readonly { readonly page: number | null; readonly depth: number }[]
  >;
  readonly contents: ReadonlySet<string>;
  /** By outline number ("3 2", "bilaga 1"): the titles that the contents give it, as compared. */
  readonly numbered: ReadonlyMap<string, readonly string[]>;
}

/** Text as titles are compared: no number, no case, no punctuation, "och" for an ampersand. */
export function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("\u00AD", "")
    .replace(outlineNumber, "")
    .replaceAll("&", " och ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The titles in a form that can be compared with a line of the text (`comparable`). */
export function namedTitles(bookmarks: readonly Bookmark[], contents: readonly ContentsEntry[]): NamedTitles {
  return {
    bookmarks: bookmarkLevels(bookmarks),
    contents: new Set(contents.map((entry) => comparable(entry.title)).filter((title) => title !== "")),
    numbered: titlesByNumber(contents),
  };
}

/** "3.2." and "Bilaga 1:" as they are compared; null for a text without a number. */
function comparableNumber(text: string): string | null {
  const number = outlineNumber.exec(text)?.[0];
  return number === undefined
    ? null
    : number
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim();
}

function titlesByNumber(contents: readonly ContentsEntry[]): Map<string, string[]> {
  const titles = new Map<string, string[]>();
  for (const { title } of contents) {
    const number = comparableNumber(title);
    const key = comparable(title);
    if (number !== null && key !== "") titles.set(number, [...(titles.get(number) ?? []), key]);
  }
  return titles;
}

/** Words that a title may have more in one of the two places. */
const mostWordsMore = 3;

/**
 * Do the contents name this title, `key` as it is compared? In the same words; or, under the same number, with words more or fewer at the end: "2 Mål
 * och inriktning för perioden" is the contents' name of "2. Mål och inriktning".
 */
export function isInContents(text: string, key: string, { contents, numbered }: NamedTitles): boolean {
  if (contents.size === 0) return false;
  if (contents.has(key)) return true;
  const number = comparableNumber(text);
  if (number === null || key === "") return false;
  return (numbered.get(number) ?? []).some((title) => {
    const [short, long] = title.length < key.length ? [title, key] : [key, title];
    return long.startsWith(`${short} `) && long.slice(short.length).trim().split(" ").length <= mostWordsMore;
  });
}

function bookmarkLevels(
  bookmarks: readonly Bookmark[],
): Map<string, { page: number | null; depth: number }[]> {
  // A single root over everything is the title; what hangs under it are the chapters.
  const roots = bookmarks.filter((bookmark) => bookmark.depth === 1).length;
  const shift = roots === 1 && bookmarks.length > 3 ? 1 : 0;
  const levels = new Map<string, { page: number | null; depth: number }[]>();
  for (const { title, page, depth } of bookmarks) {
    const key = comparable(title);
    if (key === "") continue;
    const known = levels.get(key) ?? [];
    known.push({ page, depth: Math.max(1, depth - shift) });
    levels.set(key, known);
  }
  return levels;
}

/** More lines are no heading, let alone two. */
const mostLines = 6;

/**
 * Where lines under each other of one style are several headings, each named by itself ("Driftredovisning" and
 * "Investeringsredovisning"): the numbers of lines that each takes; [] where they are one heading or none.
 */
export function namedParts(lines: readonly Line[], titles: NamedTitles): number[] {
  if (lines.length < 2 || lines.length > mostLines) return [];
  const isNamed = (from: number, to: number): boolean => {
    const key = comparable(
      lines
        .slice(from, to)
        .map((line) => line.text)
        .join("\n")
        .replace(/-\n(?=\p{Ll})/gu, ""),
    );
    return titles.contents.has(key) || titles.bookmarks.has(key);
  };
  if (isNamed(0, lines.length)) return [];
  const parts: number[] = [];
  let from = 0;
  for (let to = 1; to <= lines.length; to++) {
    if (!isNamed(from, to)) continue;
    parts.push(to - from);
    from = to;
  }
  return from === lines.length ? parts : [];
}
