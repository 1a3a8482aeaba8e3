// Which groups of lines are headings, and on what level. Signs, from the strongest: bookmarks and contents that name
// the line, numbering, type size, weight, capitals. What is set like a heading and is none: lead-ins, pull quotes, big
// figures, lists in bold.
import type { BodyStyle } from "./body-style.ts";
import { scaleOf } from "./body-style.ts";
import { amountWords } from "../../structure/swedish.ts";
import { comparable, isInContents, outlineNumber } from "./named-titles.ts";
import type { NamedTitles } from "./named-titles.ts";
import type { Group, Leading } from "../layout/paragraphs.ts";
import { beginsListItem } from "../layout/paragraphs.ts";
import { looksLikeWords } from "../quality.ts";
import { captionStart, contentsTitles, sourceStart } from "../layout/words.ts";

/** What follows a group in the document decides too: a heading has something under it. */
export interface Candidate {
  readonly group: Group;
  /** The next groups in reading order, up to the next table or contents. */
  readonly next: readonly Group[];
  /** A table comes after `next`. */
  readonly table: boolean;
  readonly page: number;
  /** Stands in or over a chart. */
  readonly inChart: boolean;
  /** Stands between lines of a table of contents: it names a part there, and heads nothing. */
  readonly inContents: boolean;
}

const mostWords = 20;
const mostBoldWords = 14;
/** Bold type larger than this times the running text may run over three or four lines, where it is no sentence. */
const boldTitleType = 1.25;
const mostBoldTitleWords = 26;
const mostLines = 4;
/** Type larger than this times the running text is a title's, which may be longer. */
const titleType = 1.6;
const mostTitleWords = 30;
const mostTitleLines = 7;
/** No heading is longer, whatever names it. */
const mostCharacters = 300;
/** Larger than the running text by this factor is set apart by size. */
const largerType = 1.1;
const fewestOfWeakStyle = 3;
/** So many headings that are sure make their font and size a sign. */
const fewestOfSureStyle = 2;
const mostStyleWords = 8;
/** Type larger than another by this factor is of higher rank. */
const sizeStep = 1.05;
/** A style of which more than this share is set in long paragraphs is a style of running text. */
const proseShare = 0.4;

const sectionSign = /^§\s*\d+/u;
const endsLikeSentence = /[.,;:]["”»)]?[⁰¹²³⁴⁵⁶⁷⁸⁹]*$/u;
/** "20 miljarder", "29 000 poliser": figures that catch the eye. */
const bigFigure = new RegExp(
  `^\\d[\\d\\s.,]*(?:(?:${amountWords})(?!\\p{L})|%|(?<=\\d\\s\\d{3}\\s)\\p{L})`,
  "iu",
);
const beginsLikeQuote = /^["”“»«]/u;

const texts = new WeakMap<Group, string>();
const comparables = new WeakMap<Group, string>();
/** White space other than a single space: most of a text has none, and is left as it is. */
const wideSpace = /(?:[^\S ]| \s)\s*/gu;

/** The text of a group on one line, hyphens at line ends joined. */
export function groupText(group: Group): string {
  let text = texts.get(group);
  if (text === undefined) {
    text = group.lines
      .map((line) => line.text)
      .join("\n")
      .replace(/-\n(?=\p{Ll})/gu, "")
      .replace(wideSpace, " ")
      .trim();
    texts.set(group, text);
  }
  return text;
}

/** The text of a group as titles are compared. */
function comparableText(group: Group): string {
  let text = comparables.get(group);
  if (text === undefined) {
    text = comparable(groupText(group));
    comparables.set(group, text);
  }
  return text;
}

/** Of the text of a group, whose words stand one space apart. */
const wordCount = (text: string): number => text.split(" ").length;

/** Depth by the printed number: 1 for "3", 2 for "3.2"; null without one. */
function numberedDepth(text: string): number | null {
  const match = outlineNumber.exec(text);
  if (match === null) return null;
  return match[1] === undefined ? 1 : match[1].split(".").length;
}

function isCapitals(text: string): boolean {
  return !/[a-zåäö]/.test(text) && text === text.toUpperCase() && /\p{Lu}(?:[^\p{L}]*\p{Lu}){4}/u.test(text);
}

/** What makes two headings look alike. */
function styleOf(group: Group): HeadingStyle {
  const [line] = group.lines;
  const size = Math.round((line?.size ?? 0) * 2) / 2;
  const bold = line?.bold === true;
  const italic = line?.italic === true;
  const capitals = isCapitals(groupText(group));
  return { key: [size, bold, italic, capitals].join(), size, bold, italic, capitals };
}

interface Judged {
  readonly candidate: Candidate;
  readonly text: string;
  readonly style: HeadingStyle;
  readonly sign: "named" | "numbered" | "size" | "bold" | "capitals" | "style" | "italic";
  readonly bookmarkDepth: number | null;
}

export interface Heading {
  readonly group: Group;
  readonly page: number;
  readonly text: string;
  /** What it looks like; headings of one style have the same. */
  readonly style: HeadingStyle;
  /** Depth of the bookmark that names it, from 1. */
  readonly bookmarkDepth: number | null;
  /** Parts of the printed number: 1 for "3", 2 for "3.2". */
  readonly numberDepth: number | null;
}

export interface HeadingStyle {
  readonly key: string;
  /** In points, to the half. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
}

export interface HeadingSigns {
  readonly body: BodyStyle;
  readonly leading: Leading;
  readonly titles: NamedTitles;
}

/** Groups in reading order → those that are headings, in the same order. */
export function findHeadings(candidates: readonly Candidate[], signs: HeadingSigns): Heading[] {
  const prose = proseStyles(candidates, signs.body);
  const first = candidates.flatMap((candidate) => judge(candidate, signs, prose) ?? []);
  const judged = withTheirStyle(first, candidates, signs, prose);
  return withoutLists(withoutPullQuotes(withoutRareItalics(judged), candidates), candidates).map(
    ({ candidate, text, style, bookmarkDepth }): Heading => ({
      group: candidate.group,
      page: candidate.page,
      text,
      style,
      bookmarkDepth,
      numberDepth: numberedDepth(text),
    }),
  );
}

/** Styles in which mostly long paragraphs are set: a preamble in larger type, a form in bold. */
function proseStyles(candidates: readonly Candidate[], body: BodyStyle): Set<string> {
  const characters = new Map<string, { long: number; all: number }>();
  for (const { group } of candidates) {
    if ((group.lines[0]?.size ?? 0) >= titleType * body.size) continue;
    const text = groupText(group);
    const style = styleOf(group).key;
    const count = characters.get(style) ?? { long: 0, all: 0 };
    count.all += text.length;
    if (group.lines.length > mostLines || wordCount(text) > mostWordsOf(group, body))
      count.long += text.length;
    characters.set(style, count);
  }
  return new Set(
    [...characters].filter(([, { long, all }]) => long > proseShare * all).map(([style]) => style),
  );
}

function mostWordsOf(group: Group, body: BodyStyle): number {
  const long =
    !body.bold &&
    group.lines.every((line) => line.bold && scaleOf(line, body) >= boldTitleType) &&
    !endsLikeSentence.test(groupText(group));
  return long ? mostBoldTitleWords : mostWords;
}

function judge(
  candidate: Candidate,
  { body, leading, titles }: HeadingSigns,
  prose: ReadonlySet<string>,
): Judged | null {
  const { group, next, page } = candidate;
  const [line] = group.lines;
  // A wide gap inside: the heads of two columns, or a name and a date.
  if (line?.upright !== true || group.lines.some((other) => other.text.includes("\t"))) return null;
  const text = groupText(group);
  const scale = scaleOf(line, body);
  const title = scale >= titleType;
  if (group.lines.length > (title ? mostTitleLines : mostLines) || text.length > mostCharacters) return null;
  const bold = group.lines.every((other) => other.bold) && !body.bold;
  const capitals = isCapitals(text);
  const depth = numberedDepth(text);
  const emphasised = scale >= largerType || bold || capitals;
  const { bookmarks } = titles;
  const key = bookmarks.size + titles.contents.size > 0 ? comparableText(group) : "";
  const inContents = isInContents(text, key, titles);
  const named = bookmarks.has(key) || inContents;
  // Most groups are running text: out with them before the costlier looks.
  if (!emphasised && depth === null && !line.italic && !named && !sectionSign.test(text)) return null;

  const words = wordCount(text);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 3 || letters < 0.5 * text.replace(/\s/gu, "").length) return null;
  if (captionStart.test(text) || sourceStart.test(text) || contentsTitles.test(text)) return null;
  if (!looksLikeWords(text) || candidate.inContents) return null;
  const style = styleOf(group);
  const setApart = group.spaceAbove === null || group.spaceAbove > leading.ems * 1.15;
  const bookmark = bookmarks
    .get(key)
    ?.find((entry) => entry.page === null || Math.abs(entry.page - page) <= 1);
  if (bookmark !== undefined && scale > 0.88 && (emphasised || setApart || depth !== null)) {
    return { candidate, text, style, sign: "named", bookmarkDepth: bookmark.depth };
  }
  if (words > (title ? mostTitleWords : mostWordsOf(group, body))) return null;
  if (inContents && (emphasised || (setApart && (depth !== null || hasTextBelow(candidate, body))))) {
    return { candidate, text, style, sign: "named", bookmarkDepth: null };
  }
  if (
    candidate.inChart ||
    /^["”“»«(]?\p{Ll}/u.test(text) ||
    beginsLikeQuote.test(text) ||
    (prose.has(style.key) && !isPlainNumbered(candidate, depth, words))
  )
    return null;
  const bullet = beginsListItem(text) && depth === null;
  if (bullet) return null;
  const sentence = endsLikeSentence.test(text);
  if (scale >= largerType && !(sentence && words > 6)) {
    if (/[,;:]$/u.test(text) || bigFigure.test(text)) return null;
    return { candidate, text, style, sign: "size", bookmarkDepth: null };
  }
  if (scale < 0.88 || sentence || words > mostBoldWords) return null;
  const apart = setApart || (depth !== null && depth >= 2 && isSetApartBelow(candidate, leading));
  if (depth !== null && (depth >= 2 || bold) && apart)
    return { candidate, text, style, sign: "numbered", bookmarkDepth: null };
  if (sectionSign.test(text) && (bold || setApart) && words <= 12)
    return { candidate, text, style, sign: "numbered", bookmarkDepth: null };
  // What is set apart by weight alone needs text under it.
  if (!hasTextBelow(candidate, body)) return null;
  if (depth !== null && !bold && !capitals) return null;
  if (bold) return { candidate, text, style, sign: "bold", bookmarkDepth: null };
  if (capitals && setApart && letters >= 6 && words <= 12)
    return { candidate, text, style, sign: "capitals", bookmarkDepth: null };
  const italic = group.lines.every((other) => other.italic);
  if (italic && setApart && words <= 8 && group.lines.length === 1 && next[0]?.lines[0]?.italic === false) {
    return { candidate, text, style, sign: "italic", bookmarkDepth: null };
  }
  return null;
}

const proseWords = 6;

const isProse = (group: Group): boolean => {
  const text = groupText(group);
  return wordCount(text) >= proseWords || beginsListItem(text) || /\p{Ll}[.:]$/u.test(text);
};

/** Running text, a list or a table comes after at most two other short lines (headings of lower rank). */
function hasTextBelow({ group, next, table }: Candidate, body: BodyStyle): boolean {
  const near = next.slice(0, 3);
  const size = group.lines[0]?.size ?? 0;
  for (const other of near) {
    const [line] = other.lines;
    // A heading of higher rank: what stands under it belongs to it.
    if (line !== undefined && line.size > sizeStep * size && scaleOf(line, body) >= largerType) return false;
    if (isProse(other)) return true;
  }
  return table && near.length < 3;
}

/** "3.2.1 Särskilt boende" in the type of the running text, with text or a list right under it. */
function isPlainNumbered({ group, next }: Candidate, depth: number | null, words: number): boolean {
  return (
    depth !== null &&
    depth >= 2 &&
    group.lines.length === 1 &&
    words <= mostStyleWords &&
    next[0] !== undefined &&
    isProse(next[0])
  );
}

/** More room under the line than between lines of running text. */
function isSetApartBelow({ group, next }: Candidate, leading: Leading): boolean {
  const below = next[0]?.spaceAbove ?? null;
  return group.lines.length === 1 && below !== null && below > leading.ems * 1.15;
}

/** A style that is not the running text's: another font, or another size. */
const fontStyle = ({ font, size }: { font: string; size: number }): string => `${font} ${size.toFixed(1)}`;

/**
 * Where headings that are sure (named or numbered) have a font or size that running text has not, short lines in it with
 * text under them are headings too: "1.3.1 Krisledning" makes one of "Krisledningsnämnden".
 */
function withTheirStyle(
  judged: readonly Judged[],
  candidates: readonly Candidate[],
  signs: HeadingSigns,
  prose: ReadonlySet<string>,
): Judged[] {
  const { body } = signs;
  const styles = new Map<string, number>();
  for (const { candidate, sign } of judged) {
    const [line] = candidate.group.lines;
    if (line === undefined || (sign !== "named" && sign !== "numbered")) continue;
    const ofText = line.font === body.font && Math.abs(scaleOf(line, body) - 1) < 0.06;
    if (!ofText) styles.set(fontStyle(line), (styles.get(fontStyle(line)) ?? 0) + 1);
  }
  const sure = new Set([...styles].filter(([, count]) => count >= fewestOfSureStyle).map(([style]) => style));
  if (sure.size === 0) return [...judged];
  const known = new Map(judged.map((one) => [one.candidate.group, one]));
  return candidates.flatMap((candidate): Judged[] => {
    const found = known.get(candidate.group);
    if (found !== undefined) return [found];
    const { group, next, inChart, inContents } = candidate;
    const [line] = group.lines;
    if (line?.upright !== true || line.bold || group.lines.length > 1 || !sure.has(fontStyle(line)))
      return [];
    const text = groupText(group);
    const style = styleOf(group);
    const below = next[0]?.lines[0];
    if (inChart || inContents || prose.has(style.key) || below === undefined) return [];
    if (!/^\p{Lu}[\p{L}\p{N} ,–-]*$/u.test(text) || wordCount(text) > mostStyleWords) return [];
    if (captionStart.test(text) || sourceStart.test(text) || contentsTitles.test(text)) return [];
    const setApart = group.spaceAbove === null || group.spaceAbove > signs.leading.ems * 1.15;
    // The text under it is in the style of the running text, or what looks like a heading is a small paragraph.
    if (!setApart || fontStyle(below) === fontStyle(line) || !isProse(next[0] ?? group)) return [];
    return [{ candidate, text, style, sign: "style", bookmarkDepth: null }];
  });
}

/** Italic lines are headings only where a document sets its headings so: three times at least. */
function withoutRareItalics(judged: readonly Judged[]): Judged[] {
  const italics = judged.filter((one) => one.sign === "italic").length;
  return italics >= fewestOfWeakStyle ? [...judged] : judged.filter((one) => one.sign !== "italic");
}

const fewestPulledWords = 5;

/**
 * A pull quote stands in the middle of a sentence of the running text, or says again what the page says. Only type size takes
 * it for a heading.
 */
function withoutPullQuotes(judged: readonly Judged[], candidates: readonly Candidate[]): Judged[] {
  const order = new Map(candidates.map(({ group }, index) => [group, index]));
  return judged.filter(({ candidate, sign }) => {
    if (sign !== "size") return true;
    const at = order.get(candidate.group) ?? 0;
    return !interrupts(candidates[at - 1], candidates[at + 1]) && !repeatsPage(candidate, at, candidates);
  });
}

/** The text before does not end there, and the text behind goes on. */
function interrupts(before: Candidate | undefined, behind: Candidate | undefined): boolean {
  if (before === undefined || behind === undefined || before.table) return false;
  const text = groupText(before.group);
  if (wordCount(text) < proseWords || beginsListItem(text) || !/[\p{L},-]$/u.test(text)) return false;
  return isProse(behind.group) && /^\p{Ll}{2}/u.test(groupText(behind.group));
}

function repeatsPage(
  { group: pulled, page }: Candidate,
  at: number,
  candidates: readonly Candidate[],
): boolean {
  const words = wordCount(groupText(pulled));
  if (words < fewestPulledWords) return false;
  const said = comparableText(pulled);
  const says = ({ group }: Candidate): boolean =>
    wordCount(groupText(group)) > 2 * words && comparableText(group).includes(said);
  // Groups of a page stand next to each other.
  let first = at;
  while (candidates[first - 1]?.page === page) first--;
  let end = at + 1;
  while (candidates[end]?.page === page) end++;
  return candidates.slice(first, end).some(says);
}

/**
 * Three and more in a row of one style, with no running text between them, are a list (names, places on a map, figures
 * of a chart), no headings.
 */
function withoutLists(judged: readonly Judged[], candidates: readonly Candidate[]): Judged[] {
  const order = new Map(candidates.map(({ group }, index) => [group, index]));
  const dropped = new Set<Judged>();
  let start = 0;
  for (let at = 1; at <= judged.length; at++) {
    const one = judged[at];
    const before = judged[at - 1];
    if (one !== undefined && before !== undefined && one.style.key === before.style.key) {
      const from = order.get(before.candidate.group) ?? 0;
      const to = order.get(one.candidate.group) ?? 0;
      const between = candidates.slice(from + 1, to);
      if (!before.candidate.table && !between.some(({ group, table }) => table || isProse(group))) continue;
    }
    if (at - start >= 3)
      for (const item of judged.slice(start, at)) if (item.sign !== "named") dropped.add(item);
    start = at;
  }
  return judged.filter((one) => !dropped.has(one));
}
